import * as vscode from 'vscode';
import type { ProblemView } from '../../panel/state.ts';
import type { Trouble } from '../tagging/tagged-document.ts';

/** What keeps the tags from being kept, as the page shows it. */
export function problemView(trouble: Trouble): ProblemView {
  return { message: trouble.message, action: vscode.l10n.t('Open the Annotations File') };
}
