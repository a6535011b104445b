import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { firstUnit, isUnit, type Unit, unitAround } from '../../annotations/units.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets, toRange } from '../language/offsets.ts';
import type { StatementClient } from '../language/statement-client.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from './actions.ts';

/**
 * The commands that select the word, clause, sentence or reference at each cursor, or those that a selection touches;
 * where a unit is selected already, or what they have selected, the one at its start, so that they also make it smaller.
 */
export function unitCommands(
  client: StatementClient,
  readings: Readings,
  actions: TaggingActions,
): vscode.Disposable {
  /** What these commands have selected last. */
  let made:
    | { readonly document: vscode.TextDocument; readonly version: number; readonly ranges: TextRange[] }
    | undefined;
  const isMade = (document: vscode.TextDocument, { start, end }: TextRange) =>
    made?.document === document &&
    made.version === document.version &&
    made.ranges.some((range) => range.start === start && range.end === end);
  const select = (
    editor: vscode.TextEditor,
    find: (range: TextRange) => TextRange | null | undefined,
    none: string,
  ) => {
    const { document } = editor;
    const found = editor.selections.map((selection) => find(toOffsets(document, selection)));
    if (!found.some(Boolean)) return actions.say(none);
    editor.selections = found.map((range, i) => {
      if (!range) return editor.selections[i]!;
      const { start, end } = toRange(document, range);
      return new vscode.Selection(start, end);
    });
    const ranges = found.filter((range) => range !== null && range !== undefined);
    made = { document, version: document.version, ranges };
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.Default);
    const words = ranges.map((range) => `“${shorten(readings.words(document, range), 24)}”`);
    actions.say(vscode.l10n.t('Selected: {0}', words.join(vscode.l10n.t(', '))));
  };
  const selectUnit = (unit: Unit, none: string) => () => {
    const editor = activeStatement();
    if (!editor) return;
    const { document } = editor;
    const find = (range: TextRange) =>
      readings.find(document, range, (text, within) =>
        range.start < range.end && (isMade(document, range) || isUnit(text, within))
          ? firstUnit(text, within, unit)
          : unitAround(text, within, unit),
      );
    select(editor, find, none);
  };
  const register = vscode.commands.registerCommand;
  const nothing = vscode.l10n.t('There are no words at the cursor.');
  return vscode.Disposable.from(
    register('jiaozhu.selectWord', selectUnit('word', nothing)),
    register('jiaozhu.selectClause', selectUnit('clause', nothing)),
    register('jiaozhu.selectSentence', selectUnit('sentence', nothing)),
    register('jiaozhu.selectReference', async () => {
      const editor = activeStatement();
      if (!editor) return;
      const { document } = editor;
      const cited = await client.instruments(document);
      if (cited && cited.version !== document.version) return;
      const mentions = [
        ...(cited?.cited ?? []).flatMap((each) => each.mentions),
        ...(cited?.unresolved ?? []),
      ];
      const find = (range: TextRange) =>
        mentions
          .filter(({ start, end }) => start <= range.start && range.end <= end)
          .sort((a, b) => a.end - a.start - (b.end - b.start))[0] ??
        mentions
          .filter(({ start, end }) => range.start <= start && end <= range.end)
          .sort((a, b) => a.start - b.start || b.end - a.end)[0];
      select(editor, find, vscode.l10n.t('No instrument is cited at the cursor.'));
    }),
  );
}
