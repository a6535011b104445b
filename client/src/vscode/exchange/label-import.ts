import * as vscode from 'vscode';
import type { ReadScheme } from '../../annotations/formats/format.ts';
import { describeFormatProblem, FormatProblemError } from '../../annotations/formats/format-problem.ts';
import { labelFileEndings, readLabelsOf } from '../../annotations/formats/label-files.ts';
import { parseLabels, serialiseLabels } from '../../annotations/label-file.ts';
import { withAddedLabels } from '../../annotations/label-file-additions.ts';
import { missingLabels, noLabels } from '../../annotations/label-merging.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { TextFiles } from '../files.ts';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../notice.ts';
import { chooseFolder, labelsFileOf } from '../tagging/label-schemes.ts';
import { problemText } from '../tagging/problem-text.ts';
import { inputsOf } from './inputs.ts';
import { language, reasonOf } from './words.ts';

/** Takes labels from a file of another tool into the labels file of a folder; makes it where there is none. */
export async function importLabels(files: TextFiles): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const [source] =
    (await vscode.window.showOpenDialog({
      defaultUri: folder,
      title: vscode.l10n.t('A file with labels'),
      filters: {
        [vscode.l10n.t('Labels (brat, REFI-QDA, Label Studio, doccano, Jiaozhu)')]: [...labelFileEndings],
        [vscode.l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  if (!source) return;
  try {
    const read = await readLabels(source);
    const file = labelsFileOf(folder);
    const there = await readable(files, file);
    const change = await changeOf(there, read.scheme);
    if (!change) return;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    if (!(await files.replaceIf(file, change.text, there))) {
      throw new Error(vscode.l10n.t('it was changed meanwhile.'));
    }
    await vscode.window.showTextDocument(file);
    await tell(change.labels, linesOf(source, read));
  } catch (error) {
    const name = vscode.workspace.asRelativePath(source);
    void showErrorMessage(vscode.l10n.t('{0} could not be imported: {1}', name, reasonOf(error)));
  }
}

async function readLabels(source: vscode.Uri): Promise<ReadScheme> {
  const { named } = await inputsOf([source]);
  const [input] = named;
  if (!input) throw new Error(describeFormatProblem(noLabelsSaid, language()));
  try {
    return await readLabelsOf(input.file, input);
  } catch (error) {
    if (!(error instanceof FormatProblemError)) throw error;
    const { problem } = error;
    const told = describeFormatProblem(problem, language());
    throw new Error(problem.line > 0 ? vscode.l10n.t('line {0}: {1}', problem.line, told) : told);
  }
}

const noLabelsSaid = { code: 'no-labels', values: [], line: 0 } as const;

/** What is in the labels file; undefined where there is none. Throws where it is no labels file: it is then left alone. */
async function readable(files: TextFiles, file: vscode.Uri): Promise<string | undefined> {
  const text = await files.read(file);
  const [problem] = text === undefined ? [] : parseLabels(text).problems;
  if (problem?.code === 'not-json' || problem?.code === 'not-a-scheme') {
    throw new Error(problemText(file, problem));
  }
  return text;
}

interface LabelChange {
  readonly text: string;
  /** The new ones. */
  readonly labels: LabelScheme['labels'];
}

/** Labels that somebody has defined are not written over unasked. */
async function changeOf(there: string | undefined, theirs: LabelScheme): Promise<LabelChange | undefined> {
  const all = missingLabels(noLabels, theirs).missing;
  const replaced = { text: serialiseLabels(all), labels: all.labels };
  if (there === undefined) return replaced;
  const { missing, kept } = missingLabels(parseLabels(there).scheme, theirs);
  const text = withAddedLabels(there, missing);
  const [add, replace] = [vscode.l10n.t('Add Those That Are Missing'), vscode.l10n.t('Replace')];
  const answer = await showWarningMessage(
    vscode.l10n.t(
      'This folder has labels already. Add those of the file that it does not have, or replace all?',
    ),
    {
      modal: true,
      detail: [
        vscode.l10n.t(
          'Missing: {0}. Already there: {1}; they stay as they are.',
          missing.labels.length,
          kept.length,
        ),
        vscode.l10n.t(
          'Replaced: tags that carry the labels of before keep them, and are shown as ones of unknown labels.',
        ),
      ].join('\n'),
    },
    ...(text !== undefined && text !== there ? [add] : []),
    replace,
  );
  if (answer === replace) return replaced;
  return answer === add && text !== undefined ? { text, labels: missing.labels } : undefined;
}

/** What is held otherwise, or not at all. */
function linesOf(source: vscode.Uri, { problems }: ReadScheme): readonly string[] {
  const beside = (file: string) => vscode.Uri.joinPath(source, '..', file);
  return problems.map((problem) =>
    problemText(problem.file === undefined ? source : beside(problem.file), problem),
  );
}

/** What the file says and a labels file cannot is shown on request, line by line. */
async function tell(labels: LabelScheme['labels'], told: readonly string[]): Promise<void> {
  // Of several labels of one kind the first is offered.
  const suggested = new Set(labels.flatMap(({ suggestion }) => suggestion ?? [])).size;
  const message = [
    vscode.l10n.t('Labels imported: {0}.', labels.length),
    suggested > 0
      ? vscode.l10n.t('Labels for which suggestions will be offered, by their names: {0}.', suggested)
      : vscode.l10n.t(
          'No suggestions will be offered: no name of a label says what it is for. Give the labels a "suggestion" in the file.',
        ),
    told.length > 0 ? vscode.l10n.t('Lines that are held otherwise, or not at all: {0}.', told.length) : '',
  ]
    .filter(Boolean)
    .join(' ');
  const show = vscode.l10n.t('Show Them');
  const answer = await showInformationMessage(message, ...(told.length > 0 ? [show] : []));
  if (answer !== show) return;
  const document = await vscode.workspace.openTextDocument({
    language: 'plaintext',
    content: `${told.join('\n')}\n`,
  });
  await vscode.window.showTextDocument(document, { preview: true });
}
