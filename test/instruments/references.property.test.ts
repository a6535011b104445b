import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mentionsIn } from '../../server/src/instruments/mentions.ts';
import { findReferences } from '../../server/src/instruments/references.ts';
import { assertLinear } from '../statement/linear.ts';
import { blocksOf } from '../statement/outline.ts';
import { find, REGISTRY } from './marked.ts';

const PIECES = [
  '《',
  '》',
  '〈',
  '〉',
  '“',
  '”',
  '（',
  '）',
  '联合国宪章',
  '《联合国宪章》',
  '《不扩散核武器条约》',
  '《甲乙山地合作规划纲要》',
  '《纲要》',
  '《甲乙航空协定》',
  '（以下简称“条约”）',
  '（以下简称《纲要》）',
  '（简称“2030目标”）',
  '2030目标',
  '该条约',
  '上述纲要',
  '本条约',
  '条约',
  '草案',
  '、',
  '和',
  '。',
  '2001年7月16日签署的',
  '第9999号决议',
  '1718、1874号决议',
  '“促进和平利用国际合作”',
  '决议',
  '联合国 宪章',
  '上述两公约',
  '这些条约',
  '这三个公报',
  '上述文件',
  '本附加议定书',
  '本《协定》',
  '该《条约》',
  '《禁止生物武器公约》',
  '（以下合称“两公约”）',
  '“公约”系指',
  '中缅边界条约',
  '中国和缅甸联合公报',
  '中国和缅甸关于渔业的协定',
  '中缅关于',
  '中国和',
  '签订下列文件：（一）',
  '上述条约和',
  '公约第四条',
  '1982年8月17日联合公报',
  '此一双边和约',
  '前述文件',
  '关于难民地位的公约',
  '发表联合声明如下',
  '（渔业协定）',
  '1996年议定书',
  '甲国停战协定',
  '停战协定',
  '第二条\n',
  '于1992年6月19日签订',
  '同年12月签署的',
  '《山城五年规划》',
  '影片',
  '安理会',
  '\n',
  '\ud800',
  '𠮷',
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('references lie in the text, in order, apart or nested, and say what stands there', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const references = find(text);
      const open: number[] = [];
      let last = 0;
      references.forEach((reference, index) => {
        const { start, end } = reference.range.clean;
        assert.ok(last <= start && start < end && end <= text.length);
        last = start;
        while (open.length > 0 && open.at(-1)! <= start) open.pop();
        assert.ok(open.length === 0 || end <= open.at(-1)!, 'references overlap without nesting');
        open.push(end);
        assert.equal(reference.text, text.slice(start, end));
        assert.ok(reference.antecedent === undefined || reference.antecedent < index);
        assert.ok(reference.instrument === null || reference.candidates.length === 0);
        assert.ok(reference.instrument === null || REGISTRY.byId.has(reference.instrument));
        assert.ok(reference.instrument === null || reference.identity === reference.instrument);
        assert.ok(
          reference.identity === null || reference.candidates.length === 0,
          'known, or one of several',
        );
        const { candidates, members } = reference;
        for (const one of [...candidates, ...(members ?? [])]) {
          assert.ok(REGISTRY.byId.has(one) || /^《.+》$/s.test(one), one);
        }
        assert.notEqual(candidates.length, 1);
        if (members !== undefined) {
          assert.ok(members.length > 1 && new Set(members).size === members.length);
          assert.ok(reference.identity === null && candidates.length === 0);
        }
      });
    }),
    { numRuns: 1000 },
  );
});

test('remembered mentions give the same references', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const known = new Map(blocksOf(text).map((block) => [block.text, mentionsIn(block.text, REGISTRY)]));
      const remembered = findReferences(blocksOf(text), REGISTRY, undefined, (block) => known.get(block)!);
      assert.deepEqual(remembered, find(text));
    }),
  );
});

test('paragraphs before do not change what is named in full', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const references = find(`${text}\n双方恪守《联合国宪章》。`);
      assert.equal(references.at(-1)?.instrument, 'un-charter');
    }),
  );
});

test('hostile text costs time in proportion to its length', () => {
  const parts = [
    '《',
    '》',
    '《》',
    '《》》《',
    '《〈',
    '“',
    '称',
    '（以下简称“',
    '（以下简称“条约”）',
    '《联合国宪章》（以下简称“目标”）目标',
    '《甲约》（以下简称“目标”）',
    '《联合国宪章》和',
    '《联合国宪章》、该宪章\n',
    '《甲乙规划纲要》、《纲要》',
    '该条约',
    '年',
    '2001年',
    '决议',
    '“决议',
    '安理会',
    '中华',
    '中华人民共和国和俄罗斯联邦',
    '条约\n',
    '2',
    '本停战',
    '上述两',
    '该伟大的',
    '中苏',
    '1、',
    '第1号、',
    '同年',
    '于2001年',
    '“公约”系指',
    '联 ',
    '附加',
    '会议',
    '甲国和乙国关于',
    '中国',
    '中国和',
    '中国和日本关于条约',
    '中缅关于',
    '中国和缅甸国和',
    '签订下列文件：（一）关于甲乙丙丁的条约；',
    '上述条约和',
    '约（公约',
    '东南亚条约',
    '1972年3月25日联合公报',
    '谈判缔结禁止条约',
    '《甲公约》第一',
    '提案联合国“',
  ];
  for (const part of parts) {
    assertLinear(
      (count) => part.repeat(count),
      (text) => find(text).length,
    );
  }
});

test('terms without number cost time in proportion to the text', () => {
  assertLinear(
    (count) =>
      Array.from({ length: count }, (_, i) => `《联合国宪章》（以下简称“词${i}条约”）和“词${i}”`).join(''),
    (text) => find(text).length,
  );
  assertLinear(
    (count) => Array.from({ length: count }, (_, i) => `《甲${i}公约》、该公约和《公约》`).join('\n'),
    (text) => find(text).length,
  );
});
