import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { OutlineNode } from '../../client/src/cli/commands/outline.ts';
import { realStatement, run } from './trial.ts';

const statement = [
  '中吉联合声明',
  '双方达成以下共识：',
  '一',
  '双方重申相互支持。',
  '双方将：',
  '——扩大贸易；',
  '——加强边境合作。',
  '二',
  '双方欢迎成立混合委员会。委员会每年轮流在两国首都开会一次。',
  '',
].join('\n');

const parse = ({ out }: { out: string }) => JSON.parse(out) as OutlineNode;

function census(node: OutlineNode, counts: Record<string, number> = {}): Record<string, number> {
  counts[node.kind] = (counts[node.kind] ?? 0) + 1;
  for (const child of node.children) census(child, counts);
  return counts;
}

/** Children lie in their parent, in order and apart. */
function assertNested(node: OutlineNode): void {
  let at = node.start;
  for (const child of node.children) {
    assert.ok(at <= child.start && child.start <= child.end && child.end <= node.end, child.label);
    at = child.end;
    assertNested(child);
  }
}

test('outline prints a line a part, with line numbers', async () => {
  const { code, out, err } = await run(['outline', '-'], { input: statement });
  assert.deepEqual(out.split('\n'), [
    ' 1  中吉联合声明',
    ' 2  [preamble]',
    ' 2    双方达成以下共识',
    ' 3  一　双方重申相互支持',
    ' 5    双方将',
    ' 6    ——扩大贸易',
    ' 7    ——加强边境合作',
    ' 8  二　双方欢迎成立混合委员会…',
    '',
  ]);
  assert.deepEqual([code, err], [0, []]);
});

test('outline --json prints the document as one node, down to sentences', async () => {
  const tree = parse(await run(['outline', '--json', '-'], { input: statement }));
  assert.deepEqual(Object.keys(tree), ['kind', 'label', 'start', 'end', 'children']);
  assert.deepEqual([tree.kind, tree.start, tree.end], ['document', 0, statement.length]);
  assert.deepEqual(
    tree.children.map((part) => part.kind),
    ['title', 'preamble', 'section', 'section'],
  );
  const last = tree.children.at(-1)!.children.at(-1)!;
  assert.deepEqual(
    last.children.map(({ kind, start, end }) => [kind, statement.slice(start, end)]),
    [
      ['sentence', '双方欢迎成立混合委员会。'],
      ['sentence', '委员会每年轮流在两国首都开会一次。'],
    ],
  );
  assertNested(tree);
});

test('a BOM and CRLF count in the offsets of the outline', async () => {
  const raw = `\ufeff${statement.replaceAll('\n', '\r\n')}`;
  const tree = parse(await run(['outline', '--json', '-'], { input: raw }));
  assert.deepEqual([tree.start, tree.end], [0, raw.length]);
  const [title] = tree.children;
  assert.equal(raw.slice(title!.start, title!.end), '中吉联合声明');
  assertNested(tree);
});

test('for people, a part shows no title and no first words twice', async () => {
  const input = '甲国和乙国协定\n第一条\n双方修路。\n附件一\n路标的式样\n一、路标用木。\n';
  assert.deepEqual((await run(['outline', '-'], { input })).out.trimEnd().split('\n'), [
    '1  甲国和乙国协定',
    '2  第一条　双方修路',
    '4  附件一　路标的式样',
    '6    一、路标用木',
  ]);
});

test('an empty file has an outline', async () => {
  assert.equal((await run(['outline', '-'])).out, 'The file is empty.\n');
  const tree = parse(await run(['outline', '--json', '-']));
  assert.deepEqual(tree, { kind: 'document', label: '', start: 0, end: 0, children: [] });
});

test('the joint statement of 16 May 2024 has seven sections and 38 dash items, raw and clean', {
  skip: existsSync(`${realStatement}.raw.txt`) ? false : 'the real document is not beside this checkout',
}, async () => {
  for (const state of ['raw', 'clean']) {
    const file = `${realStatement}.${state}.txt`;
    const raw = readFileSync(file, 'utf8');
    const tree = parse(await run(['outline', '--json', file]));
    const { section, item, title, preamble } = census(tree);
    assert.deepEqual({ section, item, title, preamble }, { section: 7, item: 38, title: 1, preamble: 1 });
    assert.deepEqual([tree.start, tree.end], [0, raw.length]);
    assertNested(tree);
    const sections = tree.children.filter((part) => part.kind === 'section');
    assert.deepEqual(
      sections.map(({ start }) => raw.slice(start).trimStart().charAt(0)),
      ['一', '二', '三', '四', '五', '六', '七'],
    );
  }
});
