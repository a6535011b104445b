import schema from '../instruments/data/instruments.schema.json' with { type: 'json' };
import type { Instrument, InstrumentFile } from '../instruments/instrument.ts';
import { chineseNames, nameKey } from '../instruments/registry.ts';
import type { Bilingual } from '../l10n/bilingual.ts';
import { isObject, type JsonPath, type JsonValue } from '../text/json.ts';
import { readJson } from '../text/json-source.ts';
import type { TextRange } from '../text/range.ts';
import { factProblems, type Words } from './instrument-facts.ts';
import { type JsonSchema, type SchemaProblem, schemaProblems, shown } from './json-schema.ts';

/** Where the instruments of a workspace folder are, below it. */
export const instrumentsPath = ['.jiaozhu', 'instruments.json'] as const;

/** More than this in UTF-16 code units is no list that people keep by hand. */
export const largestInstrumentsFile = 1_000_000;

/** Nobody reads more; and each is looked for in the file. */
const MOST_PROBLEMS = 50;

/** Something in the file, and what to do about it. */
export interface InstrumentsProblem {
  /** error: what it is in is left out; warning: it counts as it stands. */
  readonly severity: 'error' | 'warning';
  /** UTF-16 in the text of the file; on one line where the fault is in something longer. */
  readonly range: TextRange;
  readonly message: Bilingual;
}

export interface InstrumentsReading {
  /** The entries that are sound; null where the file is none, and nothing is to change because of it. */
  readonly instruments: readonly Instrument[] | null;
  readonly problems: readonly InstrumentsProblem[];
}

/** Who else looks at the file. */
export interface InstrumentsReader {
  /** The editor says itself what does not fit the schema: it is not said twice, only what comes of it. */
  readonly checksSchema: boolean;
}

/**
 * Reads `.jiaozhu/instruments.json`. Never throws. An entry that does not fit the schema is left out, and said so.
 * @param builtIn what the entries are added to
 */
export function readInstruments(
  text: string,
  builtIn: InstrumentFile,
  { checksSchema }: InstrumentsReader = { checksSchema: false },
): InstrumentsReading {
  if (text.length > largestInstrumentsFile) return refused(text, 0, tooLarge);
  const json = readJson(text);
  if (!json.ok)
    return refused(text, json.offset, notJson(json.reason.replace(/ in JSON at position .*$/s, '')));
  const misfits = schemaProblems(schema as JsonSchema, json.value);
  const faults = checksSchema ? consequences(misfits) : misfits.map(faultOf);
  const list = isObject(json.value) ? json.value.instruments : undefined;
  const unsound = new Set(misfits.filter(({ path }) => isAboutEntry(path)).map(({ path }) => path[1]));
  const sound = Array.isArray(list) ? soundEntries(list, unsound, faults) : null;
  if (sound !== null) {
    const declared = isObject(json.value) ? json.value.ambiguousNames : undefined;
    faults.push(...doubtsAbout(sound, Array.isArray(declared) ? declared : [], builtIn));
  }
  const problems = faults.slice(0, MOST_PROBLEMS).map(({ path, severity, message }) => {
    return { severity, message, range: withinLine(text, json.rangeOf(path)) };
  });
  return { instruments: sound?.map(({ instrument }) => instrument) ?? null, problems };
}

interface Fault {
  readonly path: JsonPath;
  readonly severity: InstrumentsProblem['severity'];
  readonly message: Bilingual;
}

interface Entry {
  readonly index: number;
  readonly instrument: Instrument;
}

function isAboutEntry([list, index]: JsonPath): boolean {
  return list === 'instruments' && typeof index === 'number';
}

function faultOf({ path, message }: SchemaProblem): Fault {
  return { path, severity: 'error', message: isAboutEntry(path) ? leavingOut(message) : message };
}

/** What comes of what does not fit, once for an entry and once for the file. */
function consequences(misfits: readonly SchemaProblem[]): Fault[] {
  const faults = new Map<JsonPath[number], Fault>();
  for (const { path } of misfits) {
    const [, index] = path;
    if (isAboutEntry(path))
      faults.set(index!, { path: path.slice(0, 2), severity: 'error', message: leftOut });
    else if (path.length === 0 || (path[0] === 'instruments' && path.length === 1)) {
      faults.set('', { path: [], severity: 'error', message: unchanged });
    }
  }
  return [...faults.values()];
}

/**
 * The entries that fit the schema and are no second ones; adds to `faults` what else is wrong with any.
 * @param unsound indices of those that do not fit
 */
function soundEntries(
  list: readonly JsonValue[],
  unsound: ReadonlySet<JsonPath[number] | undefined>,
  faults: Fault[],
): Entry[] {
  const ids = new Map<string, number>();
  const sound: Entry[] = [];
  list.forEach((value, index) => {
    const wrong = factProblems(value);
    for (const { path, severity, message } of wrong) {
      const at: JsonPath = ['instruments', index, ...path];
      faults.push(severity === 'error' ? left(at, message) : { path: at, severity, message });
    }
    if (unsound.has(index)) return;
    const instrument = value as unknown as Instrument;
    const { id } = instrument;
    if (ids.has(id)) faults.push(left(['instruments', index, 'id'], idTwice(id)));
    else if (wrong.every(({ severity }) => severity === 'warning')) sound.push({ index, instrument });
    ids.set(id, index);
  });
  return sound;
}

function left(path: JsonPath, message: Words): Fault {
  return { path, severity: 'error', message: leavingOut(message) };
}

/** What is odd about entries that count all the same. */
function* doubtsAbout(
  entries: readonly Entry[],
  declared: readonly JsonValue[],
  builtIn: InstrumentFile,
): Generator<Fault> {
  const ambiguous = new Set<JsonValue>([...declared, ...(builtIn.ambiguousNames ?? [])]);
  const own = new Set(entries.map(({ instrument }) => instrument.id));
  const bearers = new Map<string, string>();
  const ids = new Set(own);
  for (const { id, names } of builtIn.instruments) {
    ids.add(id);
    if (!own.has(id)) for (const name of chineseNames(names)) bearers.set(nameKey(name), id);
  }
  for (const { index, instrument } of entries) {
    const { id, names, members = [] } = instrument;
    for (const name of chineseNames(names)) {
      const other = bearers.get(nameKey(name));
      if (other !== undefined && other !== id && !ambiguous.has(name)) {
        yield { path: ['instruments', index, 'names'], severity: 'warning', message: nameTwice(name, other) };
      }
      bearers.set(nameKey(name), id);
    }
    for (const [at, member] of members.entries()) {
      if (ids.has(member)) continue;
      yield {
        path: ['instruments', index, 'members', at],
        severity: 'warning',
        message: noSuchMember(member),
      };
    }
  }
}

/** What is longer than a line is shown by its first line. */
function withinLine(text: string, { start, end }: TextRange): TextRange {
  const line = /[\r\n]/.exec(text.slice(start, end));
  return { start, end: line === null ? end : start + line.index };
}

function refused(text: string, offset: number, message: Bilingual): InstrumentsReading {
  const end = Math.min(text.length, offset + 1);
  const range = { start: Math.min(offset, Math.max(0, text.length - 1)), end };
  return { instruments: null, problems: [{ severity: 'error', range, message }] };
}

function leavingOut(message: Bilingual): Words {
  const en = typeof message.en === 'string' ? message.en : message.en.many;
  return {
    en: `${en} Until this is mended, the entry is left out.`,
    zh: `${message.zh}修正之前，此条不予采用。`,
  };
}

const leftOut: Words = {
  en: 'Until what is marked in this entry is mended, the entry is left out.',
  zh: '此条中所标之处修正之前，此条不予采用。',
};

const unchanged: Words = {
  en: 'Until what is marked in this file is mended, the file changes nothing: what was read of it before, if anything, goes on.',
  zh: '所标之处修正之前，此文件不起作用：此前已读取的内容（如有）继续采用。',
};

const tooLarge: Words = {
  en: 'This file is longer than a million characters and is not read: what was read of it before, if anything, goes on. Keep here the instruments that your texts cite.',
  zh: '此文件超过一百万字符，未予读取：此前已读取的内容（如有）继续采用。请只保留文本所引的文书。',
};

function notJson(reason: string): Words {
  return {
    en: `This file is not valid JSON: ${reason}. Until it is mended, it changes nothing: what was read of it before, if anything, goes on.`,
    zh: `此文件不是有效的 JSON：${reason}。修正之前，此文件不起作用：此前已读取的内容（如有）继续采用。`,
  };
}

function idTwice(id: string): Words {
  return {
    en: `The id ${shown(id)} is there twice; the first entry counts. Give this one another.`,
    zh: `标识 ${shown(id)} 重复，以第一条为准。请为此条另定标识。`,
  };
}

function nameTwice(name: string, other: string): Words {
  return {
    en: `《${name}》 is also a name of "${other}", so that a reference by it stays unresolved. If this is the same instrument, give it that id; if not, list the name in "ambiguousNames".`,
    zh: `《${name}》也是 "${other}" 的名称，因此以此名提及时不能认定所指。如为同一文书，请用该标识；如不是，请将此名列入 "ambiguousNames"。`,
  };
}

function noSuchMember(id: string): Words {
  return {
    en: `There is no instrument with the id ${shown(id)}. Add it, or take it out of the members.`,
    zh: `没有标识为 ${shown(id)} 的文书。请添加该文书，或将其从成员中删去。`,
  };
}
