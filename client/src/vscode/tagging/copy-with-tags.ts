import * as vscode from 'vscode';
import { footnotedMarkdown } from '../../annotations/copying/footnoted-markdown.ts';
import { inlineXml } from '../../annotations/copying/inline-xml.ts';
import { tagRows } from '../../annotations/copying/tag-rows.ts';
import { passageOf, type TaggedPassage } from '../../annotations/copying/written-tag.ts';
import { labelOf, reviewedLabelId } from '../../annotations/labels.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets } from '../language/offsets.ts';
import { showInformationMessage } from '../notice.ts';
import type { Readings } from '../reading/readings.ts';
import type { TaggingActions } from './actions.ts';
import { nameOf } from './label-name.ts';
import type { TagFilters } from './tag-filters.ts';
import { wordsOfTag } from './tag-look.ts';
import type { TaggedDocuments } from './tagged-document.ts';

interface Form extends vscode.QuickPickItem {
  readonly write: (passage: TaggedPassage) => string;
}

/** Copies what is selected, or the whole statement, with its accepted tags, as far as the filter shows them. */
export function copyWithTagsCommand(
  documents: TaggedDocuments,
  readings: Readings,
  filters: TagFilters,
  actions: TaggingActions,
): vscode.Disposable {
  return vscode.commands.registerCommand('jiaozhu.copyWithTags', async () => {
    const editor = activeStatement();
    const tagged = documents.of(editor?.document);
    if (!editor || !tagged) return;
    const { document, selection } = editor;
    const { store, scheme } = tagged;
    const range = selection.isEmpty ? { start: 0, end: store.text.length } : toOffsets(document, selection);
    const filter = filters.of(tagged);
    const tags = store.snapshot.anchored.filter(
      (tag) => tag.review === 'accepted' && tag.label !== reviewedLabelId && filter.shows(tag),
    );
    const parts = readings.parts(document);
    const passage = passageOf(store.text, range, tags, {
      nameOf: (label) => nameOf(labelOf(scheme, label)),
      wordsOf: (tag) => wordsOfTag(tag, tagged, readings),
      sectionOf: (offset) => parts.findLast(({ start }) => start <= offset)?.label ?? '',
    });
    if (passage.tags.length === 0) {
      void showInformationMessage(
        selection.isEmpty
          ? vscode.l10n.t('There is no tag to copy.')
          : vscode.l10n.t('There is no tag in the selection.'),
      );
      return;
    }
    const title = selection.isEmpty
      ? vscode.l10n.t('Copy the Statement with Tags: {0}', passage.tags.length)
      : vscode.l10n.t('Copy the Selection with Tags: {0}', passage.tags.length);
    const form = await vscode.window.showQuickPick(forms(), { title, matchOnDetail: true });
    if (!form) return;
    await vscode.env.clipboard.writeText(form.write(passage));
    actions.say(vscode.l10n.t('Copied with tags: {0}', passage.tags.length));
  });
}

function forms(): Form[] {
  return [
    {
      label: 'XML',
      detail: vscode.l10n.t(
        'The text with an element around the words of each tag; overlaps as pairs of empty elements.',
      ),
      write: inlineXml,
    },
    {
      label: 'Markdown',
      detail: vscode.l10n.t('The text with a footnote for each tag.'),
      write: footnotedMarkdown,
    },
    {
      label: vscode.l10n.t('Table'),
      detail: vscode.l10n.t(
        'A line for each tag, its cells parted by tabs: words, label, attributes, section, note.',
      ),
      write: tagRows,
    },
  ];
}
