import * as vscode from 'vscode';
import { activeStatement } from '../language/active-statement.ts';
import { cursorIn } from '../tagging/cursor.ts';
import { pickLabel } from '../tagging/label-pick.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import type { TaggingPanel } from './tagging-panel.ts';

/** The commands that lead into the panel. */
export function panelCommands(documents: TaggedDocuments, panel: TaggingPanel): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    // Of the label that a link names, or of the tag at the cursor; else of a label that is chosen.
    register('jiaozhu.showGuideline', async (given?: unknown) => {
      const tagged = documents.of(activeStatement()?.document);
      if (!tagged) return;
      if (typeof given === 'string') return panel.showGuideline(given);
      const label =
        cursorIn(documents)?.tag?.label ??
        (await pickLabel(tagged, vscode.l10n.t('Guideline of which label?')));
      if (label !== undefined) await panel.toggleGuideline(label);
    }),
    register('jiaozhu.closeGuideline', () => panel.closeGuideline()),
    register('jiaozhu.showSuggestions', () => panel.showPart('queue')),
    register('jiaozhu.showProgress', () => panel.showPart('progress')),
  );
}
