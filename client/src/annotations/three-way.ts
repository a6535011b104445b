import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';

/** Two changes to one thing that cannot both be: which counts, and which is told. */
export interface Choice<T> {
  readonly kept: T;
  /** Absent: there was nothing to choose. */
  readonly other?: T;
}

/** Whether the first of two values is to count where both sides changed one thing. The same whichever side is asked first. */
export type Prefers = (ours: JsonValue | undefined, theirs: JsonValue | undefined) => boolean;

/** What comes of a value that two sides may have changed. */
export function mergeValue<T extends JsonValue | undefined>(
  base: T,
  ours: T,
  theirs: T,
  prefers: Prefers,
): Choice<T> {
  if (same(ours, theirs) || same(theirs, base)) return { kept: ours };
  if (same(ours, base)) return { kept: theirs };
  return prefers(ours, theirs) ? { kept: ours, other: theirs } : { kept: theirs, other: ours };
}

/** Merges the members of objects one by one; where both changed one differently, `clash` hears of the value that does not count. */
export function mergeMembers(
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
  prefers: Prefers,
  clash: (name: string, choice: Choice<JsonValue | undefined>) => void,
): JsonObject {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const merged: [string, JsonValue][] = [];
  for (const name of names) {
    const choice = mergeValue(own(base, name), own(ours, name), own(theirs, name), prefers);
    if ('other' in choice) clash(name, choice);
    if (choice.kept !== undefined) merged.push([name, choice.kept]);
  }
  return Object.fromEntries(merged);
}

/** Merges sets: what either side added is there, what either side removed is not. In the order of ours, then of theirs. */
export function mergeSets<T extends JsonValue>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): readonly T[] {
  const before = new Set(base.map(canonical));
  const here = new Set(ours.map(canonical));
  const there = new Set(theirs.map(canonical));
  return [
    ...ours.filter((each) => there.has(canonical(each)) || !before.has(canonical(each))),
    ...theirs.filter((each) => !here.has(canonical(each)) && !before.has(canonical(each))),
  ];
}

/** Whether two values are the same, whatever the order of their members. */
export function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** One text for all values that are the same. */
export function canonical(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return JSON.stringify(value, (_name, each: JsonValue) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}

/** A member that the object itself has: names such as `constructor` are members of every object. */
function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
