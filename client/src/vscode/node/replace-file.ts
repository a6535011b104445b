import { open, rename, rm, stat } from 'node:fs/promises';
import type * as vscode from 'vscode';

/**
 * Writes beside the file, waits until the disk has it, and renames: at no moment is there half a file.
 * Only for `file:`; false for anything else.
 */
export async function replaceFile(uri: vscode.Uri, content: Uint8Array): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  const path = uri.fsPath;
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(fresh, 'w');
    try {
      // A file that others could not read must not become readable by being replaced.
      const mode = await stat(path).then(
        ({ mode }) => mode & 0o777,
        () => undefined,
      );
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  return true;
}
