import * as vscode from 'vscode';
import type { ReportStrings } from '../../reports/strings.ts';

/** The words of the page in the reader's language. The page itself fills in {0}. */
export function reportStrings(): ReportStrings {
  return {
    counting: vscode.l10n.t('Looking for statements…'),
    countedOf: vscode.l10n.t('Statements counted: {0} of {1}.'),
    cancelled: vscode.l10n.t('Cancelled.'),
    unread: vscode.l10n.t('Statements that could not be read, and are left out: {0}.'),
    tagsOf: vscode.l10n.t('Tags of'),
    everyone: vscode.l10n.t('Everyone together'),
    nobody: vscode.l10n.t('(no name)'),
    refresh: vscode.l10n.t('Count Anew'),
    saveCsv: vscode.l10n.t('Save as CSV…'),
    saveSvg: vscode.l10n.t('Save as SVG…'),
    pictureOf: vscode.l10n.t('Picture: {0}. The table beside it has the same figures.'),
    tableOf: vscode.l10n.t('Table: {0}'),
    pictureShows: vscode.l10n.t('The picture shows {0} of {1} rows.'),
    tableShows: vscode.l10n.t('The table shows the first {0} of {1} rows; the CSV has all.'),
    keys: vscode.l10n.t('The arrow keys lead from cell to cell, and Enter to the place in the text.'),
    noValue: vscode.l10n.t('none'),
  };
}
