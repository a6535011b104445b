import * as vscode from 'vscode';
import { comparedMembers, type ImportConflict, isLater } from '../../annotations/exchange/import-conflict.ts';
import type { Settlement } from '../../annotations/exchange/settlement.ts';
import { type LabelScheme, labelOf } from '../../annotations/labels.ts';
import { shorten } from '../reading/reading.ts';
import { inReadersLanguage, nameOf } from '../tagging/label-name.ts';
import type { TargetPlace } from './import-target.ts';
import { pickOne } from './picks.ts';
import { numberText } from './words.ts';

/** Where a tag here and the same tag of the import say different things, with the document. */
export interface PlacedConflict {
  readonly key: string;
  readonly place: TargetPlace;
  readonly conflict: ImportConflict;
}

/** What counts where nothing else was decided of a single one; undefined where the person has given up. */
export type ConflictDecision =
  | { readonly settlement: Settlement; readonly decided: ReadonlyMap<string, 'ours' | 'theirs'> }
  | undefined;

export function settlementNames(): Record<Settlement, string> {
  return {
    mine: vscode.l10n.t('What is here stays'),
    theirs: vscode.l10n.t('The import counts'),
    newer: vscode.l10n.t('What was changed later counts'),
  };
}

/** Asks what counts, for all conflicts or for each. */
export async function decideConflicts(
  conflicts: readonly PlacedConflict[],
  scheme: LabelScheme,
  before: NonNullable<ConflictDecision>,
): Promise<ConflictDecision> {
  const names = settlementNames();
  const all = (['mine', 'theirs', 'newer'] as const).map((settlement) => ({
    label: names[settlement],
    ...(settlement === 'newer' && {
      description: vscode.l10n.t('and what is here, where that is not known'),
    }),
    settlement,
  }));
  const each = { label: vscode.l10n.t('Decide One by One…') };
  const title = vscode.l10n.t('Conflicts of the Import: {0}', numberText(conflicts.length));
  const placeholder = vscode.l10n.t('What counts where a tag here and the same tag of the import differ');
  const active = all.find(({ settlement }) => settlement === before.settlement);
  const items: readonly (vscode.QuickPickItem & { readonly settlement?: Settlement })[] = [...all, each];
  const answer = await pickOne({ title, placeholder, canGoBack: true }, items, active);
  if (!answer || answer === 'back') return undefined;
  if (answer.settlement) return { settlement: answer.settlement, decided: new Map() };
  const decided = await decideEach(conflicts, scheme, before.decided);
  return decided && { settlement: before.settlement, decided };
}

async function decideEach(
  conflicts: readonly PlacedConflict[],
  scheme: LabelScheme,
  before: ReadonlyMap<string, 'ours' | 'theirs'>,
): Promise<ReadonlyMap<string, 'ours' | 'theirs'> | undefined> {
  const decided = new Map(before);
  for (let at = 0; at < conflicts.length; ) {
    const { key, place, conflict } = conflicts[at]!;
    const { member, name, words, ours, theirs, oursModified, theirsModified } = conflict;
    const shown = (text: string) => shownValue(conflict, text, scheme);
    const items = [
      {
        label: vscode.l10n.t('Here: {0}', shown(ours)),
        description: laterMark(oursModified, theirsModified),
        kept: 'ours' as const,
      },
      {
        label: vscode.l10n.t('Import: {0}', shown(theirs)),
        description: laterMark(theirsModified, oursModified),
        kept: 'theirs' as const,
      },
    ];
    const said = `${inReadersLanguage(comparedMembers[member])}${name === '' ? '' : ` “${name}”`}`;
    const answer = await pickOne(
      {
        title: vscode.l10n.t('{0}: the tag on “{1}”, {2}', place.name, shorten(words, 20), said),
        step: [at + 1, conflicts.length],
        placeholder: vscode.l10n.t('Which of the two counts?'),
        canGoBack: true,
      },
      items,
      items.find(({ kept }) => kept === decided.get(key)),
    );
    if (!answer) return undefined;
    if (answer === 'back') {
      if (at === 0) return undefined;
      at -= 1;
      continue;
    }
    decided.set(key, answer.kept);
    at += 1;
  }
  return decided;
}

function shownValue({ member }: ImportConflict, text: string, scheme: LabelScheme): string {
  if (text === '') return vscode.l10n.t('(nothing)');
  return shorten(member === 'label' ? nameOf(labelOf(scheme, text)) : text, 60);
}

function laterMark(time: string, other: string): string {
  return isLater(time, other) ? vscode.l10n.t('later') : '';
}
