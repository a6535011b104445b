import type { FoldingRange } from 'vscode-languageserver';
import type { Ranged, StatementNode } from '../statement/node.ts';
import type { TextRange } from '../text/range.ts';
import type { Snapshot } from './snapshot.ts';

/** What can be folded: every part of more than one line, down to paragraphs. Outer parts come before inner ones. */
export function foldingRanges(snapshot: Snapshot, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const begun = new Set<number>();
  let layer: readonly StatementNode<Ranged>[] = snapshot.analysis.tree.children;
  // Layer by layer, so that a client which takes only so many gets the outermost.
  while (layer.length > 0 && ranges.length < limit) {
    for (const { kind, range } of layer) {
      if (kind === 'sentence') continue;
      const startLine = snapshot.lines.lineAt(range.raw.start);
      const endLine = snapshot.lines.lineAt(endOfText(snapshot.analysis.raw, range.raw));
      if (endLine <= startLine || begun.has(startLine) || ranges.length >= limit) continue;
      begun.add(startLine);
      ranges.push({ startLine, endLine });
    }
    layer = layer.flatMap(({ kind, children }) => (kind === 'paragraph' ? [] : children));
  }
  return ranges.sort((a, b) => a.startLine - b.startLine);
}

/** The end of the range without the white space it ends in: the line of the next part must stay visible. */
function endOfText(raw: string, { start, end }: TextRange): number {
  let last = end;
  while (last > start && raw.charAt(last - 1).trim() === '') last--;
  return last;
}
