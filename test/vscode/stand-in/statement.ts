import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type * as vscode from 'vscode';
import type { TextFiles } from '../../../client/src/vscode/files.ts';
import type { TaggedStatement } from '../../../client/src/vscode/tagging/tagged-statement.ts';
import { filesOnDisk } from '../files-on-disk.ts';
import './hooks.ts';
import { Uri } from './vscode.ts';

const tagging = await import('../../../client/src/vscode/tagging/tagged-statement.ts');

/** A statement on the disk, with a folder for what the editor keeps of it. */
export class Statement {
  readonly folder: string;
  readonly path: string;

  constructor(t: TestContext, text: string) {
    this.folder = mkdtempSync(join(tmpdir(), 'jiaozhu-'));
    t.after(() => rmSync(this.folder, { recursive: true, force: true }));
    this.path = join(this.folder, 'a.txt');
    mkdirSync(join(this.folder, 'storage'));
    writeFileSync(this.path, text);
  }

  sidecar(annotator = ''): string {
    return `${this.path}${annotator && `.${annotator}`}.annotations.json`;
  }

  /** Opens it in a window. */
  async open({
    annotator = '',
    files = filesOnDisk,
    text = readFileSync(this.path, 'utf8'),
    dirty = false,
  } = {}): Promise<Editor> {
    const document = new Document(this.path, text, dirty);
    const tagged = await tagging.TaggedStatement.open(document as unknown as vscode.TextDocument, {
      context: { storageUri: Uri.file(join(this.folder, 'storage')) } as unknown as vscode.ExtensionContext,
      files,
      annotator,
      scheme: { labels: [], groups: [], attributes: [], relations: [] },
      changed() {},
    });
    return new Editor(document, tagged);
  }
}

class Document {
  readonly uri: Uri;
  readonly isUntitled = false;
  isDirty: boolean;
  isClosed = false;
  text: string;

  constructor(path: string, text: string, dirty: boolean) {
    this.uri = Uri.file(path);
    this.text = text;
    this.isDirty = dirty;
  }

  getText(): string {
    return this.text;
  }
}

/** A window with the statement, in which a person types and tags. Offsets: UTF-16. */
export class Editor {
  readonly document: Document;
  readonly tagged: TaggedStatement;

  constructor(document: Document, tagged: TaggedStatement) {
    this.document = document;
    this.tagged = tagged;
  }

  tag(words: string, label = 'party'): void {
    const start = this.document.text.indexOf(words);
    this.tagged.store.add({ label, range: { start, end: start + words.length } });
  }

  type(start: number, end: number, text: string): void {
    this.document.isDirty = true;
    this.#replace(start, end, text);
  }

  /** The text on the disk has changed, and the editor shows it. */
  reload(text: string): void {
    this.#replace(0, this.document.text.length, text);
  }

  #replace(start: number, end: number, text: string): void {
    const { document } = this;
    document.text = document.text.slice(0, start) + text + document.text.slice(end);
    const contentChanges = [{ rangeOffset: start, rangeLength: end - start, text }];
    this.tagged.edit({ contentChanges, document } as unknown as vscode.TextDocumentChangeEvent);
  }

  async save(): Promise<void> {
    writeFileSync(this.document.uri.fsPath, this.document.text);
    this.document.isDirty = false;
    await this.tagged.saved();
  }

  async close(): Promise<void> {
    this.document.isClosed = true;
    await this.tagged.closed(false);
  }

  /** Tells that a file beside the statement has changed. */
  told(path: string): Promise<void> {
    return this.tagged.fileChanged(Uri.file(path) as unknown as vscode.Uri);
  }

  get tags(): string[] {
    return tagsOf(this.tagged.store);
  }
}

/** Each tag as its label and words; of one whose words are gone, its label and ⌀. In order of place. */
export function tagsOf({ snapshot, text }: TaggedStatement['store']): string[] {
  return [
    ...snapshot.anchored.map(
      ({ label, spans }) => `${label} ${spans.map(({ start, end }) => text.slice(start, end)).join('…')}`,
    ),
    ...snapshot.orphans.map(({ label }) => `${label} ⌀`),
  ];
}

/** Files of which those with such a name cannot be written, as where the disk is full. */
export function unwritable(name: string): TextFiles {
  const refuse = (uri: vscode.Uri) => {
    if (uri.path.endsWith(name)) throw new Error('ENOSPC: no space left on device');
  };
  return {
    ...filesOnDisk,
    async replace(uri, text) {
      refuse(uri);
      await filesOnDisk.replace(uri, text);
    },
    async replaceIf(uri, text, expected) {
      refuse(uri);
      return filesOnDisk.replaceIf(uri, text, expected);
    },
  };
}
