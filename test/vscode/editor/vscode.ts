import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, posix } from 'node:path';

/** What stands in the place of the module `vscode` in tests without an editor: its files are those on the disk. */
export class Uri {
  readonly scheme = 'file';
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `file://${this.path}`;
  }

  with({ path = this.path }: { readonly path?: string }): Uri {
    return new Uri(path);
  }

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath({ path }: Uri, ...parts: string[]): Uri {
    return new Uri(posix.join(path, ...parts));
  }
}

export class FileSystemError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

export const FileType = { File: 1, Directory: 2, SymbolicLink: 64 };

async function told<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? new FileSystemError(message, 'FileNotFound') : error;
  }
}

async function renameFile(from: Uri, to: Uri, { overwrite = false } = {}): Promise<void> {
  const there = await stat(to.path).then(
    () => true,
    () => false,
  );
  if (there && !overwrite) throw new FileSystemError('exists', 'FileExists');
  await told(rename(from.path, to.path));
}

export const workspace = {
  fs: {
    readFile: (uri: Uri) => told(readFile(uri.path)),
    writeFile: (uri: Uri, bytes: Uint8Array) => told(writeFile(uri.path, bytes)),
    delete: (uri: Uri) => told(rm(uri.path)),
    createDirectory: (uri: Uri) => told(mkdir(uri.path, { recursive: true }).then(() => undefined)),
    rename: renameFile,
    readDirectory: async (uri: Uri) =>
      (await told(readdir(uri.path, { withFileTypes: true }))).map((entry) => [
        entry.name,
        entry.isDirectory() ? FileType.Directory : FileType.File,
      ]),
  },
  asRelativePath: (uri: Uri) => basename(uri.path),
};

/** What was said to the person, and what the person answers; undefined: nothing yet. */
export const conversation: { said: string[]; answer: string | Promise<string> | undefined } = {
  said: [],
  answer: undefined,
};

function say(message: string): Promise<string | undefined> {
  conversation.said.push(message);
  return conversation.answer === undefined ? new Promise(() => {}) : Promise.resolve(conversation.answer);
}

export const window = {
  showWarningMessage: say,
  showErrorMessage: say,
  showInformationMessage: say,
};

export const l10n = {
  t: (message: string, ...values: unknown[]) =>
    message.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)])),
};

export const TextDocumentChangeReason = { Undo: 1, Redo: 2 };
