import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Suggestion } from '../../server/src/protocol.ts';
import { solidOffsets } from './expectations.ts';

/** What a person would tag; offsets in code points of the text without white space. */
interface ExpectedTag {
  readonly start: number;
  readonly length: number;
  /** A kind of suggestion; `read` for a stretch that was read whole; with ? before it where readers may differ. */
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const folder = new URL('suggestion-expectations/', import.meta.url);

/** What was read before any of the recognition was tried on it, and what was read each time after it had been mended. */
export type Reading = '' | 'later/' | 'last/';

/** The documents of which a part was read, by name without ending. */
export function documentsTagged(reading: Reading): readonly string[] {
  return readdirSync(new URL(`./${reading}`, folder))
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => name.slice(0, -'.tsv'.length))
    .sort();
}

/** @throws Error where the text is not the one that was read */
function expectedTags(name: string, reading: Reading, text: string): ExpectedTag[] {
  const [head, , ...rows] = readFileSync(new URL(`./${reading}${name}.tsv`, folder), 'utf8')
    .trimEnd()
    .split('\n');
  const sum = createHash('sha256').update(text).digest('hex');
  if (!head!.endsWith(sum)) throw new Error(`${name} is not the text that was read.`);
  return rows.map((row) => {
    const [start, length, kind, told = ''] = row.split('\t');
    const attributes = Object.fromEntries(
      told.split('|').flatMap((pair) => (pair === '' ? [] : [pair.split('=')])),
    );
    return { start: Number(start), length: Number(length), kind: kind!, attributes };
  });
}

/** How the suggestions of one kind agree with what a person would tag. */
export interface KindScore {
  expected: number;
  /** At the very place. */
  exact: number;
  /** Of the others, those that begin at the same place or end there, and hold the same verb or name. */
  near: number;
  found: number;
  /** Of those at the place or near it, those with all the expected attributes. */
  right: number;
}

/** By kind; what differs is told in places and kinds only, for a person to look at. */
export function scoreSuggestions(
  name: string,
  reading: Reading,
  raw: string,
  suggestions: readonly Suggestion[],
) {
  const expected = expectedTags(name, reading, raw);
  const solid = solidOffsets(raw);
  const stretches = expected.filter(({ kind }) => kind === 'read');
  const waiting = new Set(expected.filter(({ kind }) => kind !== 'read'));
  const scores = new Map<string, KindScore>();
  const differences: string[] = [];
  const scoreOf = (kind: string): KindScore => {
    const score = scores.get(kind) ?? { expected: 0, exact: 0, near: 0, found: 0, right: 0 };
    scores.set(kind, score);
    return score;
  };
  for (const { kind } of waiting) if (!kind.startsWith('?')) scoreOf(kind).expected++;
  const places = suggestions
    .filter(({ kind }) => kind !== 'instrument')
    .map((one) => ({ ...one, start: solid[one.start]!, end: solid[one.end]! }))
    .filter(({ start, end }) =>
      stretches.some((read) => read.start <= start && end <= read.start + read.length),
    );
  const isSame = (one: Suggestion, tag: ExpectedTag, exactly: boolean) => {
    if (tag.kind.replace('?', '') !== one.kind) return false;
    const end = tag.start + tag.length;
    const [sameStart, sameEnd] = [tag.start === one.start, end === one.end];
    return exactly ? sameStart && sameEnd : (sameStart || sameEnd) && one.start < end && tag.start < one.end;
  };
  const matched = new Set<Suggestion>();
  for (const exactly of [true, false]) {
    for (const one of places) {
      if (matched.has(one)) continue;
      const tag = [...waiting].find((each) => isSame(one, each, exactly));
      if (tag === undefined) continue;
      matched.add(one);
      waiting.delete(tag);
      if (tag.kind.startsWith('?')) continue;
      const score = scoreOf(one.kind);
      score.found++;
      if (exactly) score.exact++;
      else {
        score.near++;
        differences.push(
          `near ${one.kind} ${one.start}+${one.end - one.start}, not ${tag.start}+${tag.length}`,
        );
      }
      const wrong = Object.entries(tag.attributes).filter(([id, value]) => one.attributes[id] !== value);
      if (wrong.length === 0) score.right++;
      else
        differences.push(
          `wrong ${one.kind} ${one.start} ${wrong.map(([id, value]) => `${id} ${one.attributes[id]}, not ${value}`).join(', ')}`,
        );
    }
  }
  for (const one of places) {
    if (matched.has(one)) continue;
    const mayBe = [...waiting].some(
      ({ kind, start, length }) => kind === `?${one.kind}` && start < one.end && one.start < start + length,
    );
    if (mayBe) continue;
    scoreOf(one.kind).found++;
    differences.push(`false ${one.kind} ${one.start}+${one.end - one.start} ${one.text.slice(0, 8)}`);
  }
  for (const { kind, start, length } of waiting) {
    if (!kind.startsWith('?')) differences.push(`missed ${kind} ${start}+${length}`);
  }
  return { scores, differences };
}
