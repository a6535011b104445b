import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { reviewedLabelId } from '../../annotations/labels.ts';
import { concordanceScheme } from '../concordance/page.ts';
import { activeStatement } from '../language/active-statement.ts';
import type { StatementPages } from '../language/statement-pages.ts';
import type { Readings } from '../reading/readings.ts';
import type { Annotators } from './annotators.ts';
import { chosenRows } from './chosen-rows.ts';
import type { TagFilters } from './tag-filters.ts';
import { groupTags, type TagGrouping, tagGroupings } from './tag-groups.ts';
import { detailsOf, groupItem, tagItem } from './tag-items.ts';
import { lookOfTag } from './tag-look.ts';
import { type GroupRow, type TagLine, type TagRow, TagTree } from './tag-tree.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** The list of tags, as the commands that its keys run see it. */
export interface TagsView extends vscode.Disposable {
  /** The tags that the list's keys are at; none at a group, or nowhere. */
  chosenAtKeys(): Promise<readonly TagLine[]>;
  /** The statement whose tags are listed. */
  readonly tagged: TaggedDocument | undefined;
}

export interface TagsViewRooms {
  readonly documents: TaggedDocuments;
  readonly readings: Readings;
  readonly filters: TagFilters;
  readonly annotators: Annotators;
  readonly pages: StatementPages;
}

/** How long after a change the list is drawn anew, in milliseconds: tags that only move with the text can wait. */
const pause = { tags: 20, text: 250 };
/** With more tags than this the groups are closed until somebody opens them. */
const manyTags = 400;
const memory = 'jiaozhu.tagGrouping';

/** The list of the active statement's tags, by its parts or otherwise, as far as the filter shows them. */
export function tagsView(
  { documents, readings, filters, annotators, pages }: TagsViewRooms,
  workspaceState: vscode.Memento,
): TagsView {
  const changed = new vscode.EventEmitter<TagRow[] | undefined>();
  let grouping = groupingOf(workspaceState.get(memory));
  let tagged: TaggedDocument | undefined;
  let tree = newTree();
  let wasListing = false;
  let total = 0;
  let timer: NodeJS.Timeout | undefined;
  let due = 0;

  function newTree(): TagTree {
    return new TagTree((line) => {
      if (!tagged) return '';
      const look = lookOfTag(line.annotation, tagged, readings);
      return JSON.stringify([look.words, look.name, look.label.colour, detailsOf(line, look)]);
    });
  }

  const provider: vscode.TreeDataProvider<TagRow> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => [...(row ? ('group' in row ? tree.below(row) : []) : tree.roots)],
    getParent: (row) => ('group' in row ? undefined : row.parent),
    getTreeItem(row) {
      if (!tagged) return new vscode.TreeItem('');
      if ('group' in row) return groupItem(row, tagged, total <= manyTags);
      tree.seen(row);
      return tagItem(row, lookOfTag(row.annotation, tagged, readings));
    },
  };
  const view = vscode.window.createTreeView('jiaozhu.tags', {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
  });

  const refresh = () => {
    timer = undefined;
    const now = documents.of(listedDocument(tagged, pages));
    const other = now !== tagged;
    tagged = now;
    const isListing = now !== undefined;
    if (isListing !== wasListing)
      void vscode.commands.executeCommand('setContext', 'jiaozhu.listing', isListing);
    wasListing = isListing;
    if (other) tree = newTree();
    const groups = now ? groupTags(grouping, listedOf(now)) : [];
    const count = groups.reduce((sum, { tags }) => sum + tags.length, 0);
    total = count;
    const flat = groups.length === 1 && groups[0]!.key === 'section';
    const anew = tree.update(groups, flat);
    tell(count, now);
    if (other || anew === 'all') changed.fire(undefined);
    else if (anew.length > 0) changed.fire([...anew]);
  };
  const listedOf = (now: TaggedDocument) => ({
    mine: { annotator: now.annotator, snapshot: now.store.snapshot, shows: filters.of(now).shows },
    others: annotators.shown(now).map(({ annotator, store }) => ({
      annotator,
      snapshot: store.snapshot,
      shows: filters.ofOther(now, annotator).shows,
    })),
    parts: readings.parts(now.document),
    labels: now.scheme.labels.map(({ id }) => id),
  });
  const tell = (count: number, now: TaggedDocument | undefined) => {
    const all = now ? now.store.snapshot.anchored.filter(isListed).length : 0;
    const { typed } = filters;
    view.title = titles()[grouping];
    view.description =
      typed !== '' && now ? vscode.l10n.t('{0} of {1}', count, all) : count > 0 ? String(count) : '';
    // An empty message takes no room.
    view.message =
      typed === '' || !now
        ? ''
        : count > 0
          ? vscode.l10n.t('Only tags with “{0}”. Escape in the list shows all again.', typed)
          : vscode.l10n.t('No tag has “{0}”. Escape in the list shows all again.', typed);
  };
  /** A later change must not put off one that is due sooner. */
  const soon = (delay: number) => {
    const at = Date.now() + delay;
    if (timer && due <= at) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(refresh, delay);
  };
  const group = (by: TagGrouping) => {
    grouping = by;
    void workspaceState.update(memory, by);
    tree = newTree();
    tagged = undefined;
    soon(0);
  };
  soon(0);

  const disposable = vscode.Disposable.from(
    view,
    changed,
    documents.onDidOpen(() => soon(0)),
    documents.onDidClose(() => soon(0)),
    documents.onDidChange(({ change }) => soon(change === 'text' ? pause.text : pause.tags)),
    readings.onDidChange(() => soon(pause.tags)),
    filters.onDidChange(() => soon(0)),
    annotators.onDidChange(() => soon(0)),
    vscode.window.onDidChangeActiveTextEditor(() => soon(0)),
    pages.onDidChange(() => soon(0)),
    vscode.commands.registerCommand('jiaozhu.groupTags', async () => {
      const by = await pickGrouping(grouping);
      if (by) group(by);
    }),
    { dispose: () => clearTimeout(timer) },
  );
  return {
    async chosenAtKeys() {
      const rows = await chosenRows(view, (row) => 'group' in row);
      return rows.filter((row): row is TagLine => !isGroup(row));
    },
    get tagged() {
      return tagged;
    },
    dispose: () => disposable.dispose(),
  };
}

/** The active statement, or the one that the active page is about; beside a concordance the one that was so before. */
function listedDocument(
  before: TaggedDocument | undefined,
  pages: StatementPages,
): vscode.TextDocument | undefined {
  const { activeTextEditor } = vscode.window;
  return activeTextEditor?.document.uri.scheme === concordanceScheme
    ? before?.document
    : (activeStatement()?.document ?? (activeTextEditor ? undefined : pages.active));
}

function isGroup(row: TagRow): row is GroupRow {
  return 'group' in row;
}

function isListed({ review, label }: Annotation): boolean {
  return review !== 'rejected' && label !== reviewedLabelId;
}

function groupingOf(value: unknown): TagGrouping {
  return tagGroupings.find((each) => each === value) ?? 'section';
}

function titles(): Readonly<Record<TagGrouping, string>> {
  return {
    section: vscode.l10n.t('Tags by Section'),
    label: vscode.l10n.t('Tags by Label'),
    state: vscode.l10n.t('Tags by State'),
    annotator: vscode.l10n.t('Tags by Annotator'),
  };
}

async function pickGrouping(now: TagGrouping): Promise<TagGrouping | undefined> {
  const details: Readonly<Record<TagGrouping, string>> = {
    section: vscode.l10n.t('In the order of the text'),
    label: vscode.l10n.t('In the order of the label scheme'),
    state: vscode.l10n.t('Suggested, accepted, rejected, and those that have lost their words'),
    annotator: vscode.l10n.t('Yours, and those of the others that are shown'),
  };
  const names = titles();
  const entries = tagGroupings.map((by) => ({
    label: names[by],
    detail: details[by],
    picked: by === now,
    by,
    ...(by === now ? { description: vscode.l10n.t('now') } : {}),
  }));
  return (await vscode.window.showQuickPick(entries, { title: vscode.l10n.t('Group the Tags') }))?.by;
}
