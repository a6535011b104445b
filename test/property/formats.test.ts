import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { stripBlanks } from '../../client/src/annotations/bare-text.ts';
import type { Format } from '../../client/src/annotations/formats/format.ts';
import { FormatProblemError } from '../../client/src/annotations/formats/format-problem.ts';
import { availableFormats, loadFormat } from '../../client/src/annotations/formats/formats.ts';
import type { TaggedText } from '../../client/src/annotations/formats/tagged-text.ts';
import { heldInPart } from '../annotations/formats/held-in-part.ts';
import {
  comparable,
  context,
  expected,
  type Files,
  readAll,
  written,
} from '../annotations/formats/round-trip.ts';
import { manyTags, taggedTexts } from '../annotations/formats/tagged-texts.ts';
import { seededRandom } from '../setting/random.ts';
import { damaged, otherDigits } from './damage.ts';
import { assertLinearAsync, costAsync } from './growth.ts';

const formats = await Promise.all(availableFormats.map(loadFormat));
const both = formats.filter((format) => format.write && format.reader);
const seed = fc.nat();

for (const format of both) {
  test(`${format.id}: what was written comes back, but for what is said to be lost`, async () => {
    await fc.assert(
      fc.asyncProperty(seed, async (seed) => {
        const random = seededRandom(seed);
        const documents = taggedTexts(random);
        const read = await readAll(format, written(format, documents), 1 + random.below(2000));
        assert.deepEqual(
          read.map(({ document }) => comparable(document, format)),
          documents.map((document) => comparable(expected(document, format), format)),
        );
        assert.deepEqual(
          read.flatMap(({ problems }) => problems),
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  test(`${format.id}: a damaged file gives documents or a problem in words, nothing else`, async () => {
    await fc.assert(
      fc.asyncProperty(seed, async (seed) => {
        const random = seededRandom(seed);
        for (const { document } of await readOrRefused(
          format,
          damaged(written(format, taggedTexts(random)), random),
        )) {
          assertStandsOnItsText(document);
        }
      }),
      { numRuns: 150 },
    );
  });

  if (heldInPart[format.id]?.quotes) {
    test(`${format.id}: with positions changed, no tag stands on words that its file does not quote for its label`, async () => {
      await fc.assert(
        fc.asyncProperty(seed, async (seed) => {
          const random = seededRandom(seed);
          const documents = taggedTexts(random, { withoutDigits: true });
          // The fragments together: a format may part one at a line end, and it stays so where it is moved.
          const words = new Set(
            documents.flatMap((each) => expected(each, format).tags.map((tag) => labelledWords(tag))),
          );
          const files = otherDigits(written(format, documents), random);
          for (const { document } of await readOrRefused(format, files)) {
            for (const tag of document.tags) {
              if (tag.state === 'anchored') assert.ok(words.has(labelledWords(tag)), labelledWords(tag));
            }
          }
        }),
        { numRuns: 150 },
      );
    });
  }

  test(`${format.id}: writing and reading take time as the number of tags grows`, async () => {
    await assertLinearAsync(2500, (tags) => {
      const document = manyTags(tags);
      return costAsync(async () => {
        format.losses(document, context);
        await readAll(format, written(format, [document]));
      });
    });
  });
}

async function readOrRefused(format: Format, files: Files) {
  try {
    return await readAll(format, files);
  } catch (error) {
    if (error instanceof FormatProblemError) return [];
    throw error;
  }
}

/** Spans in order, within the text and apart; quotes that read what stands there. */
function assertStandsOnItsText({ text, tags }: TaggedText): void {
  const ids = new Set<string>();
  for (const { id, spans, quotes, state, label } of tags) {
    assert.ok(!ids.has(id), `two tags have the id ${id}`);
    ids.add(id);
    assert.notEqual(label, '');
    assert.equal(quotes.length, spans.length);
    let last = 0;
    spans.forEach(({ start, end }, i) => {
      assert.ok(last <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
      last = end;
      if (start < end) assert.equal(quotes[i]!.exact, stripBlanks(text.slice(start, end)));
    });
    if (state === 'orphan') assert.ok(spans.every(({ start, end }) => start === end));
  }
}

/** What stands there now of its words; those that are gone stand nowhere. */
function labelledWords({ label, spans, quotes }: Annotation): string {
  const words = quotes.filter((_, i) => spans[i]!.start < spans[i]!.end).map(({ exact }) => exact);
  // U+0085 ends a line for some, and is white space for them.
  return `${label} on ${words.join('').replaceAll('\u0085', '')}`;
}
