import * as vscode from 'vscode';
import { isStatement } from './active-statement.ts';
import type { StatementClient } from './statement-client.ts';

/** What is asked about each open statement, and what becomes of the answers. */
export interface Question<Answer> {
  /** How long a text must have rested after a change, in milliseconds. */
  readonly pause: number;
  ask(document: vscode.TextDocument): Promise<Answer | null>;
  /** The answer is about the document as it is now. */
  take(document: vscode.TextDocument, answer: Answer): void;
  /** The document was closed. */
  forget(document: vscode.TextDocument): void;
}

export interface AskedDocuments extends vscode.Disposable {
  /** Asks about a statement at once. */
  ask(document: vscode.TextDocument): void;
}

/** Asks the server when a statement opens, when its text has rested, and when the server starts anew. */
export function askAboutDocuments<Answer extends { readonly version: number }>(
  client: StatementClient,
  question: Question<Answer>,
): AskedDocuments {
  const waiting = new Map<string, NodeJS.Timeout>();

  const ask = async (document: vscode.TextDocument) => {
    const answer = await question.ask(document);
    // An answer about an older version is dropped: the change that made it old has asked again.
    if (!answer || answer.version !== document.version || document.isClosed) return;
    question.take(document, answer);
  };
  const askSoon = (document: vscode.TextDocument, delay: number) => {
    if (!isStatement(document)) return;
    const name = document.uri.toString();
    clearTimeout(waiting.get(name));
    waiting.set(
      name,
      setTimeout(() => {
        waiting.delete(name);
        void ask(document);
      }, delay),
    );
  };
  const listeners = vscode.Disposable.from(
    client.onStarted(() => {
      for (const document of vscode.workspace.textDocuments) askSoon(document, 0);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => askSoon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) askSoon(document, question.pause);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const name = document.uri.toString();
      clearTimeout(waiting.get(name));
      waiting.delete(name);
      question.forget(document);
    }),
  );

  return {
    ask: (document) => askSoon(document, 0),
    dispose() {
      listeners.dispose();
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
