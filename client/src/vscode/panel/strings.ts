import * as vscode from 'vscode';
import type { PanelStrings } from '../../panel/messages.ts';

/** The page's words in the reader's language. The page itself fills in {0}. */
export function panelStrings(): PanelStrings {
  return {
    noStatement: vscode.l10n.t('Open a statement to tag it here.'),
    openFile: vscode.l10n.t('Open File'),
    palette: vscode.l10n.t('Labels'),
    nothingSelected: vscode.l10n.t('Select words, then choose a label.'),
    selected: vscode.l10n.t('“{0}”'),
    count: vscode.l10n.t('tags: {0}'),
    key: vscode.l10n.t('key {0}'),
    tagHere: vscode.l10n.t('Tag at the Cursor'),
    tagsHere: vscode.l10n.t('{0} Tags at the Cursor'),
    noTagAtCursor: vscode.l10n.t('None. Put the cursor on a tag to see its note.'),
    tagAtCursor: vscode.l10n.t('Tag: {0}'),
    label: vscode.l10n.t('Label'),
    note: vscode.l10n.t('Note'),
    notePlaceholder: vscode.l10n.t('Note'),
    reveal: vscode.l10n.t('Select the Words'),
    remove: vscode.l10n.t('Remove Tag'),
    undo: vscode.l10n.t('Undo Tagging'),
    redo: vscode.l10n.t('Redo Tagging'),
    orphans: vscode.l10n.t('Tags that have lost their words: {0}'),
  };
}
