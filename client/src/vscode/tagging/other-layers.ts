import * as vscode from 'vscode';
import { sidecarName, sidecarsOf } from '../../annotations/sidecar-name.ts';
import { fileName } from '../file-name.ts';
import type { TextFiles } from '../files.ts';
import { Layer, readSidecar, type SidecarContent } from './layer.ts';

/** Another annotator's file, read and not yet put on the text. */
export interface ReadLayer {
  readonly layer: Layer;
  readonly content: SidecarContent;
}

/** The tags of the other annotators of a document: those of the files beside it but those that are kept elsewhere. */
export class OtherLayers {
  readonly #files: TextFiles;
  readonly #document: vscode.TextDocument;
  readonly #isOther: (file: vscode.Uri) => boolean;
  #layers: readonly Layer[] = [];

  /** @param isOther whether a file beside the document is kept here, and not elsewhere; it may change */
  constructor(files: TextFiles, document: vscode.TextDocument, isOther: (file: vscode.Uri) => boolean) {
    this.#files = files;
    this.#document = document;
    this.#isOther = isOther;
  }

  /** In order of the annotators' names. */
  get layers(): readonly Layer[] {
    return this.#layers.filter(({ file }) => this.#isOther(file!));
  }

  /** Reads the files that lie there now. */
  async read(): Promise<readonly ReadLayer[]> {
    const layers = (await this.#beside()).map(
      ({ file, annotator }) => new Layer(this.#files, this.#document, file, annotator),
    );
    return Promise.all(
      layers.map(async (layer) => ({ layer, content: await readSidecar(this.#files, layer.file!) })),
    );
  }

  /**
   * Puts what was read on the text, without a wait in between.
   * @param onDisk the text on disk and those that were there before, which a file may describe; the latest first
   */
  take(read: readonly ReadLayer[], onDisk: readonly string[]): void {
    for (const { layer, content } of read) layer.load(content, this.#document.getText(), onDisk);
    this.#layers = read
      .map(({ layer }) => layer)
      .sort((a, b) => (a.annotator < b.annotator ? -1 : a.annotator > b.annotator ? 1 : 0));
  }

  /** Those whose file is still there, and is not that of a document that has come to lie there since. */
  async writable(): Promise<readonly Layer[]> {
    if (this.layers.length === 0) return [];
    const there = new Set((await this.#beside()).map(({ file }) => file.toString()));
    return this.layers.filter(({ file }) => there.has(String(file)));
  }

  async #beside(): Promise<readonly { readonly file: vscode.Uri; readonly annotator: string }[]> {
    if (this.#document.isUntitled) return [];
    const folder = vscode.Uri.joinPath(this.#document.uri, '..');
    return sidecarsOf(fileName(this.#document.uri), await fileNames(folder))
      .map(({ name, annotator }) => ({ file: vscode.Uri.joinPath(folder, name), annotator }))
      .filter(({ file }) => this.#isOther(file));
  }
}

/** The file beside a document in which an annotator's tags are kept; undefined while the document has no file. */
export function fileOfTags(
  { uri, isUntitled }: vscode.TextDocument,
  annotator: string,
): vscode.Uri | undefined {
  return isUntitled ? undefined : vscode.Uri.joinPath(uri, '..', sidecarName(fileName(uri), annotator));
}

/** The names of the files of a folder; none where it cannot be read. */
export async function fileNames(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (all) => all,
    () => [],
  );
  return entries.flatMap(([name, type]) => (type & vscode.FileType.Directory ? [] : [name]));
}
