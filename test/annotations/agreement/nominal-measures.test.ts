import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cohenKappa } from '../../../client/src/annotations/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../../client/src/annotations/agreement/fleiss-kappa.ts';
import { gwetAc1 } from '../../../client/src/annotations/agreement/gwet-ac1.ts';
import { krippendorffAlpha } from '../../../client/src/annotations/agreement/krippendorff-alpha.ts';
import { pairwiseAgreement } from '../../../client/src/annotations/agreement/rated-unit.ts';
import { cellsOf, rounded, unitsOf, unitsOfCells, unitsOfCounts } from './ratings.ts';

// Cohen 1960, p. 45.
const cohen = cellsOf([88, 14, 18], [10, 40, 10], [2, 6, 12]);

// Fleiss 1971, table 1: 30 patients, 6 psychiatrists; depression, personality disorder, schizophrenia, neurosis, other.
const fleiss = unitsOfCounts(
  ...[
    '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006',
    '10050 11040 03300 10050 02031 00501 30012 51000 02040 10203',
    '00006 01050 02013 20040 10041 05010 40002 02040 10500 00006',
  ].flatMap((line) => line.split(' ').map((row) => [...row].map(Number))),
);

// Gwet 2014, p. 120; also Krippendorff 2011, section C, and Krippendorff 2004, p. 230: 4 observers, 12 units, with gaps.
const fourObservers = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . .',
  '. 3 3 3 2 3 4 2 2 5 1 3',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

// Gwet 2014, p. 125 (part): 5 observers, 15 units.
const fiveObservers = unitsOf(
  '1 1 2 . 0 0 1 1 2 2 . 0 1 3 1',
  '1 1 3 0 0 0 0 . 2 1 1 0 2 3 1',
  '2 0 3 0 0 0 2 2 2 1 0 0 2 2 1',
  '. 1 3 . . . . 0 . 1 0 0 2 2 .',
  '2 . . 0 0 0 1 . 2 . . . . 3 1',
);

// irrCAC's data set “ben_gerry” (Krippendorff 2011, section B, with one rating left out).
const benAndGerry = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e . d d');

// irrCAC's data set “gender”: 4 raters, 15 persons.
const gender = unitsOf(
  'a a a a a b b b c a a a a a b',
  'a a a a b a b c c a a a a b a',
  'a b b c a a b b c a b b c a a',
  'c c c c a a b b c c c c c a a',
);

describe('Cohen’s κ', () => {
  test('Cohen 1960, p. 45: .492', () => {
    assert.equal(rounded(cohenKappa(cohen)), 0.492);
  });

  test('Cohen 1960, p. 37: less than chance, .29 observed of .35 expected', () => {
    const table = cellsOf([25, 13, 12], [12, 2, 16], [3, 15, 2]);
    assert.equal(rounded(cohenKappa(table), 4), -0.0923);
  });

  test('Krippendorff 2004, p. 246: .186, and .258 where the marginals differ', () => {
    assert.equal(rounded(cohenKappa(cellsOf([12, 9, 9], [9, 14, 9], [9, 9, 20]))), 0.186);
    assert.equal(rounded(cohenKappa(cellsOf([12, 18, 18], [0, 14, 18], [0, 0, 20]))), 0.258);
  });

  test('Gwet 2014, 4 × 4 diagnoses and 3 × 3 abstractors (irrCAC: .432, .796)', () => {
    const diagnoses = cellsOf([40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]);
    const abstractors = cellsOf([13, 0, 0], [0, 20, 7], [0, 4, 56]);
    assert.equal(rounded(cohenKappa(diagnoses)), 0.432);
    assert.equal(rounded(cohenKappa(abstractors)), 0.796);
  });

  test('is not defined without units, or where both give one category throughout', () => {
    assert.equal(rounded(cohenKappa([])), 'nothing');
    assert.equal(rounded(cohenKappa(cellsOf([24]))), 'no-variation');
  });

  test('is below 0, not 1, where two never agree', () => {
    assert.equal(rounded(cohenKappa(cellsOf([0, 10], [10, 0]))), -1);
  });
});

describe('Fleiss’ κ', () => {
  test('Fleiss 1971, table 1: .430, of .5556 observed', () => {
    assert.equal(pairwiseAgreement(fleiss)!.toFixed(4), '0.5556');
    assert.equal(rounded(fleissKappa(fleiss)), 0.43);
  });

  test('the worked example of Wikipedia’s page, 14 raters and 10 subjects: .210', () => {
    const units = unitsOfCounts(
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    );
    assert.equal(rounded(fleissKappa(units)), 0.21);
  });

  test('Krippendorff 1995, p. 57, and 2004, p. 246: of two it is Scott’s π, .314 and .186', () => {
    const bertha = unitsOf(
      '0 0 1 1 1 1 1 1 1 1 0 0 0 0 1 1 1 1 1 1 0 0 0 0',
      '0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0',
    );
    assert.equal(rounded(fleissKappa(bertha)), 0.314);
    const table = cellsOf([12, 18, 18], [0, 14, 18], [0, 0, 20]);
    assert.equal(rounded(fleissKappa(unitsOfCells(table))), 0.186);
  });

  test('Gwet 2014 and irrCAC, ratings missing: .761, .458, .649; none missing: .129 of “gender”', () => {
    assert.equal(rounded(fleissKappa(fourObservers)), 0.761);
    assert.equal(rounded(fleissKappa(fiveObservers)), 0.458);
    assert.equal(rounded(fleissKappa(benAndGerry)), 0.649);
    assert.equal(rounded(fleissKappa(gender)), 0.129);
  });

  test('is not defined without two ratings of a unit, or without variation', () => {
    assert.equal(rounded(fleissKappa(unitsOf('a .', '. b'))), 'nothing');
    assert.equal(rounded(fleissKappa(unitsOf('a a', 'a a'))), 'no-variation');
  });
});

describe('Krippendorff’s α', () => {
  test('Krippendorff 2011, section A (2004, p. 224): two observers, binary, .095', () => {
    const units = unitsOf('1 1 0 0 0 0 0 0 0 0', '0 1 1 0 0 1 0 1 0 0');
    assert.equal(rounded(krippendorffAlpha(units)), 0.095);
  });

  test('Krippendorff 2011, section B: two observers, five categories, .692', () => {
    const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    assert.equal(rounded(krippendorffAlpha(units)), 0.692);
  });

  test('Krippendorff 2004, p. 227: .734', () => {
    const units = unitsOf('a a b b b b b c c c c c', 'a b b b b b c c c c c c');
    assert.equal(rounded(krippendorffAlpha(units)), 0.734);
  });

  test('Krippendorff 2011, section C (2004, p. 230): four observers with missing data, .743', () => {
    assert.equal(rounded(krippendorffAlpha(fourObservers)), 0.743);
  });

  test('Gwet 2014 and irrCAC: .481 of five observers, .665 of Ben and Gerry, .143 of “gender”', () => {
    assert.equal(rounded(krippendorffAlpha(fiveObservers)), 0.481);
    assert.equal(rounded(krippendorffAlpha(benAndGerry)), 0.665);
    assert.equal(rounded(krippendorffAlpha(gender)), 0.143);
  });

  test('Krippendorff 1995, p. 57: .329', () => {
    const units = unitsOf(
      '0 0 1 1 1 1 1 1 1 1 0 0 0 0 1 1 1 1 1 1 0 0 0 0',
      '0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0',
    );
    assert.equal(rounded(krippendorffAlpha(units)), 0.329);
  });

  test('is not defined without two ratings of a unit, or without variation', () => {
    assert.equal(rounded(krippendorffAlpha(unitsOf('a .', '. b'))), 'nothing');
    assert.equal(rounded(krippendorffAlpha(unitsOf('a a', 'a a'))), 'no-variation');
  });
});

describe('Gwet’s AC1', () => {
  test('Gwet 2014, p. 120: four raters with missing ratings, .775 (observed .818)', () => {
    assert.equal(pairwiseAgreement(fourObservers)!.toFixed(3), '0.818');
    assert.equal(rounded(gwetAc1(fourObservers)), 0.775);
  });

  test('Gwet 2014, p. 125 (part), and irrCAC: .497, .661, .208', () => {
    assert.equal(rounded(gwetAc1(fiveObservers)), 0.497);
    assert.equal(rounded(gwetAc1(benAndGerry)), 0.661);
    assert.equal(rounded(gwetAc1(gender)), 0.208);
  });

  test('Gwet 2014, two raters: 4 × 4 diagnoses .456, 3 × 3 abstractors .849', () => {
    const diagnoses = cellsOf([40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]);
    const abstractors = cellsOf([13, 0, 0], [0, 20, 7], [0, 4, 56]);
    assert.equal(rounded(gwetAc1(unitsOfCells(diagnoses))), 0.456);
    assert.equal(rounded(gwetAc1(unitsOfCells(abstractors))), 0.849);
  });

  test('Cohen 1960, p. 45, by Gwet’s formulas of 2008: .576', () => {
    assert.equal(rounded(gwetAc1(unitsOfCells(cohen))), 0.576);
  });

  test('stays high where one category prevails, which κ does not', () => {
    const table = cellsOf([118, 5], [2, 0]);
    assert.equal(rounded(gwetAc1(unitsOfCells(table))), 0.941);
    assert.equal(rounded(cohenKappa(table)), -0.023);
  });

  test('is not defined where one category was used, of which Gwet’s own program says 1', () => {
    assert.equal(rounded(gwetAc1(unitsOf('y y y', 'y y y'))), 'no-variation');
  });
});
