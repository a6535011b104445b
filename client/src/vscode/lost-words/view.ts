import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { candidatesFor } from '../../annotations/candidates.ts';
import { activeStatement } from '../language/active-statement.ts';
import { tellChanged } from '../language/place.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import { chosenRows } from '../tagging/chosen-rows.ts';
import { showRange } from '../tagging/show-range.ts';
import type { TaggedDocument, TaggedDocuments } from '../tagging/tagged-document.ts';
import { candidateItem, lostItem, noCandidateItem } from './items.ts';
import { keepLosses } from './losses.ts';
import { reanchor, reanchorHere } from './reanchor.ts';
import type { LostRow, LostTag } from './rows.ts';

/** How long after an edit the tray is looked at again, in milliseconds. */
const pause = 250;

/** The tray of the active statement's tags that have lost their words. It is there only while there are some. */
export function lostWordsView(
  documents: TaggedDocuments,
  readings: Readings,
  actions: TaggingActions,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const losses = keepLosses(documents);
  let tagged: TaggedDocument | undefined;
  let rows: readonly LostTag[] = [];
  /** The version of the document in which places were looked for; they count in no other. */
  let searched: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const provider: vscode.TreeDataProvider<LostRow> = {
    onDidChangeTreeData: changed.event,
    getChildren(row) {
      if (!row) return [...rows];
      if (row.row !== 'lost' || !tagged) return [];
      searched = tagged.document.version;
      return placesOf(row, tagged);
    },
    getTreeItem(row) {
      if (!tagged) return new vscode.TreeItem('');
      if (row.row === 'lost') return lostItem(row, tagged, losses.of(row.tag));
      return row.row === 'place' ? candidateItem(row, tagged, readings) : noCandidateItem(row);
    },
  };
  const view = vscode.window.createTreeView('jiaozhu.lostWords', {
    treeDataProvider: provider,
    canSelectMany: true,
  });
  const refresh = () => {
    timer = undefined;
    const now = documents.of(activeStatement()?.document);
    if (now) losses.look(now);
    const orphans = now?.store.snapshot.orphans ?? [];
    const same = now === tagged && orphans.length === rows.length && orphans.every(isRow);
    tagged = now;
    if (same && (searched === undefined || searched === now?.document.version)) return;
    searched = undefined;
    const before = new Map(rows.map((row) => [row.annotation, row]));
    rows = orphans.map(
      (annotation) => before.get(annotation) ?? { row: 'lost', tag: annotation.id, annotation },
    );
    view.badge =
      rows.length === 0
        ? undefined
        : { value: rows.length, tooltip: vscode.l10n.t('Tags that have lost their words: {0}', rows.length) };
    void vscode.commands.executeCommand('setContext', 'jiaozhu.hasLostWords', rows.length > 0);
    changed.fire();
  };
  const isRow = (tag: Annotation, index: number) => rows[index]!.annotation === tag;
  const soon = (delay: number) => {
    timer ??= setTimeout(refresh, delay);
  };
  /** The rows that a menu or the keys mean; a place stands for itself. */
  const meant = async (row: unknown, more: unknown): Promise<readonly LostRow[]> => {
    if (Array.isArray(more) && more.length > 0) return more as readonly LostRow[];
    return row ? [row as LostRow] : chosenRows<LostRow>(view, ({ row: kind }) => kind === 'lost');
  };
  const goTo = async (row: LostRow, keyboardStays: boolean) => {
    if (!tagged || row.row === 'none') return;
    if (row.row === 'place' && row.version !== tagged.document.version) return tellChanged();
    const place = row.row === 'place' ? row.place : row.annotation.spans[0];
    if (place) await showRange(tagged.document, place, keyboardStays);
  };
  soon(0);

  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    view,
    changed,
    losses,
    documents.onDidOpen(() => soon(0)),
    documents.onDidClose(() => soon(0)),
    documents.onDidChange(() => soon(pause)),
    vscode.window.onDidChangeActiveTextEditor(() => soon(0)),
    register('jiaozhu.reanchor', () => reanchorHere(documents, actions)),
    register('jiaozhu.lost.show', (row: LostRow) => goTo(row, true)),
    register('jiaozhu.lost.open', async (given: unknown, more: unknown) => {
      const [row] = await meant(given, more);
      if (row) await goTo(row, false);
    }),
    register('jiaozhu.lost.reanchor', async (given: unknown, more: unknown) => {
      const [row] = await meant(given, more);
      if (row?.row === 'place') {
        if (row.version !== tagged?.document.version) tellChanged();
        else if (reanchor(documents, actions, row.of.tag, row.place)) await goTo(row, true);
      } else if (row?.row === 'lost') await reanchorHere(documents, actions, row.tag);
    }),
    register('jiaozhu.lost.remove', async (given: unknown, more: unknown) => {
      const ids = (await meant(given, more)).flatMap((row) => (row.row === 'lost' ? [row.tag] : []));
      if (ids.length === 1) actions.remove(ids[0]!);
      else if (ids.length > 0 && tagged && actions.taggable(tagged.document)) tagged.store.remove(ids);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

function placesOf(of: LostTag, tagged: TaggedDocument): LostRow[] {
  const places = candidatesFor(of.annotation, tagged.store.text);
  if (places.length === 0) return [{ row: 'none', of }];
  const { version } = tagged.document;
  return places.map((place) => ({ row: 'place', of, place, version }));
}
