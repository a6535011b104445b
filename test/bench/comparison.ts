import { DEFAULT_SETTING, setNewspaper } from '../setting/newspaper.ts';
import { seededRandom } from '../setting/random.ts';
import { type Linter, linters } from './linters.ts';
import { timed } from './measurement.ts';
import { knownStatement, wordedStatement } from './texts.ts';

/** What one linter was measured at. */
export interface LinterResult {
  readonly name: string;
  /** UTF-16 code units that it lints in a second, of CPU time and by the clock; null where it was not to be had. */
  readonly charactersInCpuSecond: number | null;
  readonly charactersInSecond: number | null;
  /** How many paragraphs of the statement it gives back as they were before the column cut them. */
  readonly exact: number | null;
  readonly paragraphs: number;
  readonly why?: string;
}

/** Narrow and wide columns in turn, in em. */
const measures = [12, 14, 15, 16, 17, 18, 20, 22, 26, 30, 34, 40];

/** So many statements, each worded for itself and set at a measure of its own: no linter has seen any before. */
export function statementsInColumns(count: number, length: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(7919 * (i + 1));
    const columns = [{ measure: measures[i % measures.length]!, lines: Number.POSITIVE_INFINITY }];
    const setting = { ...DEFAULT_SETTING, columns, blankLines: i % 3 !== 2 };
    return setNewspaper(wordedStatement(length, i), setting, random).raw;
  });
}

/** Each linter on the same texts, in turn, each text once. */
export function compareLinters(texts: readonly string[]): LinterResult[] {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const { raw, paragraphs } = knownStatement();
  return linters().map((linter) => {
    if ('why' in linter) {
      const { name, why } = linter;
      const none = { charactersInCpuSecond: null, charactersInSecond: null, exact: null };
      return { name, ...none, paragraphs: paragraphs.length, why };
    }
    globalThis.gc?.();
    const { wall, cpu = wall } = timed(() => {
      for (const text of texts) linter.lint(text);
    });
    return {
      name: linter.name,
      charactersInCpuSecond: (1000 * characters) / cpu,
      charactersInSecond: (1000 * characters) / wall,
      exact: exactParagraphs(linter, raw, paragraphs),
      paragraphs: paragraphs.length,
    };
  });
}

/** How many of the paragraphs are lines of the mended text, each line counted once. */
function exactParagraphs(linter: Linter, raw: string, paragraphs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of linter.mend(raw).split(/\r?\n/)) left.set(line, (left.get(line) ?? 0) + 1);
  let exact = 0;
  for (const paragraph of paragraphs) {
    const lines = left.get(paragraph) ?? 0;
    if (lines === 0) continue;
    exact++;
    left.set(paragraph, lines - 1);
  }
  return exact;
}

/** The comparison as a table to read. */
export function comparisonTable(results: readonly LinterResult[], texts: readonly string[]): string {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const count = (value: number) => Math.round(value).toLocaleString('en');
  const rows = results.map((result) =>
    result.charactersInSecond === null || result.charactersInCpuSecond === null
      ? [result.name, 'not installed', '', '', result.why ?? '']
      : [
          result.name,
          count(result.charactersInSecond),
          count(result.charactersInCpuSecond),
          `${result.exact} of ${result.paragraphs}`,
          '',
        ],
  );
  const all = [['linter', 'characters/s', 'characters/CPU s', 'paragraphs exact', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const lines = all.map((row) =>
    row
      .map((cell, i) => (i === 0 || i === 4 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  return `A full lint of ${texts.length} statements, ${count(characters)} characters in all\n${lines.join('\n')}\n`;
}
