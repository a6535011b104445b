import * as vscode from 'vscode';
import { labelOf } from '../../annotations/labels.ts';
import { shorten } from '../reading/reading.ts';
import { withShownMarks } from './apart.ts';
import { iconOf } from './label-icon.ts';
import { nameOf } from './label-name.ts';
import type { TagGroupHead } from './tag-groups.ts';
import { annotatorName, attributeText, stateName, type TagLook } from './tag-look.ts';
import type { GroupRow, TagLine } from './tag-tree.ts';
import type { TaggedDocument } from './tagged-document.ts';

const partIcons: Readonly<Record<string, string>> = {
  title: 'book',
  dateline: 'calendar',
  preamble: 'note',
  closing: 'pass',
  annex: 'file-add',
  document: 'files',
};
const stateIcons = { accepted: 'pass', suggested: 'lightbulb', rejected: 'circle-slash', orphan: 'warning' };

/** A group as VS Code shows it. */
export function groupItem({ id, group }: GroupRow, tagged: TaggedDocument, open: boolean): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const name = groupName(group.head, tagged);
  const item = new vscode.TreeItem(shorten(name, 32), open ? Expanded : Collapsed);
  item.id = id;
  item.description = String(group.tags.length);
  item.iconPath = groupIcon(group.head, tagged);
  item.contextValue = group.head.by === 'annotator' && !group.head.mine ? 'otherGroup' : 'group';
  item.tooltip = name;
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, tags: {1}', name, group.tags.length) };
  return item;
}

function groupName(head: TagGroupHead, { scheme }: TaggedDocument): string {
  switch (head.by) {
    case 'section':
      return head.part ? head.part.label : vscode.l10n.t('Before the First Section');
    case 'label':
      return nameOf(labelOf(scheme, head.label));
    case 'state':
      return stateName(head.state);
    case 'annotator':
      return head.mine
        ? vscode.l10n.t('{0} (you)', annotatorName(head.annotator))
        : annotatorName(head.annotator);
  }
}

function groupIcon(head: TagGroupHead, { scheme }: TaggedDocument): NonNullable<vscode.TreeItem['iconPath']> {
  switch (head.by) {
    case 'section':
      return new vscode.ThemeIcon(partIcons[head.part?.kind ?? ''] ?? 'bookmark');
    case 'label':
      return iconOf(labelOf(scheme, head.label));
    case 'state':
      return new vscode.ThemeIcon(stateIcons[head.state]);
    case 'annotator':
      return new vscode.ThemeIcon(head.mine ? 'account' : 'person');
  }
}

/** What stands behind the words of a tag. The label's name is left out where the group tells it. */
export function detailsOf(line: TagLine, look: TagLook): string[] {
  const { head } = line.parent?.group ?? {};
  const { review, state, scope, spans } = line.annotation;
  const inPart = state === 'anchored' && scope === 'words' && spans.some(({ start, end }) => start === end);
  return [
    head?.by === 'label' ? '' : look.name,
    review === 'accepted' || head?.by === 'state' ? '' : stateName(review),
    inPart ? vscode.l10n.t('some of its words are lost') : '',
    ...look.attributes.map(attributeText),
    look.note.replace(/\s+/g, ' '),
  ].filter(Boolean);
}

/** A tag as VS Code shows it. */
export function tagItem(line: TagLine, told: TagLook): vscode.TreeItem {
  const look: TagLook = {
    ...told,
    words: withShownMarks(told.words),
    note: withShownMarks(told.note),
    attributes: told.attributes.map(([name, value]) => [name, withShownMarks(value)]),
  };
  const { head } = line.parent?.group ?? {};
  const theirs = head?.by === 'annotator' && !head.mine;
  const item = new vscode.TreeItem(shorten(look.words, 80));
  item.id = line.id;
  const details = detailsOf(line, look);
  item.description = details.map((detail) => shorten(detail, 40)).join(' · ');
  item.iconPath = iconOf(look.label);
  const { review, state } = line.annotation;
  item.contextValue = theirs ? 'other' : state === 'orphan' ? 'orphan' : `tag ${review}`;
  item.tooltip = [look.words, look.name, ...look.attributes.map(attributeText), look.note]
    .filter(Boolean)
    .join('\n');
  item.command = {
    command: 'jiaozhu.tags.show',
    title: vscode.l10n.t('Go to Tag'),
    arguments: [line],
  };
  item.accessibilityInformation = {
    label: [look.words, look.name, ...details.filter((detail) => detail !== look.name)]
      .filter(Boolean)
      .join(', '),
  };
  return item;
}
