import * as vscode from 'vscode';
import type { Opening } from '../../annotations/opening.ts';
import { showInformationMessage, showWarningMessage } from '../notice.ts';
import type { TaggedDocument } from './tagged-document.ts';

/** Says what became of the tags of a text that was changed outside the editor. */
export function reportOpening(
  { uri }: vscode.TextDocument,
  { moved, lost, partlyLost, foundAgain }: Opening,
): void {
  if (moved.length + lost.length + partlyLost.length + foundAgain.length === 0) return;
  const found = moved.length + foundAgain.length;
  const name = vscode.workspace.asRelativePath(uri);
  const message =
    partlyLost.length > 0
      ? vscode.l10n.t(
          '“{0}” was changed outside the editor. Tags found again by their words: {1}; only in part: {2}; not found, and waiting in “Lost Words”: {3}.',
          name,
          found,
          partlyLost.length,
          lost.length,
        )
      : lost.length > 0
        ? vscode.l10n.t(
            '“{0}” was changed outside the editor. Tags found again by their words: {1}; not found, and waiting in “Lost Words”: {2}.',
            name,
            found,
            lost.length,
          )
        : vscode.l10n.t(
            '“{0}” was changed outside the editor. Tags found again by their words: {1}.',
            name,
            found,
          );
  void (lost.length + partlyLost.length > 0 ? showWarningMessage(message) : showInformationMessage(message));
}

/** Says that a file of tags holds what is not understood. */
export function warnOfStrangers(file: vscode.Uri | undefined, count: number): void {
  if (!file) return;
  void showWarningMessage(
    vscode.l10n.t(
      '{0} holds entries that are not understood ({1}). They are kept as they are, but not shown.',
      vscode.workspace.asRelativePath(file),
      count,
    ),
  );
}

/** Says where others and we did not agree on tags. */
export function warnOfConflicts({ uri }: vscode.TextDocument, count: number): void {
  void showWarningMessage(
    vscode.l10n.t(
      'Another window or program has changed tags of “{0}” that were changed here as well: {1}. The later change counts; the other stands in the note of the tag, behind ⚠.',
      vscode.workspace.asRelativePath(uri),
      count,
    ),
  );
}

/** A file of tags has vanished: says so, unless its document has as well, which is then being closed. */
export async function warnOfGoneFile(
  { document, file, store }: Pick<TaggedDocument, 'document' | 'file' | 'store'>,
  now: 'kept' | 'written',
): Promise<void> {
  if (!file || store.snapshot.anchored.length + store.snapshot.orphans.length === 0) return;
  const isThere = await vscode.workspace.fs.stat(document.uri).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  const name = vscode.workspace.asRelativePath(file);
  void showWarningMessage(
    now === 'kept'
      ? vscode.l10n.t(
          '{0} is gone. The tags are kept here: the file is written again when a tag is changed or the text is saved.',
          name,
        )
      : vscode.l10n.t('{0} was gone. It has been written again, with the tags that are open here.', name),
  );
}
