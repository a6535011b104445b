import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classifyBlock } from '../../server/src/statement/heading.ts';
import type { StatementNode } from '../../server/src/statement/node.ts';
import { withRanges } from '../../server/src/statement/ranged.ts';
import { splitSentences } from '../../server/src/statement/sentence.ts';
import { buildStatement } from '../../server/src/statement/statement.ts';
import { assertLinear } from './linear.ts';
import { blocksOf, statementOf } from './outline.ts';

const OPENINGS = [
  '一',
  '二',
  '三',
  '七',
  '一、',
  '二、',
  '五，',
  '第一章',
  '第一条',
  '第二条',
  '第一条 ',
  '（一）',
  '（二）',
  '1.',
  '2.',
  '1.1 ',
  '（1）',
  '甲、',
  '已、',
  'I.',
  '①',
  '——',
  '•',
  '附件',
  '附件二：',
  '[附] ',
  '### ',
  'A.',
  'B.',
  '1）',
  '㈠',
  '1 . ',
  '1.1.1 ',
  '一、（一）',
  '二、子、',
  '“一、',
  '（2031年5月6日）',
  '新华社山城5月6日电',
  '第三节',
  '序言',
  '\ud800',
  ' 　',
  '',
];
const BODIES = [
  '',
  '双方满意。',
  '双方商定：',
  '总则',
  '甲国联合声明',
  '声明如下：',
  '二〇三一年五月六日于山城',
  '“未闭合。又一句',
  '又一句。”',
  '改为：“',
  '（签字）',
  '甲国代表　　　乙国代表',
  '本协定一式两份，于2031年5月6日在山城签订，两种文本同等作准。',
  '关于修路的议定书',
  '\udfff',
];
const documents = fc
  .array(
    fc.tuple(fc.constantFrom(...OPENINGS), fc.constantFrom(...BODIES)).map((parts) => parts.join('')),
    {
      maxLength: 30,
    },
  )
  .map((blocks) => blocks.join('\n'));
const texts = fc.oneof(documents, fc.string({ unit: 'binary', maxLength: 200 }));

function checkNode(node: StatementNode, start: number, end: number): void {
  const { clean } = node.range;
  const heading = node.heading.clean;
  assert.ok(
    start <= clean.start && clean.start <= clean.end && clean.end <= end,
    'a node is inside its parent',
  );
  assert.ok(clean.start <= heading.start && heading.end <= clean.end, 'a heading is inside its node');
  let last = clean.start;
  for (const child of node.children) {
    assert.ok(child.range.clean.start >= last, 'siblings are in order');
    last = child.range.clean.end;
    checkNode(child, clean.start, clean.end);
  }
}

test('every tree is well formed, whatever the text', () => {
  fc.assert(
    fc.property(texts, (text) => checkNode(statementOf(text).tree, 0, text.length)),
    { numRuns: 500 },
  );
});

test('every block with a word in it is in one node below the document', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { tree } = statementOf(text);
      for (const block of blocksOf(text)) {
        const word = block.text.search(/\S/);
        if (word < 0) continue;
        const at = block.start + word;
        const holding = tree.children.filter(({ range }) => range.clean.start <= at && at < range.clean.end);
        assert.equal(holding.length, 1, `${JSON.stringify(block.text)} in ${JSON.stringify(text)}`);
      }
    }),
  );
});

test('remembered forms give the same tree', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const forms = new Map(blocksOf(text).map((block) => [block.text, classifyBlock(block.text)]));
      const remembered = buildStatement(
        blocksOf(text),
        text.length,
        (block) => forms.get(block) ?? classifyBlock(block),
      );
      assert.deepEqual(JSON.stringify(remembered), JSON.stringify(statementOf(text)));
    }),
  );
});

test('other ranges leave the tree as it is', () => {
  const { tree } = statementOf('一\n双方满意。\n——修路。');
  const moved = withRanges(tree, ({ start, end }) => ({
    clean: { start, end },
    raw: { start: start + 5, end: end + 5 },
  }));
  const back = JSON.stringify(moved, (key, value) => (key === 'raw' ? undefined : value));
  assert.equal(back, JSON.stringify(tree));
  assert.deepEqual(moved.children[0]!.children[1]!.range.raw, { start: 13, end: 18 });
});

test('hostile blocks cost time in proportion to their number', () => {
  const openings = ['一', '第一条', '（一）', '——', '1.', '附件', '《“（', '二\n双方：'];
  openings.push(
    '“一、甲',
    '一、子、（一）甲',
    '第一条\n附件\n修路的议定书',
    '## 甲',
    '二〇三一年五月六日',
    '甲国代表　乙国代表',
  );
  openings.push('2031年5月6日签订，同等作准。', '（新华社山城5月6日电）修路。', 'A.甲', '二、甲：“', '　');
  for (const opening of openings) {
    const make = (count: number) => `${opening}\n`.repeat(count);
    assertLinear(make, (text) => statementOf(text).tree.children.length);
  }
});

test('hostile paragraphs cost time in proportion to their length', () => {
  for (const part of ['“', '（', '。', '“。', '“（。”', '）。']) {
    assertLinear(
      (count) => part.repeat(count),
      (text) => splitSentences(text).length,
    );
  }
});
