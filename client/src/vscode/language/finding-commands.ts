import * as vscode from 'vscode';
import { sicLabelId } from '../../annotations/labels.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import { placeOf } from './place.ts';

/** What can be done about a finding beside mending it: the commands that the server's quick-fixes name. */
export function findingCommands(extensionId: string, actions: TaggingActions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('jiaozhu.leaveAsPrinted', async (given?: unknown) => {
      const place = await placeOf(given);
      if (place) actions.tagRanges(place.editor.document, sicLabelId, [place.range]);
    }),
    vscode.commands.registerCommand('jiaozhu.changeLevel', (rule?: unknown) =>
      vscode.commands.executeCommand(
        'workbench.action.openSettings',
        typeof rule === 'string' ? `@id:jiaozhu.rules.${rule}` : `@ext:${extensionId} jiaozhu.rules`,
      ),
    ),
  );
}
