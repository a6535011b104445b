import * as vscode from 'vscode';
import type { CleaningResult } from '../../../../server/src/protocol.ts';
import { offsetAfter } from '../../../../server/src/text/edit.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { activeStatement } from './active-statement.ts';
import { type DoubtfulPlaces, keepDoubtfulPlaces } from './doubtful-places.ts';
import { toRange } from './offsets.ts';
import { placeOf, tellChanged } from './place.ts';
import type { StatementClient } from './statement-client.ts';

/** The commands that clean. A quick-fix names the place that it is for; without one it is the active editor's. */
export function cleaningCommands(client: StatementClient): vscode.Disposable {
  const places = keepDoubtfulPlaces();
  return vscode.Disposable.from(
    places,
    vscode.commands.registerCommand('jiaozhu.cleanDocument', async (place?: unknown) => {
      const at = await placeOf(place);
      return at && clean(client, places, at.editor, undefined);
    }),
    vscode.commands.registerCommand('jiaozhu.cleanParagraph', async (place?: unknown) => {
      const at = await placeOf(place);
      return at && clean(client, places, at.editor, at.range);
    }),
    vscode.commands.registerCommand('jiaozhu.showDoubtfulBreaks', () => {
      const editor = activeStatement();
      return editor && showDoubtful(client, places, editor);
    }),
  );
}

/** @param range the paragraphs that it touches (UTF-16 raw); all of them without one */
async function clean(
  client: StatementClient,
  places: DoubtfulPlaces,
  editor: vscode.TextEditor,
  range: TextRange | undefined,
): Promise<void> {
  const { document } = editor;
  const cleaning = await client.cleaning(document, range);
  if (!cleaning) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The language server gave no answer, so nothing was cleaned. Restart it and try again.'),
    );
    return;
  }
  if (cleaning.version !== document.version) {
    tellChanged();
    return;
  }
  // Kept before the edits, which move them like any other: afterwards the text no longer tells of them.
  places.add(document, cleaning.doubtful);
  if (cleaning.edits.length > 0 && !(await apply(editor, cleaning))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('“{0}” cannot be changed.', vscode.workspace.asRelativePath(document.uri)),
    );
    return;
  }
  await tell(client, places, editor, cleaning);
}

/**
 * One edit, one step of undo: of the editor, since one of the workspace would change a text as well that a person
 * has set to be read-only. The cursor stays at its words and the view where it was; left to itself, the editor
 * would go to the last of the edits.
 */
async function apply(editor: vscode.TextEditor, cleaning: CleaningResult): Promise<boolean> {
  const { document, selections, visibleRanges } = editor;
  const moved = (position: vscode.Position) => offsetAfter(cleaning.edits, document.offsetAt(position));
  const kept = selections.map(({ anchor, active }) => ({ anchor: moved(anchor), active: moved(active) }));
  const top = visibleRanges[0];
  const cursorSeen = visibleRanges.some((range) => range.contains(editor.selection.active));
  const view = top && !cursorSeen ? moved(top.start) : undefined;

  const { version } = document;
  await editor.edit((builder) => {
    for (const { start, end, text } of cleaning.edits) {
      builder.replace(toRange(document, { start, end }), text);
    }
  });
  // An editor that is read-only answers as if it had been done.
  if (document.version === version) return false;

  editor.selections = kept.map(
    ({ anchor, active }) => new vscode.Selection(document.positionAt(anchor), document.positionAt(active)),
  );
  const shown = view === undefined ? editor.selection.active : document.positionAt(view);
  editor.revealRange(
    new vscode.Range(shown, shown),
    view === undefined
      ? vscode.TextEditorRevealType.InCenterIfOutsideViewport
      : vscode.TextEditorRevealType.AtTop,
  );
  return true;
}

/** What was done, in a sentence, with a way to what is left for a person. */
async function tell(
  client: StatementClient,
  places: DoubtfulPlaces,
  editor: vscode.TextEditor,
  cleaning: CleaningResult,
): Promise<void> {
  const parts = cleaning.summary.length > 0 ? [...cleaning.summary] : [vscode.l10n.t('Nothing to clean')];
  const left = places.of(editor.document).length;
  if (left > 0) {
    parts.push(
      left === 1
        ? vscode.l10n.t('1 doubtful line break left')
        : vscode.l10n.t('{0} doubtful line breaks left', left),
    );
  }
  const message = vscode.l10n.t('{0}.', parts.join(vscode.l10n.t(', ')));
  const show = vscode.l10n.t('Show');
  const answer = await vscode.window.showInformationMessage(message, ...(left > 0 ? [show] : []));
  if (answer === show) await showDoubtful(client, places, editor);
}

/** Shows the breaks that cleaning has left and those that are found now, or says that there are none. */
async function showDoubtful(
  client: StatementClient,
  places: DoubtfulPlaces,
  editor: vscode.TextEditor,
): Promise<void> {
  // The message with its button may outlive the document.
  const document = await vscode.workspace.openTextDocument(editor.document.uri);
  const now = await client.cleaning(document);
  const anew = now?.version === document.version ? now.doubtful : [];
  const locations = places
    .of(document, anew)
    .map((range) => new vscode.Location(document.uri, toRange(document, range)));
  const first = locations[0];
  if (!first) {
    if (now) void vscode.window.showInformationMessage(vscode.l10n.t('No line break is in doubt.'));
    else {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The language server is not running. Tags can still be made.'),
      );
    }
    return;
  }
  await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    document.uri,
    first.range.start,
    locations,
    'gotoAndPeek',
    vscode.l10n.t('No line break is in doubt.'),
  );
}
