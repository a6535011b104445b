import type * as vscode from 'vscode';
import { type Extension, startExtension } from '../extension.ts';
import { createNodeClient } from './client.ts';
import { replaceFile } from './replace-file.ts';

/** VS Code on a desktop or a server calls this when a statement or a view of ours is first shown. */
export function activate(context: vscode.ExtensionContext): Promise<Extension> {
  return startExtension(context, { createClient: createNodeClient, replaceFile });
}
