import * as vscode from 'vscode';
import { mergeMarked, namesWithin } from '../../annotations/marked-sidecar.ts';
import { openSidecar } from '../../annotations/opening.ts';
import { type Sidecar, serialiseSidecar, withAnnotations } from '../../annotations/sidecar.ts';
import { documentsOf, isSidecarName } from '../../annotations/sidecar-name.ts';
import { parseSidecar } from '../../annotations/sidecar-parser.ts';
import { fileName } from '../file-name.ts';
import type { TextFiles } from '../files.ts';
import { activeStatement } from '../language/active-statement.ts';
import { showErrorMessage, showInformationMessage } from '../notice.ts';
import { hash } from './layer.ts';
import { problemText } from './problem-text.ts';
import type { TaggedDocuments } from './tagged-document.ts';

/**
 * Merges the two sides of an annotations file that a merge has left with conflict markers: the file given, the one
 * that is open in the editor, or that of the statement there.
 */
export async function mergeConflict(
  files: TextFiles,
  documents: TaggedDocuments,
  given: unknown,
): Promise<void> {
  const file = given instanceof vscode.Uri ? given : fileAtHand(documents);
  if (!file) {
    void showInformationMessage(
      vscode.l10n.t('Open the annotations file with the conflict markers, or its statement.'),
    );
    return;
  }
  try {
    const content = await files.read(file);
    const told = content === undefined ? undefined : await merged(files, file, content);
    if (told) await showInformationMessage(told);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const name = vscode.workspace.asRelativePath(file);
    void showErrorMessage(vscode.l10n.t('{0} could not be merged: {1}', name, reason));
  }
}

function fileAtHand(documents: TaggedDocuments): vscode.Uri | undefined {
  const open = vscode.window.activeTextEditor?.document.uri;
  if (open && isSidecarName(fileName(open))) return open;
  return documents.of(activeStatement()?.document)?.file;
}

/** Merges and writes; returns what came of it, for a person. */
async function merged(files: TextFiles, file: vscode.Uri, content: string): Promise<string> {
  const name = vscode.workspace.asRelativePath(file);
  const reading = parseSidecar(content);
  if (reading.ok) return vscode.l10n.t('{0} holds no conflict markers.', name);
  const merge = mergeMarked(content);
  if (!merge.ok) {
    throw new Error(
      problemText(file, reading.problem.code === 'merge-conflict' ? merge.problem : reading.problem),
    );
  }
  const document = await documentOf(file, content);
  const sidecar = placed(merge.sidecar, document.text);
  const written = serialiseSidecar(sidecar, { document: document.name, sidecar: fileName(file) });
  if (!(await files.replaceIf(file, written, content))) {
    throw new Error(vscode.l10n.t('it was changed meanwhile.'));
  }
  return merge.conflicts.length === 0
    ? vscode.l10n.t('{0}: the two sides are merged. Tags: {1}.', name, sidecar.annotations.length)
    : vscode.l10n.t(
        '{0}: the two sides are merged. Tags: {1}; changed on both sides differently: {2}. The later change counts; the other stands in the note of the tag, behind ⚠.',
        name,
        sidecar.annotations.length,
        merge.conflicts.length,
      );
}

/** The document that lies beside the file, as it is on disk; without its text where it cannot be read, or is itself in conflict. */
async function documentOf(file: vscode.Uri, content: string): Promise<{ name: string; text?: string }> {
  const names = documentsOf(fileName(file)).map(({ document }) => document);
  for (const name of names) {
    const uri = vscode.Uri.joinPath(file, '..', name);
    const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (open) return isSettled(open) ? { name, text: open.getText() } : { name };
    const isThere = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) return { name };
  }
  return { name: namesWithin(content).document ?? names[0] ?? fileName(file) };
}

function isSettled(document: vscode.TextDocument): boolean {
  return !document.isDirty && !/^<{7,}(?: |\r?$)/m.test(document.getText());
}

/** With its tags on the text, so that the file says again in which text they count. */
function placed(sidecar: Sidecar, text: string | undefined): Sidecar {
  if (text === undefined) return sidecar;
  return withAnnotations(sidecar, openSidecar(sidecar, text, hash).annotations, text, hash);
}
