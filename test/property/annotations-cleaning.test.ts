import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stripBlanks } from '../../client/src/annotations/bare-text.ts';
import type { Analysis } from '../../server/src/analysis.ts';
import { createStatementService } from '../../server/src/service.ts';
import type { TextRange } from '../../server/src/text/range.ts';
import { storeOf } from '../annotations/marked-text.ts';
import { brokenDocument } from '../bench/long-document.ts';
import { seededRandom } from '../setting/random.ts';

const service = createStatementService();

function cleanWords({ reading }: Analysis, raw: TextRange): string {
  const { start, end } = reading.map.rangeToClean(raw);
  // A doubtful line break may be read otherwise in the cleaned text; the characters are what is tagged.
  return stripBlanks(reading.clean.slice(start, end));
}

test('Cleaning a newspaper page leaves every tag on the same clean characters, and undo on the same raw ones', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const random = seededRandom(seed);
      const raw = brokenDocument({ length: 2000, seed, known: ['联合国宪章'] });
      const before = service.analyse(raw);
      const store = storeOf(raw);
      for (let i = 0; i < 80; i += 1) {
        const start = random.below(raw.length);
        store.add({ label: `l${i}`, range: { start, end: start + 1 + random.below(40) } });
      }
      const first = store.snapshot.anchored;
      const words = new Map(first.map((tag) => [tag.id, cleanWords(before, tag.spans[0]!)]));
      const { edits } = service.cleaning(before);
      store.edit(edits);
      const after = service.analyse(store.text);
      for (const tag of store.snapshot.anchored) {
        assert.equal(cleanWords(after, tag.spans[0]!), words.get(tag.id));
      }
      // What held only characters that cleaning leaves out is in the tray.
      for (const { id } of store.snapshot.orphans) assert.equal(words.get(id), '');

      store.edit([{ start: 0, end: store.text.length, text: raw }], 'undo');
      assert.deepEqual(
        store.snapshot.anchored.map(({ id, spans }) => ({ id, spans })),
        first.map(({ id, spans }) => ({ id, spans })),
      );
    }),
    { numRuns: 60 },
  );
});
