import * as vscode from 'vscode';
import type { ReadingPart } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { askAboutDocuments } from '../language/asked-documents.ts';
import { toRange } from '../language/offsets.ts';
import type { StatementClient } from '../language/statement-client.ts';
import { createReading, printedWords, type Reading, type Room, type Surroundings } from './reading.ts';

/** How long to wait after a change before the server is asked for the new reading. */
const pause = 200;

/** What the server reads in the open statements, kept up while they are edited. */
export interface Readings extends vscode.Disposable {
  /**
   * The clean words of a raw range (UTF-16); the raw ones where the clean text holds none, and as good as can be had
   * without the server until it has read this version.
   */
  words(document: vscode.TextDocument, range: TextRange): string;
  /** The clean words beside a raw range (UTF-16), in its paragraph; none until the server has read this version. */
  around(document: vscode.TextDocument, range: TextRange, most: Room): Surroundings;
  /**
   * The raw range of what is found around a raw range (UTF-16): in the clean text, in which no word is broken by a line;
   * in the raw text until the server has read this version.
   */
  find(
    document: vscode.TextDocument,
    range: TextRange,
    within: (text: string, range: TextRange) => TextRange | null,
  ): TextRange | null;
  /** The parts of the newest version that the server has read. */
  parts(document: vscode.TextDocument): readonly ReadingPart[];
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** Asks for a reading when a statement opens, when it has changed, and when the server starts anew. */
export function keepReadings(client: StatementClient): Readings {
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const readings = new Map<string, Reading>();
  const asked = askAboutDocuments(client, {
    pause,
    ask: (document) => client.reading(document),
    take(document, result) {
      readings.set(document.uri.toString(), createReading(result, document.getText().length));
      changed.fire(document);
    },
    forget: ({ uri }) => readings.delete(uri.toString()),
  });

  return {
    words(document, range) {
      const reading = readings.get(document.uri.toString());
      const words = reading?.version === document.version ? reading.words(range) : '';
      // A page-jump mark, or a space tagged as printed, has no words in the clean text.
      return words || printedWords(document.getText(toRange(document, range)));
    },
    around(document, range, most) {
      const reading = readings.get(document.uri.toString());
      return reading?.version === document.version ? reading.around(range, most) : { before: '', after: '' };
    },
    find(document, range, within) {
      const reading = readings.get(document.uri.toString());
      if (reading?.version === document.version) return reading.find(range, within);
      return within(document.getText(), range);
    },
    parts: (document) => readings.get(document.uri.toString())?.parts ?? [],
    onDidChange: changed.event,
    dispose() {
      asked.dispose();
      changed.dispose();
    },
  };
}
