import type * as vscode from 'vscode';
import { toRange } from '../language/offsets.ts';

/** What an editor shows: a look is sent again only where its places have changed. */
export interface Drawn {
  readonly version: number;
  readonly places: ReadonlyMap<vscode.TextEditorDecorationType, readonly number[]>;
}

/** Whether two lists of places are the same. */
export function equal(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a?.length === b.length && a.every((offset, index) => offset === b[index]);
}

/** The editor's ranges for starts and ends, UTF-16 raw, flat. */
export function rangesOf(document: vscode.TextDocument, offsets: readonly number[]): vscode.Range[] {
  const ranges: vscode.Range[] = [];
  for (let i = 0; i < offsets.length; i += 2) {
    ranges.push(toRange(document, { start: offsets[i]!, end: offsets[i + 1]! }));
  }
  return ranges;
}
