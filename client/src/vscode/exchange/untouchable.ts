import * as vscode from 'vscode';
import { keyOf } from '../../annotations/exchange/document-names.ts';
import { isSidecarName, sidecarsOf } from '../../annotations/sidecar-name.ts';
import { fileName } from '../files.ts';
import { fileNames } from '../tagging/other-layers.ts';

/**
 * Those of the files that an export never takes the place of: files of tags, documents that have such beside them, and
 * what goes out. Some file systems have one name for what differs in the case of letters alone.
 * @param there files that are there
 */
export async function untouchable(
  there: readonly vscode.Uri[],
  sources: readonly vscode.Uri[],
): Promise<readonly vscode.Uri[]> {
  const read = new Set(sources.map((uri) => keyOf(String(uri))));
  const found: vscode.Uri[] = [];
  for (const uri of there) {
    const name = keyOf(fileName(uri));
    const isSource = isSidecarName(name) || read.has(keyOf(String(uri)));
    if (isSource || (await hasTags(uri, name))) found.push(uri);
  }
  return found;
}

async function hasTags(uri: vscode.Uri, name: string): Promise<boolean> {
  const names = await fileNames(vscode.Uri.joinPath(uri, '..'));
  return sidecarsOf(name, names.map(keyOf)).length > 0;
}
