// What reports count: labels by section and by statement, instruments by date, and instruments cited together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CountedStatement, countStatement } from '../../client/src/reports/counted-statement.ts';
import { figureCsv } from '../../client/src/reports/figure-csv.ts';
import { type Asked, folderReport, statementReport } from '../../client/src/reports/report.ts';
import { hostileTitles, instrument, mention } from '../citations/example.ts';
import { asked, counted, table, tag } from './example.ts';

const text = `东山国和西海国联合声明

应西海国总统邀请，东山国总统于2031年5月6日访问西海国。

一、双方重申恪守《联合国宪章》和《不扩散核武器条约》，支持扩大农业合作。

二、双方将落实2029年6月3日签署的《东山国和西海国友好条约》，支持《联合国宪章》、《东山国渔业协定》和《不扩散核武器条约》。

2031年5月6日于望海城
`;
const other = `北原国和东山国联合公报

一、双方恪守《联合国宪章》和2029年6月签署的《东山国和西海国友好条约》。

2032年1月1日于北原
`;

const figureOf = (statements: readonly CountedStatement[], id: string, wish: Asked = asked) => {
  const figures =
    statements.length === 1 ? statementReport(statements[0]!, wish) : folderReport(statements, wish);
  return figures.find((figure) => figure.id === id);
};
const tableOf = (statements: readonly CountedStatement[], id: string, wish?: Asked) =>
  table(figureOf(statements, id, wish)!);

const tags = {
  Li: [
    ['西海国总统', 'person'],
    ['东山国总统', 'person'],
    ['扩大农业合作', 'commitment'],
    ['农业', 'constructor'],
  ],
  Wang: [['西海国总统', 'person']],
} as const;

test('labels are counted by the section that a tag begins in; one that the scheme does not have comes last', () => {
  assert.deepEqual(tableOf([counted(text, tags)], 'labels-by-section'), [
    ['section', 'Person', 'Commitment', 'constructor', 'tags'],
    ['东山国和西海国联合声明', 0, 0, 0, 0],
    ['应西海国总统邀请…', 3, 0, 0, 3],
    ['一、双方重申恪守《联合国宪章》和《不扩散核武器条约》…', 0, 1, 1, 2],
    ['二、双方将落实2029年6月3日签署的《东山国和西海…', 0, 0, 0, 0],
    ['2031年5月6日于望海城', 0, 0, 0, 0],
  ]);
});

test('one annotator’s tags are counted apart', () => {
  const [head, , preamble] = tableOf([counted(text, tags)], 'labels-by-section', {
    ...asked,
    annotator: 'Wang',
  });
  assert.deepEqual(head, ['section', 'Person', 'tags']);
  assert.deepEqual(preamble, ['应西海国总统邀请…', 1, 1]);
});

test('what was settled counts apart, and not with the tags of which it was settled', () => {
  const settled = { Li: tags.Wang, settled: tags.Wang };
  const person = (wish: Asked) => tableOf([counted(text, settled)], 'labels-by-section', wish)[2];
  assert.deepEqual(person(asked), ['应西海国总统邀请…', 1, 1]);
  assert.deepEqual(person({ ...asked, annotator: 'settled' }), ['应西海国总统邀请…', 1, 1]);
});

test('a tag of the whole document has a row of its own, and the mark on a reviewed section is no tag', () => {
  const facts = { date: null, parts: [], cited: [] };
  const layers = [
    {
      annotator: '',
      isSettled: false,
      tags: [
        tag(text, '应西海国', 'reviewed', { scope: 'section' }),
        tag(text, '', 'position', { id: 'p', scope: 'document', spans: [], quotes: [] }),
        tag(text, '总统', 'person'),
      ],
    },
  ];
  const statement = countStatement({ document: 'file:///a', name: 'a', layers }, facts);
  assert.deepEqual(tableOf([statement], 'labels-by-section'), [
    ['section', 'Person', 'Position', 'tags'],
    ['(document)', 0, 1, 1],
    ['(outside)', 1, 0, 1],
  ]);
});

test('each cell leads to the first of its tags', () => {
  const figure = figureOf([counted(text, tags)], 'labels-by-section')!;
  const place = figure.rows[1]!.places![1]!;
  assert.equal(place.document, 'file:///a.statement.txt');
  assert.equal(text.slice(place.start, place.end), '西海国总统');
  assert.equal(figure.rows[1]!.places![2], null);
});

test('labels are counted by statement, with those that have no tags yet', () => {
  const statements = [counted(text, tags), counted(other, {}, 'b.txt')];
  assert.deepEqual(tableOf(statements, 'labels-by-statement'), [
    ['statement', 'Person', 'Commitment', 'constructor', 'tags'],
    ['a.statement.txt', 3, 1, 1, 5],
    ['b.txt', 0, 0, 0, 0],
  ]);
});

test('where nothing is tagged, the figure says so', () => {
  assert.equal(figureOf([counted(text)], 'labels-by-section')?.none, 'no tags');
  assert.equal(folderReport([], asked)[0]?.none, 'no statements');
  const bare = figureOf([counted('东山国和西海国联合声明\n\n一、双方同意。\n')], 'instruments-by-date');
  assert.equal(bare?.none, 'no instruments');
});

test('instruments stand by their dates, and those without one apart', () => {
  const statements = [counted(text)];
  assert.deepEqual(tableOf(statements, 'instruments-by-date'), [
    ['instrument', 'date', 'date_from', 'mentions'],
    ['联合国宪章', '1945-06-26', 'registry', 2],
    ['不扩散核武器条约', '1968-07-01', 'registry', 2],
    ['东山国和西海国友好条约', '2029-06-03', 'text', 1],
  ]);
  assert.deepEqual(figureOf(statements, 'instruments-by-date')?.notes, ['undated: 1']);
  assert.deepEqual(tableOf(statements, 'undated-instruments'), [
    ['instrument', 'reason', 'mentions'],
    ['东山国渔业协定', 'no date', 1],
  ]);
});

test('over several statements the most exact date counts, and none where they tell different ones', () => {
  const statements = [counted(text), counted(other, {}, 'b.txt')];
  assert.deepEqual(tableOf(statements, 'instruments-by-date')[3], [
    '东山国和西海国友好条约',
    '2029-06-03',
    'text',
    2,
    2,
  ]);
  const wrong = counted(other.replace('2029年6月签署', '2028年签署'), {}, 'b.txt');
  assert.equal(tableOf([counted(text), wrong], 'instruments-by-date').length, 3);
  assert.deepEqual(tableOf([counted(text), wrong], 'undated-instruments').slice(1), [
    ['东山国和西海国友好条约', 'differ: 2028, 2029-06-03', 2],
    ['东山国渔业协定', 'no date', 1],
  ]);
});

test('statements stand by their own dates, with what they cite; one without a date comes last', () => {
  const undated = counted(other.replace('2032年1月1日于北原\n', ''), {}, '0.txt');
  const statements = [undated, counted(other, {}, 'b.txt'), counted(text)];
  assert.deepEqual(
    tableOf(statements, 'instruments-by-statement').map(([name, date, title]) => [name, date, title]),
    [
      ['statement', 'statement_date', 'instrument'],
      ['a.statement.txt', '2031-05-06', '联合国宪章'],
      ['a.statement.txt', '2031-05-06', '不扩散核武器条约'],
      ['a.statement.txt', '2031-05-06', '东山国和西海国友好条约'],
      ['b.txt', '2032-01-01', '联合国宪章'],
      ['b.txt', '2032-01-01', '东山国和西海国友好条约'],
      ['0.txt', null, '联合国宪章'],
      ['0.txt', null, '东山国和西海国友好条约'],
    ],
  );
  assert.deepEqual(figureOf(statements, 'instruments-by-statement')?.notes, ['undated statements: 1']);
});

test('co-citation counts the sections that cite both, once each', () => {
  assert.deepEqual(tableOf([counted(text)], 'pairs-in-sections').slice(0, 3), [
    ['first', 'second', 'sections'],
    ['联合国宪章', '不扩散核武器条约', 2],
    ['联合国宪章', '东山国和西海国友好条约', 1],
  ]);
  assert.deepEqual(tableOf([counted(text)], 'co-citation-in-sections').slice(0, 2), [
    ['instrument', '联合国宪章', '不扩散核武器条约', '东山国和西海国友好条约', '东山国渔业协定'],
    ['联合国宪章', null, 2, 1, 1],
  ]);
});

test('in a folder it counts the statements that cite both', () => {
  const statements = [counted(text), counted(other, {}, 'b.txt')];
  assert.deepEqual(tableOf(statements, 'pairs-in-statements').slice(0, 2), [
    ['first', 'second', 'sections', 'statements'],
    ['联合国宪章', '东山国和西海国友好条约', 2, 2],
  ]);
});

test('a matrix is the same across as down', () => {
  const { rows } = figureOf([counted(text), counted(other, {}, 'b.txt')], 'co-citation-in-statements')!;
  rows.forEach(({ cells }, down) => {
    assert.deepEqual(
      cells.slice(1),
      rows.map((row) => row.cells[down + 1]),
    );
  });
});

test('a CSV has all columns by their ids, keeps numbers, and holds no formula', () => {
  const names = hostileTitles.map((title) => counted(other, { Li: [['东山国', 'party']] }, title));
  const hostile = figureOf(names, 'labels-by-statement')!;
  assert.equal(hostile.rows.length, hostileTitles.length);
  for (const line of figureCsv(hostile).split('\r\n')) assert.doesNotMatch(line, /^"?\s*[=+\-@＝]/);
  const csv = figureCsv(figureOf([counted(text)], 'instruments-by-date')!);
  assert.equal(
    csv.split('\r\n').slice(0, 2).join('\n'),
    'instrument,identity,date,date_from,mentions\n联合国宪章,un-charter,1945-06-26,registry,2',
  );
  assert.equal(
    figureCsv({
      columns: [{ id: 'alpha', name: '', kind: 'number' }],
      rows: [{ cells: [-0.25] }, { cells: ['-1+1'] }, { cells: [null] }],
    }),
    "alpha\r\n-0.25\r\n'-1+1\r\n\r\n",
  );
});

/** A statement that cites so many instruments, all in one section. */
function citing(many: number, from: number): CountedStatement {
  const cited = Array.from({ length: many }, (_, at) => {
    const known = instrument({ id: `i${from + at}`, adopted: { date: '1907' } });
    return { identity: known.id, instrument: known, title: known.id, mentions: [mention(at)] };
  });
  const parts = [{ kind: 'section', label: '一', start: 0, end: 9 }] as const;
  const name = `${from}.txt`;
  return countStatement({ document: name, name, layers: [] }, { date: '1910', parts, cited });
}

test('pairs are counted among the 300 instruments that are cited most, and the report says so', () => {
  const figure = figureOf([citing(2000, 0), citing(40, 0)], 'pairs-in-statements')!;
  assert.equal(figure.rows.length, (300 * 299) / 2);
  assert.deepEqual(figure.rows[0]!.cells, ['i0', 'i1', 2, 2]);
  assert.deepEqual(figure.notes, ['300 of 2000']);
  assert.deepEqual(figureOf([citing(2000, 0), citing(40, 0)], 'co-citation-in-statements')?.notes, [
    '15 of 300',
    '300 of 2000',
  ]);
});

test('labels may be called as members of every object are', () => {
  const statement = counted(text, {
    Li: [
      ['农业', 'toString'],
      ['农业', '__proto__'],
    ],
  });
  assert.deepEqual(tableOf([statement], 'labels-by-section')[0], [
    'section',
    '__proto__',
    'toString',
    'tags',
  ]);
});
