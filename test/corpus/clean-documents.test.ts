import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { cleanDocuments, cleanSamples } from './documents.ts';

const service = createStatementService();

/*
 * Documents that nothing was done to: every line is a paragraph, a heading, an item or a signature. The sums over all
 * of them are in `clean-rules.test.ts`; here each has to stand for itself, whatever its layout.
 */
for (const { name, text } of [...cleanDocuments(), ...cleanSamples()]) {
  test(`${name}: no line is joined, and next to none is doubted`, () => {
    const breaks = service.analyse(text).artefacts.filter(({ rule }) => rule === 'line-break');
    const places = (found: typeof breaks) =>
      found.flatMap(({ edits }) =>
        edits.map(({ start, end }) => JSON.stringify(text.slice(start - 12, end + 12))),
      );
    assert.deepEqual(places(breaks.filter((found) => found.class === 'safe')), []);
    const likely = breaks.filter((found) => found.class !== 'safe');
    assert.ok(likely.length <= Math.ceil(text.length / 10_000), places(likely).join('\n'));
  });
}
