import * as vscode from 'vscode';
import type { PlaceArguments } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { showInformationMessage } from '../notice.ts';
import { activeStatement } from './active-statement.ts';
import { toOffsets } from './offsets.ts';

/** Where a command is to act. */
export interface Place {
  readonly editor: vscode.TextEditor;
  /** UTF-16 raw. */
  readonly range: TextRange;
}

/**
 * The place that a quick-fix hands to a command, in an editor that shows it; without one, what is selected in the
 * active statement. Undefined where there is none, or where the text has changed since it was named: that is told.
 */
export async function placeOf(given: unknown): Promise<Place | undefined> {
  if (!isPlace(given)) {
    const editor = activeStatement();
    return editor && { editor, range: toOffsets(editor.document, editor.selection) };
  }
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === vscode.Uri.parse(given.uri).toString(),
  );
  const editor = shown ?? (await vscode.window.showTextDocument(vscode.Uri.parse(given.uri)));
  if (editor.document.version === given.version) return { editor, range: given };
  tellChanged();
  return undefined;
}

/** Says that something was asked for a text that is no longer there. */
export function tellChanged(): void {
  void showInformationMessage(vscode.l10n.t('The text changed meanwhile, so nothing was done. Try again.'));
}

function isPlace(value: unknown): value is PlaceArguments {
  return typeof value === 'object' && value !== null && 'uri' in value && 'version' in value;
}
