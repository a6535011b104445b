import * as vscode from 'vscode';
import { importBratConfiguration } from '../../annotations/formats/brat/configuration.ts';
import { serialiseLabels } from '../../annotations/label-file.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Problem } from '../../annotations/problem.ts';
import type { TextFiles } from '../files.ts';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../notice.ts';
import { chooseFolder, labelsFileOf } from './label-schemes.ts';
import { problemText } from './problem-text.ts';

/** Makes the labels file of a folder from a brat configuration, with `visual.conf` beside it for names and colours. */
export async function importBrat(files: TextFiles): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const [source] =
    (await vscode.window.showOpenDialog({
      defaultUri: folder,
      title: vscode.l10n.t('The annotation.conf of a brat project'),
      filters: { 'brat (annotation.conf)': ['conf'] },
    })) ?? [];
  if (!source) return;
  try {
    const annotation = (await files.read(source)) ?? '';
    const beside = vscode.Uri.joinPath(source, '..', 'visual.conf');
    const visual = (await files.read(beside)) ?? '';
    const { scheme, problems, visualProblems } = importBratConfiguration(annotation, visual);
    const told = [...lines(source, problems), ...lines(beside, visualProblems)];
    if (!scheme) throw new Error(told.join('\n'));
    const file = labelsFileOf(folder);
    if (!(await mayWrite(files, file))) return;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
    await files.replace(file, serialiseLabels(scheme));
    await vscode.window.showTextDocument(file);
    await tell(scheme, told);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const name = vscode.workspace.asRelativePath(source);
    void showErrorMessage(vscode.l10n.t('{0} could not be imported: {1}', name, reason));
  }
}

function lines(file: vscode.Uri, problems: readonly Problem[]): string[] {
  return problems.map((problem) => problemText(file, problem));
}

/** Labels that somebody has defined are not written over unasked. */
async function mayWrite(files: TextFiles, file: vscode.Uri): Promise<boolean> {
  const there = await files.read(file).catch(() => '');
  if (there === undefined) return true;
  const replace = vscode.l10n.t('Replace');
  const answer = await showWarningMessage(
    vscode.l10n.t('This folder has labels already. Replace them by those of brat?'),
    {
      modal: true,
      detail: vscode.l10n.t('Tags that carry them keep them, and are shown as ones of unknown labels.'),
    },
    replace,
  );
  return answer === replace;
}

/** What brat's configuration says and a labels file cannot is shown on request, line by line. */
async function tell(scheme: LabelScheme, told: readonly string[]): Promise<void> {
  // Of several labels of one kind the first is offered.
  const suggested = new Set(scheme.labels.flatMap(({ suggestion }) => suggestion ?? [])).size;
  const message = [
    vscode.l10n.t('Labels imported: {0}.', scheme.labels.length),
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
