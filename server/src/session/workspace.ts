import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  type InitializeParams,
  WatchKind,
} from 'vscode-languageserver';
import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import { isRecord, Malformed } from '../malformed.ts';
import type { StatementService } from '../service.ts';
import { canonicalUri, isAmong, joined } from '../workspace/file-uri.ts';
import { instrumentsPath } from '../workspace/instruments-file.ts';
import { namedKinds } from '../workspace/statement-name.ts';
import type { WorkspaceFiles } from '../workspace/workspace-files.ts';
import type { StatementIndex } from '../workspace/workspace-index.ts';
import type { ClientSupport } from './client-support.ts';
import { FolderInstruments } from './folder-instruments.ts';
import { Folders } from './folders.ts';
import { IndexProgress } from './index-progress.ts';
import { Indexing } from './indexing.ts';
import type { Runtime } from './runtime.ts';

/** What the workspace needs to know. */
export interface WorkspaceContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly client: ClientSupport;
  readonly service: StatementService;
  readonly documents: Documents;
  readonly params: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>;
  /** Absent where the server can see no files: then open documents are all that it knows. */
  readonly files: WorkspaceFiles | undefined;
  /** The client says itself what in a folder's instruments does not fit their schema. */
  readonly checksSchemas: boolean;
  /** A document is served with other instruments. */
  readonly onInstruments: (document: StatementDocument) => void;
}

/** Sees no files. */
const NO_FILES: WorkspaceFiles = {
  sees: () => false,
  readText: async () => undefined,
  startReader() {
    throw new Error('This server sees no files.');
  },
};

/** The folders that the client works in: their statements, and their own instruments. */
export class Workspace {
  readonly instruments: FolderInstruments;
  readonly #context: WorkspaceContext;
  readonly #files: WorkspaceFiles;
  readonly #folders: Folders;
  readonly #indexing: Indexing;

  constructor(context: WorkspaceContext) {
    const { connection, runtime, client, service, documents } = context;
    const onFailure = (message: string) => connection.console.error(message);
    this.#context = context;
    const files = context.files ?? NO_FILES;
    this.#files = files;
    this.#folders = new Folders(context.params);
    this.instruments = new FolderInstruments({
      files,
      folders: this.#folders,
      service,
      checksSchema: context.checksSchemas,
      publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      onChange: (folder) => this.#instrumentsChanged(folder, documents),
      onFailure,
    });
    const progress = client.progress ? new IndexProgress(connection, runtime) : undefined;
    this.#indexing = new Indexing({
      folders: this.#folders,
      instruments: this.instruments,
      startReader: () => files.startReader(onFailure),
      onProgress: (indexing) => progress?.tell(indexing),
      onFailure,
    });
  }

  get index(): StatementIndex {
    return this.#indexing.index;
  }

  /** The client is ready to be asked. */
  start(): void {
    if (this.#context.client.registersWatchedFiles && this.#context.files !== undefined) this.#watch();
    for (const folder of this.#folders.all) this.#add(folder);
  }

  stop(): void {
    this.#indexing.stop();
  }

  opened(document: StatementDocument): void {
    this.#indexing.opened(document.uri);
    document.serveWith(this.instruments.serviceFor(document.uri));
  }

  /** When the instruments for a document are known. */
  settled(document: StatementDocument): Promise<void> {
    return this.instruments.settled(document.uri);
  }

  /** The text of the document has been left alone, and all of it has been read. */
  rested(document: StatementDocument): void {
    this.#indexing.rested(document);
  }

  closed(document: StatementDocument): void {
    this.#indexing.closed(document.uri);
  }

  /** @throws Malformed where the client tells of no folders */
  foldersChanged(params: unknown): void {
    if (!isRecord(params) || !isRecord(params.event)) throw new Malformed('“event” is none.');
    const { added, removed } = this.#folders.change(params.event);
    for (const folder of removed) {
      this.instruments.forget(folder);
      this.#indexing.removeFolder(folder);
    }
    for (const folder of added) this.#add(folder);
    for (const document of this.#context.documents.all) this.#serve(document);
  }

  /** @throws Malformed where the client tells of no files */
  filesChanged(params: unknown): void {
    const changes = isRecord(params) ? params.changes : undefined;
    if (!Array.isArray(changes)) throw new Malformed('“changes” is no list.');
    const deleted = new Set<string>();
    const others = new Set<string>();
    for (const change of changes) {
      if (!isRecord(change) || typeof change.uri !== 'string') continue;
      const uri = canonicalUri(change.uri);
      const folder = this.instruments.folderOf(uri);
      if (folder !== undefined) void this.instruments.read(folder);
      else if (change.type === FileChangeType.Deleted) deleted.add(uri.replace(/\/+$/, ''));
      else others.add(uri);
    }
    // Before what is new: a file that has gone and come again is there. One that has come and gone is read in vain.
    if (deleted.size > 0) this.#deleted(deleted);
    for (const uri of others) this.#indexing.changed(uri);
  }

  /** All at once: a folder of thousands may be gone, and a client tells each. */
  #deleted(uris: ReadonlySet<string>): void {
    // With the folder `.jiaozhu` its file is gone.
    for (const folder of this.#folders.all) {
      if (isAmong(joined(folder, ...instrumentsPath), uris)) void this.instruments.read(folder);
    }
    this.#indexing.deleted(uris);
  }

  #add(folder: string): void {
    if (!this.#files.sees(folder)) return;
    void this.instruments.read(folder).then(() => {
      if (this.#folders.all.includes(folder)) void this.#indexing.addFolder(folder);
    });
  }

  #instrumentsChanged(folder: string, documents: Documents): void {
    this.#indexing.instrumentsChanged(folder);
    for (const document of documents.all) {
      if (this.#folders.of(document.uri) === folder) this.#serve(document);
    }
  }

  #serve(document: StatementDocument): void {
    const before = document.registry;
    document.serveWith(this.instruments.serviceFor(document.uri));
    if (document.registry !== before) this.#context.onInstruments(document);
  }

  #watch(): void {
    const watchers: FileSystemWatcher[] = [
      { globPattern: `**/${instrumentsPath.join('/')}` },
      { globPattern: '**/*.statement' },
      { globPattern: '**/*.statement.txt' },
      { globPattern: `**/*{${namedKinds.join(',')}}*.txt` },
      // Of a folder that is gone, nothing tells but the folder itself.
      { globPattern: '**', kind: WatchKind.Delete },
    ];
    this.#context.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error) =>
        this.#context.connection.console.error(`Changes of files will not be followed: ${String(error)}`),
      );
  }
}
