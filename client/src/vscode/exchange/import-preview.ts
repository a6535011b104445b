import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { quotedWords } from '../../annotations/annotation.ts';
import type { ImportConflict } from '../../annotations/exchange/import-conflict.ts';
import type { Renaming } from '../../annotations/exchange/written-labels.ts';
import { type LabelScheme, labelOf } from '../../annotations/labels.ts';
import { shorten } from '../reading/reading.ts';
import { nameOf } from '../tagging/label-name.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import { decideConflicts, type PlacedConflict, settlementNames } from './conflict-pick.ts';
import {
  conflictKey,
  countsOf,
  type ImportCounts,
  type ImportSettings,
  type PlannedImport,
} from './import-plan.ts';
import type { TargetPlace } from './import-target.ts';
import { pickOne, separator } from './picks.ts';
import { numberText } from './words.ts';

/** What an import would do, for showing. */
export interface ImportPreview {
  readonly imports: readonly PlannedImport[];
  /** What could not be read, or cannot be imported into, in words. */
  readonly problems: readonly string[];
  /** Labels that the scheme does not have. */
  readonly unknown: readonly string[];
  /** Labels that were known by their names. */
  readonly renamings: readonly Renaming[];
  readonly scheme: LabelScheme;
  /** How many labels the files have for a folder that has none of its own; absent: there is no such choice. */
  readonly labels?: number;
}

/** What a person has decided. */
export interface ImportDecision extends ImportSettings {
  /** Whether documents that are not there are made. */
  readonly makeNew: boolean;
  /** Whether the labels of the files become the folder's. */
  readonly takeLabels: boolean;
}

export const firstDecision: ImportDecision = {
  settlement: 'mine',
  decided: new Map(),
  removeMissing: false,
  makeNew: false,
  takeLabels: false,
};

/** done: it is to be imported so; else it is to be planned anew with what was decided, and shown again. */
export type PreviewAnswer =
  | { readonly done: boolean; readonly decision: ImportDecision; readonly at: string }
  | undefined;

interface Entry extends vscode.QuickPickItem {
  readonly id: string;
  /** Undefined where the person has given up what the entry led to; nothing is decided then. */
  choose?(): Promise<ImportDecision | undefined> | ImportDecision;
}

/**
 * Shows what an import would do, before anything is written. Lines with a choice change it; a document leads to its
 * tags.
 * @param at the line that is chosen at first
 */
export async function showPreview(
  preview: ImportPreview,
  decision: ImportDecision,
  step: readonly [number, number],
  at: string,
): Promise<PreviewAnswer> {
  const entries = entriesOf(preview, decision);
  const title = vscode.l10n.t('Import Tags');
  const placeholder = vscode.l10n.t('Nothing is written yet; choose a line to see or change what it says');
  const active = entries.find(({ id }) => id === at);
  const chosen = await pickOne({ title, step, placeholder }, entries, active);
  if (!chosen || chosen === 'back') return undefined;
  if (chosen.id === 'go') return { done: true, decision, at };
  return { done: false, decision: (await chosen.choose?.()) ?? decision, at: chosen.id };
}

function entriesOf(preview: ImportPreview, decision: ImportDecision): readonly Entry[] {
  const { imports, problems, unknown, renamings, scheme, labels } = preview;
  const counts = countsOf(imports.filter(({ planned }) => decision.makeNew || !planned.place.isNew));
  const created = imports.filter(({ planned }) => planned.place.isNew);
  const conflicts = conflictsOf(imports);
  const choices: Entry[] = [];
  if (conflicts.length > 0) {
    choices.push({
      id: 'conflicts',
      label: `$(git-compare) ${vscode.l10n.t('Conflicts: {0}', numberText(conflicts.length))}`,
      description:
        decision.decided.size > 0
          ? vscode.l10n.t('decided one by one: {0}', numberText(decision.decided.size))
          : settlementNames()[decision.settlement],
      choose: async () => {
        const decided = await decideConflicts(conflicts, scheme, decision);
        return decided && { ...decision, ...decided };
      },
    });
  }
  if (counts.missing > 0) {
    choices.push({
      id: 'missing',
      label: `$(trash) ${vscode.l10n.t('Tags that the import does not have: {0}', numberText(counts.missing))}`,
      description: decision.removeMissing ? vscode.l10n.t('they are removed') : vscode.l10n.t('they stay'),
      choose: () => ({ ...decision, removeMissing: !decision.removeMissing }),
    });
  }
  if (created.length > 0) {
    choices.push({
      id: 'new',
      label: `$(new-file) ${vscode.l10n.t('Documents that are not here: {0}', numberText(created.length))}`,
      description: decision.makeNew
        ? vscode.l10n.t('they are made of the text of the import')
        : vscode.l10n.t('they are passed over'),
      choose: () => ({ ...decision, makeNew: !decision.makeNew }),
    });
  }
  if (labels !== undefined) {
    choices.push({
      id: 'labels',
      label: `$(symbol-color) ${vscode.l10n.t('Labels of the import: {0}', numberText(labels))}`,
      description: decision.takeLabels
        ? vscode.l10n.t('they become the labels of this folder')
        : vscode.l10n.t('this folder goes on without labels of its own'),
      choose: () => ({ ...decision, takeLabels: !decision.takeLabels }),
    });
  }
  const told: Entry[] = [];
  if (unknown.length > 0 && !decision.takeLabels) {
    told.push({
      id: 'unknown',
      label: `$(question) ${vscode.l10n.t(
        'Labels that the scheme does not have: {0}',
        unknown
          .map((id) => shorten(id, 30))
          .slice(0, 8)
          .join(vscode.l10n.t(', ')),
      )}`,
      description: vscode.l10n.t('the tags are kept; labels can be mapped afterwards'),
    });
  }
  if (renamings.length > 0) {
    told.push({ id: 'renamed', label: `$(tag) ${renamingsTold(renamings)}` });
  }
  told.push(
    ...problems
      .slice(0, mostProblems)
      .map((label, n) => ({ id: `problem ${n}`, label: `$(warning) ${label}` })),
  );
  return [
    { id: 'go', label: `$(check) ${vscode.l10n.t('Import')}`, description: countsTold(counts, decision) },
    ...(choices.length > 0 ? [separator<Entry>(vscode.l10n.t('To Be Decided'))] : []),
    ...choices,
    ...(told.length > 0 ? [separator<Entry>(vscode.l10n.t('To Be Known'))] : []),
    ...told,
    separator<Entry>(vscode.l10n.t('Documents')),
    ...imports.map((each, n): Entry => {
      const { place } = each.planned;
      return {
        id: `document ${n}`,
        label: placeTold(place),
        description: [
          ...(place.isNew ? [vscode.l10n.t('not here')] : []),
          each.isChanged || countsOf([each]).conflicts > 0
            ? countsTold(countsOf([each]), decision)
            : vscode.l10n.t('nothing changes'),
        ].join(vscode.l10n.t(', ')),
        choose: async () => {
          await showDocument(each, scheme);
          return decision;
        },
      };
    }),
  ];
}

/** The document, and whose tags where they are somebody's. */
export function placeTold({ name, annotator }: TargetPlace): string {
  return annotator === '' ? name : `${name} (${annotatorName(annotator)})`;
}

/** Which labels of the files are known by their names. */
export function renamingsTold(renamings: readonly Renaming[]): string {
  return vscode.l10n.t(
    'Labels known by their names: {0}',
    renamings
      .slice(0, mostRenamings)
      .map(({ written, id }) => vscode.l10n.t('“{0}” is {1}', shorten(written, 30), id))
      .join(vscode.l10n.t(', ')) + (renamings.length > mostRenamings ? '…' : ''),
  );
}

const mostRenamings = 8;

/** The counts in words; those of nothing but what is added are left out. */
export function countsTold(
  { added, changed, conflicts, untaken, lost, missing }: ImportCounts,
  { removeMissing }: Pick<ImportSettings, 'removeMissing'>,
): string {
  return [
    vscode.l10n.t('added: {0}', numberText(added)),
    vscode.l10n.t('changed: {0}', numberText(changed)),
    ...(conflicts > 0 ? [vscode.l10n.t('conflicts: {0}', numberText(conflicts))] : []),
    ...(untaken > 0 ? [vscode.l10n.t('changes of the import NOT taken: {0}', numberText(untaken))] : []),
    ...(lost > 0 ? [vscode.l10n.t('words not found: {0}', numberText(lost))] : []),
    ...(missing > 0 && removeMissing ? [vscode.l10n.t('removed: {0}', numberText(missing))] : []),
  ].join(vscode.l10n.t(', '));
}

function conflictsOf(imports: readonly PlannedImport[]): readonly PlacedConflict[] {
  return imports.flatMap(({ planned: { place }, results }) =>
    results.flatMap(({ conflicts }) =>
      conflicts.map((conflict: ImportConflict) => ({ key: conflictKey(place, conflict), place, conflict })),
    ),
  );
}

/** How many problems are listed; all are shown afterwards. */
const mostProblems = 100;
/** How many tags are listed of each kind. */
const mostListed = 500;

/** The tags of a document that an import adds, changes, does not find and does not have. */
async function showDocument({ planned, results, tags }: PlannedImport, scheme: LabelScheme): Promise<void> {
  const byId = new Map([...(planned.target?.tags ?? []), ...tags].map((tag) => [tag.id, tag]));
  const group = (name: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [
          separator<vscode.QuickPickItem>(`${name}: ${numberText(ids.length)}`),
          ...ids.slice(0, mostListed).flatMap((id) => {
            const tag = byId.get(id);
            return tag ? [tagItem(tag, scheme)] : [];
          }),
        ];
  const all = (kind: 'added' | 'changed' | 'lost' | 'missing') => results.flatMap((each) => each[kind]);
  const items = [
    ...group(vscode.l10n.t('Added'), all('added')),
    ...group(vscode.l10n.t('Changed'), all('changed')),
    ...group(vscode.l10n.t('Words not found'), all('lost')),
    ...group(vscode.l10n.t('Not in the import'), all('missing')),
  ];
  const placeholder =
    items.length > 0 ? vscode.l10n.t('The tags that it is about') : vscode.l10n.t('Nothing changes here.');
  await pickOne({ title: placeTold(planned.place), placeholder, canGoBack: true }, items);
}

function tagItem(tag: Annotation, scheme: LabelScheme): vscode.QuickPickItem {
  return {
    label: shorten(quotedWords(tag), 40) || vscode.l10n.t('(the whole document)'),
    description: nameOf(labelOf(scheme, tag.label)),
  };
}
