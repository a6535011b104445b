import * as vscode from 'vscode';
import { exportTags } from './export-tags.ts';
import { importTags } from './import-tags.ts';
import type { ExchangeRooms } from './rooms.ts';

/** The commands by which tags go out to other tools, and come back. */
export function exchange(rooms: ExchangeRooms): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('jiaozhu.exportTags', () => exportTags(rooms)),
    vscode.commands.registerCommand('jiaozhu.importTags', () => importTags(rooms)),
  );
}
