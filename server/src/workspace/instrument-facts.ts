import { isBareGenus } from '../instruments/genus.ts';
import { isObject, type JsonPath, type JsonValue } from '../text/json.ts';
import { shown } from './json-schema.ts';

/** What no schema can tell of an entry. */
export interface FactProblem {
  /** Within the entry. */
  readonly path: JsonPath;
  /** error: the entry cannot count; warning: it counts as it stands. */
  readonly severity: 'error' | 'warning';
  readonly message: Words;
}

export interface Words {
  readonly en: string;
  readonly zh: string;
}

const NAMES = ['zh', 'zhShort', 'zhHant', 'zhHantShort'] as const;

/** What is wrong with the facts of an entry, whatever else is wrong with its form. */
export function factProblems(entry: JsonValue): FactProblem[] {
  if (!isObject(entry)) return [];
  const adopted = dateAt(entry, ['adopted', 'date']);
  const dates = [adopted, dateAt(entry, ['opened', 'date']), dateAt(entry, ['inForce'])];
  const problems: FactProblem[] = [];
  for (const { path, date } of dates.filter((each) => each !== undefined)) {
    if (!isDay(date)) problems.push({ path, severity: 'error', message: noSuchDay(date) });
  }
  const inForce = dates[2];
  if (adopted && inForce && isBefore(inForce.date, adopted.date)) {
    const message = forceBefore(inForce.date, adopted.date);
    problems.push({ path: inForce.path, severity: 'warning', message });
  }
  for (const { path, name } of namesOf(entry.names)) {
    if (isBareGenus(name)) problems.push({ path, severity: 'error', message: bareGenus(name) });
  }
  return problems;
}

interface Dated {
  readonly path: JsonPath;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
}

/** A date of the right form; whether there is such a day is another question. */
function dateAt(entry: JsonValue, path: readonly string[]): Dated | undefined {
  let value: JsonValue | undefined = entry;
  for (const name of path) value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  if (
    typeof value !== 'string' ||
    !/^[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value)
  ) {
    return undefined;
  }
  return { path, date: value };
}

function isDay(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return day === undefined || day <= new Date(Date.UTC(year!, month!, 0)).getUTCDate();
}

/** Of two dates, the less exact one may hold the other. */
function isBefore(one: string, other: string): boolean {
  const exact = Math.min(one.length, other.length);
  return one.slice(0, exact) < other.slice(0, exact);
}

function namesOf(names: JsonValue | undefined): { path: JsonPath; name: string }[] {
  if (!isObject(names)) return [];
  return NAMES.flatMap((field) => {
    const value = Object.hasOwn(names, field) ? names[field] : undefined;
    if (typeof value === 'string') return [{ path: ['names', field], name: value }];
    if (!Array.isArray(value)) return [];
    return value.flatMap((name, at) =>
      typeof name === 'string' ? [{ path: ['names', field, at], name }] : [],
    );
  });
}

function noSuchDay(date: string): Words {
  return {
    en: `There is no such day as ${shown(date)}. Look it up in the source, or leave the day out.`,
    zh: `没有 ${shown(date)} 这一天。请核对来源，或只写到月。`,
  };
}

function forceBefore(inForce: string, adopted: string): Words {
  return {
    en: `It is in force from ${shown(inForce)}, before it was adopted on ${shown(adopted)}. Look both up in the source.`,
    zh: `生效日期 ${shown(inForce)} 早于签署或通过日期 ${shown(adopted)}。请核对来源。`,
  };
}

function bareGenus(name: string): Words {
  return {
    en: `${shown(name)} is what many instruments are called; which one is meant, only the document can say. Write a name of this one alone.`,
    zh: `${shown(name)} 是通名，所指须由正文判定。请写此文书独有的名称。`,
  };
}
