import * as vscode from 'vscode';
import { sidecarsOf } from '../../annotations/sidecar-name.ts';
import { fileName } from '../file-name.ts';
import { showWarningMessage } from '../notice.ts';
import type { Departures } from './departures.ts';
import { fileNames } from './other-layers.ts';

/**
 * When a statement is renamed or moved in the editor, the files with its tags go along, and so they do when
 * that is undone. After the fact, since before it the editor would ask for leave each time.
 */
export function moveTagsAlong(departures: Departures): vscode.Disposable {
  const { workspace } = vscode;
  return vscode.Disposable.from(
    workspace.onWillRenameFiles((event) => {
      const all = event.files.map(({ oldUri, newUri }) => departures.announced(oldUri, newUri));
      event.waitUntil(Promise.all(all).then(() => undefined));
    }),
    workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files) {
        await departures.happened(oldUri, newUri);
        await departures.followed(newUri, await follow(oldUri, newUri));
      }
    }),
  );
}

/** Whether all have gone along. */
async function follow(oldUri: vscode.Uri, newUri: vscode.Uri): Promise<boolean> {
  let all = true;
  const { fs } = vscode.workspace;
  const from = vscode.Uri.joinPath(oldUri, '..');
  const to = vscode.Uri.joinPath(newUri, '..');
  for (const { name } of sidecarsOf(fileName(oldUri), await fileNames(from))) {
    const sidecar = vscode.Uri.joinPath(from, name);
    const target = vscode.Uri.joinPath(to, `${fileName(newUri)}${name.slice(fileName(oldUri).length)}`);
    try {
      await fs.rename(sidecar, target, { overwrite: false });
    } catch (error) {
      all = false;
      const reason = error instanceof Error ? error.message : String(error);
      void showWarningMessage(
        vscode.l10n.t(
          'The tags of “{0}” stay in {1}: {2}',
          vscode.workspace.asRelativePath(newUri),
          vscode.workspace.asRelativePath(sidecar),
          reason,
        ),
      );
    }
  }
  return all;
}
