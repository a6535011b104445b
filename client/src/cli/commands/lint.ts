import { setLanguage } from '../../../../server/src/l10n/language.ts';
import type { LintCommand } from '../command-line.ts';
import { findDocuments } from '../document-search.ts';
import { performJobs } from '../file-jobs.ts';
import { jsonLines } from '../json.ts';
import type { FindingRecord, LintedFile } from '../lint-file.ts';
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
  const records: FindingRecord[] = [];
  const results: LintedFile['results'][number][] = [];
  await performJobs(
    { do: 'lint', ...asked },
    found.files,
    terminal,
    say,
    ({ file, err, complaint, linted }) => {
      for (const line of err) terminal.err(line);
      if (complaint !== undefined) complaints.push(complaint);
      if (!linted) return;
      files.push({ name: file, encoding: linted.encoding });
      for (const record of linted.records) records.push(record);
      for (const result of linted.results) results.push(result);
    },
  );
  const weighty = records.some(({ level }) => level === 'error' || level === 'warning');
  const exitCode = complaints.length > 0 ? 2 : weighty ? 1 : 0;
  if (asked.format === 'sarif') {
    const { sarifOf } = await import('../sarif.ts');
    const { default: manifest } = await import('../../../../package.json', { with: { type: 'json' } });
    const { language } = say;
    const { version } = manifest;
    const log = sarifOf({ version, language, levels: asked.levels, files, results, complaints, exitCode });
    terminal.out(`${JSON.stringify(log, null, 1)}\n`);
  } else if (files.length > 0) {
    terminal.out(asked.format === 'json' ? jsonLines(records) : readable(records, files.length, say));
  }
  return exitCode;
}

/** One line a finding, as compilers write them, and a summary. */
function readable(records: readonly FindingRecord[], files: number, say: Messages): string {
  if (records.length === 0) return `${say.nothingFound(files)}\n`;
  const rows = records.map(
    ({ file, line, column, level, message, rule }) =>
      `${visible(file)}:${line}:${column}: ${say.levels[level]}: ${visible(message)} [${rule}]\n`,
  );
  const counts = levels
    .map((level) => [level, records.filter((record) => record.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => say.foundAtLevel(level, count));
  return `${rows.join('')}${say.found(records.length, files, counts)}\n`;
}
