import * as vscode from 'vscode';
import type { StepParams } from '../../../../server/src/protocol.ts';
import { activeStatement } from './active-statement.ts';
import type { StatementClient } from './statement-client.ts';

/**
 * The commands that go to the next or previous section, item or paragraph. They move the cursor, which a screen
 * reader follows by itself; where there is no further one, a sentence in the status bar says so.
 */
export function stepCommands(client: StatementClient): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  // One press after another goes on from where the one before has led.
  let before: Promise<void> = Promise.resolve();
  const go = (unit: StepParams['unit'], direction: StepParams['direction']) => () => {
    before = before.catch(() => undefined).then(() => step(client, unit, direction));
    return before;
  };
  return vscode.Disposable.from(
    register('jiaozhu.nextSection', go('section', 'next')),
    register('jiaozhu.previousSection', go('section', 'previous')),
    register('jiaozhu.nextItem', go('item', 'next')),
    register('jiaozhu.previousItem', go('item', 'previous')),
    register('jiaozhu.nextParagraph', go('paragraph', 'next')),
    register('jiaozhu.previousParagraph', go('paragraph', 'previous')),
  );
}

async function step(
  client: StatementClient,
  unit: StepParams['unit'],
  direction: StepParams['direction'],
): Promise<void> {
  const editor = activeStatement();
  // The status bar tells of a server that is gone.
  if (!editor || !client.alive) return;
  const { document } = editor;
  const offset = document.offsetAt(editor.selection.active);
  const result = await client.step(document, { offset, unit, direction });
  if (!result) {
    vscode.window.setStatusBarMessage(
      direction === 'next' ? vscode.l10n.t('Nothing further on.') : vscode.l10n.t('Nothing further back.'),
      4000,
    );
    return;
  }
  // The text changed meanwhile: the place is no longer the one that was meant.
  if (result.version !== document.version) return;
  const place = document.positionAt(result.start);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
