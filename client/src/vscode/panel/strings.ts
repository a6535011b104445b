import * as vscode from 'vscode';
import type { PanelStrings } from '../../panel/strings.ts';

/** The page's words in the reader's language. The page itself fills in {0}. */
export function panelStrings(): PanelStrings {
  return {
    panel: vscode.l10n.t('Tagging'),
    noStatement: vscode.l10n.t('Open a statement to tag it here.'),
    openFile: vscode.l10n.t('Open File'),
    nothingSelected: vscode.l10n.t('Select words, then choose a label.'),
    selected: vscode.l10n.t('“{0}”'),
    undo: vscode.l10n.t('Undo Tagging'),
    redo: vscode.l10n.t('Redo Tagging'),
    orphans: vscode.l10n.t('Tags that have lost their words: {0}'),

    palette: vscode.l10n.t('Labels'),
    filterLabels: vscode.l10n.t('Filter labels'),
    noLabelFits: vscode.l10n.t('No label has these letters.'),
    count: vscode.l10n.t('tags: {0}'),
    pending: vscode.l10n.t('suggestions: {0}'),
    key: vscode.l10n.t('key {0}'),
    otherLabels: vscode.l10n.t('Other Labels'),
    unknownLabels: vscode.l10n.t('Not in the Scheme'),
    mapLabels: vscode.l10n.t('Map Unknown Labels…'),

    guideline: vscode.l10n.t('Guideline: {0}'),
    openGuideline: vscode.l10n.t('Show the Guideline'),
    noGuideline: vscode.l10n.t('Nobody has written a guideline for this label.'),
    plainGuideline: vscode.l10n.t(
      'Shown as it is written: this guideline is too long, or has too many marks, to be laid out.',
    ),
    close: vscode.l10n.t('Close'),

    tagHere: vscode.l10n.t('Tag at the Cursor'),
    tagsHere: vscode.l10n.t('{0} Tags at the Cursor'),
    noTagAtCursor: vscode.l10n.t('None. Put the cursor on a tag to see its note.'),
    moreTags: vscode.l10n.t('And {0} more, around these.'),
    tagAtCursor: vscode.l10n.t('Tag: {0}'),
    wider: vscode.l10n.t('On the Section and the Document'),
    onSection: vscode.l10n.t('on the section'),
    onDocument: vscode.l10n.t('on the document'),
    label: vscode.l10n.t('Label'),
    note: vscode.l10n.t('Note'),
    notePlaceholder: vscode.l10n.t('Note'),
    reveal: vscode.l10n.t('Select the Words'),
    remove: vscode.l10n.t('Remove Tag'),
    fragments: vscode.l10n.t('{0} fragments'),
    made: vscode.l10n.t('{0}, {1}'),
    suggested: vscode.l10n.t('Suggested'),
    accept: vscode.l10n.t('Accept'),
    reject: vscode.l10n.t('Reject'),

    notSet: vscode.l10n.t('not set'),
    notInScheme: vscode.l10n.t('“{0}”, which the label scheme does not know'),
    notANumber: vscode.l10n.t('This is no number. Write it in digits, such as 12 or 0.5.'),
    removeAttribute: vscode.l10n.t('Remove: {0}'),

    links: vscode.l10n.t('Links'),
    linkTo: vscode.l10n.t('Link…'),
    backlinks: vscode.l10n.t('Links from Elsewhere'),
    removeLink: vscode.l10n.t('Remove the link: {0}, “{1}”'),
    targetGone: vscode.l10n.t('a tag that is gone'),
    chain: vscode.l10n.t('Chain “{0}”, tags: {1}'),
    leaveChain: vscode.l10n.t('Leave the Chain'),

    queue: vscode.l10n.t('Suggestions'),
    queuePlace: vscode.l10n.t('{0}–{1} of {2}'),
    noSuggestions: vscode.l10n.t('No suggestion is waiting.'),
    suggestionsOf: vscode.l10n.t('Suggestions of Label'),
    allLabels: vscode.l10n.t('All labels'),
    acceptInSection: vscode.l10n.t('Accept all “{0}” in this section ({1})'),
    acceptInDocument: vscode.l10n.t('Accept all “{0}” in the document ({1})'),
    carriedOver: vscode.l10n.t('carried over from “{0}”'),
    toSpeaker: vscode.l10n.t('Show Who Says It'),

    progress: vscode.l10n.t('Progress'),
    reviewedOf: vscode.l10n.t('reviewed: {0} of {1}'),
    noParts: vscode.l10n.t('No sections are known.'),
    reviewed: vscode.l10n.t('reviewed'),
    finished: vscode.l10n.t('document finished'),
    notReviewed: vscode.l10n.t('not reviewed'),
  };
}
