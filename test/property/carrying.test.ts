import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { StatementDocument } from '../../server/src/document.ts';
import { createStatementService } from '../../server/src/service.ts';
import { newspaperText } from './broken-text.ts';

const service = createStatementService();
/** What there is to find, between paragraphs that have nothing. */
const mistakes = [
  '双方恪守《不扩散核武器条的》。',
  '双方于2031年2月30日签署协定。',
  '本协定于13月2日生效，双方恪守《联合国宪章》。',
  '第一条 双方合作。\n第二条 双方通报。\n第二条 本协定生效。',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...mistakes),
      newspaperText.map((raw) => raw.slice(0, 300)),
    ),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join('\n'));
const edit = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(8),
  text: fc.constantFrom('', '中', '\n', '。', '《', '双方'),
});

test('what the reading stage has found stays on its words through edits, and in the end is what a look from scratch finds', () => {
  let carried = 0;
  fc.assert(
    fc.property(text, fc.array(edit, { minLength: 1, maxLength: 8 }), (raw, edits) => {
      const document = new StatementDocument(service, 'file:///a.statement', 0, raw, assert.fail);
      document.readAgain();
      const wordsOf = () =>
        document.carried.map(({ rule, start, end, related = [] }) =>
          [
            rule,
            ...[{ start, end }, ...related].map((place) => document.lines.text.slice(place.start, place.end)),
          ].join(' '),
        );
      const before = wordsOf();
      for (const [version, { place, length, text }] of edits.entries()) {
        const { lines } = document;
        const start = Math.floor(place * lines.text.length);
        const end = Math.min(lines.text.length, start + length);
        document.change(version, [{ range: lines.toPositions({ start, end }), text }]);
      }
      const after = wordsOf();
      carried += after.length;
      // Some may be gone; those that are left are what they were, in order.
      let at = 0;
      for (const words of after) {
        at = before.indexOf(words, at) + 1;
        assert.ok(at > 0, words);
      }
      document.readAgain();
      assert.deepEqual(document.carried, service.analyse(document.lines.text).readingArtefacts);
    }),
    { numRuns: 200 },
  );
  assert.ok(carried > 0);
});
