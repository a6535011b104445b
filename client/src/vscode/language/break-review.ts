import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { visibleRange } from '../../../../server/src/text/visible-range.ts';
import { sicLabelId } from '../../annotations/labels.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import { endOf, joinOf } from './doubtful-breaks.ts';
import { endTitle, joinTitle } from './left-breaks.ts';
import { toRange } from './offsets.ts';

/** What a person says of one break. */
type Decision = 'join' | 'end' | 'leave' | 'later' | 'back' | 'list';

/**
 * Leads through doubtful line breaks, one after the other: each is shown in the text, and decided by a key or two.
 *
 * @param find where they are now (UTF-16 raw), asked anew after each decision
 */
export async function reviewBreaks(
  editor: vscode.TextEditor,
  actions: TaggingActions,
  find: () => Promise<readonly TextRange[]>,
): Promise<void> {
  const { document } = editor;
  let at = 0;
  for (;;) {
    const places = await find();
    const place = places[at];
    if (!place) {
      if (places.length === 0) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('No line break is in doubt.'), 4000);
      }
      return;
    }
    show(editor, place);
    const { version } = document;
    const decision = await ask(document, place, at, places.length);
    // Whoever leaves, stays at the place: its quick-fixes are there.
    if (decision === undefined || document.version !== version) return;
    if (decision === 'list') return list(editor, places);
    if (decision === 'back') at = Math.max(0, at - 1);
    if (decision === 'later') at++;
    if (decision === 'join' || decision === 'end') {
      const text = document.getText();
      const edit = decision === 'end' ? endOf(text, place) : undefined;
      const { text: by, ...gone } = edit ?? joinOf(text, place);
      await editor.edit((builder) => builder.replace(toRange(document, gone), by));
    }
    if (decision === 'leave') {
      actions.tagRanges(document, sicLabelId, [visibleRange(document.getText(), place)]);
    }
    // Where it could not be done, or is still in doubt, the same would be asked for ever.
    if (decision !== 'back' && decision !== 'later' && (await find()).length >= places.length) at++;
  }
}

/** Selects the break, in the middle of the window: the question stands above. */
function show(editor: vscode.TextEditor, place: TextRange): void {
  const { document } = editor;
  const { start, end } = toRange(document, place);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenter);
}

async function ask(
  document: vscode.TextDocument,
  place: TextRange,
  index: number,
  count: number,
): Promise<Decision | undefined> {
  const text = document.getText();
  const before =
    text
      .slice(0, place.start)
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(place.end).split(/[\r\n]/, 1)[0] ?? '';
  const entries: (vscode.QuickPickItem & { readonly decision: Decision })[] = [
    { decision: 'join', label: `$(fold) ${joinTitle(text, place)}` },
    ...(endOf(text, place) ? [{ decision: 'end' as const, label: `$(newline) ${endTitle()}` }] : []),
    { decision: 'leave', label: vscode.l10n.t('$(pinned) Leave it as printed (sic)') },
    { decision: 'later', label: vscode.l10n.t('$(arrow-right) Decide later') },
    ...(index > 0
      ? [{ decision: 'back' as const, label: vscode.l10n.t('$(arrow-left) Back to the one before') }]
      : []),
    { decision: 'list', label: vscode.l10n.t('$(list-flat) Show all in a list') },
  ];
  const chosen = await vscode.window.showQuickPick(entries, {
    title: vscode.l10n.t('Doubtful line break {0} of {1}', index + 1, count),
    placeHolder: `${[...before].slice(-16).join('')} ⏎ ${[...after].slice(0, 16).join('')}`,
  });
  return chosen?.decision;
}

async function list({ document }: vscode.TextEditor, places: readonly TextRange[]): Promise<void> {
  const locations = places.map((place) => new vscode.Location(document.uri, toRange(document, place)));
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    document.uri,
    locations[0]!.range.start,
    locations,
    'gotoAndPeek',
    vscode.l10n.t('No line break is in doubt.'),
  );
}
