import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';

/** The editor's range for one of UTF-16 raw offsets. */
export function toRange(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

/** The UTF-16 raw offsets of an editor's range. */
export function toOffsets(document: vscode.TextDocument, range: vscode.Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
