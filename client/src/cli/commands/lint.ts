import { setLanguage } from '../../../../server/src/l10n/language.ts';
import type { LintCommand } from '../command-line.ts';
import { findDocuments } from '../document-search.ts';
import { performJobs } from '../file-jobs.ts';
import type { LintedFile } from '../lint-file.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { tellSearch } from './search-report.ts';

/** From the weightiest on. */
const levels = ['error', 'warning', 'information', 'hint'] as const;

/** 1: something at the level warning or above; 2: a file could not be read, whatever was found in the others. */
export async function lint(asked: LintCommand, terminal: Terminal, say: Messages): Promise<0 | 1 | 2> {
  setLanguage(say.language);
  const found = findDocuments(asked.files);
  tellSearch(found, terminal, say);
  const complaints = found.failures.map((failure) => visible(failure.tell(say)));
  const files: { readonly name: string; readonly encoding: LintedFile['encoding'] }[] = [];
  const told = new Set<string>();
  let begun = false;
  const print = (part: string) => {
    if (part === '') return;
    if (asked.format === 'json') terminal.out(begun ? ',\n' : '[\n');
    terminal.out(part);
    begun = true;
  };
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  const results: LintedFile['results'][number][] = [];
  await performJobs(
    { do: 'lint', ...asked },
    found.files,
    terminal,
    say,
    ({ file, err, complaint, linted }) => {
      for (const line of err) {
        // What is wrong with a folder's instruments each of its files, and each thread, comes upon.
        if (told.has(line)) continue;
        told.add(line);
        terminal.err(line);
      }
      if (complaint !== undefined) complaints.push(complaint);
      if (!linted) return;
      files.push({ name: file, encoding: linted.encoding });
      print(linted.printed);
      for (const level of levels) counts[level] += linted.counts[level] ?? 0;
      for (const result of linted.results) results.push(result);
    },
  );
  const exitCode = complaints.length > 0 ? 2 : counts.error + counts.warning > 0 ? 1 : 0;
  if (asked.format === 'sarif') {
    const { sarifOf } = await import('../sarif.ts');
    const { default: manifest } = await import('../../../../package.json', { with: { type: 'json' } });
    const { language } = say;
    const { version } = manifest;
    const log = sarifOf({ version, language, levels: asked.levels, files, results, complaints, exitCode });
    terminal.out(`${JSON.stringify(log)}\n`);
  } else if (files.length > 0) {
    if (asked.format === 'json') terminal.out(begun ? '\n]\n' : '[]\n');
    else terminal.out(summary(counts, files.length, say));
  }
  return exitCode;
}

function summary(
  counts: Readonly<Record<(typeof levels)[number], number>>,
  files: number,
  say: Messages,
): string {
  const found = levels.reduce((sum, level) => sum + counts[level], 0);
  if (found === 0) return `${say.nothingFound(files)}\n`;
  const told = levels
    .filter((level) => counts[level] > 0)
    .map((level) => say.foundAtLevel(level, counts[level]));
  return `${say.found(found, files, told)}\n`;
}
