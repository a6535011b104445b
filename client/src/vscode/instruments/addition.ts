import * as vscode from 'vscode';
import type { InstrumentMention } from '../../../../server/src/protocol.ts';
import { toRange } from '../language/offsets.ts';

/** Where the folder's own instruments are. */
const file = /\/\.jiaozhu\/instruments\.json$/;

/**
 * Begins an entry for an instrument that nobody knows in the folder's own instruments, as the server's quick-fix on
 * its full title does, and shows it for a person to complete.
 */
export async function addToFolder(
  document: vscode.TextDocument,
  mentions: readonly InstrumentMention[],
): Promise<void> {
  const full = mentions.find(({ form }) => form === 'full') ?? mentions[0];
  const edit = full && (await additionAt(document, toRange(document, full)));
  if (!edit) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This title cannot be added: there is no folder open, or the instruments of the folder have to be mended first.',
      ),
    );
    return;
  }
  await vscode.workspace.applyEdit(edit);
  for (const [uri, [first]] of edit.entries()) {
    const place = first && new vscode.Range(first.range.start, first.range.start);
    await vscode.window.showTextDocument(uri, place ? { selection: place } : {});
  }
}

async function additionAt(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<vscode.WorkspaceEdit | undefined> {
  const actions = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  for (const action of actions ?? []) {
    const edit = 'edit' in action ? action.edit : undefined;
    if (edit?.entries().some(([{ path }]) => file.test(path))) return edit;
  }
  return undefined;
}
