import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { StatementDocument } from '../document.ts';
import type { Documents } from '../documents.ts';
import type { CodeActionContext } from '../features/code-actions.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { StatementService } from '../service.ts';
import type { TextChange } from '../text/changes.ts';
import type { WorkspaceIndex } from '../workspace/workspace-index.ts';
import { CatchingUp } from './catching-up.ts';
import { type ClientSupport, clientSupport } from './client-support.ts';
import { Configuration } from './configuration.ts';
import { Diagnostics } from './diagnostics.ts';
import { FirstReadings } from './first-reading.ts';
import type { Runtime } from './runtime.ts';
import { SecondReadings } from './second-reading.ts';
import { StatusReports } from './status.ts';
import { TokenHistory } from './token-history.ts';
import { Workspace } from './workspace.ts';

/** What stays the same from `initialize` on: what the client can do and wants, and what follows from it. */
export class Session {
  readonly client: ClientSupport;
  readonly options: InitializationOptions;
  readonly configuration: Configuration;
  readonly diagnostics: Diagnostics;
  readonly tokens = new TokenHistory();
  readonly workspace: Workspace;
  readonly #service: StatementService;
  readonly #readings: FirstReadings;
  readonly #catchingUp: CatchingUp;
  readonly #secondReadings: SecondReadings;
  readonly #status: StatusReports | undefined;
  /** The commands of its own that the client lets actions and lenses name. */
  readonly commands: ReadonlySet<string>;

  constructor(
    connection: Connection,
    runtime: Runtime,
    service: StatementService,
    documents: Documents,
    params: Pick<InitializeParams, 'capabilities' | 'initializationOptions' | 'workspaceFolders' | 'rootUri'>,
  ) {
    this.#service = service;
    const client = clientSupport(params.capabilities ?? {});
    this.client = client;
    this.options = readOptions(params.initializationOptions);
    this.commands = new Set(this.options.commands);
    this.configuration = new Configuration(connection, runtime, client, (uri) => {
      const document = documents.get(uri);
      if (document === undefined) return;
      document.readAs(this.configuration.of(uri).reading);
      this.viewChanged(document);
    });
    const { configuration } = this;
    const { docsBase } = this.options;
    this.diagnostics = new Diagnostics({
      connection,
      runtime,
      client,
      service,
      configuration,
      documents,
      docsBase,
    });
    this.#readings = new FirstReadings(connection, runtime, client);
    this.#catchingUp = new CatchingUp(
      runtime,
      documents,
      (document) => this.viewChanged(document),
      (message) => connection.console.error(message),
    );
    this.#secondReadings = new SecondReadings({
      runtime,
      documents,
      ready: (document) => this.ready(document),
      onRead: (document) => this.workspace.rested(document),
      onChange: (document) => this.diagnostics.viewChanged(document, this.ready(document)),
      onFailure: (message) => connection.console.error(message),
    });
    this.workspace = new Workspace({
      connection,
      runtime,
      client,
      service,
      documents,
      params,
      files: runtime.files(this.options),
      checksSchemas: this.options.checksSchemas === true,
      onInstruments: (document) => {
        this.viewChanged(document);
        this.#secondReadings.changed(document);
        this.#refreshTitles(connection);
      },
    });
    this.#status =
      this.options.status === true
        ? new StatusReports(connection, runtime, service, this.diagnostics)
        : undefined;
  }

  /** When questions about the document can be answered in full. */
  async ready(document: StatementDocument): Promise<void> {
    await this.configuration.settled(document.uri);
    await this.workspace.settled(document);
    await this.#readings.settled(document);
  }

  /** All statements of the workspace. */
  get index(): WorkspaceIndex {
    return this.workspace.index;
  }

  opened(document: StatementDocument): void {
    this.workspace.opened(document);
    document.readAs(this.configuration.of(document.uri).reading);
    this.configuration.open(document.uri);
    this.#readings.open(document);
    this.textChanged(document, []);
  }

  /** The text of the document has changed as `changes` say. */
  textChanged(document: StatementDocument, changes: readonly TextChange[]): void {
    this.diagnostics.textChanged(document, changes, this.ready(document));
    this.#catchingUp.changed(document);
    this.#secondReadings.changed(document);
    this.#status?.changed(document);
  }

  /** Not the text has changed but what is to be shown of it. */
  viewChanged(document: StatementDocument): void {
    this.diagnostics.viewChanged(document, this.ready(document));
    this.#status?.changed(document);
  }

  /** Other instruments are known than when the client last asked how to show their titles. */
  #refreshTitles(connection: Connection): void {
    const { refreshesLenses, refreshesHints, refreshesTokens } = this.client;
    for (const [wanted, request] of [
      [refreshesLenses, CodeLensRefreshRequest.type],
      [refreshesHints, InlayHintRefreshRequest.type],
      [refreshesTokens, SemanticTokensRefreshRequest.type],
    ] as const) {
      // A client that refuses will ask when the text changes.
      if (wanted) connection.sendRequest(request.method).catch(() => {});
    }
  }

  closed(document: StatementDocument): void {
    this.configuration.close(document.uri);
    this.workspace.closed(document);
    this.diagnostics.closed(document);
    this.#secondReadings.closed(document.uri);
    this.#status?.closed(document.uri);
    this.tokens.close(document.uri);
  }

  codeActionContext(document: StatementDocument): CodeActionContext {
    const file = this.workspace.instruments.fileFor(document.uri);
    return {
      ...(file === undefined ? {} : { instrumentsFile: { ...file, registry: document.registry } }),
      snapshot: document,
      service: this.#service,
      options: { ...this.diagnostics.options(document), reading: true },
      support: {
        versioned: this.client.versionedEdits,
        annotated: this.client.annotatedEdits,
        createsFiles: this.client.createsFiles,
        resolvesEdit: this.client.resolvesCodeActionEdit,
        commands: this.commands,
        cleanOnSave: this.configuration.of(document.uri).cleanOnSave,
      },
    };
  }
}

function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { locale, docsBase, status, commands, cacheFolder, readsFiles, checksSchemas } = value as Record<
    string,
    unknown
  >;
  return {
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(typeof docsBase === 'string' ? { docsBase } : {}),
    ...(typeof status === 'boolean' ? { status } : {}),
    ...(typeof cacheFolder === 'string' ? { cacheFolder } : {}),
    ...(typeof readsFiles === 'boolean' ? { readsFiles } : {}),
    ...(typeof checksSchemas === 'boolean' ? { checksSchemas } : {}),
    ...(Array.isArray(commands) ? { commands: commands.filter((name) => typeof name === 'string') } : {}),
  };
}
