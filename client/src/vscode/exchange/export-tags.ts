import * as vscode from 'vscode';
import { withoutEnding } from '../../annotations/exchange/document-names.ts';
import { writtenFiles } from '../../annotations/exchange/written-files.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { fileName } from '../files.ts';
import { activeStatement } from '../language/active-statement.ts';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../notice.ts';
import { withPatience } from '../patience.ts';
import { type FoundStatement, findStatements, openStatement } from '../statements.ts';
import { chooseFolder } from '../tagging/label-schemes.ts';
import { annotatorName } from '../tagging/tag-look.ts';
import { chooseDestination, type Destination } from './destination.ts';
import { type Choice, chooseExport, type Extent } from './export-choice.ts';
import { type ExportResult, type ExportTask, exportDocuments } from './export-documents.ts';
import { writtenFormats } from './format-items.ts';
import { askAboutLosses, type LeftOut, losesAnything, losesUnasked, showLeftOut } from './loss-pick.ts';
import { outgoingDocuments } from './outgoing.ts';
import type { ExchangeRooms } from './rooms.ts';
import { StagedOutput } from './staged-output.ts';
import { untouchable } from './untouchable.ts';
import { language, numberText, reasonOf } from './words.ts';

/**
 * Exports tags: asks what, in which format and where to; tells what would be lost, and what was done.
 * @param statement the one at hand; absent: the active one
 */
export async function exportTags(rooms: ExchangeRooms, statement?: vscode.TextDocument): Promise<void> {
  const document = statement ?? activeStatement()?.document;
  const folder = await chooseFolder();
  const tagged = rooms.documents.of(document);
  const own = document && tagged ? openStatement(document, tagged, rooms.readings) : undefined;
  if (!own && !folder) {
    void showInformationMessage(vscode.l10n.t('Open a statement or a folder to export its tags.'));
    return;
  }
  const scheme = await rooms.schemes.of({ uri: (document?.uri ?? folder)! });
  let inFolder: Promise<readonly FoundStatement[]> | undefined;
  const find = async (extent: Extent): Promise<readonly FoundStatement[]> => {
    if (extent === 'document') return own ? [own] : [];
    inFolder ??= withPatience(vscode.l10n.t('Looking for tagged statements'), async () => {
      const all = await findStatements(rooms.documents, rooms.readings, rooms.files);
      return all.filter(({ uri, annotators }) => annotators.length > 0 && isIn(folder!, uri));
    });
    return inFolder;
  };
  const example = document ? fileName(document.uri) : 'a.txt';
  const context = { scheme, language: language() };
  const suggested = (extent: Extent) =>
    (extent === 'folder' ? fileName(folder!) : withoutEnding(fileName(own!.uri))) || 'jiaozhu';
  const choice = await chooseExport({
    ...(own && { document: own.name }),
    ...(folder && { folder: fileName(folder) }),
    formats: (extent) => writtenFormats({ ...context, corpus: suggested(extent) }, example),
    annotators: async (extent) => {
      const statements = await find(extent);
      const names = [...new Set(statements.flatMap(({ annotators }) => annotators))];
      const settled = names.length > 1 ? await settledIn(statements) : new Set();
      const reader = tagged?.annotator;
      const having = (name: string) =>
        statements.filter(({ annotators }) => annotators.includes(name)).length;
      return names
        .map((name) => ({
          name,
          isReader: name === reader,
          isSettled: settled.has(name),
          share: [having(name), statements.length] as const,
        }))
        .sort((a, b) => Number(b.isReader) - Number(a.isReader) || (a.name < b.name ? -1 : 1));
    },
    hasUndecided: (extent) =>
      extent === 'folder' ||
      [tagged, ...(tagged?.others ?? [])].some((each) =>
        each?.store.snapshot.anchored.some(({ review }) => review !== 'accepted'),
      ),
  });
  if (!choice) return;
  const statements = await find(choice.extent);
  const place = choice.extent === 'folder' ? folder! : vscode.Uri.joinPath(own!.uri, '..');
  const documents = outgoingDocuments(statements, place, choice.annotators);
  if (documents.length === 0) {
    void showInformationMessage(vscode.l10n.t('There are no such tags to export.'));
    return;
  }
  const task = { documents, choice, context: { ...context, corpus: suggested(choice.extent) } };
  try {
    await run(rooms, task, choice, homeOf(place, folder));
  } catch (error) {
    void showErrorMessage(
      vscode.l10n.t('The tags could not be exported: {0} No half file is left.', reasonOf(error)),
    );
  }
}

/** Who of those that have tags is no annotator, but what was settled: as the first file of each name says. */
async function settledIn(statements: readonly FoundStatement[]): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const settled = new Set<string>();
  for (const statement of statements) {
    if (statement.annotators.every((name) => seen.has(name))) continue;
    for (const { annotator, isSettled } of await statement.layers((await statement.text()) ?? '')) {
      if (!seen.has(annotator) && isSettled) settled.add(annotator);
      seen.add(annotator);
    }
  }
  return settled;
}

function isIn(folder: vscode.Uri, uri: vscode.Uri): boolean {
  return String(uri).startsWith(`${String(folder).replace(/\/$/, '')}/`);
}

/** Where files can be put: what is not saved yet lies nowhere. */
function homeOf(place: vscode.Uri, folder: vscode.Uri | undefined): vscode.Uri {
  if (place.scheme !== 'untitled') return place;
  return folder ?? place.with({ scheme: 'file', path: '/' });
}

async function run(rooms: ExchangeRooms, task: ExportTask, choice: Choice, home: vscode.Uri): Promise<void> {
  const { format } = choice;
  const name = formatNames[format.id];
  const previewed = await goOver(rooms, task, vscode.l10n.t('Looking at what {0} can hold', name));
  if (!previewed) return;
  const left: LeftOut = {
    format: name,
    lines: previewed.lines,
    examples: previewed.examples,
    unread: previewed.unread.map(({ document, reason }) =>
      unreadTold(document.found.name, document.annotator, reason),
    ),
    scheme: task.context.scheme,
  };
  if (losesUnasked(left) && !(await askAboutLosses(left))) return;
  if (previewed.documents === 0) return;
  const isSingle = task.documents.length === 1;
  const files = writtenFiles(format, task.context, task.documents[0]!.name);
  const to = await chooseDestination(format, files, task.context.corpus, isSingle, home);
  if (!to) return;
  const output = await StagedOutput.into(to.folder, rooms.runtime);
  let written: ExportResult | undefined;
  try {
    const named = (file: string) => (file === to.only?.file ? to.only.name : file);
    written = await goOver(
      rooms,
      { ...task, context: { ...task.context, corpus: to.corpus } },
      vscode.l10n.t('Exporting tags to {0}', name),
      (piece) => output.write({ ...piece, file: named(piece.file) }),
    );
    if (!written) return;
    await output.finish();
    const sources = task.documents.map(({ found }) => found.uri);
    if (!(await mayReplace(output, to, sources))) return;
    await output.commit();
  } finally {
    // After a commit there is nothing left to remove.
    await output.discard();
  }
  await tellDone(to, output.files, written, left);
}

function unreadTold(document: string, annotator: string, reason: string): string {
  const name = annotator === '' ? document : `${document} (${annotatorName(annotator)})`;
  return `${name}: ${reason}`;
}

function goOver(
  rooms: ExchangeRooms,
  task: ExportTask,
  title: string,
  write?: Parameters<typeof exportDocuments>[4],
): Promise<ExportResult | undefined> {
  return withPatience(title, ({ token, report }) =>
    exportDocuments(
      task,
      rooms.client,
      token,
      (done) => report(vscode.l10n.t('{0} of {1}', done, task.documents.length), 1 / task.documents.length),
      write,
    ),
  );
}

/** What is there already is not written over unasked, and what others are made of not at all. */
async function mayReplace(
  output: StagedOutput,
  { folder, agreed }: Destination,
  sources: readonly vscode.Uri[],
): Promise<boolean> {
  const all = await output.there();
  const kept = await untouchable(
    all.map((file) => vscode.Uri.joinPath(folder, file)),
    sources,
  );
  if (kept.length > 0) {
    void showErrorMessage(
      vscode.l10n.t(
        'Nothing was exported: {0} is a document or a file of tags, whose place an export never takes. Choose another folder, or another name.',
        vscode.workspace.asRelativePath(kept[0]!),
      ),
    );
    return false;
  }
  const there = all.filter((file) => file !== agreed);
  if (there.length === 0) return true;
  const replace = { title: vscode.l10n.t('Replace') };
  // The first is what Enter takes.
  const keep = { title: vscode.l10n.t('Keep What Is There'), isCloseAffordance: true };
  const answer = await showWarningMessage(
    there.length === 1
      ? vscode.l10n.t('{0} is there already. Replace it?', there[0]!)
      : vscode.l10n.t('Files that are there already: {0}. Replace them?', there.length),
    { modal: true, ...(there.length > 1 && { detail: listed(there) }) },
    keep,
    replace,
  );
  return answer === replace;
}

/** How many names a message holds. */
const mostNames = 10;

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return [...names.slice(0, mostNames), ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : [])].join(
    '\n',
  );
}

async function tellDone(
  to: Destination,
  files: readonly string[],
  { documents, tags }: ExportResult,
  left: LeftOut,
): Promise<void> {
  const main = files.find((file) => file === to.agreed) ?? files[0];
  const isOne = files.length === 1 || to.agreed !== undefined;
  const shown = isOne && main !== undefined ? main : vscode.workspace.asRelativePath(to.folder);
  const ways = {
    file: vscode.l10n.t('Show the File'),
    folder: vscode.l10n.t('Show in the Folder'),
    left: vscode.l10n.t('Show What Was Left Out'),
  };
  const offered = [
    ...(isOne && main !== undefined && !/\.qd(?:px|c)$/i.test(main) ? [ways.file] : []),
    ...(canReveal(to.folder) ? [ways.folder] : []),
    ...(losesAnything(left) ? [ways.left] : []),
  ];
  const answer = await showInformationMessage(
    vscode.l10n.t(
      'Exported to {0}. Documents: {1}, tags: {2}, files: {3}.',
      shown,
      numberText(documents),
      numberText(tags),
      numberText(files.length),
    ),
    ...offered,
  );
  const uri = main === undefined ? to.folder : vscode.Uri.joinPath(to.folder, main);
  if (answer === ways.file) await vscode.commands.executeCommand('vscode.open', uri);
  if (answer === ways.folder) await reveal(uri);
  if (answer === ways.left) await showLeftOut(left);
}

/** Whether the person's own machine, or the explorer, has the folder to be shown in. */
function canReveal(folder: vscode.Uri): boolean {
  return isOnDesktop(folder) || vscode.workspace.getWorkspaceFolder(folder) !== undefined;
}

function isOnDesktop({ scheme }: vscode.Uri): boolean {
  return (
    scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined
  );
}

async function reveal(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand(isOnDesktop(uri) ? 'revealFileInOS' : 'revealInExplorer', uri);
}
