import type * as vscode from 'vscode';
import { type Extension, startExtension } from '../extension.ts';
import { appendFile } from './append-file.ts';
import { createNodeClient } from './client.ts';
import { replaceFile } from './replace-file.ts';

let running: Extension | undefined;

/** VS Code on a desktop or a server calls this when a statement or a view of ours is first shown. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  running = await startExtension(context, { createClient: createNodeClient, replaceFile, appendFile });
}

/** Called before the window closes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
