import * as vscode from 'vscode';
import { exportMark, exportMarkText, foldersToMark } from '../../../../server/src/workspace/export-place.ts';
import { isBelow } from '../../annotations/exchange/output-path.ts';
import type { OutputPiece } from '../../annotations/formats/format.ts';
import type { Runtime } from '../runtime.ts';

/** What the folder of an export begins with; behind it stands a random name. */
const prefix = '.jiaozhu-export-editor-';
/** How long nobody writes to such a folder before it is one that was left behind, in milliseconds. */
const forgotten = 24 * 60 * 60 * 1000;
/** Pieces are written together from so many bytes on: of one file, and of all. */
const worthWriting = { one: 1 << 18, all: 1 << 22 };

interface WaitingFile {
  pieces: Uint8Array[];
  length: number;
}

/**
 * Files on their way into a folder. They are written into a folder of their own in it, and come to their names when
 * all are whole: whatever ends the export before, there is no half file under any name.
 */
export class StagedOutput {
  readonly #folder: vscode.Uri;
  readonly #stage: vscode.Uri;
  readonly #runtime: Pick<Runtime, 'appendFile'>;
  readonly #encoder = new TextEncoder();
  readonly #files = new Map<string, WaitingFile>();
  readonly #written = new Set<string>();
  #waiting = 0;
  /** Whether the host writes behind what a file holds; not known before the first time. */
  #appends: boolean | undefined;

  private constructor(folder: vscode.Uri, runtime: Pick<Runtime, 'appendFile'>) {
    this.#folder = folder;
    this.#stage = vscode.Uri.joinPath(folder, `${prefix}${crypto.randomUUID()}`);
    this.#runtime = runtime;
  }

  /** Throws where the folder cannot be written to. */
  static async into(folder: vscode.Uri, runtime: Pick<Runtime, 'appendFile'>): Promise<StagedOutput> {
    const output = new StagedOutput(folder, runtime);
    await vscode.workspace.fs.createDirectory(output.#stage);
    await removeForgotten(folder);
    return output;
  }

  /** The paths of the files so far, below the folder. */
  get files(): readonly string[] {
    return [...this.#files.keys()];
  }

  async write({ file, content }: OutputPiece): Promise<void> {
    if (!isBelow(file)) throw new RangeError(`“${file}” is no path below the output.`);
    const bytes = typeof content === 'string' ? this.#encoder.encode(content) : content;
    const waiting = this.#files.get(file) ?? { pieces: [], length: 0 };
    this.#files.set(file, waiting);
    waiting.pieces.push(bytes);
    waiting.length += bytes.length;
    this.#waiting += bytes.length;
    if (this.#appends === false) return;
    if (waiting.length >= worthWriting.one) await this.#append(file, waiting, false);
    if (this.#waiting < worthWriting.all) return;
    for (const [name, each] of this.#files) if (each.length > 0) await this.#append(name, each, false);
  }

  /** Writes what waits; all files are whole then, and none has its name. */
  async finish(): Promise<void> {
    for (const [file, waiting] of this.#files) {
      if (this.#appends !== false && (await this.#append(file, waiting, true))) continue;
      await this.#makeFolder(this.#stage, file);
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#stage, file), joined(waiting));
      waiting.pieces = [];
    }
  }

  /** Those of the files whose names something has already. */
  async there(): Promise<readonly string[]> {
    const there: string[] = [];
    for (const file of this.#files.keys()) {
      if (await isThere(vscode.Uri.joinPath(this.#folder, file))) there.push(file);
    }
    return there;
  }

  /** Gives all files their names, in the place of files that have them; to be called once they are whole. */
  async commit(): Promise<void> {
    await this.#mark();
    for (const file of this.#files.keys()) {
      await this.#makeFolder(this.#folder, file);
      await vscode.workspace.fs.rename(
        vscode.Uri.joinPath(this.#stage, file),
        vscode.Uri.joinPath(this.#folder, file),
        { overwrite: true },
      );
    }
    await this.discard();
  }

  /** Marks what is made of texts, so that nobody takes them for documents of the folder above. */
  async #mark(): Promise<void> {
    const free = new Map<string, boolean>();
    const marked = new Set<string>();
    for (const file of this.#files.keys()) {
      for (const folder of foldersToMark(file)) {
        const isFree = free.get(folder) ?? (await holdsNoOther(vscode.Uri.joinPath(this.#folder, folder)));
        free.set(folder, isFree);
        if (!isFree) continue;
        marked.add(folder);
        break;
      }
    }
    for (const folder of marked) {
      if (folder !== '') await this.#makeFolder(this.#folder, `${folder}/${exportMark}`);
      const mark = vscode.Uri.joinPath(this.#folder, folder, exportMark);
      await vscode.workspace.fs.writeFile(mark, this.#encoder.encode(exportMarkText));
    }
  }

  /** Removes what was written and has no name yet. */
  async discard(): Promise<void> {
    await remove(this.#stage);
  }

  /** Returns false where the host has no way to; what waits then waits until the end. */
  async #append(file: string, waiting: WaitingFile, isLast: boolean): Promise<boolean> {
    if (!this.#written.has(file)) await this.#makeFolder(this.#stage, file);
    const uri = vscode.Uri.joinPath(this.#stage, file);
    this.#appends = await this.#runtime.appendFile(uri, joined(waiting), isLast);
    if (!this.#appends) return false;
    this.#written.add(file);
    this.#waiting -= waiting.length;
    waiting.pieces = [];
    waiting.length = 0;
    return true;
  }

  async #makeFolder(root: vscode.Uri, file: string): Promise<void> {
    const slash = file.lastIndexOf('/');
    if (slash < 0) return;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(root, file.slice(0, slash)));
  }
}

function joined({ pieces, length }: WaitingFile): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Whether there is nothing in a folder but what was exported to it, or is being. */
async function holdsNoOther(folder: vscode.Uri): Promise<boolean> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [],
  );
  const names = entries.map(([name]) => name);
  return names.includes(exportMark) || names.every((name) => name.startsWith(prefix));
}

/** Whether something has this name. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Removes what an editor left that was ended in the middle of an export. */
async function removeForgotten(folder: vscode.Uri): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  for (const [name, type] of entries) {
    if (!name.startsWith(prefix) || type !== vscode.FileType.Directory) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    const { mtime } = await vscode.workspace.fs.stat(uri);
    if (Date.now() - mtime > forgotten) await remove(uri);
  }
}

async function remove(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
  } catch {
    // It is gone, or somebody else has it.
  }
}
