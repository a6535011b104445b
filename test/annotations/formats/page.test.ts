// The tables at the head of docs/formats.md are what the formats say of themselves. Where one differs, the test shows
// the line as it is to be.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { exportedText } from '../../../client/src/annotations/exchange/exported-text.ts';
import { type Feature, features } from '../../../client/src/annotations/formats/features.ts';
import type { Format } from '../../../client/src/annotations/formats/format.ts';
import { formatIds, formatNames } from '../../../client/src/annotations/formats/format-names.ts';
import { availableFormats, loadFormat } from '../../../client/src/annotations/formats/formats.ts';
import { statementFacts } from '../../../server/src/features/statement-facts.ts';
import { createStatementService } from '../../../server/src/service.ts';
import { tagOn } from '../../cli/tagged-files.ts';

const page = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
const formats = await Promise.all(availableFormats.map(loadFormat));

/** The table of the page whose head begins so, line by line. */
function tableOf(head: string): string[] {
  const lines = page.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  assert.notEqual(from, -1, `a table that begins with “${head}”`);
  return lines.slice(
    from,
    lines.findIndex((line, i) => i > from && !line.startsWith('|')),
  );
}

/** The names of the files that a document makes, and those of all documents, as people read them. */
function filesOf(format: Format): string {
  const text = '中吉联合声明\n双方欢迎。\n';
  const facts = statementFacts(createStatementService().analyse(text));
  const native = { name: 'NAME.txt', text, tags: [tagOn(text, '双方')], annotator: '', facts };
  const { document } = exportedText(native, { form: 'raw', reviews: ['accepted'], marks: false });
  const writer = format.write!({ scheme: diplomaticScheme, language: 'en', corpus: 'CORPUS' });
  const files = new Set([...writer.document(document), ...writer.end()].map(({ file }) => file));
  return [...files].map((file) => `\`${file}\``).join(', ');
}

test('every format has a row: its name for the command, what it is, ways, files and what positions count', () => {
  assert.deepEqual(availableFormats, formatIds);
  const units = { 'utf-16': 'UTF-16 code units', 'code-points': 'code points' };
  const rows = formats.map((format) => {
    const { id, reader, schemeReader, unit } = format;
    const ways = reader ? 'export, import' : schemeReader ? 'export, import of labels' : 'export';
    return `| \`${id}\` | ${formatNames[id]} | ${ways} | ${filesOf(format)} | ${unit ? units[unit] : '–'} |`;
  });
  assert.deepEqual(tableOf('`--to`').slice(2), rows);
});

test('every format says what it holds', () => {
  const names = Object.keys(features) as Feature[];
  const signs = { yes: '✓', part: 'part', no: '–' };
  const [head, , ...rows] = tableOf('holds');
  assert.equal(head, `| holds | ${availableFormats.map((id) => `\`${id}\``).join(' | ')} |`);
  assert.deepEqual(
    rows,
    names.map(
      (name) =>
        `| ${features[name].en} · ${features[name].zh} | ${formats.map(({ holdings }) => signs[holdings[name]]).join(' | ')} |`,
    ),
  );
});
