import * as vscode from 'vscode';
import { fileName, type TextFiles } from './files.ts';
import { showErrorMessage, showInformationMessage } from './notice.ts';

/** In a browser without a server there may be no place for a file: there a text is shown instead. */
export function hasPlaceForFiles(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.remoteName !== undefined;
}

/** Writes a text that was exported, says so, and offers to open it. */
export async function saveText(uri: vscode.Uri, text: string, files: TextFiles): Promise<void> {
  try {
    await files.replace(uri, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', fileName(uri), reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const answer = await showInformationMessage(vscode.l10n.t('Exported to {0}.', fileName(uri)), open);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', uri);
}
