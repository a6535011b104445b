import * as vscode from 'vscode';
import { type Annotation, extent, quotedWords } from '../../annotations/annotation.ts';
import { labelOf } from '../../annotations/labels.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toRange } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { iconOf } from './label-icon.ts';
import { nameOf } from './label-name.ts';
import { groupTags, type TagGroup } from './tag-groups.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

type Node = GroupNode | TagNode;

interface GroupNode {
  readonly id: string;
  readonly label: string;
  readonly icon: string;
  readonly orphans: boolean;
  readonly children: readonly TagNode[];
}

interface TagNode {
  readonly tagged: TaggedDocument;
  /** The tag's id: what the list's commands act on. */
  readonly tag: string;
}

/** The list of tags, as the commands that its keys run see it. */
export interface TagsView extends vscode.Disposable {
  /** The id of the tag that the list's keys are at, made the chosen one; undefined at a section, or nowhere. */
  chooseAtKeys(): Promise<string | undefined>;
}

/** The list of the active statement's tags, by its parts; tags that have lost their words come last. */
export function tagsView(documents: TaggedDocuments, readings: Readings): TagsView {
  const changed = new vscode.EventEmitter<void>();
  let timer: NodeJS.Timeout | undefined;
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node) return 'children' in node ? [...node.children] : [];
      const tagged = documents.of(activeStatement()?.document);
      return tagged ? nodesOf(tagged, readings) : [];
    },
    getTreeItem: (node) => ('children' in node ? groupItem(node) : tagItem(node, readings)),
  };
  const view = vscode.window.createTreeView('jiaozhu.tags', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const refresh = () => {
    timer = undefined;
    const snapshot = documents.of(activeStatement()?.document)?.store.snapshot;
    view.description = snapshot && snapshot.anchored.length > 0 ? String(snapshot.anchored.length) : '';
    const lost = snapshot?.orphans.length ?? 0;
    view.badge =
      lost === 0
        ? undefined
        : { value: lost, tooltip: vscode.l10n.t('Tags that have lost their words: {0}', lost) };
    changed.fire();
  };
  const soon = (delay: number) => {
    timer ??= setTimeout(refresh, delay);
  };
  soon(0);
  const disposable = vscode.Disposable.from(
    view,
    changed,
    documents.onDidOpen(() => soon(0)),
    documents.onDidClose(() => soon(0)),
    documents.onDidChange(({ change }) => soon(change === 'text' ? 250 : 20)),
    readings.onDidChange(() => soon(20)),
    vscode.window.onDidChangeActiveTextEditor(() => soon(0)),
    { dispose: () => clearTimeout(timer) },
  );
  return {
    async chooseAtKeys() {
      // The arrows move the focus, of which an extension learns nothing, and leave the selection behind.
      await vscode.commands.executeCommand('list.selectAndPreserveFocus');
      const node = await chosenNode(view);
      if (!node) return undefined;
      if ('tag' in node) return node.tag;
      // Choosing a section has folded or unfolded it.
      await vscode.commands.executeCommand('list.toggleExpand');
      return undefined;
    },
    dispose: () => disposable.dispose(),
  };
}

/** How long, in ms, the choice of a row may take to be told to an extension. */
const tellingTime = 500;

/** What is chosen in the list; just after a choice, or while the list is filled anew, the editor has yet to tell. */
function chosenNode(view: vscode.TreeView<Node>): Promise<Node | undefined> {
  const [node] = view.selection;
  if (node) return Promise.resolve(node);
  return new Promise((resolve) => {
    const told = view.onDidChangeSelection(({ selection }) => {
      if (selection[0]) done(selection[0]);
    });
    const timer = setTimeout(() => done(undefined), tellingTime);
    function done(chosen: Node | undefined): void {
      clearTimeout(timer);
      told.dispose();
      resolve(chosen);
    }
  });
}

function nodesOf(tagged: TaggedDocument, readings: Readings): Node[] {
  const { anchored, orphans } = tagged.store.snapshot;
  const node = ({ id }: Annotation): TagNode => ({ tagged, tag: id });
  const groups = groupTags(readings.parts(tagged.document), anchored);
  // Without parts a single group would say nothing.
  const shown: Node[] =
    groups.length === 1 && !groups[0]!.part && orphans.length === 0
      ? anchored.map(node)
      : groups.map((group, index) => groupNode(group, index, node));
  if (orphans.length > 0) {
    shown.push({
      id: 'orphans',
      label: vscode.l10n.t('Tags That Have Lost Their Words'),
      icon: 'warning',
      orphans: true,
      children: orphans.map(node),
    });
  }
  return shown;
}

const icons: Readonly<Record<string, string>> = {
  title: 'book',
  dateline: 'calendar',
  preamble: 'note',
  closing: 'pass',
  annex: 'file-add',
  document: 'files',
};

function groupNode({ part, tags }: TagGroup, index: number, node: (tag: Annotation) => TagNode): GroupNode {
  return {
    id: `${part?.kind ?? 'head'} ${index}`,
    label: part ? shorten(part.label, 32) : vscode.l10n.t('Before the First Section'),
    icon: icons[part?.kind ?? ''] ?? 'bookmark',
    orphans: false,
    children: tags.map(node),
  };
}

function groupItem(group: GroupNode): vscode.TreeItem {
  const item = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = group.id;
  item.description = String(group.children.length);
  item.iconPath = new vscode.ThemeIcon(group.icon);
  item.contextValue = group.orphans ? 'orphans' : 'section';
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, tags: {1}', group.label, group.children.length),
  };
  return item;
}

function tagItem({ tagged, tag: id }: TagNode, readings: Readings): vscode.TreeItem {
  const tag = tagged.store.get(id);
  if (!tag) return new vscode.TreeItem('');
  const orphan = tag.state === 'orphan';
  const label = labelOf(tagged.scheme, tag.label);
  const words = orphan ? quotedWords(tag) : readings.words(tagged.document, extent(tag));
  const item = new vscode.TreeItem(shorten(words, 80));
  item.id = id;
  item.description = tag.note
    ? `${nameOf(label)} · ${shorten(tag.note.replace(/\s+/g, ' '), 40)}`
    : nameOf(label);
  item.iconPath = iconOf(label);
  item.contextValue = orphan ? 'orphan' : 'tag';
  item.tooltip = [words, nameOf(label), tag.note].filter(Boolean).join('\n\n');
  const title = vscode.l10n.t('Go to Tag');
  // VS Code's own command leaves the keyboard in the list after a click, and takes it along after Enter.
  item.command = orphan
    ? { command: 'jiaozhu.revealTag', title, arguments: [id] }
    : {
        command: 'vscode.open',
        title,
        arguments: [tagged.document.uri, { selection: toRange(tagged.document, extent(tag)) }],
      };
  item.accessibilityInformation = {
    label: [words, nameOf(label), tag.note].filter(Boolean).join(', '),
  };
  return item;
}
