import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import {
  type Annotation,
  type Attributes,
  extent,
  quotedWords,
  type Review,
} from '../../annotations/annotation.ts';
import { defaultAttributes } from '../../annotations/attribute-defaults.ts';
import { labelOf } from '../../annotations/labels.ts';
import type { PendingSuggestion } from '../../annotations/pending-suggestions.ts';
import type { AnnotationDraft } from '../../annotations/store.ts';
import type { MisreadDocuments } from '../encoding/misread-documents.ts';
import { toOffsets } from '../language/offsets.ts';
import { showErrorMessage } from '../notice.ts';
import { shorten } from '../reading/reading.ts';
import type { Readings } from '../reading/readings.ts';
import { changedTags } from './changed-tags.ts';
import { nameOf } from './label-name.ts';
import { showRange } from './show-range.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** What a person can do with tags, from a key, the panel or a list. Each action says what it did. */
export interface TaggingActions {
  /** Tags what is selected in the editor; several selections are one step of undo. */
  tag(editor: vscode.TextEditor, label: string): void;
  /** Tags places of a document (UTF-16 raw), as one step of undo; with the defaults of the label's attributes, unless others are given. */
  tagRanges(
    document: vscode.TextDocument,
    label: string,
    ranges: readonly TextRange[],
    more?: Pick<AnnotationDraft, 'attributes' | 'scope'> & {
      /** What is known of one of the places: goes before what is said of all. */
      attributesAt?(range: TextRange): Attributes | undefined;
    },
  ): void;
  /** The tags of a document, where new ones may be made; else says why not. */
  taggable(document: vscode.TextDocument): TaggedDocument | undefined;
  relabel(id: string, label: string): void;
  note(id: string, note: string): void;
  remove(id: string): void;
  undo(tagged: TaggedDocument): void;
  redo(tagged: TaggedDocument): void;
  /** Selects a tag's words in an editor, and gives it the keyboard unless that is to stay where it is. */
  reveal(id: string, keyboardStays?: boolean): Promise<void>;
  /** Tells a person something in a few words, in the status bar and to a screen reader. */
  say(text: string): void;
  /** Tells what was decided on suggestions. */
  sayDecided(tagged: TaggedDocument, decided: readonly PendingSuggestion[], review: Review): void;
  /** A tag's words, on one line and not too many. */
  quote(tagged: TaggedDocument, tag: Annotation): string;
  /** What to repeat: the tag that was made last, as it is now, or what it said where it is gone. */
  readonly last: Pick<Annotation, 'label' | 'attributes'> | undefined;
  /** Takes a label for the one that was used last; of an accepted suggestion, what is known of its words is not repeated. */
  rememberLabel(tagged: TaggedDocument, label: string): void;
  /** What an action has done or why it did nothing, in a few words. */
  readonly onDidSay: vscode.Event<string>;
}

export function taggingActions(
  documents: TaggedDocuments,
  readings: Readings,
  misread: MisreadDocuments,
): TaggingActions {
  const said = new vscode.EventEmitter<string>();
  const say = (text: string) => said.fire(text);
  const quote = (tagged: TaggedDocument, tag: Annotation) =>
    tag.state === 'orphan'
      ? shorten(quotedWords(tag), 20)
      : shorten(tag.spans.map((span) => readings.words(tagged.document, span)).join('…'), 20);
  let lastMade: { readonly id?: string; readonly said: Pick<Annotation, 'label' | 'attributes'> } | undefined;
  const labelName = (tagged: TaggedDocument, label: string) => nameOf(labelOf(tagged.scheme, label));
  const told = (tagged: TaggedDocument, [tag, ...more]: readonly Annotation[]) =>
    tag && more.length === 0
      ? [quote(tagged, tag), labelName(tagged, tag.label)].join(vscode.l10n.t(', '))
      : vscode.l10n.t('tags: {0}', tag ? more.length + 1 : 0);
  /** Refuses while tags could not be kept, in words. */
  const mayChange = (tagged: TaggedDocument) => {
    if (!tagged.trouble?.readOnly) return true;
    tell(tagged);
    return false;
  };

  const taggable = (document: vscode.TextDocument) => {
    if (misread.refuses(document)) return undefined;
    const tagged = documents.of(document);
    if (!tagged) say(vscode.l10n.t('The tags of this statement are still being read.'));
    return tagged && mayChange(tagged) ? tagged : undefined;
  };

  return {
    onDidSay: said.event,
    taggable,
    tag(editor, label) {
      const ranges = editor.selections.map((selection) => toOffsets(editor.document, selection));
      this.tagRanges(editor.document, label, ranges);
    },
    say,
    quote,
    sayDecided(tagged, decided, review) {
      const [first, ...more] = decided;
      if (!first) return;
      const name = labelName(tagged, first.label);
      const words = shorten(first.text, 20);
      if (more.length > 0) {
        say(
          review === 'accepted'
            ? vscode.l10n.t('{0} suggestions accepted: {1}', decided.length, name)
            : vscode.l10n.t('{0} suggestions rejected: {1}', decided.length, name),
        );
      } else if (review === 'accepted') say(vscode.l10n.t('“{0}” tagged: {1}', words, name));
      else say(vscode.l10n.t('Rejected: “{0}”, {1}', words, name));
    },
    get last() {
      if (!lastMade) return undefined;
      const now = lastMade.id === undefined ? undefined : documents.find(lastMade.id)?.tag;
      return now ?? lastMade.said;
    },
    rememberLabel(tagged, label) {
      lastMade = { said: { label, attributes: defaultAttributes(tagged.scheme, label) } };
    },
    tagRanges(document, label, ranges, { attributesAt, ...more } = {}) {
      const tagged = taggable(document);
      if (!tagged) return;
      const { store, scheme } = tagged;
      const before = store.snapshot.version;
      const attributes = more.attributes ?? defaultAttributes(scheme, label);
      const made = store.addAll(
        ranges.map((range) => {
          const known = attributesAt?.(range);
          return {
            label,
            range,
            ...more,
            attributes: known ? defaultAttributes(scheme, label, known) : attributes,
          };
        }),
      );
      if (made.length === 0) return say(vscode.l10n.t('Select the words to tag first.'));
      if (store.snapshot.version === before) {
        return say(vscode.l10n.t('Already tagged: {0}', labelName(tagged, label)));
      }
      lastMade = { id: made.at(-1)!.id, said: made.at(-1)! };
      if (made.length === 1) {
        say(vscode.l10n.t('“{0}” tagged: {1}', quote(tagged, made[0]!), labelName(tagged, label)));
      } else say(vscode.l10n.t('{0} places tagged: {1}', made.length, labelName(tagged, label)));
    },
    relabel(id, label) {
      const found = documents.find(id);
      if (!found || !mayChange(found.tagged)) return;
      if (found.tagged.store.change([id], { label }) > 0) {
        const name = labelName(found.tagged, label);
        say(vscode.l10n.t('“{0}” tagged: {1}', quote(found.tagged, found.tag), name));
      }
    },
    note(id, note) {
      const found = documents.find(id);
      if (found && found.tag.note !== note && mayChange(found.tagged))
        found.tagged.store.change([id], { note });
    },
    remove(id) {
      const found = documents.find(id);
      if (!found || !mayChange(found.tagged)) return;
      const words = quote(found.tagged, found.tag);
      if (found.tagged.store.remove([id]) > 0) {
        say(vscode.l10n.t('Tag {0} removed from “{1}”', labelName(found.tagged, found.tag.label), words));
      }
    },
    undo(tagged) {
      if (!mayChange(tagged)) return;
      const changed = changedBy(tagged, () => tagged.store.undo());
      say(changed ? vscode.l10n.t('Undone: {0}', told(tagged, changed)) : vscode.l10n.t('Nothing to undo'));
    },
    redo(tagged) {
      if (!mayChange(tagged)) return;
      const changed = changedBy(tagged, () => tagged.store.redo());
      say(changed ? vscode.l10n.t('Redone: {0}', told(tagged, changed)) : vscode.l10n.t('Nothing to redo'));
    },
    async reveal(id, keyboardStays = false) {
      const found = documents.find(id);
      if (!found) return;
      await showRange(found.tagged.document, extent(found.tag), keyboardStays);
      if (found.tag.state === 'orphan') {
        say(vscode.l10n.t('The words of this tag are gone; this is where they were.'));
      }
    },
  };
}

/** The tags that a step of undo or redo has changed; undefined where there was no step. */
function changedBy({ store }: TaggedDocument, step: () => boolean): readonly Annotation[] | undefined {
  const before = store.snapshot;
  return step() ? changedTags(before, store.snapshot) : undefined;
}

/** Says why the tags of a document cannot be changed, with a way to the file. */
export async function tell(tagged: TaggedDocument): Promise<void> {
  const { trouble } = tagged;
  if (!trouble) return;
  const open = vscode.l10n.t('Open the Annotations File');
  const merge = vscode.l10n.t('Merge the Two Sides');
  const ways = trouble.mergeable ? [merge, open] : [open];
  const answer = await showErrorMessage(trouble.message, ...ways);
  if (answer === open) await openTroubled(trouble.file, trouble.line);
  if (answer === merge) await vscode.commands.executeCommand('jiaozhu.mergeConflict', trouble.file);
}

/** Opens a file at a line (1-based). */
export async function openTroubled(file: vscode.Uri, line: number): Promise<void> {
  const place = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(place, place) });
}
