import * as vscode from 'vscode';
import { exportTags } from './export-tags.ts';
import type { ExchangeRooms } from './rooms.ts';

/** The commands by which tags go out to other tools. */
export function exchange(rooms: ExchangeRooms): vscode.Disposable {
  return vscode.commands.registerCommand('jiaozhu.exportTags', () => exportTags(rooms));
}
