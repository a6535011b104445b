import * as vscode from 'vscode';
import { extent } from '../../annotations/annotation.ts';
import { isByChoice, type LossLine, nameOfLoss } from '../../annotations/exchange/told-loss.ts';
import { type LabelScheme, labelOf } from '../../annotations/labels.ts';
import { shorten } from '../reading/reading.ts';
import { nameOf } from '../tagging/label-name.ts';
import { showRange } from '../tagging/show-range.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import type { LossExample, LossExamples } from './losses.ts';
import { pickOne, separator } from './picks.ts';
import { language, numberText } from './words.ts';

/** What an export leaves out. */
export interface LeftOut {
  /** What the format is called. */
  readonly format: string;
  readonly lines: readonly LossLine[];
  readonly examples: LossExamples;
  /** What could not be read at all, in words. */
  readonly unread: readonly string[];
  readonly scheme: LabelScheme;
}

export function losesAnything({ lines, unread }: LeftOut): boolean {
  return lines.length + unread.length > 0;
}

/** Whether something is lost that nobody has chosen to leave out. */
export function losesUnasked({ lines, unread }: LeftOut): boolean {
  return unread.length > 0 || lines.some((line) => !isByChoice(line));
}

interface Entry extends vscode.QuickPickItem {
  readonly line?: LossLine;
  readonly isGo?: boolean;
}

/** Shows what would be lost, and asks whether to go on. A line leads to its first tags, and these to the text. */
export function askAboutLosses(left: LeftOut): Promise<boolean> {
  return show(left, vscode.l10n.t('Export Tags: {0} Cannot Hold Everything', left.format), [
    { label: `$(export) ${vscode.l10n.t('Export without What Is Listed')}`, isGo: true },
    { label: `$(close) ${vscode.l10n.t('Cancel')}`, isGo: false },
  ]);
}

/** Shows what was left out. */
export async function showLeftOut(left: LeftOut): Promise<void> {
  await show(left, vscode.l10n.t('Left Out of the Export: {0}', left.format), []);
}

async function show(left: LeftOut, title: string, first: readonly Entry[]): Promise<boolean> {
  const entries: readonly Entry[] = [
    ...first,
    ...left.unread.map((label) => ({ label: `$(warning) ${label}` })),
    ...section(
      vscode.l10n.t('What the Format Cannot Hold'),
      left.lines.filter((line) => !isByChoice(line)),
    ),
    ...section(vscode.l10n.t('Left Out by Your Choice'), left.lines.filter(isByChoice)),
  ];
  const placeholder = vscode.l10n.t('Choose a line to see the first tags that it concerns');
  for (let active: Entry | undefined; ; ) {
    const chosen = await pickOne({ title, placeholder }, entries, active);
    if (!chosen || chosen === 'back') return false;
    if (chosen.isGo !== undefined) return chosen.isGo;
    active = chosen;
    if (!chosen.line) continue;
    if (await showExamples(left, chosen.line)) return false;
  }
}

function section(name: string, lines: readonly LossLine[]): readonly Entry[] {
  if (lines.length === 0) return [];
  return [
    separator(name),
    ...lines.map((line) => ({
      label: nameOfLoss(line.feature, language()),
      description: [
        vscode.l10n.t('{0}, in documents: {1}', numberText(line.count), numberText(line.documents)),
        ...(line.tagsLeftOut ? [vscode.l10n.t('left out')] : []),
      ].join(vscode.l10n.t(', ')),
      line,
    })),
  ];
}

/** Returns whether a tag was gone to. */
async function showExamples({ examples, scheme }: LeftOut, line: LossLine): Promise<boolean> {
  const tags = examples.of(line);
  if (tags.length === 0) return false;
  const items = tags.map((example) => ({
    label: shorten(example.words, 40) || vscode.l10n.t('(the whole document)'),
    description: nameOf(labelOf(scheme, example.tag.label)),
    detail:
      example.document.annotator === ''
        ? example.document.found.name
        : `${example.document.found.name} (${annotatorName(example.document.annotator)})`,
    example,
  }));
  const title = nameOfLoss(line.feature, language());
  const placeholder = vscode.l10n.t(
    'The first of {0}; choose one to go to its place',
    numberText(line.count),
  );
  const chosen = await pickOne({ title, placeholder, canGoBack: true }, items);
  if (!chosen || chosen === 'back') return false;
  await goTo(chosen.example);
  return true;
}

async function goTo({ document, tag }: LossExample): Promise<void> {
  const shown = await vscode.workspace.openTextDocument(document.found.uri);
  await showRange(shown, extent(tag), false);
}
