import * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
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

/** The command that marks the section at the cursor as reviewed, or takes the mark away. */
export function reviewCommands(readings: Readings, actions: TaggingActions): vscode.Disposable {
  return vscode.commands.registerCommand('jiaozhu.markReviewed', () => {
    const editor = activeStatement();
    if (!editor) return;
    toggleReviewed(editor.document, editor.document.offsetAt(editor.selection.active), readings, actions);
  });
}
