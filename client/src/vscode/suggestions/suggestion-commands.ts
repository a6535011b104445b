import * as vscode from 'vscode';
import { labelOf } from '../../annotations/labels.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets, toRange } from '../language/offsets.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { settingsOf } from '../settings.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import { partAround } from '../tagging/cursor.ts';
import { nameOf } from '../tagging/label-name.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import { currentSuggestion, nextSuggestion, stepFrom } from './suggestion-order.ts';
import type { PendingSuggestion, Suggestions } from './suggestions.ts';

/** The commands that lead through the suggestions and decide on them. The one that is meant is selected in the text. */
export function suggestionCommands(
  suggestions: Suggestions,
  documents: TaggedDocuments,
  readings: Readings,
  actions: TaggingActions,
): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  /** The one that was selected last: of several on the same words it is the one that is meant. */
  let selected: string | undefined;

  const current = (editor: vscode.TextEditor) =>
    currentSuggestion(
      suggestions.of(editor.document),
      toOffsets(editor.document, editor.selection),
      selected,
    );
  const go = (editor: vscode.TextEditor, suggestion: PendingSuggestion | undefined) => {
    if (!suggestion) return actions.say(whyNone(editor.document));
    const { document } = editor;
    selected = suggestion.id;
    const { start, end } = toRange(document, suggestion);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    actions.say(announcement(document, suggestion));
  };
  const announcement = (document: vscode.TextDocument, suggestion: PendingSuggestion) => {
    const scheme = documents.of(document)?.scheme;
    const label = scheme ? nameOf(labelOf(scheme, suggestion.label)) : suggestion.label;
    const said = vscode.l10n.t('Suggestion: “{0}”, {1}', shorten(suggestion.text, 24), label);
    const left = vscode.l10n.t('suggestions left: {0}', suggestions.of(document).length);
    const separator = vscode.l10n.t(', ');
    const { speaker } = suggestion.attributes;
    if (speaker === undefined) return [said, left].join(separator);
    const who = suggestion.inherited
      ? vscode.l10n.t(
          'said by {0}, inherited from “{1}”',
          String(speaker),
          shorten(readings.words(document, suggestion.inherited), 16),
        )
      : vscode.l10n.t('said by {0}', String(speaker));
    return [said, who, left].join(separator);
  };
  const step = (by: 1 | -1) => () => {
    const editor = activeStatement();
    if (!editor) return;
    const { document } = editor;
    const waiting = suggestions.of(document);
    const from = stepFrom(waiting, toOffsets(document, editor.selection), selected);
    go(editor, nextSuggestion(waiting, from, by));
  };
  /** Decides on the suggestion at the cursor, and goes to the next one; without one at the cursor, goes there first. */
  const decide = (act: (editor: vscode.TextEditor, suggestion: PendingSuggestion) => void) => () => {
    const editor = activeStatement();
    if (!editor) return;
    const { document } = editor;
    const suggestion = current(editor);
    if (!suggestion) return step(1)();
    const before = suggestions.of(document).length;
    act(editor, suggestion);
    // Nothing could be decided: why has been said.
    if (suggestions.of(document).length === before) return;
    go(editor, nextSuggestion(suggestions.of(document), suggestion, 1));
  };

  return vscode.Disposable.from(
    register('jiaozhu.nextSuggestion', step(1)),
    register('jiaozhu.previousSuggestion', step(-1)),
    register(
      'jiaozhu.acceptSuggestion',
      decide(({ document }, { id }) => suggestions.accept(document, [id])),
    ),
    register(
      'jiaozhu.rejectSuggestion',
      decide(({ document }, { id }) => suggestions.reject(document, [id])),
    ),
    register(
      'jiaozhu.acceptSuggestionsInSection',
      decide(({ document }, { label, start }) => {
        const part = partAround(readings.parts(document), start, document.getText().length);
        const alike = suggestions
          .of(document)
          .filter((each) => each.label === label && part.start <= each.start && each.start < part.end);
        suggestions.accept(
          document,
          alike.map(({ id }) => id),
        );
      }),
    ),
  );
}

function whyNone(document: vscode.TextDocument): string {
  return settingsOf(document).suggestions?.size === 0
    ? vscode.l10n.t('Nothing is suggested: jiaozhu.suggestions is off in the settings.')
    : vscode.l10n.t('No suggestion is left.');
}
