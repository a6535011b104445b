import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { exportedText } from '../../../client/src/annotations/exchange/exported-text.ts';
import { csv } from '../../../client/src/annotations/formats/csv.ts';
import { statementFacts } from '../../../server/src/features/statement-facts.ts';
import { createStatementService } from '../../../server/src/service.ts';
import { parseCsv } from '../../citations/strict-csv.ts';
import { tagOn } from '../../cli/tagged-files.ts';

const scheme = {
  ...diplomaticScheme,
  attributes: [
    {
      id: 'weight',
      name: { zh: '分量', en: 'Weight' },
      description: { zh: '', en: '' },
      kind: 'number' as const,
      choices: [],
      labels: [],
    },
  ],
};
const context = { scheme, language: 'en' as const, corpus: 'tags' };
const service = createStatementService();

/** The lines of the table, by the names of the columns. */
function table(text: string, tags: readonly ReturnType<typeof tagOn>[], form: 'raw' | 'clean' = 'raw') {
  const facts = statementFacts(service.analyse(text));
  const native = { name: 'a.txt', text, tags, annotator: '李', facts };
  const choice = { form, reviews: ['accepted' as const], marks: false };
  const { document } = exportedText(native, choice);
  const writer = csv.write!(context);
  const pieces = [...writer.document(document), ...writer.end()];
  const content = pieces.map((piece) => piece.content).join('');
  assert.ok(content.startsWith('\ufeff'));
  const [head, ...rows] = parseCsv(content.slice(1));
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [head![i]!, cell])));
}

const text = '中吉联合声明\n\n一、双方重申恪守《联合国\n宪章》，𠮷国支持合作。\n';

test('a line for a tag, its words on one line as they are read, with what stands beside them', () => {
  const [row] = table(text, [
    tagOn(text, '《联合国\n宪章》', {
      label: 'instrument',
      attributes: { weight: 2, iso: 'x;=1' },
      note: '注一\n注二',
      relations: [{ type: 'cites', target: 'urn:b' }],
    }),
  ]);
  assert.equal(row!.text, '《联合国宪章》');
  assert.match(row!.before!, /双方重申恪守$/);
  assert.match(row!.after!, /^，𠮷国支持合作。/);
  assert.deepEqual(
    [row!.document, row!.annotator, row!.label, row!.label_zh, row!.note, row!.attr_weight],
    [
      'a.txt',
      '李',
      'instrument',
      diplomaticScheme.labels.find(({ id }) => id === 'instrument')!.name.zh,
      '注一 注二',
      '2',
    ],
  );
  assert.equal(row!.attr_other, "iso=x;'=1");
  assert.equal(row!.relations, 'cites: urn:b');
  assert.match(row!.section!, /^一/);
});

test('positions count code points of the text that is exported', () => {
  const [row] = table(text, [tagOn(text, '支持')]);
  assert.deepEqual([row!.start, row!.end], ['27', '29']);
  const [clean] = table(text, [tagOn(text, '支持')], 'clean');
  assert.equal(clean!.text, '支持');
  assert.ok(Number(clean!.start) < 27);
});

test('fragments, a tag of the whole document, and lost words', () => {
  const first = tagOn(text, '双方');
  const second = tagOn(text, '支持');
  const rows = table(text, [
    { ...first, spans: [...first.spans, ...second.spans], quotes: [...first.quotes, ...second.quotes] },
    { ...first, id: 'whole', scope: 'document', spans: [], quotes: [] },
    { ...first, id: 'gone', state: 'orphan', spans: [{ start: 3, end: 3 }] },
  ]);
  const of = (id: string) => rows.find((row) => row.id === id)!;
  assert.equal(of('urn:test:双方').text, '双方…支持');
  assert.equal(of('urn:test:双方').spans, '10..12 27..29');
  assert.deepEqual([of('whole').scope, of('whole').text, of('whole').start], ['document', '', '']);
  assert.deepEqual([of('gone').state, of('gone').text, of('gone').start], ['orphan', '双方', '']);
});

test('no tags: the head alone', () => {
  assert.deepEqual(table(text, []), []);
});
