import * as vscode from 'vscode';
import type { AdjudicationStrings } from '../../adjudication/strings.ts';
import { panelStrings } from '../panel/strings.ts';

/** The page's words in the reader's language. The page itself fills in {0}. */
export function adjudicationStrings(): AdjudicationStrings {
  const { notSet, notInScheme, notANumber, removeAttribute } = panelStrings();
  return {
    title: vscode.l10n.t('Settling the Annotators’ Tags'),
    heading: vscode.l10n.t('Settle: {0}'),
    progress: vscode.l10n.t('settled: {0} of {1}; agreed on: {2}'),
    unfinished: vscode.l10n.t('Not marked as finished by: {0}'),
    comma: vscode.l10n.t(', '),
    undo: vscode.l10n.t('Undo'),

    differences: vscode.l10n.t('Differences'),
    listPlace: vscode.l10n.t('{0}–{1} of {2}'),
    show: vscode.l10n.t('Show'),
    listed: {
      open: vscode.l10n.t('Still Open'),
      settled: vscode.l10n.t('Settled'),
      agreed: vscode.l10n.t('Agreed'),
      all: vscode.l10n.t('All'),
    },
    withLabel: vscode.l10n.t('Label'),
    allLabels: vscode.l10n.t('All labels'),
    noneListed: vscode.l10n.t('There are none.'),
    allSettled: vscode.l10n.t('Nothing is open: all differences are settled.'),
    exportTags: vscode.l10n.t('Export…'),
    showReport: vscode.l10n.t('Show the Report'),
    state: {
      open: vscode.l10n.t('open'),
      settled: vscode.l10n.t('settled'),
      agreed: vscode.l10n.t('agreed on'),
    },
    changed: vscode.l10n.t('changed since it was settled'),
    aspect: aspectNames(),

    onDocument: vscode.l10n.t('The Whole Document'),
    noTag: vscode.l10n.t('No tag here'),
    removed: vscode.l10n.t('Settled once; the annotators have removed their tags since'),
    label: vscode.l10n.t('Label'),
    words: vscode.l10n.t('Words'),
    note: vscode.l10n.t('Note'),
    attributes: vscode.l10n.t('Attributes'),
    relations: vscode.l10n.t('Links'),
    chain: vscode.l10n.t('Chain'),
    differs: vscode.l10n.t('differs'),
    differ: vscode.l10n.t('differ'),
    taken: vscode.l10n.t('taken'),
    settled: vscode.l10n.t('What Is Settled'),
    settledAsNone: vscode.l10n.t('No tag here'),
    looseLinks: vscode.l10n.t('Links that lead to tags which were not taken, and are left out: {0}'),
    decision: {
      agreed: vscode.l10n.t('agreed on'),
      taken: vscode.l10n.t('{0} taken'),
      all: vscode.l10n.t('all taken'),
      neither: vscode.l10n.t('none taken'),
      edited: vscode.l10n.t('written anew'),
    },
    takenNone: vscode.l10n.t('no tag, as {0}'),
    decidedBy: vscode.l10n.t('{0}, by {1}, {2}'),
    decidedAt: vscode.l10n.t('{0}, {1}'),
    formerly: vscode.l10n.t('before: {0}'),

    take: vscode.l10n.t('Take {0}'),
    takeNone: vscode.l10n.t('No Tag, as {0}'),
    both: vscode.l10n.t('Both'),
    all: vscode.l10n.t('All of Them'),
    keep: vscode.l10n.t('Keep'),
    neither: vscode.l10n.t('Neither'),
    none: vscode.l10n.t('None of Them'),
    remove: vscode.l10n.t('Remove'),
    edit: vscode.l10n.t('Edit…'),
    previous: vscode.l10n.t('Previous'),
    next: vscode.l10n.t('Next'),
    toText: vscode.l10n.t('Show in the Text'),

    editTitle: vscode.l10n.t('Another Tag'),
    startEarlier: vscode.l10n.t('Begin a Character Earlier'),
    startLater: vscode.l10n.t('Begin a Character Later'),
    endEarlier: vscode.l10n.t('End a Character Earlier'),
    endLater: vscode.l10n.t('End a Character Later'),
    fromSelection: vscode.l10n.t('Use the Words Selected in the Text'),
    save: vscode.l10n.t('Settle It So'),
    cancel: vscode.l10n.t('Cancel'),
    fields: { notSet, notInScheme, notANumber, removeAttribute },
  };
}

/** In what tags differ, in a word or two. */
export function aspectNames(): AdjudicationStrings['aspect'] {
  return {
    missing: vscode.l10n.t('not tagged by all'),
    label: vscode.l10n.t('label differs'),
    span: vscode.l10n.t('words differ'),
    attributes: vscode.l10n.t('attributes differ'),
    note: vscode.l10n.t('note differs'),
    relations: vscode.l10n.t('links differ'),
    chain: vscode.l10n.t('chain differs'),
  };
}
