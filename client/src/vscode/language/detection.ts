import * as vscode from 'vscode';
import { headLength, looksLikeStatement } from '../../documents/first-lines.ts';
import type { MisreadDocuments } from '../encoding/misread-documents.ts';
import { showInformationMessage } from '../notice.ts';
import { settingsOf } from '../settings.ts';
import { languageId } from './names.ts';

/**
 * Opens plain text that reads like a statement as one, or asks, as the setting says. A person who then
 * chooses another language is not overruled: each document is looked at once while it is open.
 */
export function detectStatements(misread: MisreadDocuments): vscode.Disposable {
  const seen = new Set<string>();
  const look = (document: vscode.TextDocument) => {
    const name = document.uri.toString();
    if (document.languageId !== 'plaintext' || document.uri.scheme === 'output' || seen.has(name)) return;
    if (document.isUntitled && document.getText().length < 200) return;
    seen.add(name);
    const { detect } = settingsOf(document);
    if (detect === 'off' || !looksLikeStatement(headOf(document))) return;
    void (detect === 'auto' ? become(document) : ask(document));
  };
  for (const document of vscode.workspace.textDocuments) look(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    // A change of language is told as closing and opening, but the document is still there.
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.isClosed) seen.delete(document.uri.toString());
    }),
    // A text that is pasted into a new document.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.isUntitled) look(document);
    }),
    // Decoded rightly, it may read like one after all.
    misread.onDidChange((document) => {
      seen.delete(document.uri.toString());
      look(document);
    }),
  );
}

function headOf(document: vscode.TextDocument): string {
  const end = document.positionAt(headLength);
  return document.getText(new vscode.Range(new vscode.Position(0, 0), end));
}

async function become(document: vscode.TextDocument): Promise<void> {
  if (!document.isClosed) await vscode.languages.setTextDocumentLanguage(document, languageId);
}

async function ask(document: vscode.TextDocument): Promise<void> {
  const yes = vscode.l10n.t('Yes');
  const never = vscode.l10n.t('Never');
  const name = vscode.workspace.asRelativePath(document.uri);
  const answer = await showInformationMessage(
    vscode.l10n.t('“{0}” reads like a diplomatic statement. Open it as one?', name),
    yes,
    vscode.l10n.t('No'),
    never,
  );
  if (answer === yes) await become(document);
  if (answer === never) {
    await vscode.workspace
      .getConfiguration('jiaozhu')
      .update('detect', 'off', vscode.ConfigurationTarget.Global);
  }
}
