import type { Diagnostic } from 'vscode-languageserver';
import type { TextChange } from '../text/changes.ts';

/** The diagnostics that a client has been given of a document, so that it need not be given the same ones again. */
export interface Shown {
  readonly resultId: string;
  /** What they were made from: while this stays the same, so do they. */
  readonly madeFrom: string;
  readonly items: readonly Diagnostic[];
}

/** Whether two lists say the same of the same places. */
export function sameItems(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((item, i) => sameItem(item, b[i]!));
}

function sameItem(a: Diagnostic, b: Diagnostic): boolean {
  if (a === b) return true;
  return (
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    // Few have any, and those are made anew.
    (a.relatedInformation === b.relatedInformation ||
      JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation))
  );
}

/**
 * Whether changes may have moved or torn what an editor draws for some of these diagnostics: then they must be
 * given again even if they come out as they were, since an editor moves its marks with the text by rules of its own.
 * @param items with the places that they have before the changes
 */
export function disturbs(changes: readonly TextChange[], items: readonly Diagnostic[]): boolean {
  if (items.length === 0) return false;
  return changes.some(({ range, text }) => {
    if (range === undefined || range === null) return true;
    const first = Math.min(range.start.line, range.end.line);
    const last = Math.max(range.start.line, range.end.line);
    const movesLines = /[\r\n]/.test(text) || first !== last;
    return items.some(
      (item) => !(item.range.end.line < first) && (movesLines || !(item.range.start.line > last)),
    );
  });
}
