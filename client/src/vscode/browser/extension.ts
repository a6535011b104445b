import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Extension, startExtension } from '../extension.ts';
import { clientId, clientName } from '../language/names.ts';

let running: Extension | undefined;

/** VS Code in a browser without a server calls this. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  running = await startExtension(context, {
    createClient(extension, options) {
      const program = vscode.Uri.joinPath(extension, 'dist/browser/server.js').toString(true);
      let worker: Worker | undefined;
      return new LanguageClient(
        clientId,
        clientName,
        async () => {
          worker?.terminate();
          worker = new Worker(program);
          // Not the worker itself: VS Code's host makes workers of a kind that the client does not know as such.
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      );
    },
    // A browser's file systems offer no rename that replaces at one stroke.
    replaceFile: async () => 'not-here',
    appendFile: async () => false,
  });
}

/** Called before the window closes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
