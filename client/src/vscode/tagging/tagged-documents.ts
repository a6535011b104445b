import * as vscode from 'vscode';
import type { Annotation } from '../../annotations/annotation.ts';
import { isSidecarName } from '../../annotations/sidecar-name.ts';
import type { MisreadDocuments } from '../encoding/misread-documents.ts';
import { fileName, type TextFiles } from '../files.ts';
import { isStatement } from '../language/active-statement.ts';
import type { StatementClient } from '../language/statement-client.ts';
import { settingsOf } from '../settings.ts';
import { Departures } from './departures.ts';
import type { LabelSchemes } from './label-schemes.ts';
import type { SettledDocument, TaggedChange, TaggedDocument, TaggedDocuments } from './tagged-document.ts';
import { TaggedStatement } from './tagged-statement.ts';

/** How long a save may take to be told after the text has become clean, in milliseconds. */
const saveDelay = 300;

/** Opens the tags of each statement that is opened, and tells them what happens to the text. */
export class OpenStatements implements TaggedDocuments {
  readonly #context: vscode.ExtensionContext;
  readonly #files: TextFiles;
  readonly #schemes: LabelSchemes;
  readonly #client: StatementClient;
  readonly #misread: MisreadDocuments;
  readonly #open = new Map<string, TaggedStatement>();
  /** Those that are being renamed. */
  readonly departures = new Departures(this.#open);
  /** Documents whose tags are being read. */
  readonly #opening = new Set<vscode.TextDocument>();
  /** Documents that have become clean, and of which it is not yet known why. */
  readonly #settling = new Map<string, NodeJS.Timeout>();
  readonly #dirty = new Set<string>();
  /** Folders that are watched for annotation files, with how many documents need each. */
  readonly #watchers = new Map<string, { readonly watcher: vscode.Disposable; users: number }>();
  /** The tags of untitled documents for the files that they are saved as. */
  readonly #legacies = new Map<string, readonly Annotation[]>();
  readonly #changes = new vscode.EventEmitter<{ tagged: TaggedDocument; change: TaggedChange }>();
  readonly #opens = new vscode.EventEmitter<TaggedDocument>();
  readonly #closes = new vscode.EventEmitter<TaggedDocument>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changes.event;
  readonly onDidOpen = this.#opens.event;
  readonly onDidClose = this.#closes.event;

  constructor(
    context: vscode.ExtensionContext,
    files: TextFiles,
    schemes: LabelSchemes,
    client: StatementClient,
    misread: MisreadDocuments,
  ) {
    this.#context = context;
    this.#files = files;
    this.#schemes = schemes;
    this.#client = client;
    this.#misread = misread;
    const { workspace } = vscode;
    this.#subscriptions = vscode.Disposable.from(
      misread.onDidChange((document) =>
        misread.is(document) ? this.#remove(document, true) : this.#add(document),
      ),
      workspace.onDidOpenTextDocument((document) => void this.#add(document)),
      workspace.onDidCloseTextDocument((document) => void this.#remove(document)),
      workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      workspace.onDidSaveTextDocument((document) => void this.#saved(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('jiaozhu.annotator')) void this.#reopen();
      }),
      schemes.onDidChange(() => void this.#relabel()),
      client.onStarted(() => this.#tellAll()),
    );
    for (const document of workspace.textDocuments) void this.#add(document);
  }

  of(document: vscode.TextDocument | undefined): SettledDocument | undefined {
    return document && this.#open.get(document.uri.toString());
  }

  find(id: string): ReturnType<TaggedDocuments['find']> {
    for (const tagged of this.#open.values()) {
      const tag = tagged.store.get(id);
      if (tag) return { tagged, tag };
    }
    return undefined;
  }

  async flush(): Promise<void> {
    await Promise.all([...this.#open.values()].map((tagged) => tagged.flush()));
  }

  async #add(document: vscode.TextDocument): Promise<void> {
    const name = document.uri.toString();
    if (!isStatement(document) || this.#opening.has(document) || this.#open.has(name)) return;
    if (!document.isUntitled && !hasFiles(document.uri)) return;
    // Tags that were put on what was misread would be lost, and their file with them.
    if (this.#misread.is(document)) return;
    this.#opening.add(document);
    if (document.isDirty) this.#dirty.add(name);
    try {
      const tagged = await TaggedStatement.open(document, {
        context: this.#context,
        files: this.#files,
        annotator: settingsOf(document).annotator,
        scheme: await this.#schemes.of(document),
        changed: (tagged, change) => this.#tell(tagged, change),
      });
      // It may have been closed, or have become another language, while its tags were read.
      if (document.isClosed || !isStatement(document) || this.#misread.is(document)) return;
      this.#open.set(name, tagged);
      this.#watch(document);
      this.#opens.fire(tagged);
      this.#adopt(tagged);
      void this.departures.handOver(name);
      this.#client.asPrinted(document, tagged.asPrinted);
    } finally {
      this.#opening.delete(document);
    }
  }

  /** `givenUp`: what is unsaved is given up, text and tags. */
  async #remove(document: vscode.TextDocument, givenUp = false): Promise<void> {
    const name = document.uri.toString();
    const tagged = this.#open.get(name);
    if (document.isClosed) this.#legacies.delete(name);
    if (document.isClosed) this.departures.forget(name);
    if (!tagged) return;
    const unsettled = this.#settling.has(name);
    clearTimeout(this.#settling.get(name));
    this.#settling.delete(name);
    this.#dirty.delete(name);
    this.#open.delete(name);
    this.#unwatch(document);
    this.#closes.fire(tagged);
    if (await this.departures.hasLeft(tagged)) await tagged.left();
    else await tagged.closed(givenUp || unsettled);
  }

  #changed(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    const name = document.uri.toString();
    const tagged = this.#open.get(name);
    tagged?.edit(event);
    if (event.contentChanges.length > 0) {
      this.#inherit(document);
      void this.departures.handOver(name);
    }
    if (document.isDirty) {
      this.#dirty.add(name);
      clearTimeout(this.#settling.get(name));
      this.#settling.delete(name);
    } else if (this.#dirty.delete(name) && tagged) {
      this.#settling.set(
        name,
        setTimeout(() => {
          this.#settling.delete(name);
          void this.#settle(tagged);
        }, saveDelay),
      );
    }
  }

  async #settle(tagged: TaggedStatement): Promise<void> {
    if (!(await this.departures.hasLeft(tagged))) await tagged.settled();
  }

  async #saved(document: vscode.TextDocument): Promise<void> {
    const name = document.uri.toString();
    clearTimeout(this.#settling.get(name));
    this.#settling.delete(name);
    this.#dirty.delete(name);
    await this.#open.get(name)?.saved();
  }

  #tell(tagged: TaggedDocument, change: TaggedChange): void {
    this.#changes.fire({ tagged, change });
    if (change !== 'text') this.#client.asPrinted(tagged.document, tagged.asPrinted);
  }

  /** A server that has started anew knows nothing of what is as printed. */
  #tellAll(): void {
    for (const tagged of this.#open.values()) this.#client.asPrinted(tagged.document, tagged.asPrinted);
  }

  async #relabel(): Promise<void> {
    for (const tagged of this.#open.values()) {
      tagged.scheme = await this.#schemes.of(tagged.document);
      this.#tell(tagged, 'state');
    }
  }

  /** Another annotator has other files. */
  async #reopen(): Promise<void> {
    const documents = [...this.#open.values()].map(({ document }) => document);
    for (const document of documents) await this.#remove(document);
    for (const document of documents) await this.#add(document);
  }

  /**
   * An untitled document that is saved becomes another document: its file is opened empty, gets its text, and
   * the untitled one is emptied and closed. The tags go along when the same text is in both.
   */
  #inherit(document: vscode.TextDocument): void {
    if (document.isUntitled) return;
    for (const { document: from, store } of this.#open.values()) {
      if (!from.isUntitled || store.snapshot.anchored.length === 0) continue;
      if (store.text === document.getText()) this.#legacies.set(document.uri.toString(), store.toStore());
    }
    const heir = this.#open.get(document.uri.toString());
    if (heir) this.#adopt(heir);
  }

  #adopt(heir: TaggedStatement): void {
    const name = heir.document.uri.toString();
    const legacy = this.#legacies.get(name);
    this.#legacies.delete(name);
    const { anchored, orphans } = heir.store.snapshot;
    if (legacy && anchored.length + orphans.length === 0) heir.adopt(legacy);
  }

  #watch({ uri, isUntitled }: vscode.TextDocument): void {
    if (isUntitled) return;
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = folder.toString();
    const known = this.#watchers.get(name);
    if (known) {
      known.users += 1;
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '*.annotations.json'),
    );
    const told = (file: vscode.Uri) => {
      if (!isSidecarName(fileName(file))) return;
      for (const tagged of this.#open.values()) {
        if (vscode.Uri.joinPath(tagged.document.uri, '..').toString() === name) void tagged.fileChanged(file);
      }
    };
    watcher.onDidCreate(told);
    watcher.onDidChange(told);
    watcher.onDidDelete(told);
    this.#watchers.set(name, { watcher, users: 1 });
  }

  #unwatch({ uri, isUntitled }: vscode.TextDocument): void {
    if (isUntitled) return;
    const name = vscode.Uri.joinPath(uri, '..').toString();
    const known = this.#watchers.get(name);
    if (!known) return;
    known.users -= 1;
    if (known.users > 0) return;
    known.watcher.dispose();
    this.#watchers.delete(name);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const timer of this.#settling.values()) clearTimeout(timer);
    for (const { watcher } of this.#watchers.values()) watcher.dispose();
    for (const emitter of [this.#changes, this.#opens, this.#closes]) emitter.dispose();
  }
}

/** Whether there can be a file beside it: what VS Code shows of changes before they are made lies nowhere. */
function hasFiles({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
