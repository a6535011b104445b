import * as vscode from 'vscode';
import type { Misreading, TextEncoding } from '../../encoding/misread.ts';
import { showErrorMessage, showWarningMessage } from '../notice.ts';

/** Encodings by the names that VS Code has for them, and by those that people know. */
const names: Readonly<Record<TextEncoding, { readonly id: string; readonly label: string }>> = {
  'utf-8': { id: 'utf8', label: 'UTF-8' },
  gb18030: { id: 'gb18030', label: 'GB18030' },
  big5: { id: 'cp950', label: 'Big5' },
};

/**
 * Says that a document was decoded wrongly, and does what the person chooses; `right` where they say that it was not.
 */
export async function explainMisreading(
  document: vscode.TextDocument,
  { was, lost }: Misreading,
): Promise<'right' | undefined> {
  const name = vscode.workspace.asRelativePath(document.uri);
  const { id, label } = names[was];
  const reopen = vscode.l10n.t('Reopen as {0}', label);
  const choose = vscode.l10n.t('Other…');
  const right = vscode.l10n.t('It Is Right');
  const message = lost
    ? vscode.l10n.t(
        '“{0}” was saved with characters lost (锟斤拷), and no encoding brings them back: look for another copy. Until then it is neither cleaned nor tagged.',
        name,
      )
    : vscode.l10n.t(
        '“{0}” was opened in the wrong encoding: it reads like {1}. Until it is reopened in the right one, it is neither cleaned nor tagged.',
        name,
        label,
      );
  const answer = await showWarningMessage(message, ...(lost ? [] : [reopen]), choose, right);
  if (answer === reopen) await reopenAs(document, id);
  if (answer === choose) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
  }
  return answer === right ? 'right' : undefined;
}

/** The document is decoded anew where it stands. VS Code refuses where there is something unsaved in it. */
async function reopenAs(document: vscode.TextDocument, encoding: string): Promise<void> {
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document.uri, { encoding }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(
      vscode.l10n.t(
        '“{0}” could not be reopened: {1}. Undo or save your changes, then try again.',
        vscode.workspace.asRelativePath(document.uri),
        reason,
      ),
    );
  }
}
