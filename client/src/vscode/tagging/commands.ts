import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { comparePlace, extent } from '../../annotations/annotation.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets } from '../language/offsets.ts';
import { openTroubled, type TaggingActions } from './actions.ts';
import { iconOf } from './label-icon.ts';
import { inReadersLanguage, nameOf } from './label-name.ts';
import type { TagFilters } from './tag-filters.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** What the commands need of the panel: it holds the field in which notes are written. */
export interface NoteField {
  show(): Promise<void>;
  editNote(id: string): Promise<void>;
}

/** The commands that tag. Those with an id act on that tag, the others on the innermost one at the cursor. */
export function taggingCommands(
  documents: TaggedDocuments,
  actions: TaggingActions,
  field: NoteField,
  filters: TagFilters,
): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const active = () => documents.of(activeStatement()?.document);
  const atCursor = (): Annotation | undefined => {
    const editor = activeStatement();
    const tagged = documents.of(editor?.document);
    return editor && tagged?.store.at(editor.document.offsetAt(editor.selection.active))[0];
  };
  const withTag = (act: (id: string) => unknown) => () => {
    const tag = atCursor();
    return tag ? act(tag.id) : undefined;
  };
  const relabel = async (id: string) => {
    const found = documents.find(id);
    const label = found && (await pickLabel(found.tagged, vscode.l10n.t('Label for this tag')));
    if (label !== undefined) actions.relabel(id, label);
  };

  return vscode.Disposable.from(
    register('jiaozhu.tag', async () => {
      const editor = activeStatement();
      const tagged = editor && actions.taggable(editor.document);
      const label = tagged && (await pickLabel(tagged, vscode.l10n.t('Label for the selected words')));
      if (editor && label !== undefined) actions.tag(editor, label);
    }),
    register('jiaozhu.tagWithKey', (digit: unknown) => {
      const editor = activeStatement();
      const tagged = editor && actions.taggable(editor.document);
      const label = tagged?.scheme.labels.find(({ key }) => key === String(digit));
      if (editor && label) actions.tag(editor, label.id);
    }),
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
    actions.onDidSay((text) => void vscode.window.setStatusBarMessage(text, 4000)),
  );
}

async function pickLabel(tagged: TaggedDocument, title: string): Promise<string | undefined> {
  const entries = tagged.scheme.labels.map((label) => ({
    label: nameOf(label),
    description: label.key === undefined ? '' : label.key,
    detail: inReadersLanguage(label.description),
    iconPath: iconOf(label),
    id: label.id,
  }));
  const chosen = await vscode.window.showQuickPick(entries, { title, matchOnDetail: true });
  return chosen?.id;
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
  const tags = tagged ? tagged.store.snapshot.anchored.filter(filters.of(tagged).shows) : [];
  if (!editor || tags.length === 0) return;
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
  await actions.reveal(tags[(index + tags.length) % tags.length]!.id);
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
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no annotations file yet: it is written with the first tag.'),
    );
  }
}
