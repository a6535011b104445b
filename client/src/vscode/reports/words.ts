import * as vscode from 'vscode';
import type { ReportWords } from '../../reports/report-words.ts';

/** The words of the figures in the reader's language. */
export function reportWords(): ReportWords {
  const together = vscode.l10n.t('Instruments Cited Together');
  const pairs = vscode.l10n.t('Pairs of Instruments');
  return {
    titles: {
      'labels-by-section': vscode.l10n.t('Labels by Section'),
      'labels-by-statement': vscode.l10n.t('Labels by Statement'),
      'agreement-by-label': vscode.l10n.t('Agreement by Label'),
      confusions: vscode.l10n.t('Confusions of Labels'),
      'instruments-by-date': vscode.l10n.t('Instruments by Date of Signature'),
      'instruments-by-statement': vscode.l10n.t('Instruments by Statement'),
      'undated-instruments': vscode.l10n.t('Instruments without a Date'),
      'co-citation-in-sections': together,
      'co-citation-in-statements': together,
      'pairs-in-sections': pairs,
      'pairs-in-statements': pairs,
    },
    meanings: {
      'labels-by-section': vscode.l10n.t(
        'How many tags of each label begin in each section: accepted tags that have their words, and those of the section and of the whole document.',
      ),
      'labels-by-statement': vscode.l10n.t(
        'How many tags of each label each statement has: accepted tags that have their words, and those of sections and of the whole document.',
      ),
      'agreement-by-label': vscode.l10n.t(
        'How well annotators agree, over what two or more of them have finished: F1 of tags with the same label on the same words, or on words in common; κ, α and AC1 by the character, blanks aside; α_U of where the tags lie. 1 is full agreement, 0 what chance would give (of F1: none).',
      ),
      confusions: vscode.l10n.t(
        'Which label one annotator has where another has which: each tag is paired with the one that shares most of its words. On the diagonal they agree. Of more than two annotators all pairs are added up. The numbers over the columns are those of the rows.',
      ),
      'instruments-by-date': vscode.l10n.t(
        'When the instruments that are cited were signed or adopted, by the registry; hollow dots: as the text says that cites them. A date to the year or the month is a line as long as that. The larger the dot, the more mentions.',
      ),
      'instruments-by-statement': vscode.l10n.t(
        'Which statement cites instruments of which dates. The statements stand by their own dates, as their date lines, titles and closings tell them.',
      ),
      'undated-instruments': vscode.l10n.t(
        'Instruments that stand on no time line: no date is guessed. A date can be added to the folder’s own instruments.',
      ),
      'co-citation-in-sections': vscode.l10n.t(
        'In how many sections two instruments are cited both, however often in each. The numbers over the columns are those of the rows.',
      ),
      'co-citation-in-statements': vscode.l10n.t(
        'In how many statements two instruments are cited both, however often in each. The numbers over the columns are those of the rows.',
      ),
      'pairs-in-sections': vscode.l10n.t(
        'The same as a list: the two instruments, and how many sections cite both. The picture shows the first.',
      ),
      'pairs-in-statements': vscode.l10n.t(
        'The same as a list: the two instruments, and how many sections and how many statements cite both. The picture shows the first.',
      ),
    },
    columns: {
      section: vscode.l10n.t('Section'),
      statement: vscode.l10n.t('Statement'),
      statement_date: vscode.l10n.t('Date of the Statement'),
      tags: vscode.l10n.t('All Tags'),
      label: vscode.l10n.t('Label'),
      f1_exact: vscode.l10n.t('F1, same words'),
      f1_overlapping: vscode.l10n.t('F1, words in common'),
      cohen_kappa: vscode.l10n.t('Cohen’s κ'),
      krippendorff_alpha: vscode.l10n.t('Krippendorff’s α'),
      gwet_ac1: vscode.l10n.t('Gwet’s AC1'),
      alpha_u: vscode.l10n.t('Krippendorff’s α_U'),
      instrument: vscode.l10n.t('Instrument'),
      identity: vscode.l10n.t('Identity'),
      date: vscode.l10n.t('Signed or Adopted'),
      date_from: vscode.l10n.t('Date From'),
      reason: vscode.l10n.t('Why'),
      mentions: vscode.l10n.t('Mentions'),
      statements: vscode.l10n.t('Statements'),
      sections: vscode.l10n.t('Sections'),
      first: vscode.l10n.t('Instrument'),
      second: vscode.l10n.t('Cited With'),
    },
    wholeDocument: vscode.l10n.t('The Whole Document'),
    outside: vscode.l10n.t('Before the First Part'),
    nobody: vscode.l10n.t('(no name)'),
    separator: vscode.l10n.t(', '),
    allLabels: vscode.l10n.t('All Labels'),
    notTagged: vscode.l10n.t('(not tagged)'),
    confusionsOf: vscode.l10n.t('Confusions of Labels: {0} (rows) and {1} (columns)'),
    compared: vscode.l10n.t('Compared: {0}. Statements: {1}; characters: {2}.'),
    leftOut: vscode.l10n.t('Statements of which no two have finished the same part, left out: {0}.'),
    oneAnnotator: vscode.l10n.t(
      'Only one annotator has tagged: {0}. Another one sets a name of their own (jiaozhu.annotator) and tags the same statement; then both are compared.',
    ),
    notFinished: vscode.l10n.t(
      'Nothing can be compared yet: no two of {0} have finished the same section. “Mark Section as Reviewed” and “Mark the Document as Finished” say what is done; what is not marked does not count as left untagged on purpose.',
    ),
    mostUsed: vscode.l10n.t('Only the {0} labels that are used most are crossed, of {1}.'),
    fromRegistry: vscode.l10n.t('registry'),
    fromText: vscode.l10n.t('text'),
    noDate: vscode.l10n.t('neither the registry nor the text tells its date'),
    datesDiffer: vscode.l10n.t('statements tell different dates: {0}'),
    noTags: vscode.l10n.t(
      'Nothing is tagged yet. Select words in a statement and press the key of a label, or accept suggestions; then count anew.',
    ),
    noStatements: vscode.l10n.t(
      'There is no statement in this folder. Statements end in .statement or .statement.txt, or their names say what they are, such as 联合声明.',
    ),
    noInstruments: vscode.l10n.t('No instrument is cited, or none that is known by its name.'),
    noDatedInstruments: vscode.l10n.t('Of none of the instruments that are cited is a date known.'),
    noPairs: vscode.l10n.t('No two instruments are cited together.'),
    undated: vscode.l10n.t('Without a date, and listed apart: {0}.'),
    undatedStatements: vscode.l10n.t('Statements that tell no date of their own, and stand last: {0}.'),
    mostCited: vscode.l10n.t('Only the {0} instruments that are cited most are crossed, of {1}.'),
  };
}
