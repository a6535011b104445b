import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Entry, outlineOf } from '../../server/src/findings/outline.ts';
import { createStatementService } from '../../server/src/service.ts';
import { classifyBlock } from '../../server/src/statement/heading.ts';
import { buildStatement } from '../../server/src/statement/statement.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { noRealDocuments, realDocument } from '../corpus/documents.ts';

const service = createStatementService();

/** Treaties, a statute and a declaration; articles, chapters, items in four systems, simplified and traditional. */
const names = [
  'vcdr-zh-hant',
  'outer-space-zh-hant',
  'korean-armistice-1953',
  'law-treaty-procedure-1990',
  'udhr-cmn_hans',
  'cn-ru-2024-05-16.clean',
];
/** Of the numbers of a long text, every so many are tried. */
const tried = 20;

/** The text with the mark of each of some entries read for that of the one before it. */
function* spoilt(raw: string): Generator<string> {
  const { blocks, clean, map } = service.analyse(raw).reading;
  const { tree } = buildStatement(blocks, clean.length);
  const { counts } = outlineOf({ tree, blocks, forms: blocks.map(({ text }) => classifyBlock(text)) });
  const pairs = counts.flatMap(({ entries }) =>
    entries.slice(1, -1).map((entry, i): [Entry, Entry] => [entries[i]!, entry]),
  );
  const placeOf = ({ block, form }: Entry) =>
    map.rangeToRaw({ start: block.start + form.start, end: block.start + form.mark });
  const step = Math.max(1, Math.floor(pairs.length / tried));
  for (let i = 0; i < pairs.length; i += step) {
    const [before, entry] = pairs[i]!.map(placeOf) as [
      { start: number; end: number },
      { start: number; end: number },
    ];
    yield raw.slice(0, entry.start) + raw.slice(before.start, before.end) + raw.slice(entry.end);
  }
}

test('a number that is read for the one before it is found, and mostly mended', {
  skip: noRealDocuments,
}, () => {
  let all = 0;
  let mended = 0;
  const missed: string[] = [];
  for (const name of names) {
    const raw = realDocument(name);
    let number = 0;
    for (const text of spoilt(raw)) {
      all++;
      number++;
      const found = service.analyse(text).readingArtefacts.filter(({ rule }) => rule === 'numbering');
      if (found.length === 0) missed.push(`${name} ${number}`);
      if (
        applyEdits(
          text,
          found.flatMap(({ edits }) => edits),
        ) === raw
      )
        mended++;
    }
  }
  console.log(`${all} numbers spoilt: ${all - missed.length} found, ${mended} mended`);
  assert.ok(all > 80);
  assert.ok(missed.length <= all * 0.02, missed.join(', '));
  assert.ok(mended >= all * 0.95);
});
