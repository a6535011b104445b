import * as vscode from 'vscode';
import { type Problem, problemMessages } from '../../annotations/problem.ts';
import type { Trouble } from './tagged-document.ts';

/** What is wrong in a file of ours, with the file and the line, in the reader's language. */
export function problemText(file: vscode.Uri, problem: Problem): string {
  const what = whatIsWrong(problem);
  return vscode.l10n.t('{0}, line {1}: {2}', vscode.workspace.asRelativePath(file), problem.line, what);
}

/** What is wrong alone, in the reader's language. */
export function whatIsWrong({ code, values }: Problem): string {
  return vscode.l10n.t(problemMessages[code].en, ...values);
}

/** What keeps tags from being made, where a file cannot be understood and must not be written over. */
export function troubleOf(file: vscode.Uri, problem: Problem): Trouble {
  return {
    message: `${problemText(file, problem)} ${vscode.l10n.t('Until then no tags can be made or changed here.')}`,
    file,
    line: problem.line,
    readOnly: true,
    mergeable: problem.code === 'merge-conflict',
  };
}

/** That the tags could not be written to their file. */
export function failureOf(file: vscode.Uri, error: unknown): Trouble {
  return {
    message: vscode.l10n.t(
      '{0} could not be written: {1} The tags are kept in memory; saving the document tries again.',
      vscode.workspace.asRelativePath(file),
      error instanceof Error ? error.message : String(error),
    ),
    file,
    line: 1,
    readOnly: false,
  };
}
