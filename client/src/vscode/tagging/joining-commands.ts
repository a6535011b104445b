import * as vscode from 'vscode';
import { type Annotation, comparePlace } from '../../annotations/annotation.ts';
import { areNeighbours } from '../../annotations/neighbours.ts';
import type { TaggingActions } from './actions.ts';
import { type Cursor, cursorIn } from './cursor.ts';
import type { TaggedDocuments } from './tagged-document.ts';

/** The commands that change where tags lie: merge and split. */
export function joiningCommands(documents: TaggedDocuments, actions: TaggingActions): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const here = (): Cursor | undefined => {
    const cursor = cursorIn(documents);
    return cursor && actions.taggable(cursor.editor.document) ? cursor : undefined;
  };
  return vscode.Disposable.from(
    register('jiaozhu.mergeTags', () => {
      const cursor = here();
      if (!cursor) return;
      const ids = toMerge(cursor).map(({ id }) => id);
      const merged = ids.length > 1 ? cursor.tagged.store.merge(ids) : null;
      actions.say(
        merged
          ? vscode.l10n.t('{0} tags merged: “{1}”', ids.length, actions.quote(cursor.tagged, merged))
          : vscode.l10n.t(
              'Select both tags of one label to merge them: none follows right after the one here.',
            ),
      );
    }),
    register('jiaozhu.splitTag', () => {
      const cursor = here();
      const tag = cursor?.tag;
      if (!cursor) return;
      if (!tag) return actions.say(noTag());
      const { document, selection } = cursor.editor;
      const parts = cursor.tagged.store.split(tag.id, document.offsetAt(selection.active));
      actions.say(
        parts.length > 1
          ? vscode.l10n.t(
              'Split: {0}',
              parts.map((part) => `“${actions.quote(cursor.tagged, part)}”`).join(vscode.l10n.t(', ')),
            )
          : vscode.l10n.t('Put the cursor inside the tagged words where they are to be split.'),
      );
    }),
  );
}

/** The words for a command that finds no tag to act on. */
export const noTag = () => vscode.l10n.t('There is no tag at the cursor.');

/** The tags of one label that a selection touches; without two of them, the tag at the cursor and its neighbour. */
function toMerge({ tagged, selected, tag }: Cursor): readonly Annotation[] {
  const isPlain = ({ review, scope }: Annotation) => review === 'accepted' && scope === 'words';
  const touched = tagged.store.overlapping(selected).filter(isPlain);
  const label = (tag ?? touched[0])?.label;
  const alike = touched.filter((each) => each.label === label);
  if (alike.length > 1) return alike;
  const first = tag ?? alike[0];
  if (!first) return [];
  const next = tagged.store.snapshot.anchored.find(
    (each) => isPlain(each) && each.label === first.label && comparePlace(each, first) > 0,
  );
  return next && areNeighbours(tagged.store.text, first, next) ? [first, next] : [];
}
