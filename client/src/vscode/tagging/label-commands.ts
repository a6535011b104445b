import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { unitAround } from '../../annotations/units.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets } from '../language/offsets.ts';
import type { Readings } from '../reading/readings.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { TaggingActions } from './actions.ts';
import { partAround } from './cursor.ts';
import { pickLabel } from './label-pick.ts';

/** The commands that put a label on something: on what is selected, on what is at the cursor, on a section, on all. */
export function labelCommands(
  actions: TaggingActions,
  suggestions: Suggestions,
  readings: Readings,
): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  const here = () => {
    const editor = activeStatement();
    const tagged = editor && actions.taggable(editor.document);
    return editor && tagged && { editor, tagged };
  };
  /** Tags what is selected, or the unit at each cursor without a selection; one step of undo for each kind. */
  const tag = (
    editor: vscode.TextEditor,
    label: string,
    attributes?: Parameters<TaggingActions['tagRanges']>[3],
  ) => {
    const { document, selections } = editor;
    const waiting = suggestions.of(document).filter((suggestion) => suggestion.label === label);
    const accepted: string[] = [];
    const ranges: TextRange[] = [];
    for (const selection of selections) {
      const selected = toOffsets(document, selection);
      const suggestion = waiting.findLast(({ start, end }) =>
        selection.isEmpty
          ? start <= selected.start && selected.end <= end
          : start === selected.start && selected.end === end,
      );
      if (suggestion) accepted.push(suggestion.id);
      else if (!selection.isEmpty) ranges.push(selected);
      else {
        const range = unitHere(document, selected);
        if (range) ranges.push(range);
      }
    }
    if (accepted.length > 0) suggestions.accept(document, accepted);
    if (ranges.length > 0 || accepted.length === 0) actions.tagRanges(document, label, ranges, attributes);
  };
  /** The title of an instrument at a cursor, or the word there. */
  const unitHere = (document: vscode.TextDocument, at: TextRange): TextRange | null => {
    const title = suggestions
      .instruments(document)
      .find(({ start, end }) => start <= at.start && at.end <= end);
    return title ?? readings.find(document, at, (text, range) => unitAround(text, range, 'word'));
  };

  return vscode.Disposable.from(
    register('jiaozhu.tag', async () => {
      const at = here();
      const label = at && (await pickLabel(at.tagged, vscode.l10n.t('Label for the selected words')));
      if (at && label !== undefined) tag(at.editor, label);
    }),
    register('jiaozhu.tagWithKey', (pressed: unknown) => {
      const at = here();
      if (!at) return;
      const label = at.tagged.scheme.labels.find(({ key }) => key === String(pressed));
      if (label) tag(at.editor, label.id);
      else actions.say(vscode.l10n.t('No label has the key {0}.', String(pressed)));
    }),
    register('jiaozhu.repeatTag', () => {
      const at = here();
      const { last } = actions;
      if (at && last) tag(at.editor, last.label, { attributes: last.attributes });
      else if (at) actions.say(vscode.l10n.t('Nothing has been tagged yet that could be repeated.'));
    }),
    register('jiaozhu.tagSection', async () => {
      const at = here();
      if (!at) return;
      const { document, selection } = at.editor;
      const range = partAround(
        readings.parts(document),
        document.offsetAt(selection.active),
        document.getText().length,
      );
      const title = range.part
        ? vscode.l10n.t('Label for the section “{0}”', range.part.label)
        : vscode.l10n.t('Label for the section');
      const { version } = document;
      const label = await pickLabel(at.tagged, title);
      if (label === undefined || document.version !== version) return;
      actions.tagRanges(document, label, [headOf(document, range)], { scope: 'section' });
    }),
    register('jiaozhu.tagDocument', async () => {
      const at = here();
      const label = at && (await pickLabel(at.tagged, vscode.l10n.t('Label for the whole document')));
      if (at && label !== undefined) {
        actions.tagRanges(at.editor.document, label, [{ start: 0, end: 0 }], { scope: 'document' });
      }
    }),
  );
}

/** The heading or first words of a part of a document: what a tag of a section lies on; UTF-16 raw. */
export function headOf(document: vscode.TextDocument, { start, end }: TextRange): TextRange {
  const line = document.lineAt(document.positionAt(start));
  return { start, end: Math.min(end, document.offsetAt(line.range.end), start + longestHead) };
}

/** Of a part without a heading, so many UTF-16 units are enough to find it by. */
const longestHead = 60;
