import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientSupport } from './client-support.ts';
import type { Runtime } from './runtime.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

const SECTION = 'jiaozhu';

/** A client that is slow to tell its settings is not waited for longer than this. */
const PATIENCE_MS = 500;

/** The settings of each open document, asked of the client where it can be asked. */
export class Configuration {
  readonly #connection: Connection;
  readonly #runtime: Runtime;
  readonly #client: ClientSupport;
  readonly #onChange: (uri: string) => void;
  readonly #settings = new Map<string, Settings>();
  readonly #asked = new Map<string, Promise<void>>();
  /** What a client sends that cannot be asked. */
  #pushed = defaultSettings;
  #revision = 0;

  constructor(
    connection: Connection,
    runtime: Runtime,
    client: ClientSupport,
    onChange: (uri: string) => void,
  ) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.#client = client;
    this.#onChange = onChange;
  }

  /** Changes whenever a setting may have. */
  get revision(): number {
    return this.#revision;
  }

  of(uri: string): Settings {
    return this.#settings.get(uri) ?? this.#pushed;
  }

  /** When the settings of a document are known, or have been waited for long enough. */
  async settled(uri: string): Promise<void> {
    await this.#asked.get(uri);
  }

  /** The client is ready to be asked. */
  start(): void {
    if (!this.#client.configuration || !this.#client.registersConfiguration) return;
    this.#connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch((error) => this.#connection.console.error(`Settings will not be followed: ${String(error)}`));
  }

  open(uri: string): void {
    if (this.#client.configuration) this.#ask(uri);
  }

  close(uri: string): void {
    this.#settings.delete(uri);
    this.#asked.delete(uri);
  }

  /** The client says that settings have changed; some send them along. */
  changed(settings: unknown, open: readonly string[]): void {
    if (this.#client.configuration) {
      for (const uri of open) this.#ask(uri);
      return;
    }
    const section =
      typeof settings === 'object' && settings !== null
        ? (settings as Record<string, unknown>)[SECTION]
        : undefined;
    this.#pushed = this.#read(section);
    this.#revision++;
    for (const uri of open) this.#onChange(uri);
  }

  #ask(uri: string): void {
    const isLast = () => this.#asked.get(uri) === asked;
    const answered = this.#connection.workspace
      .getConfiguration({ scopeUri: uri, section: SECTION })
      .then((value: unknown) => {
        // The document may be closed by now, or opened again; or a later answer may have overtaken this one.
        if (!isLast()) return;
        const settings = this.#read(value);
        const before = JSON.stringify(this.of(uri));
        this.#settings.set(uri, settings);
        if (JSON.stringify(settings) === before) return;
        this.#revision++;
        this.#onChange(uri);
      })
      .catch((error) => this.#connection.console.error(`The settings could not be read: ${String(error)}`));
    const late = new Promise<void>((resolve) => this.#runtime.setTimeout(resolve, PATIENCE_MS));
    const asked = Promise.race([answered, late]);
    this.#asked.set(uri, asked);
  }

  #read(value: unknown): Settings {
    return readSettings(value, (problem) => this.#connection.console.warn(problem));
  }
}
