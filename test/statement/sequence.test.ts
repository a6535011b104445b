import assert from 'node:assert/strict';
import { test } from 'node:test';
import { risingSequence } from '../../server/src/statement/sequence.ts';

/** Numerals in order of place; those in brackets number sections. */
const EXAMPLES: readonly [string, string][] = [
  ['[1] [2] [3]', 'a plain sequence'],
  ['[1] [2] 2 [3]', 'the last character of a paragraph is no number'],
  ['[1] 3 [2] [3]', 'a number that comes too early'],
  ['[1] [2] [4] [5]', 'a number is missing'],
  ['[1] [2] [2] [4]', 'one number stands in for the next'],
  ['[1] [1] [3]', 'the first number stands in for the second'],
  ['[8] [9]', 'a page that continues another'],
  ['2', 'a lone numeral that is not the first'],
  ['[1]', 'a single section'],
  ['[1] [2] [3] [1] [2]', 'an annex that counts anew'],
  ['[1] 7 [2]', 'a number far off'],
];

for (const [example, meaning] of EXAMPLES) {
  test(`${meaning}: ${example}`, () => {
    const parts = example.split(' ');
    const candidates = parts.map((part, block) => ({ block, value: Number(part.replace(/[[\]]/g, '')) }));
    const expected = parts.flatMap((part, block) => (part.startsWith('[') ? [block] : []));
    assert.deepEqual([...risingSequence(candidates)], expected);
  });
}
