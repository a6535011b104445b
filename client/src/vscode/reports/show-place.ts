import * as vscode from 'vscode';
import type { Place } from '../../reports/figure.ts';
import { fileName } from '../files.ts';
import { toRange } from '../language/offsets.ts';
import { showErrorMessage } from '../notice.ts';

/** Shows a place beside the report, or in the editor that shows its document already, and gives it the keyboard. */
export async function showPlace(place: Place): Promise<void> {
  const uri = vscode.Uri.parse(place.document);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => String(document.uri) === String(uri));
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const selection = toRange(document, place);
    const editor = await vscode.window.showTextDocument(document, {
      selection,
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
      preview: true,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(vscode.l10n.t('{0} could not be opened: {1}', fileName(uri), reason));
  }
}
