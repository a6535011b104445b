import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { toRange } from '../language/offsets.ts';

/**
 * Selects a place (UTF-16 raw) in the editor that shows its document, or in a new one, and gives it the keyboard
 * unless that is to stay where it is.
 */
export async function showRange(
  document: vscode.TextDocument,
  range: TextRange,
  keyboardStays: boolean,
): Promise<void> {
  const selection = toRange(document, range);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await vscode.window.showTextDocument(document, {
    selection,
    preserveFocus: keyboardStays,
    ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}),
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
