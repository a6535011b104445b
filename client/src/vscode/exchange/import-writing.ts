import * as vscode from 'vscode';
import type { Renaming } from '../../annotations/exchange/written-labels.ts';
import { safeAnnotator } from '../../annotations/sidecar-name.ts';
import { showInformationMessage, showWarningMessage } from '../notice.ts';
import { withPatience } from '../patience.ts';
import { settingsOf } from '../settings.ts';
import { countsOf, type PlannedImport } from './import-plan.ts';
import { countsTold, type ImportDecision, placeTold, renamingsTold } from './import-preview.ts';
import type { ExchangeRooms } from './rooms.ts';
import { numberText, reasonOf } from './words.ts';

/** What was written, and what could not be. */
export interface ImportOutcome {
  readonly imports: readonly PlannedImport[];
  readonly faults: readonly string[];
}

/** Writes imports, each as a whole; what cannot be written of one stops none of the others, and is told. */
export async function writeImports(wanted: readonly PlannedImport[]): Promise<ImportOutcome> {
  const imports: PlannedImport[] = [];
  const faults: string[] = [];
  await withPatience(vscode.l10n.t('Importing tags'), async ({ report }) => {
    for (const [at, each] of wanted.entries()) {
      const { target, place } = each.planned;
      try {
        await target!.write(each.tags, each.foreign);
        imports.push(each);
      } catch (error) {
        faults.push(`${placeTold(place)}: ${reasonOf(error)}`);
      }
      report(vscode.l10n.t('{0} of {1}', at + 1, wanted.length), 1 / wanted.length);
    }
  });
  return { imports, faults };
}

interface Told extends ImportOutcome {
  readonly decision: ImportDecision;
  readonly problems: readonly string[];
  readonly hasUnknown: boolean;
  /** Labels that were known by their names. */
  readonly renamings: readonly Renaming[];
}

/** Tells what was done, with the ways to what is left to do. */
export async function tellImported(rooms: ExchangeRooms, told: Told): Promise<void> {
  const { imports, problems, faults, decision, hasUnknown, renamings } = told;
  const ways = {
    lost: vscode.l10n.t('Show Lost Words'),
    map: vscode.l10n.t('Map the Labels…'),
    problems: vscode.l10n.t('Show the Problems'),
  };
  const lost = imports.find((each) => countsOf([each]).lost > 0 && isReaders(each));
  const message =
    imports.length === 0
      ? vscode.l10n.t('Nothing was imported: nothing would have changed.')
      : vscode.l10n.t(
          'Imported into documents: {0}. Tags: {1}.',
          numberText(imports.length),
          countsTold(countsOf(imports), decision),
        );
  const failed = faults.length > 0 ? ` ${vscode.l10n.t('Not written: {0}.', numberText(faults.length))}` : '';
  const renamed = imports.length > 0 && renamings.length > 0 ? ` ${renamingsTold(renamings)}` : '';
  const show = faults.length > 0 ? showWarningMessage : showInformationMessage;
  const answer = await show(
    faults.length > 0 && imports.length === 0 ? failed.trim() : `${message}${renamed}${failed}`,
    ...(lost ? [ways.lost] : []),
    ...(hasUnknown && imports.some(isReaders) ? [ways.map] : []),
    ...(problems.length > 0 ? [ways.problems] : []),
  );
  if (answer === ways.lost && lost) await showLostWords(rooms, lost);
  if (answer === ways.map) await mapLabels(rooms, imports);
  if (answer === ways.problems) await showProblems(problems);
}

/** Whether these are the tags that the reader sees as own ones where the document is opened. */
function isReaders({ planned: { place } }: PlannedImport): boolean {
  return safeAnnotator(settingsOf(place.uri).annotator) === safeAnnotator(place.annotator);
}

/** How long the tags of a document that was opened are waited for, in milliseconds. */
const patience = 5000;

async function open({ documents }: ExchangeRooms, uri: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  for (const end = Date.now() + patience; !documents.of(document); ) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

/** The tray shows those of the document at hand, a moment after it is there. */
const aMoment = 400;

async function showLostWords(rooms: ExchangeRooms, { planned }: PlannedImport): Promise<void> {
  if (!(await open(rooms, planned.place.uri))) return;
  await new Promise((resolve) => setTimeout(resolve, aMoment));
  await vscode.commands.executeCommand('jiaozhu.lostWords.focus');
}

async function mapLabels(rooms: ExchangeRooms, imports: readonly PlannedImport[]): Promise<void> {
  const first = imports.find(isReaders);
  if (first && (await open(rooms, first.planned.place.uri)))
    await vscode.commands.executeCommand('jiaozhu.mapLabels');
}

async function showProblems(problems: readonly string[]): Promise<void> {
  const content = `${problems.join('\n')}\n`;
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document, { preview: true });
}
