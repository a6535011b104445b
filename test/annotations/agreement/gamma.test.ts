import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type AlignedUnit,
  bestDisorder,
  dissimilarity,
} from '../../../client/src/annotations/agreement/best-alignment.ts';
import { gammaOf } from '../../../client/src/annotations/agreement/gamma.ts';
import { seededRandom } from '../../setting/random.ts';
import { rounded } from './ratings.ts';

const units = (text: string): AlignedUnit[] =>
  text.split(' ').map((unit) => {
    const [, start, end, category] = /^(\d+)-(\d+)(\w)$/.exec(unit)!;
    return { start: Number(start), end: Number(end), category: category! };
  });
const even = { place: 1, category: 1 };

describe('the best alignment, with the numbers of pygamma-agreement 0.5.9 (fixtures of DKPro Statistics)', () => {
  test('small shifts: .0625', () => {
    const disorder = bestDisorder(units('1-5a 6-10b 11-15a'), units('2-6a 7-11b 12-16a'), even);
    assert.equal(disorder, 0.0625);
  });

  test('four units against two, so that some stand alone: .7083', () => {
    const disorder = bestDisorder(units('1-5a 6-10b 20-24a 30-34b'), units('2-6a 31-35b'), even);
    assert.equal(disorder!.toFixed(4), '0.7083');
  });

  test('place weighs 3 and category 2: 1.0278', () => {
    const weights = { place: 3, category: 2 };
    const [first, second] = [units('1-5a 6-10b 11-15c'), units('2-7a 8-12b 11-15a')];
    assert.equal(dissimilarity(first[0]!, second[0]!, weights).toFixed(4), '0.3333');
    assert.equal(dissimilarity(first[1]!, second[0]!, weights).toFixed(4), '3.8148');
    assert.equal(bestDisorder(first, second, weights)!.toFixed(4), '1.0278');
  });

  test('sixteen units against sixteen, each of another category than its neighbour: 1.0744', () => {
    const row = (start: number, length: number, first: number) =>
      Array.from({ length: 16 }, (_, i) => {
        const from = start + 10 * i;
        return `${from}-${from + length}${'abc'[(i + first) % 3]}`;
      }).join(' ');
    assert.equal(bestDisorder(units(row(1, 5, 0)), units(row(2, 6, 1)), even)!.toFixed(4), '1.0744');
  });
});

test('the best alignment is that of all alignments, tried one by one', () => {
  const random = seededRandom(7);
  const some = () =>
    Array.from({ length: random.below(6) }, () => {
      const start = random.below(30);
      return { start, end: start + 1 + random.below(8), category: random.pick(['a', 'b']) };
    });
  /** Leaves the first unit alone, or aligns it with each of the others, and so on. */
  const least = (first: readonly AlignedUnit[], second: readonly AlignedUnit[]): number => {
    const [unit, ...rest] = first;
    if (!unit) return second.length;
    return second.reduce(
      (best, other, i) =>
        Math.min(best, dissimilarity(unit, other, even) + least(rest, second.toSpliced(i, 1))),
      1 + least(rest, second),
    );
  };
  for (let i = 0; i < 300; i += 1) {
    const [first, second] = [some(), some()];
    const all = first.length + second.length;
    const disorder = bestDisorder(first, second, even);
    if (all === 0) assert.equal(disorder, null);
    else assert.ok(Math.abs(disorder! - least(first, second) / (all / 2)) < 1e-9, `${i}`);
  }
});

describe('γ', () => {
  const first = units('10-20a 40-45b 80-95a 130-140c 170-172b');

  test('of the same units is 1, whatever chance would do', () => {
    assert.equal(rounded(gammaOf(first, first, 200).gamma), 1);
  });

  test('is the same each time, with the number of trials and their precision', () => {
    const second = units('11-20a 41-45c 80-95a 150-160c');
    const once = gammaOf(first, second, 200);
    assert.deepEqual(gammaOf(first, second, 200), once);
    assert.ok(once.gamma.value! > 0.3 && once.gamma.value! < 0.9, String(once.gamma.value));
    assert.ok(once.samples >= 30 && once.precision < 0.1);
  });

  test('falls as places and categories differ more', () => {
    const shifted = (by: number) =>
      first.map(({ start, end, category }) => ({ start: start + by, end: end + by, category }));
    const values = [0, 1, 3, 8].map((by) => gammaOf(first, shifted(by), 200).gamma.value!);
    assert.deepEqual(
      values,
      values.toSorted((a, b) => b - a),
    );
    const relabelled = first.map((unit) => ({ ...unit, category: 'd' }));
    assert.ok(gammaOf(first, relabelled, 200).gamma.value! < values[1]!);
  });

  test('of units thrown at random is about 0', () => {
    const random = seededRandom(3);
    const thrown = () =>
      Array.from({ length: 20 }, () => {
        const start = random.below(990);
        return { start, end: start + 5 + random.below(5), category: random.pick(['a', 'b']) };
      });
    const values = Array.from({ length: 20 }, () => gammaOf(thrown(), thrown(), 1000).gamma.value!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    assert.ok(Math.abs(mean) < 0.1, String(mean));
  });

  test('is not defined where nobody tagged anything, and left out of what is too large', () => {
    assert.equal(rounded(gammaOf([], [], 100).gamma), 'untagged');
    assert.equal(rounded(gammaOf([], [], 0).gamma), 'nothing');
    const many = Array.from({ length: 2001 }, (_, i) => ({ start: i, end: i + 1, category: 'a' }));
    assert.equal(rounded(gammaOf(many, many, 3000).gamma), 'too-large');
    const crowd = Array.from({ length: 400 }, () => ({ start: 0, end: 10, category: 'a' }));
    assert.equal(rounded(gammaOf(crowd, crowd, 3000).gamma), 'too-large');
  });

  test('of one who tagged nothing is defined, and low', () => {
    assert.ok(gammaOf(first, [], 200).gamma.value! < 0);
  });
});
