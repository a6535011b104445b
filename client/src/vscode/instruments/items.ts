import * as vscode from 'vscode';
import type { Instrument } from '../../../../server/src/instruments/instrument.ts';
import { shortTitle } from '../../citations/short-title.ts';
import { toRange } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { groupOf, isItself } from './entries.ts';
import { formName, groupIcons, groupName } from './names.ts';
import type { CandidateNode, EntryNode, GroupNode, MentionNode, Node, WordingNode } from './nodes.ts';
import { unregisteredUri } from './unregistered.ts';

/** How many UTF-16 units of its paragraph a mention is shown with, before it and after it. */
const surroundings = { before: 6, after: 24 };

/** A row as VS Code shows it. */
export function itemOf(node: Node, document: vscode.TextDocument, readings: Readings): vscode.TreeItem {
  switch (node.row) {
    case 'group':
      return groupItem(node);
    case 'entry':
      return entryItem(node);
    case 'wording':
      return wordingItem(node);
    case 'mention':
      return mentionItem(node, document, readings);
    case 'candidate':
      return candidateItem(node);
  }
}

interface Look {
  readonly icon?: vscode.ThemeIcon;
  /** Parts of the description, which stands behind the label. */
  readonly told: readonly (string | undefined)[];
  /** What a screen reader says behind the label, if not the description. */
  readonly spoken?: readonly (string | undefined)[];
  readonly tooltip?: string;
  readonly context: string;
}

function item(node: Node, label: string, { icon, told, spoken, tooltip, context }: Look): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const state = node.row === 'group' ? Expanded : node.children.length > 0 ? Collapsed : None;
  const made = new vscode.TreeItem(label, state);
  made.id = node.id;
  made.description = told.filter(Boolean).join(' · ');
  if (icon) made.iconPath = icon;
  made.tooltip = tooltip ?? label;
  made.contextValue = context;
  made.accessibilityInformation = {
    label: [label, ...(spoken ?? told)].filter(Boolean).join(vscode.l10n.t(', ')),
  };
  return made;
}

function groupItem(node: GroupNode): vscode.TreeItem {
  const { group, children } = node;
  const unresolved = group === 'unresolved';
  return item(node, unresolved ? vscode.l10n.t('Unresolved or Ambiguous') : groupName(group), {
    told: [String(children.length)],
    spoken: [vscode.l10n.t('instruments: {0}', children.length)],
    icon: new vscode.ThemeIcon(unresolved ? 'question' : groupIcons[group]),
    context: 'group',
  });
}

function entryItem(node: EntryNode): vscode.TreeItem {
  const { cited, group, date } = node.entry;
  const { instrument, title, mentions } = cited;
  const short = shortTitle(cited);
  const unregistered = !instrument && !isItself(cited);
  const unknown = instrument
    ? undefined
    : isItself(cited)
      ? vscode.l10n.t('this document')
      : vscode.l10n.t('not in the registry');
  const made = item(node, short, {
    told: [`${mentions.length}×`, date, unknown],
    spoken: [
      groupName(group),
      vscode.l10n.t('mentions: {0}', mentions.length),
      date,
      unknown,
      short === title ? undefined : title,
    ],
    tooltip: [
      `《${title}》`,
      ...(instrument ? factsOf(instrument) : [unknown]),
      counted(mentions.length),
    ].join('\n'),
    // A warning would say that something is wrong with the text: it is only not known here.
    icon: unregistered
      ? new vscode.ThemeIcon(groupIcons[group], new vscode.ThemeColor('disabledForeground'))
      : new vscode.ThemeIcon(groupIcons[group]),
    context: [
      'instrument',
      instrument && 'registered',
      unregistered && 'unregistered',
      instrument && linked(instrument),
    ]
      .filter(Boolean)
      .join(' '),
  });
  if (unregistered) made.resourceUri = unregisteredUri(cited.identity);
  return made;
}

const counted = (mentions: number) => vscode.l10n.t('Mentions: {0}', mentions);
const linked = (instrument: Instrument) => (instrument.link?.startsWith('https://') ? 'link' : '');

function wordingItem(node: WordingNode): vscode.TreeItem {
  const { text, mentions, candidates } = node.wording;
  const meaning =
    candidates.length > 0
      ? vscode.l10n.t('could be any of {0}', candidates.length)
      : vscode.l10n.t('not known what it means');
  return item(node, text, {
    told: [`${mentions.length}×`, meaning],
    spoken: [vscode.l10n.t('mentions: {0}', mentions.length), meaning],
    tooltip: [
      text,
      meaning,
      ...candidates.map(({ names, adopted }) => [`《${names.zh}》`, adopted?.date].filter(Boolean).join(' ')),
    ].join('\n'),
    icon: new vscode.ThemeIcon('question'),
    context: 'wording',
  });
}

function mentionItem(node: MentionNode, document: vscode.TextDocument, readings: Readings): vscode.TreeItem {
  const { mention } = node;
  const { before, after } = readings.around(document, mention, surroundings);
  const words = shorten(mention.text, 40);
  const range = toRange(document, mention);
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  const form = formName(mention.form);
  const said = [mention.date, mention.verb].filter(Boolean).join(' ');
  const shown = before + words + after;
  const made = item(node, shown, {
    told: [form],
    spoken: [line, form],
    tooltip: [before + mention.text + after, `${line} · ${form}`, said].filter(Boolean).join('\n'),
    context: 'mention',
  });
  // First, where the narrowest side bar shows it.
  const number = `${range.start.line + 1}  `;
  const start = number.length + before.length;
  made.label = { label: number + shown, highlights: [[start, start + words.length]] };
  // VS Code's own command leaves the keyboard in the list after a click, and takes it along after Enter.
  made.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Mention'),
    arguments: [document.uri, { selection: range }],
  };
  return made;
}

function candidateItem(node: CandidateNode): vscode.TreeItem {
  const { instrument } = node;
  const { names, adopted, id } = instrument;
  // By its own title: the short name may be the very one that several bear.
  return item(node, shortTitle({ title: names.zh }), {
    told: [adopted?.date, names.en],
    spoken: [vscode.l10n.t('candidate'), adopted?.date, names.en, id],
    tooltip: [`《${names.zh}》`, ...factsOf(instrument)].join('\n'),
    icon: new vscode.ThemeIcon(groupIcons[groupOf({ title: names.zh, instrument })]),
    context: ['candidate', 'registered', linked(instrument)].filter(Boolean).join(' '),
  });
}

/** What the registry knows, a line each. */
function factsOf({ id, names, parties, adopted, inForce, registration, link }: Instrument): string[] {
  return [
    names.en,
    names.ru,
    parties && vscode.l10n.t('Parties: {0}', parties.join(', ')),
    adopted && [adopted.place, adopted.date].filter(Boolean).join(', '),
    inForce && vscode.l10n.t('In force: {0}', inForce),
    registration,
    link,
    id,
  ].filter((fact): fact is string => Boolean(fact));
}
