import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  type Message,
  type ProgressToken,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  type WorkDoneProgressCreateParams,
} from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable, type PositionRange } from '../../server/src/text/lines.ts';

/** What is started: the built server, or its source where nothing is built or SERVER=source says so. */
export const entry = ['../../dist/server.js', '../../server/src/node/main.ts']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter((path) => existsSync(path) && !(process.env.SERVER === 'source' && path.endsWith('.js')))[0]!;

/** What a client of today, such as VS Code, says it can do. */
export const modernCapabilities: ClientCapabilities = {
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentLink: { tooltipSupport: true },
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
    completion: {
      completionItem: {
        documentationFormat: ['markdown', 'plaintext'],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
      },
    },
    rename: { prepareSupport: true },
    foldingRange: { lineFoldingOnly: true },
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
    synchronization: { willSaveWaitUntil: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  window: { workDoneProgress: true },
};

/** What a plain client says it can do: it can only be told. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs of the folders of the workspace. */
  readonly folders?: readonly string[];
  /** What the client answers when it is asked for its settings. */
  readonly settings?: unknown;
}

/** Sends null as null where the library would send a list that holds it: other clients do. */
class PlainWriter extends StreamMessageWriter {
  override write(message: Message & { params?: unknown }): Promise<void> {
    const { params } = message;
    const isNull = Array.isArray(params) && params.length === 1 && params[0] === null;
    return super.write(isNull ? ({ ...message, params: null } as Message) : message);
  }
}

/** A real client: the server runs in a process of its own and talks over its standard input and output. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly logs: LogMessageParams[] = [];
  readonly messages: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registered: Registration[] = [];
  readonly progress: { readonly token: ProgressToken; readonly value: { readonly kind: string } }[] = [];
  /** How often the server asked for diagnostics to be pulled again. */
  refreshed = 0;
  /** What else it asked to be asked for again. */
  readonly refreshedTitles: string[] = [];
  settings: unknown;
  initialized!: InitializeResult;
  readonly #listeners = new Set<() => void>();

  private constructor(process: ChildProcess) {
    this.process = process;
    this.exited = new Promise((resolve) => process.once('exit', resolve));
    // Whoever waits for an answer of a server that is gone would wait for ever.
    void this.exited.then(() => this.connection.dispose());
    this.connection = createProtocolConnection(
      new StreamMessageReader(process.stdout!),
      new PlainWriter(process.stdin!),
    );
    const heard = () => {
      for (const listener of this.#listeners) listener();
    };
    this.connection.onNotification('window/logMessage', (params: LogMessageParams) => {
      this.logs.push(params);
      heard();
    });
    this.connection.onNotification('window/showMessage', (params: LogMessageParams) => {
      this.messages.push(params.message);
      heard();
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      heard();
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshed++;
      heard();
      return null;
    });
    for (const what of ['codeLens', 'inlayHint', 'semanticTokens']) {
      this.connection.onRequest(`workspace/${what}/refresh`, () => {
        this.refreshedTitles.push(what);
        heard();
        return null;
      });
    }
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations);
      heard();
      return null;
    });
    this.connection.onRequest('window/workDoneProgress/create', ({ token }: WorkDoneProgressCreateParams) => {
      this.connection.onProgress(WorkDoneProgress.type, token, (value) => {
        this.progress.push({ token, value });
        heard();
      });
      return null;
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(() => this.settings ?? null),
    );
    this.connection.listen();
  }

  /** Starts a server and leaves it as it is before `initialize`. */
  static launch(t: TestContext): TestClient {
    const child = spawn(process.execPath, [entry, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const client = new TestClient(child);
    // A test that fails on its way must not leave a server behind.
    t.after(() => {
      client.connection.dispose();
      child.kill();
    });
    return client;
  }

  static async start(t: TestContext, options: ClientOptions = {}): Promise<TestClient> {
    const client = TestClient.launch(t);
    client.settings = options.settings;
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? modernCapabilities,
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  ask<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  tell(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(text: string, uri = 'file:///samples/%E5%A3%B0%E6%98%8E.statement'): Promise<OpenText> {
    await this.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'statement', version: 1, text },
    });
    return new OpenText(this, uri, text);
  }

  /** Waits until the condition holds, looking again whenever the server has said something. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      void this.exited.then(() => reject(new Error('The server has ended.')));
      const look = () => {
        if (!condition()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
    });
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exited;
  }
}

interface TextEdit {
  readonly range: PositionRange;
  readonly newText: string;
}

/** The client's side of an open document. */
export class OpenText {
  readonly client: TestClient;
  readonly uri: string;
  text: string;
  version = 1;

  constructor(client: TestClient, uri: string, text: string) {
    this.client = client;
    this.uri = uri;
    this.text = text;
  }

  get id() {
    return { uri: this.uri };
  }

  get lines(): LineTable {
    return new LineTable(this.text);
  }

  /** The range of the first place where these words stand. */
  rangeOf(words: string): PositionRange {
    const start = this.text.indexOf(words);
    if (start < 0) throw new Error(`The text does not hold “${words}”.`);
    return this.lines.toPositions({ start, end: start + words.length });
  }

  ask<R>(method: string, more: object = {}): Promise<R> {
    return this.client.ask<R>(method, { textDocument: this.id, ...more });
  }

  /** Applies edits as an editor does, and tells the server. */
  async edit(edits: readonly TextEdit[]): Promise<void> {
    const { lines } = this;
    const offsets = edits
      .map(({ range, newText }) => ({ ...lines.toOffsets(range), text: newText }))
      .sort((a, b) => a.start - b.start);
    this.text = applyEdits(this.text, offsets);
    this.version++;
    await this.client.tell('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: offsets.reverse().map((edit) => ({ range: lines.toPositions(edit), text: edit.text })),
    });
  }

  async pull(previousResultId?: string): Promise<{ kind: string; resultId?: string; items: Diagnostic[] }> {
    return this.ask('textDocument/diagnostic', { previousResultId });
  }
}
