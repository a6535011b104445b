import type * as vscode from 'vscode';
import type { ReadingPart } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Annotation, extent } from '../../annotations/annotation.ts';
import { activeStatement } from '../language/active-statement.ts';
import { toOffsets } from '../language/offsets.ts';
import type { TaggedDocument, TaggedDocuments } from './tagged-document.ts';

/** Where a person is: an editor with a statement whose tags are known. */
export interface Cursor {
  readonly editor: vscode.TextEditor;
  readonly tagged: TaggedDocument;
  /** What is selected, empty where nothing is; UTF-16 raw. */
  readonly selected: TextRange;
  /** The tag on just what is selected, else the innermost one at the cursor. */
  readonly tag: Annotation | undefined;
}

/** Undefined where no statement is active, or its tags are still being read. */
export function cursorIn(documents: TaggedDocuments): Cursor | undefined {
  const editor = activeStatement();
  const tagged = documents.of(editor?.document);
  if (!editor || !tagged) return undefined;
  const selected = toOffsets(editor.document, editor.selection);
  const here = tagged.store.at(editor.document.offsetAt(editor.selection.active));
  const exact = tagged.store.overlapping(selected).find((tag) => {
    const { start, end } = extent(tag);
    return tag.review !== 'rejected' && start === selected.start && end === selected.end;
  });
  return { editor, tagged, selected, tag: exact ?? here[0] };
}

/**
 * The part of a statement in which an offset lies, up to where the next one begins; the whole text where there are no
 * parts. UTF-16 raw.
 *
 * @param parts in order of place
 * @param length the text's
 */
export function partAround(
  parts: readonly ReadingPart[],
  offset: number,
  length: number,
): TextRange & { readonly part?: ReadingPart } {
  let at = parts.length - 1;
  while (at >= 0 && parts[at]!.start > offset) at -= 1;
  const part = parts[at];
  const end = parts[at + 1]?.start ?? length;
  return part ? { start: part.start, end, part } : { start: 0, end };
}
