import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { DoubtfulBreaks } from './doubtful-breaks.ts';

/** The doubtful line breaks that cleaning has met in the open documents, moved along with their texts. */
export interface DoubtfulPlaces extends vscode.Disposable {
  /** Keeps places of the document's present text (UTF-16 raw). */
  add(document: vscode.TextDocument, places: readonly TextRange[]): void;
  /** Where they are now, in order, with those found anew; those whose break is gone are left out. */
  of(document: vscode.TextDocument, anew?: readonly TextRange[]): readonly TextRange[];
}

/** Keeps the places of each document as long as it is open. */
export function keepDoubtfulPlaces(): DoubtfulPlaces {
  const kept = new Map<string, DoubtfulBreaks>();
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      kept.get(document.uri.toString())?.edited(
        contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
          start: rangeOffset,
          end: rangeOffset + rangeLength,
          text,
        })),
      );
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void kept.delete(uri.toString())),
  );
  return {
    add(document, places) {
      const name = document.uri.toString();
      const breaks = kept.get(name) ?? new DoubtfulBreaks();
      breaks.add(places);
      kept.set(name, breaks);
    },
    of: (document, anew = []) => kept.get(document.uri.toString())?.in(document.getText(), anew) ?? anew,
    dispose: () => listeners.dispose(),
  };
}
