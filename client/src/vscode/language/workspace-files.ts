import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FindStatementsParams,
  findStatementsRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../../../server/src/protocol.ts';
import { isStatementOf } from '../../../../server/src/workspace/statement-place.ts';

/** As many as a server that looks by itself takes. */
const mostStatements = 20_000;

/** Reads files for a server that sees none itself. */
export function readFilesFor(client: BaseLanguageClient): void {
  client.onRequest(findStatementsRequest, async ({ folder }: FindStatementsParams) => {
    const place = vscode.Uri.parse(folder, true);
    const pattern = new vscode.RelativePattern(place, '**/*.{statement,txt}');
    const files = await vscode.workspace.findFiles(pattern, '**/node_modules/**', 10 * mostStatements);
    return files
      .map(String)
      .filter((uri) => isStatementOf(String(place), uri))
      .slice(0, mostStatements);
  });
  client.onRequest(readFileRequest, async ({ uri, most }: ReadFileParams) => {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
      return base64Of(bytes.subarray(0, most));
    } catch {
      return null;
    }
  });
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  // So many arguments at a time any engine takes.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
