import * as vscode from 'vscode';
import { statementAt } from '../language/statement-pages.ts';
import { exportTags } from './export-tags.ts';
import { importTags } from './import-tags.ts';
import type { ExchangeRooms } from './rooms.ts';

/** The commands by which tags go out to other tools, and come back. */
export function exchange(rooms: ExchangeRooms): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('jiaozhu.exportTags', (place: unknown) =>
      exportTags(rooms, statementAt(place)),
    ),
    vscode.commands.registerCommand('jiaozhu.importTags', () => importTags(rooms)),
  );
}
