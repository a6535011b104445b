import * as vscode from 'vscode';
import type { Suggestion } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { defaultAttributes } from '../../annotations/attribute-defaults.ts';
import {
  movedAlong,
  type PendingSuggestion,
  pendingSuggestions,
} from '../../annotations/pending-suggestions.ts';
import type { AnnotationSnapshot } from '../../annotations/store.ts';
import { isStatement } from '../language/active-statement.ts';
import { askAboutDocuments } from '../language/asked-documents.ts';
import type { StatementClient } from '../language/statement-client.ts';
import type { Readings } from '../reading/readings.ts';
import { settingsOf } from '../settings.ts';
import type { TaggingActions } from '../tagging/actions.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';

export type { PendingSuggestion };

/** How long after a change the server is asked anew, in ms. */
const pause = 400;

/** What waits in each open statement to be tagged or not. */
export interface Suggestions extends vscode.Disposable {
  /** In order of place; moved along with the text until the server has read it again. */
  of(document: vscode.TextDocument): readonly PendingSuggestion[];
  /** The places of instruments that the server knows of, tagged or not; UTF-16 raw, in order. */
  instruments(document: vscode.TextDocument): readonly TextRange[];
  /** Tags these suggestions, as one step of undo (two, where a machine's tags are among them); ids that wait no more are passed over. */
  accept(document: vscode.TextDocument, ids: readonly string[]): void;
  /** Lets none of them come back; steps of undo as above. */
  reject(document: vscode.TextDocument, ids: readonly string[]): void;
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** What the server has suggested for one document, and what of it waits. */
interface Known {
  /** Moved along with the text. */
  suggestions: readonly Suggestion[];
  /** What was last made of it, and of which tags. */
  made?: {
    readonly from: readonly Suggestion[];
    readonly tags: AnnotationSnapshot;
    readonly pending: PendingSuggestion[];
  };
}

/** Asks for suggestions when a statement opens, when its text has rested, and when the server starts anew. */
export function keepSuggestions(
  client: StatementClient,
  documents: TaggedDocuments,
  readings: Readings,
  actions: TaggingActions,
): Suggestions {
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const known = new Map<string, Known>();
  const knownOf = (document: vscode.TextDocument) => {
    const name = document.uri.toString();
    const there = known.get(name) ?? { suggestions: [] };
    known.set(name, there);
    return there;
  };

  const asked = askAboutDocuments(client, {
    pause,
    ask: (document) => client.suggestions(document),
    take(document, result) {
      knownOf(document).suggestions = result.suggestions;
      changed.fire(document);
    },
    forget: ({ uri }) => known.delete(uri.toString()),
  });
  const follow = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    if (contentChanges.length === 0 || !isStatement(document)) return;
    const there = knownOf(document);
    const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    there.suggestions = movedAlong(there.suggestions, edits);
    changed.fire(document);
  };
  const of = (document: vscode.TextDocument): readonly PendingSuggestion[] => {
    const tagged = documents.of(document);
    const there = known.get(document.uri.toString());
    if (!tagged || !there) return [];
    const { snapshot } = tagged.store;
    if (there.made?.from !== there.suggestions || there.made.tags !== snapshot) {
      const labels = settingsOf(document).suggestions;
      const pending = pendingSuggestions({
        suggestions: there.suggestions,
        tags: snapshot.anchored,
        scheme: tagged.scheme,
        ...(labels ? { labels } : {}),
        words: (range) => readings.words(document, range),
      });
      there.made = { from: there.suggestions, tags: snapshot, pending };
    }
    return there.made.pending;
  };
  const forget = (document: vscode.TextDocument) => {
    delete known.get(document.uri.toString())?.made;
    changed.fire(document);
  };

  /** Writes what was decided on suggestions into the tags. Of a machine's tag only the review changes. */
  const decide = (document: vscode.TextDocument, ids: readonly string[], review: 'accepted' | 'rejected') => {
    const tagged = actions.taggable(document);
    if (!tagged) return;
    const { store, scheme } = tagged;
    const wanted = new Set(ids);
    const chosen = of(document).filter(({ id }) => wanted.has(id));
    const ownTags = chosen.filter(({ id }) => store.get(id) !== undefined);
    const drafts = chosen
      .filter(({ id }) => store.get(id) === undefined)
      .map(({ label, start, end, attributes }) => ({
        label,
        range: { start, end },
        attributes: review === 'accepted' ? defaultAttributes(scheme, label, attributes) : attributes,
        review,
      }));
    if (ownTags.length > 0) {
      store.change(
        ownTags.map(({ id }) => id),
        { review },
      );
    }
    if (drafts.length > 0) store.addAll(drafts);
    const last = chosen.at(-1);
    if (!last) return;
    actions.sayDecided(tagged, chosen, review);
    if (review === 'accepted') actions.rememberLabel(tagged, last.label);
  };

  const listeners = vscode.Disposable.from(
    documents.onDidOpen(({ document }) => {
      asked.ask(document);
      changed.fire(document);
    }),
    documents.onDidChange(({ tagged, change }) => {
      if (change === 'state') forget(tagged.document);
      // Of a change of the text, it is told below when the suggestions have moved as well.
      else if (change === 'tags') changed.fire(tagged.document);
    }),
    vscode.workspace.onDidChangeTextDocument(follow),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        !event.affectsConfiguration('jiaozhu.suggestions') &&
        !event.affectsConfiguration('jiaozhu.suggestionLabels')
      )
        return;
      for (const document of vscode.workspace.textDocuments) if (isStatement(document)) forget(document);
    }),
  );

  return {
    of,
    instruments: (document) =>
      (known.get(document.uri.toString())?.suggestions ?? []).filter(({ kind }) => kind === 'instrument'),
    accept: (document, ids) => decide(document, ids, 'accepted'),
    reject: (document, ids) => decide(document, ids, 'rejected'),
    onDidChange: changed.event,
    dispose() {
      listeners.dispose();
      asked.dispose();
      changed.dispose();
    },
  };
}
