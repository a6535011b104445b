import * as vscode from 'vscode';
import { extent, type Review } from '../../annotations/annotation.ts';
import { labelOf } from '../../annotations/labels.ts';
import type { TaggingActions } from './actions.ts';
import type { NoteField } from './commands.ts';
import { nameOf } from './label-name.ts';
import { pickLabel } from './label-pick.ts';
import { showRange } from './show-range.ts';
import type { GroupRow, TagLine, TagRow } from './tag-tree.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';
import type { TagsView } from './tags-view.ts';
import { takeOver, takeOverAll } from './taking-over.ts';

/**
 * The commands of the list of tags. A menu hands over the row, and all that are chosen with it; a key hands over
 * nothing, so that the list is asked; a link in a hover hands over a tag's id.
 */
export function listCommands(
  documents: TaggedDocuments,
  actions: TaggingActions,
  field: NoteField,
  list: TagsView,
): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const onTags = (act: (ids: readonly string[]) => unknown) => async (given?: unknown, more?: unknown) => {
    const ids = await idsOf(given, more, list);
    return ids.length > 0 ? act(ids) : undefined;
  };
  const onFirst = (act: (id: string) => unknown) => onTags((ids) => act(ids[0]!));
  const review = (wanted: Review) => (ids: readonly string[]) => {
    const tagged = changeable(documents, actions, ids);
    // Only what a machine suggested is accepted or rejected; a person's own tag is removed.
    const pending = ids.filter((id) => {
      const before = documents.find(id)?.tag.review;
      return before === 'suggested' || before === 'rejected';
    });
    if (!tagged || pending.length === 0) return;
    const count = tagged.store.change(pending, { review: wanted });
    actions.say(
      wanted === 'accepted'
        ? vscode.l10n.t('Tags accepted: {0}', count)
        : vscode.l10n.t('Tags rejected: {0}', count),
    );
  };
  const show = async (given: unknown, more: unknown, keyboardStays: boolean) => {
    const line = isLine(given) ? given : Array.isArray(more) ? more[0] : (await list.chosenAtKeys())[0];
    const { tagged } = list;
    if (isLine(line) && tagged) await showRange(tagged.document, extent(line.annotation), keyboardStays);
  };

  return vscode.Disposable.from(
    register('jiaozhu.tags.show', (line: unknown) => show(line, undefined, true)),
    register('jiaozhu.tags.open', (line: unknown, more: unknown) => show(line, more, false)),
    register(
      'jiaozhu.tags.remove',
      onTags((ids) => {
        if (ids.length === 1) return actions.remove(ids[0]!);
        const count = changeable(documents, actions, ids)?.store.remove(ids) ?? 0;
        if (count > 0) actions.say(vscode.l10n.t('Tags removed: {0}', count));
      }),
    ),
    register(
      'jiaozhu.tags.changeLabel',
      onTags((ids) => relabel(documents, actions, ids)),
    ),
    register(
      'jiaozhu.tags.editNote',
      onFirst(async (id) => {
        await actions.reveal(id);
        await field.editNote(id);
      }),
    ),
    register(
      'jiaozhu.tags.accept',
      onTags((ids) => {
        // To accept what another annotator has tagged is to make it one's own.
        const theirs = ids.filter((id) => !documents.find(id));
        if (theirs.length > 0) takeOver(documents, actions, theirs);
        if (theirs.length < ids.length) review('accepted')(ids);
      }),
    ),
    register('jiaozhu.tags.reject', onTags(review('rejected'))),
    register(
      'jiaozhu.tags.takeOver',
      onTags((ids) => takeOver(documents, actions, ids)),
    ),
    register(
      'jiaozhu.tags.takeOverLabel',
      onFirst((id) => takeOver(documents, actions, [id], 'label')),
    ),
    register('jiaozhu.tags.takeOverAll', async (given?: unknown, more?: unknown) => {
      const { tagged } = list;
      const head = isGroupRow(given) ? given.group.head : undefined;
      if (head?.by !== 'annotator') {
        const [id] = await idsOf(given, more, list);
        return id === undefined ? undefined : takeOver(documents, actions, [id], 'annotator');
      }
      const other = tagged?.others.find(({ annotator }) => annotator === head.annotator);
      if (tagged && other && !head.mine) takeOverAll(actions, tagged, other);
    }),
  );
}

async function idsOf(given: unknown, more: unknown, list: TagsView): Promise<readonly string[]> {
  if (typeof given === 'string') return [given];
  const rows = Array.isArray(more) && more.length > 0 ? more : given === undefined ? [] : [given];
  const lines: readonly unknown[] = given === undefined ? await list.chosenAtKeys() : rows;
  return lines.filter(isLine).map(({ tag }) => tag);
}

function isLine(value: unknown): value is TagLine {
  const row = value as TagRow | null | undefined;
  return typeof row === 'object' && row !== null && 'annotation' in row && 'tag' in row;
}

function isGroupRow(value: unknown): value is GroupRow {
  return typeof value === 'object' && value !== null && 'group' in value;
}

/** The one statement whose tags these are, where they may be changed; else says why not. */
function changeable(
  documents: TaggedDocuments,
  actions: TaggingActions,
  ids: readonly string[],
): TaggedDocument | undefined {
  const found = ids.map((id) => documents.find(id)).find(Boolean);
  return found && actions.taggable(found.tagged.document);
}

async function relabel(
  documents: TaggedDocuments,
  actions: TaggingActions,
  ids: readonly string[],
): Promise<void> {
  const tagged = changeable(documents, actions, ids);
  const label =
    tagged &&
    (await pickLabel(
      tagged,
      ids.length === 1
        ? vscode.l10n.t('Label for this tag')
        : vscode.l10n.t('Label for these tags: {0}', ids.length),
    ));
  if (!tagged || label === undefined) return;
  if (ids.length === 1) return actions.relabel(ids[0]!, label);
  const count = tagged.store.change(ids, { label });
  actions.say(vscode.l10n.t('{0} places tagged: {1}', count, nameOf(labelOf(tagged.scheme, label))));
}
