import * as vscode from 'vscode';
import { quotedWords } from '../../annotations/annotation.ts';
import { toRange } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { withShownMarks } from '../tagging/apart.ts';
import { iconOf } from '../tagging/label-icon.ts';
import { attributeText, lookOfTag } from '../tagging/tag-look.ts';
import type { TaggedDocument } from '../tagging/tagged-document.ts';
import type { Loss } from './losses.ts';
import type { LostTag, NoPlace, PlaceRow } from './rows.ts';

/** How many UTF-16 units of its paragraph a place is shown with, before it and after it. */
const surroundings = { before: 8, after: 16 };

/** A tag that has lost its words, as VS Code shows it. */
export function lostItem(
  { tag: id, annotation }: LostTag,
  tagged: TaggedDocument,
  loss: Loss | undefined,
): vscode.TreeItem {
  const words = withShownMarks(quotedWords(annotation));
  const { label, name, attributes, note: itsNote } = lookOfTag(annotation, tagged, noReadings);
  const note = withShownMarks(itsNote);
  const item = new vscode.TreeItem(shorten(words, 80), vscode.TreeItemCollapsibleState.Collapsed);
  const why = loss ? whyOf(loss) : '';
  const line = annotation.spans[0]
    ? vscode.l10n.t('was in line {0}', tagged.document.positionAt(annotation.spans[0].start).line + 1)
    : '';
  item.id = id;
  item.description = [name, why].filter(Boolean).join(' · ');
  item.iconPath = iconOf(label);
  item.contextValue = 'lost';
  item.tooltip = [words, name, ...attributes.map(attributeText), note, why, line].filter(Boolean).join('\n');
  item.accessibilityInformation = {
    label: [words, name, why, line, note].filter(Boolean).join(vscode.l10n.t(', ')),
  };
  return item;
}

/** The words of a lost tag are its quotes, of which no reading is needed. */
const noReadings: Pick<Readings, 'words'> = { words: () => '' };

function whyOf({ reason, at }: Loss): string {
  const time = at.toLocaleTimeString(vscode.env.language, { hour: '2-digit', minute: '2-digit' });
  switch (reason) {
    case 'deleted':
      return vscode.l10n.t('words deleted at {0}', time);
    case 'ambiguous':
      return vscode.l10n.t('could be in several places');
    case 'not-found':
      return vscode.l10n.t('words not found when opened');
  }
}

/** A place where the words may be. */
export function candidateItem(
  row: PlaceRow,
  { document }: TaggedDocument,
  readings: Readings,
): vscode.TreeItem {
  const { place, of } = row;
  const words = withShownMarks(shorten(readings.words(document, place), 40));
  const around = readings.around(document, place, surroundings);
  const before = withShownMarks(around.before);
  const after = withShownMarks(around.after);
  const line = toRange(document, place).start.line + 1;
  const likeness = `${Math.round(place.likeness * 100)}%`;
  const number = `${line}  `;
  const start = number.length + before.length;
  const item = new vscode.TreeItem({
    label: number + before + words + after,
    highlights: [[start, start + words.length]],
  });
  item.id = `${of.tag} ${place.start} ${place.end}`;
  item.description = vscode.l10n.t('{0} alike', likeness);
  item.iconPath = new vscode.ThemeIcon('question');
  item.contextValue = 'place';
  item.tooltip = vscode.l10n.t('Probably here: {0}', before + words + after);
  item.command = {
    command: 'jiaozhu.lost.show',
    title: vscode.l10n.t('Look at the Place'),
    arguments: [row],
  };
  item.accessibilityInformation = {
    label: [
      vscode.l10n.t('Probably here: {0}', before + words + after),
      vscode.l10n.t('line {0}', line),
      vscode.l10n.t('{0} alike', likeness),
    ].join(vscode.l10n.t(', ')),
  };
  return item;
}

export function noCandidateItem({ of }: NoPlace): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t(
      'Nothing in the text is like these words: select where the tag belongs, then re-anchor it.',
    ),
  );
  item.id = `${of.tag} none`;
  return item;
}
