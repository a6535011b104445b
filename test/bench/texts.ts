import { existsSync, readFileSync } from 'node:fs';
import { builtInRegistry } from '../../server/src/instruments/registry.ts';
import { brokenDocument, cleanDocument } from './long-document.ts';

/** A text to measure on. */
export interface BenchText {
  readonly name: string;
  readonly raw: string;
}

const root = new URL('../../', import.meta.url);
const real = new URL('../shared/documents/cn-ru-2024-05-16.raw.txt', root);
const sample = new URL('samples/中蒙联合声明-newspaper.statement.txt', root);
const seed = 20270908;

/** A newspaper extraction of a joint statement: the real one where it is at hand, else the sample. */
export function statement(): BenchText {
  return existsSync(real)
    ? named('the real statement', readFileSync(real, 'utf8'))
    : named('the sample statement', readFileSync(sample, 'utf8'));
}

/** A long statement made of differently worded paragraphs, broken as a newspaper extraction is. */
export function longBroken(length: number): BenchText {
  return named('a long statement', brokenDocument({ length, seed, known: knownNames() }));
}

/** The same, not broken. */
export function longClean(length: number): BenchText {
  return named('a long statement, clean', cleanDocument({ length, seed, known: knownNames() }));
}

function named(name: string, raw: string): BenchText {
  return { name: `${name} (${raw.length.toLocaleString('en')} characters)`, raw };
}

/** Each known instrument by one name of its own. */
function knownNames(): readonly string[] {
  return [...builtInRegistry().byId.values()].map(({ names }) => names.zh.replace(/[《》]/g, ''));
}
