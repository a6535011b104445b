import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { InstrumentFile } from '../../server/src/instruments/instrument.ts';
import { readInstruments } from '../../server/src/workspace/instruments-file.ts';

const builtIn: InstrumentFile = {
  ambiguousNames: ['山城宣言'],
  instruments: [
    { id: 'un-charter', kind: 'charter', names: { zh: '联合国宪章' }, sources: {} },
    { id: 'city-2001', kind: 'declaration', names: { zh: '山城宣言' }, sources: {} },
  ],
};

/** What is said of a file: which words of it each problem is about, and the English sentence. */
function told(text: string): string[] {
  return readInstruments(text, builtIn).problems.map(({ range, message }) => {
    return `${text.slice(range.start, range.end)} → ${message.en}`;
  });
}

const file = (...instruments: unknown[]) => JSON.stringify({ instruments }, null, 2);
const entry = (more: object = {}) => ({
  id: 'water-2031',
  kind: 'agreement',
  names: { zh: '甲乙引水协定' },
  sources: {},
  ...more,
});
const ids = (text: string) => readInstruments(text, builtIn).instruments?.map(({ id }) => id) ?? null;

test('a sound file is taken as it is', () => {
  const text = file(entry(), entry({ id: 'un-charter', kind: 'charter', names: { zh: '联合国宪章' } }));
  assert.deepEqual(ids(text), ['water-2031', 'un-charter']);
  assert.deepEqual(told(text), []);
});

test('the built-in file has the form that it is checked for', () => {
  const url = new URL('../../server/src/instruments/data/instruments.json', import.meta.url);
  const text = readFileSync(url, 'utf8');
  const reading = readInstruments(text, { instruments: [] });
  assert.deepEqual(reading.problems, []);
  assert.equal(reading.instruments!.length, (JSON.parse(text) as InstrumentFile).instruments.length);
});

test('an entry that does not fit is left out, and the others count', () => {
  const text = file(entry({ kind: 'pact' }), entry({ id: 'bridge' }));
  assert.deepEqual(ids(text), ['bridge']);
  const [problem, ...others] = told(text);
  assert.match(
    problem!,
    /^"pact" → "pact" is not known here\. Write one of: treaty, agreement, .*left out\.$/,
  );
  assert.deepEqual(others, []);
});

test('says what is missing, and what it is for', () => {
  const { names: _, ...nameless } = entry();
  assert.match(told(file(nameless))[0]!, /^\{ → The field "names" is missing\. What texts call it\./);
});

test('says which fields there are where one is none', () => {
  assert.match(
    told(file(entry({ adopted: { day: '2031' } })))[0]!,
    /^"2031" → There is no field "day" here\. Take it out, or write one of: place, date\./,
  );
  assert.match(told('{ "instruments": [], "more": 1 }')[0]!, /^1 → There is no field "more" here\./);
});

test('says how a value is to be written', () => {
  assert.match(
    told(file(entry({ inForce: '16.5.2024' })))[0]!,
    /^"16\.5\.2024" → "16\.5\.2024" does not fit\. .*YYYY-MM-DD/,
  );
  assert.match(told(file(entry({ names: { zh: ['甲乙引水协定'] } })))[0]!, /This must be a text/);
  assert.match(told(file(entry({ names: '甲乙引水协定' })))[0]!, /This must be an object/);
  assert.match(told(file(entry({ parties: 'CN' })))[0]!, /This must be a list/);
  assert.match(told(file(entry({ parties: [] })))[0]!, /At least 1 must be listed/);
  assert.match(told(file(entry({ parties: ['CN', 'CN'] })))[0]!, /"CN" is listed twice/);
  assert.match(told(file(entry({ adopted: {} })))[0]!, /This is empty/);
});

test('says the same in Chinese', () => {
  const [problem] = readInstruments(file(entry({ inForce: '2031年' })), builtIn).problems;
  assert.equal(
    problem!.message.zh,
    '"2031年" 不合要求。生效日期。年、年-月或年-月-日，不比来源更精确。修正之前，此条不予采用。',
  );
});

test('a day that no calendar has', () => {
  const text = file(entry({ adopted: { date: '2031-02-30' } }));
  assert.deepEqual(ids(text), []);
  assert.match(told(text)[0]!, /^"2031-02-30" → There is no such day/);
  assert.deepEqual(told(file(entry({ adopted: { date: '2032-02-29' } }))), []);
});

test('parties are codes, and no names', () => {
  assert.match(
    told(file(entry({ parties: ['China'] })))[0]!,
    /^"China" → "China" does not fit\. A code such as CN/,
  );
});

test('what no schema can tell is told beside what one tells', () => {
  const text = file(
    entry({
      parties: ['China'],
      names: { zh: '甲乙引水协定', zhShort: ['引水协定', '协定'] },
      adopted: { date: '2031-02-30' },
      inForce: '2031-01',
    }),
  );
  assert.deepEqual(
    told(text).map((words) => words.replace(/\..*/, '')),
    [
      '"China" → "China" does not fit',
      '"2031-02-30" → There is no such day as "2031-02-30"',
      '"2031-01" → It is in force from "2031-01", before it was adopted on "2031-02-30"',
      '"协定" → "协定" is what many instruments are called; which one is meant, only the document can say',
    ],
  );
});

test('a day of entry into force before adoption is a doubt, and the entry counts', () => {
  const text = file(entry({ adopted: { date: '2031-05' }, inForce: '2031-04-30' }));
  assert.deepEqual(ids(text), ['water-2031']);
  assert.equal(readInstruments(text, builtIn).problems[0]!.severity, 'warning');
  for (const inForce of ['2031', '2031-05', '2031-05-01']) {
    assert.deepEqual(told(file(entry({ adopted: { date: '2031-05-01' }, inForce }))), [], inForce);
  }
});

test('where the editor checks the schema, only what comes of it is said, once an entry', () => {
  const checked = (text: string) => {
    const reading = readInstruments(text, builtIn, { checksSchema: true });
    return [reading.instruments?.length ?? null, reading.problems.map(({ message }) => message.en)];
  };
  const left = 'Until what is marked in this entry is mended, the entry is left out.';
  assert.deepEqual(checked(file(entry({ parties: ['China'], kind: 'pact' }), entry({ id: 'b' }))), [
    1,
    [left],
  ]);
  assert.deepEqual(checked(file(entry())), [1, []]);
  assert.match((checked(file(entry({ inForce: '2031-02-30' })))[1] as string[])[0]!, /no such day/);
  const unchanged = /^Until what is marked in this file is mended, the file changes nothing/;
  for (const text of ['{}', '[]', '{ "instruments": 1 }']) {
    const [count, [said, ...others]] = checked(text) as [null, string[]];
    assert.deepEqual([count, others], [null, []]);
    assert.match(said!, unchanged, text);
  }
  assert.deepEqual(checked('{ "instruments": [], "more": 1 }'), [0, []]);
});

test('of two entries with one id the first counts', () => {
  const text = file(entry(), entry({ kind: 'treaty' }));
  assert.equal(readInstruments(text, builtIn).instruments![0]!.kind, 'agreement');
  assert.match(told(text)[0]!, /^"water-2031" → The id "water-2031" is there twice/);
});

test('a name of another instrument is a warning, unless it is declared', () => {
  const twin = entry({ id: 'charter-2', names: { zh: '联合国宪章' } });
  const [problem] = readInstruments(file(twin), builtIn).problems;
  assert.equal(problem!.severity, 'warning');
  assert.match(problem!.message.en as string, /is also a name of "un-charter"/);
  assert.deepEqual(ids(file(twin)), ['charter-2']);
  assert.deepEqual(told(JSON.stringify({ ambiguousNames: ['联合国宪章'], instruments: [twin] })), []);
  assert.deepEqual(told(file(entry({ names: { zh: '山城宣言' } }))), []);
});

test('the members of a collective name must be there', () => {
  const both = entry({ kind: 'collective', members: ['un-charter', 'nothing'] });
  assert.match(told(file(both))[0]!, /^"nothing" → There is no instrument with the id "nothing"/);
});

test('a file that is no JSON changes nothing and says where', () => {
  const text = '{ "instruments": [ }';
  const { instruments, problems } = readInstruments(text, builtIn);
  assert.equal(instruments, null);
  assert.equal(text.slice(problems[0]!.range.start), '}');
  assert.match(
    problems[0]!.message.en as string,
    /^This file is not valid JSON: .*it changes nothing: what was read of it before, if anything, goes on\.$/,
  );
});

test('nor does one that holds something else', () => {
  for (const text of ['', '[]', 'null', '{}', '{ "instruments": {} }', '"', '{ "instruments": [', '\ufeff']) {
    const { instruments, problems } = readInstruments(text, builtIn);
    assert.equal(instruments, null, text);
    assert.ok(problems.length > 0, text);
    for (const { range } of problems) assert.ok(range.start >= 0 && range.end <= text.length, text);
  }
});

test('hostile files end soon', () => {
  assert.equal(ids('['.repeat(500_000)), null);
  assert.equal(ids(`{"instruments":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)?.length, 0);
  assert.equal(ids(' '.repeat(1_000_001)), null);
  assert.deepEqual(ids('{"__proto__": {"instruments": []}, "instruments": [{"__proto__": {}}]}'), []);
  const many = file(...Array.from({ length: 2000 }, () => ({})));
  assert.equal(readInstruments(many, builtIn).problems.length, 50);
});

test('a value that is nested deeper than the engine can follow is told of as any other', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const text = file(entry({ kind: '…' })).replace('"…"', deep);
  const { instruments, problems } = readInstruments(text, builtIn);
  assert.deepEqual(instruments, []);
  assert.match(String(problems[0]!.message.en), /^\[…\] is not known here\./);
});

test('a BOM does not move the places', () => {
  const text = `\ufeff${file(entry({ kind: 'pact' }))}`;
  const [problem] = readInstruments(text, builtIn).problems;
  assert.equal(text.slice(problem!.range.start, problem!.range.end), '"pact"');
});
