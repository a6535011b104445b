import * as vscode from 'vscode';
import type { InstrumentMention } from '../../../../server/src/protocol.ts';
import { toRange } from '../language/offsets.ts';
import { showInformationMessage } from '../notice.ts';
import { placeOfId } from './entry-place.ts';

/** Where an entry is added: what does so is known by it. */
const file = '/.jiaozhu/instruments.json';

/**
 * Begins an entry for an instrument that nobody knows in the folder's own instruments, and shows it, as the server's
 * quick-fix on its full title does.
 */
export async function addToFolder(
  document: vscode.TextDocument,
  mentions: readonly InstrumentMention[],
): Promise<void> {
  const full = mentions.find(({ form }) => form === 'full') ?? mentions[0];
  const addition = full && (await additionAt(document, toRange(document, full)));
  if (!addition) {
    void showInformationMessage(
      vscode.l10n.t(
        'This title cannot be added: there is no folder open, or the instruments of the folder have to be mended first.',
      ),
    );
    return;
  }
  if (!(await vscode.workspace.applyEdit(addition.edit))) return;
  await vscode.commands.executeCommand(addition.command.command, ...(addition.command.arguments ?? []));
}

/**
 * Shows an entry that was just added, at its id, which a person is to choose. The file is not saved: until the entry
 * is complete, it need not count.
 */
export async function showEntry(uri: unknown, id: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof id !== 'string') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const place = placeOfId(document.getText(), id);
  await vscode.window.showTextDocument(document, place ? { selection: toRange(document, place) } : {});
  void showInformationMessage(
    vscode.l10n.t(
      'Choose an id to keep, look over the kind, add what you know of the instrument, and save the file.',
    ),
  );
}

interface Addition {
  readonly edit: vscode.WorkspaceEdit;
  readonly command: vscode.Command;
}

async function additionAt(document: vscode.TextDocument, range: vscode.Range): Promise<Addition | undefined> {
  const actions = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  for (const action of actions ?? []) {
    if (!('edit' in action) || !action.edit || !action.command) continue;
    if (!action.edit.entries().some(([uri]) => uri.path.endsWith(file))) continue;
    return { edit: action.edit, command: action.command };
  }
  return undefined;
}
