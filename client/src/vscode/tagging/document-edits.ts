import * as vscode from 'vscode';
import type { Edit } from '../../../../server/src/text/edit.ts';
import type { EditReason } from '../../annotations/store.ts';

/** What an event of the editor has done to the text (UTF-16, in the text before it), and why. */
export function editsOf({ contentChanges, reason }: vscode.TextDocumentChangeEvent): {
  readonly edits: Edit[];
  readonly reason: EditReason;
} {
  const { Undo, Redo } = vscode.TextDocumentChangeReason;
  return {
    edits: contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    })),
    reason: reason === Undo ? 'undo' : reason === Redo ? 'redo' : 'edit',
  };
}
