import type { FormatProblem, FormatProblemCode } from './format-problem.ts';

/** A tag is not on the words that its file says: it is kept as lost words. */
const lostWords: ReadonlySet<FormatProblemCode> = new Set([
  'quote-mismatch',
  'no-place',
  'quote-not-found',
  'quote-ambiguous',
] as const);

/** Something of the file was not read. */
const skipped: ReadonlySet<FormatProblemCode> = new Set([
  'unreadable-line',
  'left-out',
  'no-label',
  'no-target',
  'not-read',
] as const);

export function losesWords({ code }: Pick<FormatProblem, 'code'>): boolean {
  return lostWords.has(code);
}

export function skips({ code }: Pick<FormatProblem, 'code'>): boolean {
  return skipped.has(code);
}

/** Whether the file may have tags of the document that were not read, or not here. */
export function isIncomplete(problems: readonly Pick<FormatProblem, 'code'>[]): boolean {
  return problems.some((problem) => skips(problem) || problem.code === 'page-elsewhere');
}
