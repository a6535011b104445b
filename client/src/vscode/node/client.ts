import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName } from '../language/names.ts';

/** The language server in a process of its own. */
export function createNodeClient(extension: vscode.Uri, options: LanguageClientOptions): LanguageClient {
  const module = vscode.Uri.joinPath(extension, 'dist/server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    clientId,
    clientName,
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    options,
  );
}
