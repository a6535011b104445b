import { readFile, rm } from 'node:fs/promises';
import type * as vscode from 'vscode';
import type { TextFiles } from '../../client/src/vscode/files.ts';
import { replaceFile } from '../../client/src/vscode/node/replace-file.ts';

/** The address of a file as VS Code has it, as far as files ask. */
export function uriOf(path: string): vscode.Uri {
  return { scheme: 'file', path, fsPath: path, toString: () => `file://${path}` } as vscode.Uri;
}

/** Files of ours without an editor, written as the Node host writes them. */
export const filesOnDisk: TextFiles = {
  read: (uri) =>
    readFile(uri.fsPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }),
  replace: async (uri, text) => void (await replaceFile(uri, Buffer.from(text))),
  replaceIf: async (uri, text, expected) =>
    (await replaceFile(uri, Buffer.from(text), expected === undefined ? null : Buffer.from(expected))) ===
    'replaced',
  remove: (uri) => rm(uri.fsPath, { force: true }),
};

/** A document that is open on a text, as far as a layer asks. */
export function documentOn(path: string, text: string): vscode.TextDocument {
  return { uri: uriOf(path), getText: () => text } as vscode.TextDocument;
}
