import * as vscode from 'vscode';
import type { Format } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { fileName } from '../files.ts';

/** Where an export goes. */
export interface Destination {
  readonly folder: vscode.Uri;
  /** What the file is called that stands for all documents, without ending. */
  readonly corpus: string;
  /** Another name for the only file, where the person has chosen one. */
  readonly only?: { readonly file: string; readonly name: string };
  /** The name that the person has chosen in the dialog, which has asked about what is there. */
  readonly agreed?: string;
}

/**
 * Asks where to put an export: for the file, where the format has one for all documents or makes one alone; else for
 * the folder. Undefined where the person has given up.
 * @param files what is made, as far as it is known before
 * @param suggested the name of the file for all, without ending
 * @param isSingle whether one document goes out
 */
export async function chooseDestination(
  { id, corpusEnding }: Format,
  files: readonly string[],
  suggested: string,
  isSingle: boolean,
  folder: vscode.Uri,
): Promise<Destination | undefined> {
  const title = vscode.l10n.t('Export Tags to {0}', formatNames[id]);
  const only = isSingle && files.length === 1 && !files[0]!.includes('/') ? files[0]! : undefined;
  if (corpusEnding === undefined && only === undefined) {
    const [chosen] =
      (await vscode.window.showOpenDialog({
        title,
        defaultUri: folder,
        canSelectFiles: false,
        canSelectFolders: true,
        openLabel: vscode.l10n.t('Export to This Folder'),
      })) ?? [];
    return chosen && { folder: chosen, corpus: suggested };
  }
  const name = corpusEnding === undefined ? only! : `${suggested}${corpusEnding}`;
  const ending = corpusEnding ?? /\.[^.]*$/.exec(name)?.[0] ?? '';
  const uri = await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(folder, name),
    ...(ending !== '' && { filters: { [formatNames[id]]: [ending.slice(1)] } }),
  });
  if (!uri) return undefined;
  const parent = vscode.Uri.joinPath(uri, '..');
  const chosen = fileName(uri);
  if (corpusEnding === undefined) {
    return { folder: parent, corpus: suggested, only: { file: only!, name: chosen }, agreed: chosen };
  }
  const hasEnding = chosen.toLowerCase().endsWith(corpusEnding) && chosen.length > corpusEnding.length;
  return {
    folder: parent,
    corpus: hasEnding ? chosen.slice(0, -corpusEnding.length) : chosen,
    ...(hasEnding && { agreed: `${chosen.slice(0, -corpusEnding.length)}${corpusEnding}` }),
  };
}
