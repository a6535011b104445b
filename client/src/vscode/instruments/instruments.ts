import * as vscode from 'vscode';
import type { TextFiles } from '../files.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { Readings } from '../reading/readings.ts';
import { keepCited } from './cited.ts';
import { instrumentCommands } from './commands.ts';
import { exportCitations } from './export.ts';
import { keepPreferences } from './preferences.ts';
import { markUnregistered } from './unregistered.ts';
import { instrumentsView } from './view.ts';

/** The list of the instruments that the active statement cites, its commands, and the export. */
export function instruments(
  client: StatementClient,
  readings: Readings,
  files: TextFiles,
  memory: vscode.Memento,
): vscode.Disposable {
  const cited = keepCited(client);
  const preferences = keepPreferences(memory);
  const view = instrumentsView(cited, readings, preferences);
  return vscode.Disposable.from(
    view,
    instrumentCommands(cited, preferences, view),
    vscode.commands.registerCommand('jiaozhu.exportCitations', () => exportCitations(cited, files)),
    markUnregistered(),
    preferences,
    cited,
  );
}
