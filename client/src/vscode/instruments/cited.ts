import * as vscode from 'vscode';
import type { InstrumentsResult } from '../../../../server/src/protocol.ts';
import { activeStatement, isStatement } from '../language/active-statement.ts';
import type { StatementClient } from '../language/statement-client.ts';

/** How long to wait after a change before the server is asked anew, in ms. */
const pause = 300;

/** What the active statement cites. */
export interface Cited {
  readonly document: vscode.TextDocument;
  readonly result: InstrumentsResult;
}

/** Keeps what the active statement cites, as long as somebody looks. */
export interface CitedInActive extends vscode.Disposable {
  /** Undefined where no statement is active, or the server has not answered yet. May be a change behind. */
  readonly current: Cited | undefined;
  /** What the active statement cites as it is now; undefined where the server does not answer. */
  fresh(): Promise<Cited | undefined>;
  /** Whether somebody looks. */
  watch(watched: boolean): void;
  readonly onDidChange: vscode.Event<void>;
}

/** Asks the server when another statement is active, some time after a change, and when it has read more. */
export function keepCited(client: StatementClient): CitedInActive {
  const changed = new vscode.EventEmitter<void>();
  let current: Cited | undefined;
  let watched = false;
  let timer: NodeJS.Timeout | undefined;

  const put = (cited: Cited | undefined) => {
    current = cited;
    changed.fire();
  };
  const ask = async () => {
    const document = activeStatement()?.document;
    if (!document) return undefined;
    const result = await client.instruments(document);
    // The change that made an answer old asks again.
    if (result?.version !== document.version || activeStatement()?.document !== document) return undefined;
    put({ document, result });
    return current;
  };
  /** Asks again where the text was changed while the server answered. */
  const askUntilFresh = async () => {
    const fresh = await ask();
    return fresh ?? (activeStatement() ? ask() : undefined);
  };
  const askSoon = (delay: number) => {
    clearTimeout(timer);
    if (watched) timer = setTimeout(() => void ask(), delay);
  };
  const follow = () => {
    const document = activeStatement()?.document;
    if (current?.document === document) return;
    put(undefined);
    askSoon(0);
  };
  const listeners = vscode.Disposable.from(
    changed,
    client.onStarted(() => askSoon(0)),
    client.onStatus(({ uri }) => {
      // More may be known of the same text: a long one is read in slices, and a registry may change.
      if (vscode.Uri.parse(uri).toString() === activeStatement()?.document.uri.toString()) askSoon(pause);
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    // A document becomes a statement by being opened anew.
    vscode.workspace.onDidOpenTextDocument((document) => isStatement(document) && follow()),
    vscode.workspace.onDidCloseTextDocument((document) => document === current?.document && follow()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document === activeStatement()?.document) askSoon(pause);
    }),
  );
  return {
    get current() {
      return current;
    },
    fresh: askUntilFresh,
    watch(now) {
      if (watched === now) return;
      watched = now;
      askSoon(0);
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}
