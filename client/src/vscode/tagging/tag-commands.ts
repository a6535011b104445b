import * as vscode from 'vscode';
import { comparePlace, extent } from '../../annotations/annotation.ts';
import { labelOf } from '../../annotations/labels.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets } from '../language/offsets.ts';
import { showInformationMessage } from '../notice.ts';
import { openTroubled, type TaggingActions } from './actions.ts';
import { cursorIn } from './cursor.ts';
import { noTag } from './joining-commands.ts';
import { nameOf } from './label-name.ts';
import { pickLabel } from './label-pick.ts';
import type { TagFilters } from './tag-filters.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** What the commands need of the panel: it holds the field in which notes are written. */
export interface NoteField {
  show(): Promise<void>;
  editNote(id: string): Promise<void>;
}

/** The commands on the tag at the cursor, on the next one, and on the tagging as a whole. */
export function tagCommands(
  documents: TaggedDocuments,
  actions: TaggingActions,
  filters: TagFilters,
  field: NoteField,
): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const active = () => documents.of(activeStatement()?.document);
  const withTag = (act: (id: string) => unknown) => () => {
    const tag = cursorIn(documents)?.tag;
    return tag ? act(tag.id) : actions.say(noTag());
  };
  const relabel = async (id: string) => {
    const found = documents.find(id);
    const label = found && (await pickLabel(found.tagged, vscode.l10n.t('Label for this tag')));
    if (label !== undefined) actions.relabel(id, label);
  };

  return vscode.Disposable.from(
    register('jiaozhu.removeTag', withTag(actions.remove)),
    register('jiaozhu.changeLabel', withTag(relabel)),
    register(
      'jiaozhu.editNote',
      withTag((id) => field.editNote(id)),
    ),
    register('jiaozhu.revealTag', (id: unknown) =>
      typeof id === 'string' ? actions.reveal(id, true) : undefined,
    ),
    register('jiaozhu.nextTag', () => step(documents, actions, filters, 1)),
    register('jiaozhu.previousTag', () => step(documents, actions, filters, -1)),
    register('jiaozhu.undoTagging', () => {
      const tagged = active();
      if (tagged) actions.undo(tagged);
    }),
    register('jiaozhu.redoTagging', () => {
      const tagged = active();
      if (tagged) actions.redo(tagged);
    }),
    register('jiaozhu.showTagging', () => field.show()),
    register('jiaozhu.openAnnotations', () => openAnnotations(active())),
  );
}

/** Goes to the next tag in order of place, or the one before; round the ends. Only to those that the filter shows. */
async function step(
  documents: TaggedDocuments,
  actions: TaggingActions,
  filters: TagFilters,
  by: 1 | -1,
): Promise<void> {
  const editor = activeStatement();
  const tagged = documents.of(editor?.document);
  const filter = tagged && filters.of(tagged);
  const tags = (tagged?.store.snapshot.anchored ?? []).filter(
    (tag) => tag.review === 'accepted' && tag.scope !== 'document' && filter?.shows(tag),
  );
  if (!editor || !tagged) return;
  if (tags.length === 0) return actions.say(vscode.l10n.t('There is no tag to go to.'));
  const selected = toOffsets(editor.document, editor.selection);
  const at = tags.findIndex((tag) => {
    const { start, end } = extent(tag);
    return start === selected.start && end === selected.end;
  });
  // Where no tag is selected, the cursor lies between the tags that begin before it and the others.
  const here = { ...tags[0]!, spans: [selected], id: '' };
  const following = tags.findIndex((tag) => comparePlace(tag, here) >= 0);
  const after = following < 0 ? tags.length : following;
  const index = at >= 0 ? at + by : by === 1 ? after : after - 1;
  const number = (index + tags.length) % tags.length;
  const reached = tags[number]!;
  await actions.reveal(reached.id);
  const label = nameOf(labelOf(tagged.scheme, reached.label));
  actions.say(
    vscode.l10n.t(
      'Tag {0} of {1}: “{2}”, {3}',
      number + 1,
      tags.length,
      actions.quote(tagged, reached),
      label,
    ),
  );
}

async function openAnnotations(tagged: TaggedDocument | undefined): Promise<void> {
  const file = tagged?.trouble?.file ?? tagged?.file;
  if (!tagged || !file) return;
  const exists = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (exists) await openTroubled(file, tagged.trouble?.line ?? 1);
  else {
    void showInformationMessage(
      vscode.l10n.t('There is no annotations file yet: it is written with the first tag.'),
    );
  }
}
