import * as vscode from 'vscode';
import type { CleaningResult } from '../../../../server/src/protocol.ts';
import { offsetAfter } from '../../../../server/src/text/edit.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { MisreadDocuments } from '../encoding/misread-documents.ts';
import { showInformationMessage, showWarningMessage } from '../notice.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import type { TaggingMode } from '../tagging/tagging-mode.ts';
import { activeStatement } from './active-statement.ts';
import { reviewBreaks } from './break-review.ts';
import type { DoubtfulPlaces } from './doubtful-places.ts';
import { toRange } from './offsets.ts';
import { placeOf, tellChanged } from './place.ts';
import type { StatementClient } from './statement-client.ts';

/** The commands that clean. A quick-fix names the place that it is for; without one it is the active editor's. */
export function cleaningCommands(
  client: StatementClient,
  places: DoubtfulPlaces,
  actions: TaggingActions,
  misread: MisreadDocuments,
  mode: TaggingMode,
): vscode.Disposable {
  const review = (editor: vscode.TextEditor) => reviewDoubtful(client, places, actions, editor);
  const cleanAt = async (given: unknown, whole: boolean) => {
    const place = await placeOf(given);
    if (place && !misread.refuses(place.editor.document))
      await clean(client, places, review, mode, place.editor, whole ? undefined : place.range);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('jiaozhu.cleanDocument', (place?: unknown) => cleanAt(place, true)),
    vscode.commands.registerCommand('jiaozhu.cleanParagraph', (place?: unknown) => cleanAt(place, false)),
    vscode.commands.registerCommand('jiaozhu.showDoubtfulBreaks', () => {
      const editor = activeStatement();
      return editor && !misread.refuses(editor.document) && review(editor);
    }),
    client.onWillCleanOnSave(({ document, cleaning }) => {
      places.add(document, cleaning.doubtful);
      vscode.window.setStatusBarMessage(sentence(summary(cleaning, places.of(document).length)), 8000);
    }),
  );
}

type Review = (editor: vscode.TextEditor) => Promise<void>;

/** @param range the paragraphs that it touches (UTF-16 raw); all of them without one */
async function clean(
  client: StatementClient,
  places: DoubtfulPlaces,
  review: Review,
  mode: TaggingMode,
  editor: vscode.TextEditor,
  range: TextRange | undefined,
): Promise<void> {
  const { document } = editor;
  const cleaning = await client.cleaning(document, range);
  if (!cleaning) {
    void showWarningMessage(
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
  const applied =
    cleaning.edits.length === 0 || (await mode.correcting(editor, () => apply(editor, cleaning)));
  if (!applied) {
    void showWarningMessage(
      vscode.l10n.t('“{0}” cannot be changed.', vscode.workspace.asRelativePath(document.uri)),
    );
    return;
  }
  await tell(review, editor, cleaning, places.of(document).length);
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
  review: Review,
  editor: vscode.TextEditor,
  cleaning: CleaningResult,
  left: number,
): Promise<void> {
  const show = vscode.l10n.t('Show');
  const message = sentence(summary(cleaning, left));
  const answer = await showInformationMessage(message, ...(left > 0 ? [show] : []));
  if (answer === show) await review(editor);
}

/** What was done, in phrases, and how many line breaks are left for a person. */
function summary(cleaning: CleaningResult, left: number): readonly string[] {
  const parts = cleaning.summary.length > 0 ? cleaning.summary : [vscode.l10n.t('Nothing to clean')];
  if (left === 0) return parts;
  const leftover =
    left === 1
      ? vscode.l10n.t('1 doubtful line break left')
      : vscode.l10n.t('{0} doubtful line breaks left', left);
  return [...parts, leftover];
}

function sentence(parts: readonly string[]): string {
  return vscode.l10n.t('{0}.', parts.join(vscode.l10n.t(', ')));
}

/** Leads through the breaks that cleaning has left and those that are found now, or says that there are none. */
async function reviewDoubtful(
  client: StatementClient,
  places: DoubtfulPlaces,
  actions: TaggingActions,
  { document: { uri }, viewColumn }: vscode.TextEditor,
): Promise<void> {
  // The message with its button may outlive the editor.
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: viewColumn ?? vscode.ViewColumn.Active,
  });
  const { document } = editor;
  const find = async () => {
    const now = await client.cleaning(document);
    return places.of(document, now?.version === document.version ? now.doubtful : []);
  };
  if ((await find()).length > 0) return reviewBreaks(editor, actions, find);
  if (client.alive) void showInformationMessage(vscode.l10n.t('No line break is in doubt.'));
  else {
    void showWarningMessage(vscode.l10n.t('The language server is not running. Tags can still be made.'));
  }
}
