// What the report's page may send, what it is sent, and what its pictures are made of where that needs no page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateSpan } from '../../client/src/reports/date-span.ts';
import { readReportIntent } from '../../client/src/reports/intent.ts';
import { labelsByStatement } from '../../client/src/reports/label-counts.ts';
import { shown } from '../../client/src/reports/messages.ts';
import {
  type Colour,
  contrast,
  hex,
  legible,
  mixed,
  readColour,
} from '../../client/src/reports/page/colour.ts';
import { asked, counted } from './example.ts';

test('messages of the page are checked', () => {
  const go = { type: 'go', version: 1, figure: 'confusions', row: 0, column: 2 };
  assert.deepEqual(readReportIntent({ ...go, extra: 1 }), go);
  assert.deepEqual(readReportIntent({ type: 'annotator', annotator: null }), {
    type: 'annotator',
    annotator: null,
  });
  assert.deepEqual(readReportIntent({ type: 'ready' }), { type: 'ready' });
  assert.deepEqual(readReportIntent({ type: 'drawn', version: 3, x: 1 }), { type: 'drawn', version: 3 });
  for (const refused of [
    null,
    'ready',
    { type: 'toString' },
    { ...go, row: -1 },
    { ...go, column: 0.5 },
    { ...go, row: '0' },
    { type: 'annotator' },
    { type: 'drawn', version: '3' },
    { type: 'csv', figure: 'x'.repeat(5001) },
    { type: 'svg', figure: 'a', svg: '<script>' },
    { type: 'svg', figure: 'a', svg: `<svg ${'x'.repeat(8_000_000)}` },
  ]) {
    assert.equal(readReportIntent(refused), undefined);
  }
});

test('the page is told that a cell leads to a place, but not to which', () => {
  const text = '甲国和乙国联合声明\n\n双方同意。\n';
  const statements = Array.from({ length: 2100 }, (_, at) =>
    at === 0 ? counted(text, { Li: [['双方', 'party']] }) : { ...counted('', {}), name: String(at) },
  );
  const figure = shown(labelsByStatement(statements, asked));
  assert.deepEqual(figure.rows[0], { cells: ['a.statement.txt', 1, 1], linked: [0, 1] });
  assert.deepEqual(figure.rows[1]!.linked, [0]);
  assert.deepEqual([figure.rows.length, figure.all], [2000, 2100]);
  assert.doesNotMatch(JSON.stringify(figure), /file:/);
});

test('a date spans its year, month or day', () => {
  const days = (date: string) => {
    const span = dateSpan(date)!;
    return [new Date(span.from).toISOString().slice(0, 10), (span.to - span.from) / 86_400_000];
  };
  assert.deepEqual(days('1996'), ['1996-01-01', 366]);
  assert.deepEqual(days('1997-12'), ['1997-12-01', 31]);
  assert.deepEqual(days('2001-07-16'), ['2001-07-16', 1]);
  assert.deepEqual([dateSpan('2001-7'), dateSpan(''), dateSpan('null')], [undefined, undefined, undefined]);
});

test('colours are read as styles and schemes have them, and text can be told from its ground', () => {
  const white: Colour = [255, 255, 255];
  const black: Colour = [0, 0, 0];
  assert.deepEqual(readColour('#0b6e4f', white), [11, 110, 79]);
  assert.deepEqual(readColour('rgb(1, 2, 3)', white), [1, 2, 3]);
  assert.deepEqual(readColour('rgba(0, 0, 0, 0.5)', white), [128, 128, 128]);
  assert.equal(readColour('url(x)', white), undefined);
  assert.equal(hex([11, 110, 79]), '#0b6e4f');
  assert.equal(contrast(black, white), 21);
  for (let share = 0; share <= 1; share += 0.05) {
    const ground = mixed([0, 99, 211], white, share);
    assert.ok(contrast(legible([[60, 60, 60]], ground, 4.5), ground) >= 4.5, String(share));
  }
});
