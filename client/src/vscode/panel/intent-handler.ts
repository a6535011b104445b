import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Attributes } from '../../annotations/annotation.ts';
import type { AnnotationChange } from '../../annotations/store.ts';
import type { Intent } from '../../panel/intent.ts';
import type { FieldValue } from '../../panel/state.ts';
import type { PartIndex } from '../../panel/views/part-index.ts';
import { suggestionsLike } from '../../panel/views/queue-view.ts';
import type { PanelChoices } from '../../panel/views/statement-facts.ts';
import { toRange } from '../language/offsets.ts';
import type { Readings } from '../reading/readings.ts';
import type { Suggestions } from '../suggestions/suggestions.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import { toggleReviewed } from '../tagging/review-commands.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';

/** What the panel works on. */
export interface PanelRooms {
  readonly documents: TaggedDocuments;
  readonly readings: Readings;
  readonly actions: TaggingActions;
  readonly suggestions: Suggestions;
}

/** The same, with what the panel itself can do. */
export interface PanelSurroundings extends PanelRooms {
  /** The parts of the statement that is shown, as the page names them. */
  parts(document: vscode.TextDocument): PartIndex;
  /** The label whose suggestions alone are listed. */
  queueLabel(): string | undefined;
  /** Changes what a person sees in the panel. */
  choose(change: { readonly [Choice in keyof PanelChoices]: PanelChoices[Choice] | undefined }): void;
}

/** Does what a person asked for in the page; what is about something that has gone is passed over. */
export async function handleIntent(
  intent: Intent,
  editor: vscode.TextEditor | undefined,
  rooms: PanelSurroundings,
): Promise<void> {
  const { documents, readings, actions, suggestions } = rooms;
  const tagged = documents.of(editor?.document);
  switch (intent.type) {
    case 'tag':
      if (editor) actions.tag(editor, intent.label);
      if (editor && intent.back) await backTo(editor);
      return;
    case 'relabel':
      return actions.relabel(intent.tag, intent.label);
    case 'note':
      return actions.note(intent.tag, intent.note);
    case 'remove':
      return actions.remove(intent.tag);
    case 'reveal':
      return actions.reveal(intent.tag);
    case 'attribute':
      return setAttribute(rooms, intent.tag, intent.attribute, intent.value);
    case 'review':
      return change(rooms, intent.tag, { review: intent.review });
    case 'link':
      await actions.reveal(intent.tag);
      return vscode.commands.executeCommand('jiaozhu.linkTags');
    case 'unlink': {
      const relations = documents.find(intent.tag)?.tag.relations ?? [];
      const { relation, target } = intent;
      return change(rooms, intent.tag, {
        relations: relations.filter((each) => each.type !== relation || each.target !== target),
      });
    }
    case 'leaveChain':
      return change(rooms, intent.tag, { chain: '' });
    case 'undo':
      if (tagged) actions.undo(tagged);
      return;
    case 'redo':
      if (tagged) actions.redo(tagged);
      return;
    case 'back':
      if (editor) await backTo(editor);
      return;
    case 'filter':
      return rooms.choose({ queueLabel: intent.label });
    case 'guideline':
      return rooms.choose({ guideline: intent.label });
    case 'browse':
      await vscode.env.openExternal(vscode.Uri.parse(intent.href, true));
      return;
    case 'open':
      await vscode.commands.executeCommand(openCommands[intent.what]);
      return;
    case 'reviewed':
    case 'visitPart': {
      const part = editor && rooms.parts(editor.document).find(intent.part);
      if (!part) return;
      if (intent.type === 'reviewed') return toggleReviewed(editor.document, part.start, readings, actions);
      select(editor, { start: part.start, end: part.start });
      return backTo(editor);
    }
    case 'accept':
    case 'reject':
    case 'acceptAll':
    case 'show':
    case 'visit':
    case 'speaker':
    case 'step':
      if (editor) await handleSuggestion(intent, editor, suggestions, rooms);
      return;
    case 'ready':
    case 'refresh':
      return;
  }
}

async function handleSuggestion(
  intent: Extract<Intent, { suggestion: string }>,
  editor: vscode.TextEditor,
  suggestions: Suggestions,
  rooms: PanelSurroundings,
): Promise<void> {
  const { document } = editor;
  const pending = suggestions.of(document);
  const at = pending.findIndex(({ id }) => id === intent.suggestion);
  const one = pending[at];
  if (!one) return;
  switch (intent.type) {
    case 'accept':
      return suggestions.accept(document, [one.id]);
    case 'reject':
      return suggestions.reject(document, [one.id]);
    case 'acceptAll': {
      const alike = suggestionsLike(pending, rooms.parts(document), one.id, intent.within);
      return suggestions.accept(
        document,
        alike.map(({ id }) => id),
      );
    }
    case 'show':
      return select(editor, one);
    case 'visit':
      select(editor, one);
      return backTo(editor);
    case 'speaker':
      if (one.inherited) select(editor, one.inherited);
      return;
    case 'step': {
      const label = rooms.queueLabel();
      for (let next = at + intent.by; pending[next]; next += intent.by) {
        if (label !== undefined && pending[next]!.label !== label) continue;
        return select(editor, pending[next]!);
      }
    }
  }
}

/** Selects a place and shows it, and leaves the keyboard where it is. UTF-16 raw. */
function select(editor: vscode.TextEditor, range: TextRange): void {
  const { start, end } = toRange(editor.document, range);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Changes a tag, where tags may be changed; else says why not. */
function change({ documents, actions }: PanelRooms, id: string, what: AnnotationChange): void {
  const found = documents.find(id);
  if (found) actions.taggable(found.tagged.document)?.store.change([id], what);
}

/** Sets an attribute of a tag; without a value it is set no more. What else is known of the tag stays. */
function setAttribute(rooms: PanelRooms, id: string, attribute: string, value: FieldValue | undefined): void {
  const given = rooms.documents.find(id)?.tag.attributes;
  if (!given) return;
  const others = Object.entries(given).filter(([name]) => name !== attribute);
  const attributes: Attributes = Object.fromEntries(
    value === undefined ? others : [...others, [attribute, value]],
  );
  change(rooms, id, { attributes });
}

const openCommands = {
  file: 'workbench.action.files.openFile',
  annotations: 'jiaozhu.openAnnotations',
  labels: 'jiaozhu.defineLabels',
  mapping: 'jiaozhu.mapLabels',
  tags: 'jiaozhu.tags.focus',
} as const;

/** Gives the keyboard back to the text, with its selection as it is. */
async function backTo(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document, {
    ...(editor.viewColumn ? { viewColumn: editor.viewColumn } : {}),
    preserveFocus: false,
  });
}
