import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { moveRanges, tidyRanges } from '../../server/src/as-printed.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';

/** A text with ranges and edits of it; every character of the text differs, so that it can be found again. */
const cases = fc
  .record({
    length: fc.integer({ min: 1, max: 30 }),
    cuts: fc.array(fc.nat(30), { maxLength: 8 }),
    places: fc.array(fc.nat(30), { maxLength: 8 }),
    texts: fc.array(fc.constantFrom('', '，', '，，'), { minLength: 4, maxLength: 4 }),
  })
  .map(({ length, cuts, places, texts }) => {
    const pairs = (numbers: number[]) => {
      const sorted = [...new Set(numbers.map((n) => Math.min(n, length)))].sort((a, b) => a - b);
      return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => ({
        start: sorted[2 * i]!,
        end: sorted[2 * i + 1]!,
      }));
    };
    const text = Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const edits: Edit[] = pairs(cuts).map((range, i) => ({ ...range, text: texts[i % 4]! }));
    return { text, ranges: tidyRanges(pairs(places), length), edits };
  });

test('through edits, ranges keep every character that was in them and is still there, and take in no other', () => {
  fc.assert(
    fc.property(cases, ({ text, ranges, edits }) => {
      const after = applyEdits(text, edits);
      const held = (within: string, of: readonly { start: number; end: number }[]) =>
        of
          .flatMap(({ start, end }) => [...within.slice(start, end)])
          .filter((character) => character !== '，');
      const moved = moveRanges(ranges, edits);
      assert.deepEqual(
        held(after, moved),
        held(text, ranges).filter((character) => after.includes(character)),
      );
      moved.forEach(({ start, end }, i) => {
        assert.ok(start < end && end <= after.length);
        if (i > 0) assert.ok(moved[i - 1]!.end <= start);
      });
    }),
    { numRuns: 2000 },
  );
});
