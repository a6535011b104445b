import * as vscode from 'vscode';
import { type Problem, problemMessages } from '../../annotations/problem.ts';

/** What is wrong in a file of ours, with the file and the line, in the reader's language. */
export function problemText(file: vscode.Uri, problem: Problem): string {
  const what = whatIsWrong(problem);
  return vscode.l10n.t('{0}, line {1}: {2}', vscode.workspace.asRelativePath(file), problem.line, what);
}

/** What is wrong alone, in the reader's language. */
export function whatIsWrong({ code, values }: Problem): string {
  return vscode.l10n.t(problemMessages[code].en, ...values);
}
