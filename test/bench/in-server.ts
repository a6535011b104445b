import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { cleaningRequest } from '../../server/src/protocol.ts';
import { withBundle } from './bundle.ts';
import type { Timing } from './measurement.ts';
import type { Script, TimedChange } from './script.ts';

/** What the real server was measured at. */
export interface ServerTimes {
  /** From sending each change until all that the server says of it has been received: its diagnostics, where they are new. */
  readonly changes: readonly TimedChange[];
  /** From opening the document to its first diagnostics: the first sitting's is the first work of the process. */
  readonly openings: readonly Timing[];
  /** From sending a change and asking for the outline to having received the outline. */
  readonly outlines: readonly Timing[];
}

const uri = 'file:///bench.statement';

/** Types the scripts into the real server, as it is shipped, in a process of its own, over its standard input and output. */
export function typeInServer(scripts: readonly Script[]): Promise<ServerTimes> {
  return withBundle('server/src/node/main.ts', async (bundle) => {
    const server = await Server.start(bundle);
    try {
      const sittings = scripts.flatMap((script) =>
        script.sittings.map((sitting) => ({ raw: script.raw, sitting })),
      );
      const changes: TimedChange[] = [];
      const openings: Timing[] = [];
      const outlines: Timing[] = [];
      for (const { raw, sitting } of sittings) {
        openings.push(await server.open(raw));
        for (const scripted of sitting) {
          changes.push({ ...scripted, timing: await server.change(scripted.change) });
        }
        if (outlines.length === 0) {
          for (const _ of sitting.slice(0, 100)) outlines.push(await server.outline());
        }
        await server.close();
      }
      return { changes, openings, outlines };
    } finally {
      await server.stop();
    }
  });
}

class Server {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #gone: Promise<never>;
  #version = 0;
  /** How many times diagnostics have come. */
  published = 0;

  private constructor(path: string) {
    this.#process = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#gone = new Promise((_, reject) => {
      this.#process.once('exit', (code) => reject(new Error(`The server ended (exit code ${code}).`)));
    });
    this.#gone.catch(() => {});
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', () => {
      this.published++;
    });
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      process.stderr.write(`The server says: ${message}\n`);
    });
    // Somebody must close the message that not all findings are shown.
    this.#connection.onRequest('window/showMessageRequest', () => null);
    this.#connection.listen();
  }

  /** A client that does not pull diagnostics, so that they are pushed. */
  static async start(path: string): Promise<Server> {
    const server = new Server(path);
    await server.#soon(
      server.#connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        capabilities: {
          textDocument: {
            publishDiagnostics: { versionSupport: true },
            documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          },
        },
        initializationOptions: { docsBase: 'file:///docs/rules/' },
      }),
    );
    await server.#connection.sendNotification('initialized', {});
    return server;
  }

  open(text: string): Promise<Timing> {
    this.#version = 1;
    return this.#untilTold('textDocument/didOpen', {
      textDocument: { uri, languageId: 'statement', version: 1, text },
    });
  }

  change(change: object): Promise<Timing> {
    this.#version++;
    return this.#untilTold('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [change],
    });
  }

  /** Types one character at the head and asks for the outline. */
  async outline(): Promise<Timing> {
    const at = { line: 4, character: 1 };
    const started = performance.now();
    const told = this.change({ range: { start: at, end: at }, text: '国' });
    await this.#soon(this.#connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }));
    const taken = { wall: performance.now() - started };
    await told;
    return taken;
  }

  async close(): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null) {
      await this.#connection.sendRequest('shutdown');
      await this.#connection.sendNotification('exit');
      await ended;
    }
    this.#connection.dispose();
  }

  /**
   * Diagnostics that are what they were are not sent again. So a question follows that is answered with nothing at
   * once, and, as everything is answered in order, after the diagnostics.
   */
  async #untilTold(method: string, params: object): Promise<Timing> {
    const started = performance.now();
    void this.#connection.sendNotification(method, params);
    await this.#soon(this.#connection.sendRequest(cleaningRequest, { textDocument: { uri, version: -1 } }));
    return { wall: performance.now() - started };
  }

  /** What is waited for, unless the server ends. */
  #soon<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#gone]);
  }
}
