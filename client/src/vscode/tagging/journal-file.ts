import * as vscode from 'vscode';
import { type Journal, parseJournal, serialiseJournal } from '../../annotations/journal.ts';
import type { TextFiles } from '../files.ts';
import { hash, type Layer } from './layer.ts';

/** Where tags on a text that is not saved yet are kept, for the case that the editor ends without a word. */
export class JournalFile {
  readonly #files: TextFiles;
  readonly #uri: vscode.Uri;
  #written = false;

  constructor(
    context: vscode.ExtensionContext,
    files: TextFiles,
    document: vscode.TextDocument,
    layer: Layer,
  ) {
    const folder = context.storageUri ?? context.globalStorageUri;
    const name = hash(`${document.uri} ${layer.names.sidecar}`).slice(0, 32);
    this.#files = files;
    this.#uri = vscode.Uri.joinPath(folder, 'journal', `${name}.json`);
  }

  /** The journal; null where there is none that can be read. */
  async read(): Promise<Journal | null> {
    const text = await this.#files.read(this.#uri).catch(() => undefined);
    if (text === undefined) return null;
    this.#written = true;
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
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(this.#uri, '..'));
    await this.#files.replace(this.#uri, serialiseJournal(journal, layer.names));
  }

  async remove(): Promise<void> {
    if (!this.#written) return;
    this.#written = false;
    await this.#files.remove(this.#uri);
  }
}
