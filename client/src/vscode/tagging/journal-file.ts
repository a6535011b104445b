import * as vscode from 'vscode';
import { type Journal, parseJournal, serialiseJournal } from '../../annotations/journal.ts';
import type { TextFiles } from '../files.ts';
import { hash, type Layer } from './layer.ts';

/** A journal that was set aside, since a person has to decide on it. */
export interface LeftJournal {
  readonly journal: Journal;
  remove(): Promise<void>;
}

/** Where tags on a text that is not saved yet are kept, for the case that the editor ends without a word. */
export class JournalFile {
  readonly #files: TextFiles;
  readonly #folder: vscode.Uri;
  readonly #name: string;
  #written = false;
  /** What was found when it was read. */
  #found: string | undefined;

  constructor(
    context: vscode.ExtensionContext,
    files: TextFiles,
    document: vscode.TextDocument,
    layer: Layer,
  ) {
    const folder = context.storageUri ?? context.globalStorageUri;
    this.#files = files;
    this.#folder = vscode.Uri.joinPath(folder, 'journal');
    this.#name = hash(`${document.uri} ${layer.names.sidecar}`).slice(0, 32);
  }

  get #uri(): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, `${this.#name}.json`);
  }

  /** The journal; null where there is none that can be read. */
  async read(): Promise<Journal | null> {
    const text = await this.#files.read(this.#uri).catch(() => undefined);
    if (text === undefined) return null;
    this.#written = true;
    this.#found = text;
    const reading = parseJournal(text);
    return reading.ok ? reading.journal : null;
  }

  async write(layer: Layer): Promise<void> {
    const journal: Journal = {
      sidecar: layer.current(),
      base: layer.contentHash,
      written: new Date().toISOString(),
    };
    this.#written = true;
    await vscode.workspace.fs.createDirectory(this.#folder);
    await this.#files.replace(this.#uri, serialiseJournal(journal, layer.names));
  }

  async remove(): Promise<void> {
    if (!this.#written) return;
    this.#written = false;
    await this.#files.remove(this.#uri);
  }

  /** Puts what was read where later journals do not replace it. */
  async setAside(): Promise<void> {
    if (this.#found === undefined) return;
    const name = `${this.#name}.${hash(this.#found).slice(0, 16)}.json`;
    await this.#files.replace(vscode.Uri.joinPath(this.#folder, name), this.#found);
    this.#found = undefined;
    await this.remove();
  }

  /** What was set aside, now or in earlier sessions, the oldest first. */
  async setAsideBefore(): Promise<LeftJournal[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.#folder).then(
      (all) => all,
      () => [],
    );
    const left: LeftJournal[] = [];
    for (const [name] of entries) {
      if (!name.startsWith(`${this.#name}.`) || !name.endsWith('.json') || name === `${this.#name}.json`)
        continue;
      const uri = vscode.Uri.joinPath(this.#folder, name);
      const text = await this.#files.read(uri).catch(() => undefined);
      const reading = text === undefined ? undefined : parseJournal(text);
      if (reading?.ok) left.push({ journal: reading.journal, remove: () => this.#files.remove(uri) });
    }
    return left.sort((a, b) => (a.journal.written < b.journal.written ? -1 : 1));
  }
}
