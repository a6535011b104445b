import * as vscode from 'vscode';
import { exportFolderName } from '../../../../server/src/workspace/export-place.ts';
import type { Format } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { fileName } from '../files.ts';
import { pickOne } from './picks.ts';

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
    const own = vscode.Uri.joinPath(folder, exportFolderName(id));
    const way = await pickOne({ title, placeholder: vscode.l10n.t('The folder to export to') }, [
      {
        label: `$(new-folder) ${fileName(own)}`,
        description: vscode.l10n.t('a folder of its own in {0}', fileName(folder)),
        isOwn: true,
      },
      { label: `$(folder-opened) ${vscode.l10n.t('Another Folder…')}`, isOwn: false },
    ]);
    if (!way || way === 'back') return undefined;
    if (way.isOwn) return { folder: own, corpus: suggested };
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
