import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import type { Ranged, StatementNode } from '../../server/src/statement/node.ts';
import { buildStatement } from '../../server/src/statement/statement.ts';
import { seededRandom } from '../setting/random.ts';
import { composeDocument } from '../statement/composing/document.ts';
import { setRaw } from '../statement/composing/raw.ts';
import { blocksOf } from '../statement/outline.ts';
import { cost } from './growth.ts';

const service = createStatementService();

/** Fails unless the parts nest and stand in order in the clean text and in the raw one. */
function checkPart(node: StatementNode<Ranged>, seed: number): void {
  const { clean, raw } = node.range;
  let [lastClean, lastRaw] = [clean.start, raw.start];
  const within = (inner: { start: number; end: number }, outer: { start: number; end: number }) =>
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  assert.ok(within(node.heading.clean, clean) && within(node.heading.raw, raw), `seed ${seed}: heading`);
  for (const child of node.children) {
    assert.ok(within(child.range.clean, clean) && within(child.range.raw, raw), `seed ${seed}: nesting`);
    assert.ok(
      child.range.clean.start >= lastClean && child.range.raw.start >= lastRaw,
      `seed ${seed}: order`,
    );
    [lastClean, lastRaw] = [child.range.clean.end, child.range.raw.end];
    checkPart(child, seed);
  }
}

/** What the parts without parts cover of a text: the letters of each, in order. */
function covered(node: StatementNode<Ranged>, clean: string): string {
  if (node.children.length === 0) return clean.slice(node.range.clean.start, node.range.clean.end);
  let at = node.range.clean.start;
  let text = '';
  for (const child of node.children) {
    text += clean.slice(at, child.range.clean.start) + covered(child, clean);
    at = child.range.clean.end;
  }
  return text + clean.slice(at, node.range.clean.end);
}

test('the parts of any text nest, stand in order, cover it and map back to the raw text', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seededRandom(seed);
    const lines = [...composeDocument(random).lines, ...composeDocument(random).lines];
    // Half of the texts are out of all order.
    if (seed % 2 === 0) for (let i = 0; i < lines.length; i++) lines[i] = random.pick(lines);
    const raw = seed % 3 === 0 ? setRaw(lines.join('\n'), seed).raw : lines.join('\n');
    const { tree, reading } = service.analyse(raw);
    checkPart(tree, seed);
    assert.equal(covered(tree, reading.clean), reading.clean, `seed ${seed}`);
    const words = (text: string) => text.replace(/\s/g, '');
    for (const part of tree.children) {
      if (part.kind === 'furniture') continue;
      const { clean, raw: place } = part.range;
      assert.ok(
        words(raw.slice(place.start, place.end)).startsWith(
          words(reading.clean.slice(clean.start, clean.start + 1)),
        ),
        `seed ${seed}: ${part.label}`,
      );
    }
  }
});

/** UTF-16 length of the shorter text. */
const SHORT = 200_000;
/** The longer text is ten times as long; what it may take more is for memory and for what else the machine does. */
const MOST = 25;

const WORST: Readonly<Record<string, (length: number) => string>> = {
  'only numerals': (length) => '一\n二\n三\n'.repeat(length / 6),
  'only dashes': (length) => '——\n'.repeat(length / 3),
  'dash items': (length) => '——甲；\n'.repeat(length / 5),
  'deep nesting': (length) =>
    '第一条\n一、甲：\n（一）乙：\n1.丙：\n（1）丁：\n①戊：\n(a)己：\n——庚：\n'.repeat(length / 43),
  'one line': (length) => '双方满意。'.repeat(length / 5),
  'one line of marks': (length) => '一、（一）“'.repeat(length / 6),
  'many annexes': (length) => '第一条\n附件一\n关于修路的议定书\n'.repeat(length / 17),
  'many documents': (length) =>
    '双方满意。\n二〇三一年五月六日于山城\n甲国和乙国联合公报\n'.repeat(length / 30),
  'quotations that never end': (length) => '“一、甲；\n二、乙：“\n'.repeat(length / 13),
  'bare numbers that climb': (length) => {
    const lines: string[] = [];
    for (let i = 0, made = 0; made < length; i++)
      made += lines[lines.push(`${(i % 200) + 1}.\n`) - 1]!.length;
    return lines.join('');
  },
  signatures: (length) => '甲国代表　　　乙国代表\n'.repeat(length / 12),
  'blank lines': (length) => '　\n'.repeat(length / 2),
};

for (const [name, make] of Object.entries(WORST)) {
  test(`a text ten times as long has its tree in about ten times the time: ${name}`, () => {
    const grow = (length: number) => {
      const text = make(length);
      const blocks = blocksOf(text);
      return cost(() => void buildStatement(blocks, text.length));
    };
    grow(SHORT / 10);
    let ratio = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3 && ratio > MOST; i++)
      ratio = Math.min(ratio, grow(10 * SHORT) / Math.max(grow(SHORT), 2));
    assert.ok(ratio <= MOST, `it took ${ratio.toFixed(1)} times as long`);
  });
}
