/** The part of VS Code's interface that open statements ask for, on the real disk. Nothing answers a message. */
import * as fs from 'node:fs/promises';
import { basename, posix } from 'node:path';

export class Uri {
  readonly scheme = 'file';
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath(uri: Uri, ...names: string[]): Uri {
    return new Uri(posix.join(uri.path, ...names));
  }

  get fsPath(): string {
    return this.path;
  }

  with({ path }: { path?: string }): Uri {
    return new Uri(path ?? this.path);
  }

  toString(): string {
    return `file://${this.path}`;
  }
}

export class FileSystemError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const TextDocumentChangeReason = { Undo: 1, Redo: 2 };
export const UIKind = { Desktop: 1, Web: 2 };

/** What a person was told, in order, and what the person answers; undefined: a message is dismissed. */
export const conversation: { said: string[]; answer: string | Promise<string> | undefined } = {
  said: [],
  answer: undefined,
};

/** The answer of a person who leaves a message standing. */
export const unanswered = new Promise<string>(() => {});

type Listener<T> = (event: T) => unknown;

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>) => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export const Disposable = {
  from: (...all: { dispose(): unknown }[]) => ({
    dispose: () => {
      for (const each of all) each.dispose();
    },
  }),
};

export class RelativePattern {
  readonly base: Uri;
  readonly pattern: string;

  constructor(base: Uri, pattern: string) {
    this.base = base;
    this.pattern = pattern;
  }
}

async function onDisk<T>(done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileSystemError(message, code === 'ENOENT' ? 'FileNotFound' : 'Unknown');
  }
}

/** As VS Code has it: of a link, what it leads to as well. */
async function typeOf(path: string): Promise<number> {
  const isFolder = (await fs.stat(path)).isDirectory();
  const type = isFolder ? FileType.Directory : FileType.File;
  return (await fs.lstat(path)).isSymbolicLink() ? type | FileType.SymbolicLink : type;
}

export class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };

  cancel(): void {
    this.token.isCancellationRequested = true;
  }

  dispose(): void {}
}

/** What happens in the editor, to be fired by a test. */
export const happens = {
  open: new EventEmitter<unknown>(),
  close: new EventEmitter<unknown>(),
  change: new EventEmitter<unknown>(),
  save: new EventEmitter<unknown>(),
  willRename: new EventEmitter<unknown>(),
  didRename: new EventEmitter<unknown>(),
  configuration: new EventEmitter<unknown>(),
  fileCreated: new EventEmitter<unknown>(),
  fileChanged: new EventEmitter<unknown>(),
  fileDeleted: new EventEmitter<unknown>(),
};

export const workspace = {
  textDocuments: [] as unknown[],
  workspaceFolders: [],
  onDidOpenTextDocument: happens.open.event,
  onDidCloseTextDocument: happens.close.event,
  onDidChangeTextDocument: happens.change.event,
  onDidSaveTextDocument: happens.save.event,
  onWillRenameFiles: happens.willRename.event,
  onDidRenameFiles: happens.didRename.event,
  onDidChangeConfiguration: happens.configuration.event,
  createFileSystemWatcher: () => ({
    onDidCreate: happens.fileCreated.event,
    onDidChange: happens.fileChanged.event,
    onDidDelete: happens.fileDeleted.event,
    dispose: () => {},
  }),
  getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
  asRelativePath: ({ path }: Uri) => basename(path),
  decode: async (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  fs: {
    isWritableFileSystem: () => true,
    readFile: ({ path }: Uri) => onDisk(fs.readFile(path)),
    writeFile: ({ path }: Uri, bytes: Uint8Array) => onDisk(fs.writeFile(path, bytes)),
    delete: ({ path }: Uri, { recursive = false } = {}) => onDisk(fs.rm(path, { recursive })),
    stat: async ({ path }: Uri) => {
      const { mtimeMs, size } = await onDisk(fs.stat(path));
      return { mtime: mtimeMs, size, type: await typeOf(path) };
    },
    createDirectory: async ({ path }: Uri) => void (await fs.mkdir(path, { recursive: true })),
    rename: async (from: Uri, to: Uri, { overwrite = false } = {}) => {
      const isThere = await fs.stat(to.path).then(
        () => true,
        () => false,
      );
      if (isThere && !overwrite) throw new FileSystemError(`${to.path} is there already.`, 'FileExists');
      await onDisk(fs.rename(from.path, to.path));
    },
    readDirectory: async ({ path }: Uri) =>
      (await onDisk(fs.readdir(path, { withFileTypes: true }))).map((entry) => [
        entry.name,
        entry.isDirectory() ? FileType.Directory : entry.isSymbolicLink() ? 65 : FileType.File,
      ]),
  },
};

const tell = async (message: string): Promise<string | undefined> => {
  conversation.said.push(message);
  return conversation.answer;
};
export const window = {
  showInformationMessage: tell,
  showWarningMessage: tell,
  showErrorMessage: tell,
};

export const l10n = {
  t: (message: string, ...values: unknown[]) =>
    message.replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)])),
};
export const commands = {};
export const languages = {};
export const env = { language: 'en', uiKind: UIKind.Desktop };
