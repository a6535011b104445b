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
const realClean = new URL('../shared/documents/cn-ru-2024-05-16.clean.txt', root);
const sampleClean = new URL('test/fixtures/中蒙联合声明.clean.txt', root);
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

/** A statement in words of its own, one block a line. */
export function wordedStatement(length: number, number: number): string {
  return cleanDocument({ length, seed: seed + number, known: knownNames() });
}

/** A newspaper extraction whose paragraphs are known: the real one where it is at hand, else the sample. */
export function knownStatement(): { readonly raw: string; readonly paragraphs: readonly string[] } {
  const [broken, whole] =
    existsSync(real) && existsSync(realClean) ? [real, realClean] : [sample, sampleClean];
  const paragraphs = readFileSync(whole, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  return { raw: readFileSync(broken, 'utf8'), paragraphs };
}

function named(name: string, raw: string): BenchText {
  return { name: `${name} (${raw.length.toLocaleString('en')} characters)`, raw };
}

/** Each known instrument by one name of its own. */
function knownNames(): readonly string[] {
  return [...builtInRegistry().byId.values()].map(({ names }) => names.zh.replace(/[《》]/g, ''));
}
