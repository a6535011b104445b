import * as vscode from 'vscode';
import { cleaningCommands } from './language/cleaning.ts';
import { detectStatements } from './language/detection.ts';
import { createStatementClient } from './language/statement-client.ts';
import { statusItem } from './language/status-item.ts';
import type { Runtime } from './runtime.ts';

/** What the extension gives to other extensions: nothing yet. */
export type Extension = Record<string, never>;

/** Builds the extension's rooms and joins them; the same for every host. */
export async function startExtension(context: vscode.ExtensionContext, runtime: Runtime): Promise<Extension> {
  const client = createStatementClient(context, runtime);
  context.subscriptions.push(
    client,
    cleaningCommands(client),
    statusItem(client),
    detectStatements(),
    vscode.commands.registerCommand('jiaozhu.restartServer', () => client.restart()),
    vscode.commands.registerCommand('jiaozhu.showLog', () => client.showLog()),
  );
  // The views and tags need no server: it starts beside them, and its failure is told, not thrown.
  void client.start().catch((error) => {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The language server did not start: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  });
  return {};
}
