import { open } from 'node:fs/promises';
import type * as vscode from 'vscode';

/** Writes behind what a file holds; the disk has all of it once the last is written. Only for `file:`. */
export async function appendFile(uri: vscode.Uri, content: Uint8Array, isLast: boolean): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  const file = await open(uri.fsPath, 'a');
  try {
    await file.writeFile(content);
    if (isLast) await file.sync();
  } finally {
    await file.close();
  }
  return true;
}
