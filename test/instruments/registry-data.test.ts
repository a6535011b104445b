import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { isBareGenus } from '../../server/src/instruments/genus.ts';
import {
  INSTRUMENT_KINDS,
  INSTRUMENT_STATUSES,
  type Instrument,
  type InstrumentFile,
} from '../../server/src/instruments/instrument.ts';
import { builtInRegistry, chineseNames, nameKey } from '../../server/src/instruments/registry.ts';

const DATA = new URL('../../server/src/instruments/data/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
const file = readJson('instruments.json') as InstrumentFile;
const schema = readJson('instruments.schema.json') as {
  definitions: {
    instrument: { properties: { kind: { enum: string[] }; status: { enum: string[] } } };
  };
};

/** What the schema says to editors, and no validator needs. */
const FOR_EDITORS = [
  'markdownDescription',
  'enumDescriptions',
  'patternErrorMessage',
  'defaultSnippets',
] as const;

/** Asserts that `fails` finds nothing in any entry, and names all that fail at once. */
function forEach(fails: (instrument: Instrument) => string | undefined | false): void {
  const failures = file.instruments.flatMap((one) => {
    const failure = fails(one);
    return failure ? [`${one.id}: ${failure}`] : [];
  });
  assert.deepEqual(failures, []);
}

/** The facts that must have a source, by path. Names and classification need none. */
function facts(one: Instrument): Map<string, string> {
  const found = new Map<string, string>();
  const add = (path: string, value: string | undefined) => {
    if (value !== undefined) found.set(path, value);
  };
  add('adopted.place', one.adopted?.place);
  add('adopted.date', one.adopted?.date);
  add('opened.place', one.opened?.place);
  add('opened.date', one.opened?.date);
  add('inForce', one.inForce);
  add('depositary', one.depositary);
  add('registration', one.registration);
  add('link', one.link);
  add('note', one.note?.en);
  add('provisions', one.provisions?.[0]?.en);
  return found;
}

const dates = (one: Instrument) =>
  [one.adopted?.date, one.opened?.date, one.inForce].filter((date) => date !== undefined);

/** A real day of the calendar, as far as the date goes. */
function isCalendarDate(date: string): boolean {
  const [year, month = '01', day = '01'] = date.split('-');
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

test('the data have the form of the schema', () => {
  const validate = new Ajv({ allErrors: true, keywords: [...FOR_EDITORS] }).compile(schema);
  assert.ok(validate(file), JSON.stringify(validate.errors, null, 2));
});

test('the schema knows the kinds and statuses that the type knows', () => {
  const { kind, status } = schema.definitions.instrument.properties;
  assert.deepEqual(kind.enum, [...INSTRUMENT_KINDS]);
  assert.deepEqual(status.enum, [...INSTRUMENT_STATUSES]);
});

test('ids are unique and in order', () => {
  const ids = file.instruments.map((one) => one.id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
});

test('an id that ends in a year names the year of adoption or of opening for signature', () => {
  forEach((one) => {
    const year = /-((?:18|19|20)\d\d)$/.exec(one.id)?.[1];
    const known = [one.adopted?.date, one.opened?.date].filter((date) => date !== undefined);
    return year !== undefined && known.length > 0 && !known.some((date) => date.startsWith(year)) && year;
  });
});

test('dates are real days', () => {
  forEach((one) => dates(one).find((date) => !isCalendarDate(date)));
});

test('nothing enters into force before it is adopted, nor is opened for signature before', () => {
  forEach((one) => {
    const adopted = one.adopted?.date;
    const later = [one.opened?.date, one.inForce];
    return (
      adopted !== undefined &&
      later.find((date) => date !== undefined && date < adopted.slice(0, date.length))
    );
  });
});

test('every date, place, depositary, registration, link and note has its source', () => {
  forEach((one) => [...facts(one).keys()].find((path) => one.sources[path] === undefined));
});

test('no source is given for a field that is not there', () => {
  forEach((one) =>
    Object.keys(one.sources).find((path) => {
      let value: unknown = one;
      for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
      return value === undefined;
    }),
  );
});

test('status agrees with the rest', () => {
  forEach((one) => {
    if ((one.kind === 'draft') !== (one.status === 'draft')) return `${one.kind}, ${one.status}`;
    if (one.inForce !== undefined && (one.status === 'political' || one.status === 'not-in-force')) {
      return `${one.status}, in force ${one.inForce}`;
    }
    return undefined;
  });
});

test('a collective name stands for entries of the registry, and only such a name has members', () => {
  const registry = builtInRegistry();
  forEach((one) => {
    if (one.members !== undefined && one.kind !== 'collective') return 'members';
    return one.members?.find((id) => !registry.byId.has(id));
  });
});

test('no name belongs to two entries but those that are declared ambiguous, and these do', () => {
  const shared = [...builtInRegistry().names].filter(([, bearers]) => bearers.length > 1);
  assert.deepEqual(shared.map(([name]) => name).sort(), [...(file.ambiguousNames ?? [])].map(nameKey).sort());
});

test('no name is a bare genus word', () => {
  const genus =
    /^(?:联合|聯合|规划|規劃|实施|實施|中期|合作|停战|停戰|经贸合作|經貿合作)*(?:条约|條約|公约|公約|协定|協定|协议|協議|宪章|憲章|议定书|議定書|声明|聲明|宣言|公报|公報|规约|規約|纲要|綱要|路线图|路線圖|倡议|倡議|议程|議程|规划|規劃|计划|計劃|决议|決議)$/;
  forEach((one) => chineseNames(one.names).find((name) => genus.test(name) || isBareGenus(name)));
});

/**
 * The Han characters of one script: those that its national standard could write. GB 2312 has the simplified
 * form of a character, and Big5 the traditional one; what both have is the same in both.
 */
function repertoire(encoding: 'gbk' | 'big5', trails: readonly (readonly [number, number])[]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail++) {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (/^\p{Script=Han}$/u.test(character)) found.add(character);
      }
    }
  }
  return found;
}

const SIMPLIFIED = repertoire('gbk', [[0xa1, 0xfe]]);
const TRADITIONAL = repertoire('big5', [
  [0x40, 0x7e],
  [0xa1, 0xfe],
]);
const strayIn = (names: readonly (string | undefined)[], script: ReadonlySet<string>) =>
  [...names.join('')].find((character) => /\p{Script=Han}/u.test(character) && !script.has(character));

test('the two scripts are told apart', () => {
  assert.ok(SIMPLIFIED.has('约') && !SIMPLIFIED.has('約') && SIMPLIFIED.has('公'));
  assert.ok(TRADITIONAL.has('約') && !TRADITIONAL.has('约') && TRADITIONAL.has('公'));
});

test('simplified names are written in simplified characters', () => {
  forEach(({ names }) => strayIn([names.zh, ...(names.zhShort ?? [])], SIMPLIFIED));
});

test('traditional names are written in traditional characters', () => {
  forEach(({ names }) => strayIn([names.zhHant, ...(names.zhHantShort ?? [])], TRADITIONAL));
});

test('provisions and notes are in both languages, and a provision is one sentence', () => {
  const han = /\p{Script=Han}/u;
  forEach((one) => {
    const texts = [...(one.provisions ?? []), ...(one.note === undefined ? [] : [one.note])];
    const odd = texts.find(({ zh, en }) => !han.test(zh) || han.test(en));
    if (odd !== undefined) return `${odd.zh} / ${odd.en}`;
    return one.provisions?.find(({ zh, en }) => zh.length > 100 || en.length > 240)?.en;
  });
});

test('English and Russian names are in Latin and in Cyrillic letters', () => {
  forEach(({ names }) => {
    if (names.en !== undefined && !/^[\p{Script=Latin}\p{N}\p{P}\p{S} ]+$/u.test(names.en)) return names.en;
    return names.ru !== undefined && !/\p{Script=Cyrillic}/u.test(names.ru) && names.ru;
  });
});

test('how much is known', (t) => {
  const count = (has: (one: Instrument) => unknown) => file.instruments.filter(has).length;
  const known = {
    instruments: file.instruments.length,
    'date of adoption': count((one) => one.adopted?.date),
    'entry into force': count((one) => one.inForce),
    registration: count((one) => one.registration),
    link: count((one) => one.link),
    provisions: count((one) => one.provisions),
  };
  t.diagnostic(JSON.stringify(known));
  // Most are known by their date; an entry of names alone is the exception.
  assert.ok(known['date of adoption'] > known.instruments / 2);
});

const STATEMENT = new URL('../../../shared/documents/cn-ru-2024-05-16.clean.txt', import.meta.url);

test('every title that the real statement cites is known', { skip: !existsSync(STATEMENT) }, () => {
  const titles = [...readFileSync(STATEMENT, 'utf8').matchAll(/《([^《》]+)》/g)].map((match) => match[1]!);
  assert.equal(titles.length, 29);
  const unknown = titles.filter((title) => builtInRegistry().named(title).length !== 1);
  assert.deepEqual(unknown, ['纲要']);
});

test('what the real statement cites without title marks is known too', () => {
  for (const name of [
    '2030年可持续发展议程',
    '布特拉加亚愿景',
    '在国际安全领域促进和平利用国际合作',
    '全球发展倡议',
  ]) {
    assert.equal(builtInRegistry().named(name).length, 1, name);
  }
});
