import * as vscode from 'vscode';
import { guessFormat } from '../../annotations/exchange/format-guess.ts';
import type { Format } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { availableFormats, loadFormat } from '../../annotations/formats/formats.ts';
import type { TaggedText } from '../../annotations/formats/tagged-text.ts';
import { serialiseLabels } from '../../annotations/label-file.ts';
import { unknownLabels } from '../../annotations/label-mapping.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import { safeAnnotator } from '../../annotations/sidecar-name.ts';
import { activeStatement } from '../language/active-statement.ts';
import { showErrorMessage, showInformationMessage } from '../notice.ts';
import { withPatience } from '../patience.ts';
import { settingsOf } from '../settings.ts';
import { chooseFolder, labelsFileOf } from '../tagging/label-schemes.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import {
  type FormatRules,
  findTargets,
  type ImportSettings,
  type PlannedImport,
  type PlannedTarget,
  planImport,
} from './import-plan.ts';
import { firstDecision, type ImportDecision, placeTold, showPreview } from './import-preview.ts';
import { tellImported, writeImports } from './import-writing.ts';
import { chosenBy, type Inputs, inputsOf } from './inputs.ts';
import { mayNameLabels } from './labels-read.ts';
import { pickOne } from './picks.ts';
import { type ReadInputs, readInputs } from './reading-inputs.ts';
import type { ExchangeRooms } from './rooms.ts';
import { Slices } from './slices.ts';
import { TakenLabels } from './taken-labels.ts';
import { language, numberText, reasonOf } from './words.ts';

const steps = 4;
const title = () => vscode.l10n.t('Import Tags');

/** Imports tags: asks for the files, shows what would become of each document, and writes once that is agreed to. */
export async function importTags(rooms: ExchangeRooms): Promise<void> {
  const document = activeStatement()?.document;
  const folder = await chooseFolder();
  const beside = document && !document.isUntitled ? vscode.Uri.joinPath(document.uri, '..') : undefined;
  const base = folder ?? beside;
  if (!base) {
    void showInformationMessage(vscode.l10n.t('Open the folder of the documents to import tags into it.'));
    return;
  }
  try {
    const bases = beside && String(beside) !== String(base) ? [base, beside] : [base];
    await run(rooms, bases, settingsOf(document ?? base).annotator);
  } catch (error) {
    void showErrorMessage(vscode.l10n.t('The tags could not be imported: {0}', reasonOf(error)));
  }
}

async function run(rooms: ExchangeRooms, bases: readonly vscode.Uri[], reader: string): Promise<void> {
  const base = bases[0]!;
  const inputs = await chooseInputs(base);
  const format = inputs && (await chooseFormat(inputs));
  if (!format) return;
  const files = chosenBy(format.reader!, inputs);
  if (files.length === 0) {
    void showInformationMessage(vscode.l10n.t('There are no files of {0} there.', formatNames[format.id]));
    return;
  }
  const scheme = await rooms.schemes.of({ uri: base });
  const read = await withPatience(vscode.l10n.t('Reading {0}', formatNames[format.id]), ({ token, report }) =>
    readInputs(format, files, scheme, token, (done, all) =>
      report(vscode.l10n.t('{0} of {1}', done, all), 1 / all),
    ),
  );
  if (!read) return;
  if (read.documents.length === 0) {
    void showErrorMessage(
      [vscode.l10n.t('No document could be read.'), ...read.problems.slice(0, 3)].join(' '),
    );
    return;
  }
  const whose = await chooseAnnotator(read.documents, reader);
  if (!whose) return;
  const targets = await withPatience(vscode.l10n.t('Looking for the documents'), ({ token }) =>
    findTargets(rooms, read.documents, bases, whose.annotator, token),
  );
  if (!targets) return;
  await decide(rooms, { format, read, targets, base, hasFolder: isFolder(base) });
}

function isFolder(base: vscode.Uri): boolean {
  return vscode.workspace.workspaceFolders?.some(({ uri }) => String(uri) === String(base)) ?? false;
}

interface Task {
  readonly format: Format;
  readonly read: ReadInputs;
  readonly targets: readonly PlannedTarget[];
  readonly base: vscode.Uri;
  readonly hasFolder: boolean;
}

/** Shows what would be done, as often as something else is decided; then does it. */
async function decide(rooms: ExchangeRooms, { format, read, targets, base, hasFolder }: Task): Promise<void> {
  const folderScheme = await rooms.schemes.of({ uri: base });
  const now = new Date().toISOString();
  const mayTakeLabels =
    hasFolder &&
    (read.scheme?.labels.length ?? 0) > 0 &&
    (await rooms.files.read(labelsFileOf(base)).catch(() => '')) === undefined;
  const taken = mayTakeLabels ? new TakenLabels(read.scheme!, read, mayNameLabels(format)) : undefined;
  const takenBy = (decision: ImportDecision) => (decision.takeLabels ? taken : undefined);
  const plan = (decision: ImportDecision) => {
    const labels = takenBy(decision);
    const wanted = labels
      ? targets.map((target) => ({ ...target, documents: labels.of(target.documents) }))
      : targets;
    return planAll(wanted, rulesOf(format, labels?.scheme ?? folderScheme), decision, now);
  };
  const problems = [
    ...read.problems,
    ...targets.flatMap(({ place, fault }) => (fault === undefined ? [] : [`${placeTold(place)}: ${fault}`])),
  ];
  const unknown = unknownLabels(
    folderScheme,
    read.documents.flatMap(({ tags }) => tags),
  );
  let decision: ImportDecision = firstDecision;
  let imports = await plan(decision);
  for (let at = 'go'; imports; ) {
    const preview = {
      imports,
      problems,
      unknown: unknown.map(({ label }) => label),
      renamings: (takenBy(decision) ?? read).renamings,
      scheme: takenBy(decision)?.scheme ?? folderScheme,
      ...(taken && { labels: taken.scheme.labels.length }),
    };
    const answer = await showPreview(preview, decision, [4, steps], at);
    if (!answer) return;
    if (answer.done) break;
    const isNew = answer.decision !== decision;
    ({ decision, at } = answer);
    if (isNew) imports = await plan(decision);
  }
  if (!imports) return;
  const labels = takenBy(decision);
  if (labels) await takeLabels(rooms, base, labels.scheme);
  const wanted = imports.filter(
    ({ isChanged, planned }) => isChanged && (decision.makeNew || !planned.place.isNew),
  );
  const outcome = await writeImports(wanted);
  await tellImported(rooms, {
    ...outcome,
    decision,
    renamings: (labels ?? read).renamings,
    problems: [...problems, ...outcome.faults],
    hasUnknown: unknown.length > 0 && !decision.takeLabels,
  });
}

/** What the format does not hold, or would leave out, is neither a difference nor missing. */
function rulesOf(format: Format, scheme: LabelScheme): FormatRules {
  const { holdings, losesBlanks = false } = format;
  const context = { scheme, language: language(), corpus: '' };
  return { holdings, losesBlanks, losses: (document) => format.losses(document, context) };
}

/** Undefined where it was cancelled. */
function planAll(
  targets: readonly PlannedTarget[],
  rules: FormatRules,
  settings: ImportSettings,
  now: string,
): Promise<readonly PlannedImport[] | undefined> {
  return withPatience(vscode.l10n.t('Comparing tags'), async ({ token, report }) => {
    const slices = new Slices();
    const imports: PlannedImport[] = [];
    for (const [at, target] of targets.entries()) {
      const planned = planImport(target, rules, settings, now);
      if (planned) imports.push(planned);
      report(vscode.l10n.t('{0} of {1}', at + 1, targets.length), 1 / targets.length);
      await slices.pause();
      if (token.isCancellationRequested) return undefined;
    }
    return imports;
  });
}

async function takeLabels({ files }: ExchangeRooms, base: vscode.Uri, scheme: LabelScheme): Promise<void> {
  const file = labelsFileOf(base);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
  // Where somebody has defined some meanwhile, these count.
  await files.replaceIf(file, serialiseLabels(scheme), undefined);
}

async function chooseInputs(base: vscode.Uri): Promise<Inputs | undefined> {
  const items = [
    { label: `$(file) ${vscode.l10n.t('Files…')}`, canSelectFolders: false },
    {
      label: `$(folder) ${vscode.l10n.t('A Folder…')}`,
      description: vscode.l10n.t('the files of one format in it and in its folders'),
      canSelectFolders: true,
    },
  ];
  const placeholder = vscode.l10n.t('Where the tags come from');
  const answer = await pickOne({ title: title(), step: [1, steps], placeholder }, items);
  if (!answer || answer === 'back') return undefined;
  const { canSelectFolders } = answer;
  const chosen = await vscode.window.showOpenDialog({
    title: title(),
    defaultUri: base,
    canSelectFolders,
    canSelectFiles: !canSelectFolders,
    canSelectMany: true,
    openLabel: vscode.l10n.t('Look at the Tags'),
  });
  return chosen && chosen.length > 0 ? inputsOf(chosen) : undefined;
}

/** The format that the files tell; else asks. */
async function chooseFormat({ named, inFolders }: Inputs): Promise<Format | undefined> {
  const { certain, fitting } = await guessFormat([...named, ...inFolders]);
  if (certain) return loadFormat(certain);
  const all = await Promise.all(availableFormats.map(loadFormat));
  const items = all
    .filter(({ reader }) => reader)
    .sort((a, b) => Number(fitting.includes(b.id)) - Number(fitting.includes(a.id)))
    .map((format) => ({
      label: formatNames[format.id],
      ...(fitting.includes(format.id) && { description: vscode.l10n.t('has files of such names') }),
      format,
    }));
  const placeholder = vscode.l10n.t('The format of these files');
  const answer = await pickOne({ title: title(), step: [2, steps], placeholder }, items);
  return answer && answer !== 'back' ? answer.format : undefined;
}

/** Asks whose tags they become, where the files say another than the reader, or nobody; absent: as the files say. */
async function chooseAnnotator(
  documents: readonly TaggedText[],
  reader: string,
): Promise<{ readonly annotator?: string } | undefined> {
  const names = [...new Set(documents.map(({ annotator }) => annotator))];
  if (names.every((name) => safeAnnotator(name) === safeAnnotator(reader))) return { annotator: reader };
  const said = names.some((name) => name !== '');
  const asFiles = {
    label: said ? vscode.l10n.t('As the Files Say') : vscode.l10n.t('Nobody in Particular'),
    description: said
      ? names.map(annotatorName).slice(0, 8).join(vscode.l10n.t(', '))
      : vscode.l10n.t('the files do not say whose tags these are'),
    choice: {},
  };
  const yours = {
    label: vscode.l10n.t('Yours: {0}', annotatorName(reader)),
    description: vscode.l10n.t('in open documents they can be undone as tags of yours'),
    choice: { annotator: reader },
  };
  const placeholder = vscode.l10n.t('Whose tags they become ({0} documents)', numberText(documents.length));
  const items: readonly (vscode.QuickPickItem & { readonly choice: { readonly annotator?: string } })[] = said
    ? [asFiles, yours]
    : [yours, asFiles];
  const answer = await pickOne({ title: title(), step: [3, steps], placeholder }, items);
  return answer && answer !== 'back' ? answer.choice : undefined;
}
