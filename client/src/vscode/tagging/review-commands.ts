import * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
import { isFinishedMark } from '../../annotations/finished.ts';
import { reviewedLabelId } from '../../annotations/labels.ts';
import { activeStatement } from '../language/active-statement.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from './actions.ts';
import { partAround } from './cursor.ts';
import { headOf } from './label-commands.ts';

/**
 * Marks the part of a document in which an offset (UTF-16 raw) lies as reviewed, or takes the mark away, as one step of
 * the tagging's undo.
 */
export function toggleReviewed(
  document: vscode.TextDocument,
  offset: number,
  readings: Readings,
  actions: TaggingActions,
): void {
  const tagged = actions.taggable(document);
  if (!tagged) return;
  const part = partAround(readings.parts(document), offset, document.getText().length);
  const head = headOf(document, part);
  const name = shorten(part.part?.label ?? readings.words(document, head), 24);
  const marks = tagged.store.snapshot.anchored.filter((tag) => {
    const { start } = extent(tag);
    return (
      tag.label === reviewedLabelId && tag.scope === 'section' && part.start <= start && start < part.end
    );
  });
  if (marks.length > 0) {
    tagged.store.remove(marks.map(({ id }) => id));
    actions.say(vscode.l10n.t('Not reviewed any more: {0}', name));
    return;
  }
  const made = tagged.store.add({ label: reviewedLabelId, range: head, scope: 'section' });
  if (made) actions.say(vscode.l10n.t('Reviewed: {0}', name));
}

/** Marks a whole document as finished, or takes the mark away, as one step of the tagging's undo. */
function toggleFinished(document: vscode.TextDocument, actions: TaggingActions): void {
  const tagged = actions.taggable(document);
  if (!tagged) return;
  const marks = tagged.store.snapshot.anchored.filter(
    (tag) => isFinishedMark(tag) && tag.scope === 'document',
  );
  if (marks.length > 0) {
    tagged.store.remove(marks.map(({ id }) => id));
    actions.say(vscode.l10n.t('The document is not marked as finished any more.'));
    return;
  }
  const made = tagged.store.add({
    label: reviewedLabelId,
    range: { start: 0, end: 0 },
    scope: 'document',
  });
  if (made)
    actions.say(vscode.l10n.t('The document is marked as finished: it counts when annotators are compared.'));
}

/** The commands that mark the section at the cursor as reviewed, or the document as finished, or take the mark away. */
export function reviewCommands(readings: Readings, actions: TaggingActions): vscode.Disposable {
  const register = (command: string, toggle: (editor: vscode.TextEditor) => void) =>
    vscode.commands.registerCommand(command, () => {
      const editor = activeStatement();
      if (editor) toggle(editor);
    });
  return vscode.Disposable.from(
    register('jiaozhu.markReviewed', ({ document, selection }) =>
      toggleReviewed(document, document.offsetAt(selection.active), readings, actions),
    ),
    register('jiaozhu.markFinished', ({ document }) => toggleFinished(document, actions)),
  );
}
