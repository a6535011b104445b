import type { CleanCommand } from '../command-line.ts';
import { findDocuments } from '../document-search.ts';
import { Failure } from '../failure.ts';
import { type FileResult, performJobs } from '../file-jobs.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { tellSearch } from './search-report.ts';

/** 1: `--check`, and a file would change. */
export async function clean(asked: CleanCommand, terminal: Terminal, say: Messages): Promise<0 | 1 | 2> {
  const found = findDocuments(asked.files);
  const { files } = found;
  if (asked.mode === 'print' && files.length > 1) throw new Failure((say) => say.printsOne(files.length));
  let failed = tellSearch(found, terminal, say);
  let changed = 0;
  let read = 0;
  await performJobs({ do: 'clean', ...asked }, files, terminal, say, (result) => {
    for (const line of result.err) terminal.err(line);
    const { cleaned } = result;
    if (!cleaned) {
      failed = true;
      return;
    }
    read += 1;
    if (cleaned.changed) changed += 1;
    if (cleaned.content !== undefined) terminal.out(cleaned.content);
    // Of many files, those of which there is nothing to say would bury the others.
    else if (cleaned.changed || (files.length === 1 && asked.mode === 'write')) {
      terminal.out(`${told(result, cleaned, asked, say)}\n`);
    }
  });
  if (asked.mode !== 'print' && files.length > 1) {
    terminal.out(
      `${asked.mode === 'write' ? say.cleanedOf(changed, read) : say.wouldCleanOf(changed, read)}\n`,
    );
  }
  if (failed) return 2;
  return asked.mode === 'check' && changed > 0 ? 1 : 0;
}

function told(
  { file }: FileResult,
  { changed, places, doubtful, from }: NonNullable<FileResult['cleaned']>,
  { mode, to }: CleanCommand,
  say: Messages,
): string {
  const name = visible(file);
  if (!changed) return say.nothingToClean(name);
  const converted = from && to ? say.converted(from, to, mode === 'check') : '';
  if (mode === 'check') return say.toClean(name, places) + converted;
  return say.cleaned(name, places, doubtful) + converted;
}
