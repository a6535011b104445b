import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { TaggedDocuments } from '../tagging/tagged-document.ts';
import { DoubtfulBreaks } from './doubtful-breaks.ts';

/** The doubtful line breaks that cleaning has met in the open documents, moved along with their texts. */
export interface DoubtfulPlaces extends vscode.Disposable {
  /** Keeps places of the document's present text (UTF-16 raw). */
  add(document: vscode.TextDocument, places: readonly TextRange[]): void;
  /** Where they are now, in order, with those found anew; without those that are decided: joined, or as printed. */
  of(document: vscode.TextDocument, anew?: readonly TextRange[]): readonly TextRange[];
  /** The places of a document may be others now. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** Keeps the places of each document as long as it is open. */
export function keepDoubtfulPlaces(documents: TaggedDocuments): DoubtfulPlaces {
  const kept = new Map<string, DoubtfulBreaks>();
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const told = (document: vscode.TextDocument) => {
    if (kept.has(document.uri.toString())) changed.fire(document);
  };
  const listeners = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      kept.get(document.uri.toString())?.edited(
        contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
          start: rangeOffset,
          end: rangeOffset + rangeLength,
          text,
        })),
      );
      if (contentChanges.length > 0) told(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (kept.delete(document.uri.toString())) changed.fire(document);
    }),
    documents.onDidChange(({ tagged, change }) => {
      if (change === 'tags') told(tagged.document);
    }),
  );
  return {
    add(document, places) {
      const name = document.uri.toString();
      const breaks = kept.get(name) ?? new DoubtfulBreaks();
      breaks.add(places);
      kept.set(name, breaks);
      changed.fire(document);
    },
    of: (document, anew = []) =>
      kept
        .get(document.uri.toString())
        ?.in(document.getText(), anew, documents.of(document)?.asPrinted ?? []) ?? anew,
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  };
}
