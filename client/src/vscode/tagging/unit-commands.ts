import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Unit, unitAround } from '../../annotations/units.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets, toRange } from '../language/offsets.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from './actions.ts';

/** The commands that select the word, clause, sentence or reference at each cursor, or those that a selection touches. */
export function unitCommands(
  client: StatementClient,
  readings: Readings,
  actions: TaggingActions,
): vscode.Disposable {
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
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.Default);
  };
  const selectUnit = (unit: Unit, none: string) => () => {
    const editor = activeStatement();
    if (!editor) return;
    const find = (range: TextRange) =>
      readings.find(editor.document, range, (text, within) => unitAround(text, within, unit));
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
          .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
      select(editor, find, vscode.l10n.t('No instrument is cited at the cursor.'));
    }),
  );
}
