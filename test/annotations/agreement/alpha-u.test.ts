import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alphaU, unitizingDisagreement } from '../../../client/src/annotations/agreement/alpha-u.ts';
import { rounded } from './ratings.ts';

const units = (...pairs: readonly (readonly [start: number, length: number])[]) =>
  pairs.map(([start, length]) => ({ start, end: start + length }));

describe('α_U', () => {
  // Krippendorff 2004, p. 254; his continuum runs from 150 to 450.
  const c = unitizingDisagreement([units([75, 70], [220, 30]), units([70, 80], [205, 20], [250, 20])], 300);
  const k = unitizingDisagreement([units([30, 60], [150, 50]), units([30, 60], [150, 50])], 300);

  test('Krippendorff 2004, p. 254: category c .7286, of .0144 observed and .0532 expected', () => {
    assert.equal(c.observed.toFixed(4), '0.0144');
    assert.equal(c.expected.toFixed(4), '0.0532');
    assert.equal(rounded(alphaU([c]), 4), 0.7286);
  });

  test('Krippendorff 2004, p. 254: category k 1, and both together .8591', () => {
    assert.equal(k.observed, 0);
    assert.equal(k.expected.toFixed(4), '0.0490');
    assert.equal(rounded(alphaU([k])), 1);
    assert.equal(Math.abs(alphaU([c, k]).value! - 0.8591) < 0.0005, true);
  });

  // Krippendorff 1995, p. 57. What he expects there was corrected in 2004, so that only the observed is his to the digit.
  const examples = {
    A: [units([2, 8], [14, 6]), units([4, 4], [15, 2])],
    B: [units([0, 18]), units([0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1])],
    C: [units([2, 6], [10, 2], [14, 4], [20, 2]), units([0, 2], [4, 4], [10, 4], [16, 2], [20, 2])],
    D: [units([0, 2], [2, 8], [10, 4], [14, 6], [20, 4]), units([0, 4], [4, 4], [8, 7], [15, 2], [17, 7])],
  };

  test('Krippendorff 1995, examples of p. 57: the disagreement observed in examples A to D', () => {
    const observed = Object.values(examples).map((example) => unitizingDisagreement(example, 24).observed);
    const printed = [0.03125, 2.26736, 0.02777, 0.38715];
    for (const [i, value] of observed.entries()) {
      assert.ok(Math.abs(value - printed[i]!) < 0.00001, String(value));
    }
  });

  test('Krippendorff 1995, examples of p. 57: .553, −.926, .679 and .066, to the two digits that the correction leaves', () => {
    const stretch = 50_000;
    const printed = { A: 0.553, B: -0.926, C: 0.679, D: 0.066 };
    for (const [name, example] of Object.entries(examples)) {
      const long = example.map((each) =>
        each.map(({ start, end }) => ({ start: start * stretch, end: end * stretch })),
      );
      const { value } = alphaU([unitizingDisagreement(long, 24 * stretch)]);
      assert.ok(Math.abs(value! - printed[name as keyof typeof printed]) < 0.02, `${name}: ${value}`);
    }
  });

  test('is not defined where nobody tagged anything, and not above 0 where two tagged different places', () => {
    assert.equal(rounded(alphaU([unitizingDisagreement([[], []], 100)])), 'untagged');
    const apart = alphaU([unitizingDisagreement([units([10, 20]), units([60, 20])], 100)]);
    assert.ok(apart.value! < 0, String(apart.value));
  });
});
