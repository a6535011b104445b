// The figures of agreement in reports: measures by label, and which labels are given to the same words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf } from '../../client/src/annotations/agreement/agreement.ts';
import { agreementFigures } from '../../client/src/reports/agreement-figures.ts';
import { asked, table, tag } from './example.ts';

const text = '甲国总统访问乙国，双方将扩大农业合作。';
type Tagged = readonly (readonly [words: string, label: string])[];

/** The figures of statements that their annotators have tagged, all of them finished unless said otherwise. */
function figures(annotators: Readonly<Record<string, Tagged>>, finished = true) {
  const marks = finished ? [tag(text, '', 'reviewed', { scope: 'document', spans: [], quotes: [] })] : [];
  const all = Object.entries(annotators).map(([annotator, tags]) => ({
    annotator,
    tags: [...tags.map(([words, label]) => tag(text, words, label)), ...marks],
  }));
  return agreementFigures(agreementOf([{ name: 'a', text, parts: [], annotators: all }]), asked);
}

const rounded = (value: number) => Number(value.toFixed(6));

const li: Tagged = [
  ['甲国总统', 'person'],
  ['双方', 'party'],
  ['扩大农业合作', 'commitment'],
];
const wang: Tagged = [
  ['甲国总统', 'person'],
  ['双方', 'organisation'],
  ['农业合作', 'commitment'],
  ['乙国', 'party'],
];

test('each label has its measures, in the order of the scheme, after all together', () => {
  const [byLabel] = figures({ Li: li, Wang: wang });
  const [head, ...rows] = table(byLabel!);
  assert.deepEqual(head!.slice(0, 4), ['label', 'tags', 'f1_exact', 'f1_overlapping']);
  assert.deepEqual(
    rows.map((row) => row.slice(0, 4).map((cell) => (typeof cell === 'number' ? rounded(cell) : cell))),
    [
      ['(all)', 7, rounded(2 / 7), rounded(4 / 7)],
      ['Party', 2, 0, 0],
      ['Organisation', 1, 0, 0],
      ['Person', 2, 1, 1],
      ['Commitment', 2, 0, 1],
    ],
  );
  assert.equal(rows[3]![4], 1, 'κ of what both have alike');
  assert.deepEqual(byLabel!.notes, [`Li+Wang: 1, ${text.length}`]);
});

test('labels are crossed, with what only one of them has', () => {
  const [, confusions] = figures({ Li: li, Wang: wang });
  assert.equal(confusions!.title, 'Li × Wang');
  assert.deepEqual(table(confusions!), [
    ['label', 'Party', 'Organisation', 'Person', 'Commitment', '(none)'],
    ['Party', 0, 1, 0, 0, 0],
    ['Organisation', 0, 0, 0, 0, 0],
    ['Person', 0, 0, 1, 0, 0],
    ['Commitment', 0, 0, 0, 1, 0],
    ['(none)', 1, 0, 0, 0, null],
  ]);
});

test('of three annotators all pairs are added up', () => {
  const [, confusions] = figures({ Li: li, Wang: li, Zhao: wang });
  assert.equal(confusions!.title, 'confusions');
  assert.deepEqual(table(confusions!)[1], ['Party', 1, 2, 0, 0, 0]);
});

test('where there is nothing to compare, the figure says why', () => {
  assert.deepEqual(
    [
      figures({ Li: li })[0]?.none,
      figures({ '': li })[0]?.none,
      figures({ Li: li, Wang: wang }, false)[0]?.none,
    ],
    ['only Li', 'only (nobody)', 'not finished: Li+Wang'],
  );
  assert.deepEqual(figures({}), []);
});

test('a measure that is not defined is no number', () => {
  const [byLabel] = figures({ Li: [], Wang: [] });
  assert.deepEqual(table(byLabel!)[1]!.slice(1, 4), [0, null, null]);
});
