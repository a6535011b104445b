import * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
import { reviewedLabelId } from '../../annotations/labels.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from './actions.ts';
import { cursorIn, partAround } from './cursor.ts';
import { headOf } from './label-commands.ts';
import type { TaggedDocuments } from './tagged-document.ts';

/** The command that marks the section at the cursor as reviewed, or takes the mark away. */
export function reviewCommands(
  documents: TaggedDocuments,
  readings: Readings,
  actions: TaggingActions,
): vscode.Disposable {
  return vscode.commands.registerCommand('jiaozhu.markReviewed', () => {
    const cursor = cursorIn(documents);
    if (!cursor || !actions.taggable(cursor.editor.document)) return;
    const { editor, tagged } = cursor;
    const { document, selection } = editor;
    const part = partAround(
      readings.parts(document),
      document.offsetAt(selection.active),
      document.getText().length,
    );
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
      return actions.say(vscode.l10n.t('Not reviewed any more: {0}', name));
    }
    const made = tagged.store.add({ label: reviewedLabelId, range: head, scope: 'section' });
    if (made) actions.say(vscode.l10n.t('Reviewed: {0}', name));
  });
}
