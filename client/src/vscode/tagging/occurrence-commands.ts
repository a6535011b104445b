import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { extent } from '../../annotations/annotation.ts';
import { labelOf } from '../../annotations/labels.ts';
import { apartFrom, occurrences } from '../../annotations/occurrences.ts';
import { unitAround } from '../../annotations/units.ts';
import { tellChanged } from '../language/place.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { TaggingActions } from './actions.ts';
import { cursorIn, partAround } from './cursor.ts';
import { nameOf } from './label-name.ts';
import { pickLabel } from './label-pick.ts';
import type { TaggedDocuments } from './tagged-document.ts';

/** How much of the text beside each place the preview shows, in UTF-16 units. */
const beside = { before: 14, after: 14 };

/**
 * The command that tags every occurrence of the selected words, or of the tag's or the word at the cursor: with a
 * preview, in which each place can be left out, and as one step of undo.
 */
export function occurrenceCommands(
  documents: TaggedDocuments,
  readings: Readings,
  suggestions: Suggestions,
  actions: TaggingActions,
): vscode.Disposable {
  return vscode.commands.registerCommand('jiaozhu.tagOccurrences', async () => {
    const cursor = cursorIn(documents);
    if (!cursor || !actions.taggable(cursor.editor.document)) return;
    const { tagged, tag, selected } = cursor;
    const { document } = tagged;
    const isEmpty = selected.start === selected.end;
    const meant = isEmpty
      ? tag
        ? extent(tag)
        : readings.find(document, selected, (text, range) => unitAround(text, range, 'word'))
      : selected;
    if (!meant) return actions.say(vscode.l10n.t('There are no words at the cursor.'));
    const isTags = tag !== undefined && extent(tag).start === meant.start && extent(tag).end === meant.end;
    const { version } = document;
    const words = shorten(readings.words(document, meant), 24);
    const label = isTags
      ? tag.label
      : await pickLabel(tagged, vscode.l10n.t('Label for every occurrence of “{0}”', words));
    if (label === undefined) return;
    const text = document.getText();
    const done = tagged.store.snapshot.anchored
      .filter((each) => each.label === label && each.review === 'accepted' && each.scope === 'words')
      .flatMap(({ spans }) => spans)
      .sort((a, b) => a.start - b.start);
    const places = apartFrom(occurrences(text, text.slice(meant.start, meant.end)), done);
    const name = nameOf(labelOf(tagged.scheme, label));
    if (places.length === 0)
      return actions.say(vscode.l10n.t('“{0}” is tagged everywhere: {1}', words, name));
    const parts = readings.parts(document);
    const entries = places.map((range) => {
      const { before, after } = readings.around(document, range, beside);
      const { part } = partAround(parts, range.start, text.length);
      const line = document.positionAt(range.start).line + 1;
      return {
        label: `${before}【${shorten(readings.words(document, range), 40)}】${after}`,
        description: [part && shorten(part.label, 16), vscode.l10n.t('line {0}', line)]
          .filter(Boolean)
          .join(' · '),
        picked: true,
        range,
      };
    });
    const chosen = await vscode.window.showQuickPick(entries, {
      title: vscode.l10n.t('Tag every “{0}” as {1}: untick what to leave out', words, name),
      canPickMany: true,
      matchOnDescription: true,
    });
    if (!chosen || chosen.length === 0) return;
    if (document.version !== version) return tellChanged();
    const ranges = chosen.map(({ range }) => range);
    // Each place gets what accepting its suggestion would give it; the others get what is known where the cursor is.
    const known = new Map(
      suggestions
        .of(document)
        .filter((suggestion) => suggestion.label === label)
        .map(({ start, end, attributes }) => [`${start} ${end}`, attributes]),
    );
    const attributesAt = ({ start, end }: TextRange) => known.get(`${start} ${end}`);
    const here = attributesAt(meant) ?? (isTags ? tag.attributes : undefined);
    actions.tagRanges(document, label, ranges, { attributesAt: (range) => attributesAt(range) ?? here });
  });
}
