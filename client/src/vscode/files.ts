import * as vscode from 'vscode';
import type { Runtime } from './runtime.ts';

export { fileName } from './file-name.ts';

/** Text files of ours, always UTF-8. */
export interface TextFiles {
  /** The text; undefined where there is no such file. Throws where it cannot be read, or is not UTF-8. */
  read(uri: vscode.Uri): Promise<string | undefined>;
  /** Puts a text in the place of what is there: a reader meets the old file or the new one, never half of it. */
  replace(uri: vscode.Uri, text: string): Promise<void>;
  /**
   * The same, if the file still holds what is expected (undefined: there is none yet); else false, and it is left alone.
   * Where the file system has no way to make sure, another program's change at the very same moment may be lost.
   */
  replaceIf(uri: vscode.Uri, text: string, expected: string | undefined): Promise<boolean>;
  /** Removes a file; nothing happens where there is none. */
  remove(uri: vscode.Uri): Promise<void>;
}

/** Files through the host's own means where it has some, else through VS Code's file systems. */
export function textFiles(runtime: Runtime): TextFiles {
  const { fs } = vscode.workspace;
  // Strict: a file in another encoding would be written back with holes in it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const encoder = new TextEncoder();
  const aside = (uri: vscode.Uri) => uri.with({ path: `${uri.path}.tmp` });
  const readIf = async (uri: vscode.Uri) => {
    try {
      return await fs.readFile(uri);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const read = async (uri: vscode.Uri) => {
    let bytes = await readIf(uri);
    if (!bytes && uri.scheme !== 'file') {
      // A write that broke off between its two steps has left the new text aside.
      bytes = await readIf(aside(uri));
      if (bytes) await fs.rename(aside(uri), uri, { overwrite: true });
    }
    return bytes && decoder.decode(bytes);
  };
  const replaceInSteps = async (uri: vscode.Uri, bytes: Uint8Array) => {
    await fs.writeFile(aside(uri), bytes);
    await fs.rename(aside(uri), uri, { overwrite: true });
  };
  return {
    read,
    async replace(uri, text) {
      const bytes = encoder.encode(text);
      if ((await runtime.replaceFile(uri, bytes)) === 'not-here') await replaceInSteps(uri, bytes);
    },
    async replaceIf(uri, text, expected) {
      const bytes = encoder.encode(text);
      const before = expected === undefined ? null : encoder.encode(expected);
      const done = await runtime.replaceFile(uri, bytes, before);
      if (done !== 'not-here') return done === 'replaced';
      if ((await read(uri)) !== expected) return false;
      await replaceInSteps(uri, bytes);
      return true;
    },
    async remove(uri) {
      try {
        await fs.delete(uri);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
