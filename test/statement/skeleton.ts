import { classifyBlock } from '../../server/src/statement/heading.ts';
import type { CleanRanged, StatementNode } from '../../server/src/statement/node.ts';

/** The numeral that a part opens with (第一条, 子、, ——), without the words of its heading; '' where it has none. */
function markOf(node: StatementNode<CleanRanged>, clean: string): string {
  if (!['section', 'article', 'item', 'annex'].includes(node.kind)) return '';
  const text = clean.slice(node.range.clean.start, node.range.clean.start + 60).split('\n')[0]!;
  const { start, mark } = classifyBlock(text);
  return text
    .slice(start, mark)
    .replace(/\s/g, '')
    .replace(/[：:]$/, '');
}

interface Row {
  readonly kind: string;
  readonly marks: string[];
  paragraphs: number;
  readonly below: string[];
}

/**
 * A tree without its words: one line a part, indented, `kind mark ¶paragraphs`; parts of one kind that stand side by
 * side and hold nothing but paragraphs share a line. Sentences are left out.
 */
export function skeletonOf(tree: StatementNode<CleanRanged>, clean: string): string {
  return linesBelow(tree, clean).join('\n');
}

function linesBelow(node: StatementNode<CleanRanged>, clean: string): string[] {
  const rows: Row[] = [];
  for (const child of node.children) {
    if (child.kind === 'sentence') continue;
    const paragraph = child.kind === 'paragraph';
    const paragraphs = paragraph ? 1 : child.children.filter(({ kind }) => kind === 'paragraph').length;
    const parts = paragraph
      ? []
      : child.children.filter(({ kind }) => kind !== 'paragraph' && kind !== 'sentence');
    const mark = markOf(child, clean);
    const last = rows.at(-1);
    const shares = parts.length === 0 && last?.kind === child.kind && last.below.length === 0;
    if (shares && (mark !== '' || paragraph)) {
      if (mark !== '') last.marks.push(mark);
      last.paragraphs += paragraphs;
    } else {
      const below = parts.length === 0 ? [] : linesBelow(child, clean);
      const counted = parts.length === 0 ? paragraphs : 0;
      rows.push({ kind: child.kind, marks: mark === '' ? [] : [mark], paragraphs: counted, below });
    }
  }
  return rows.flatMap(({ kind, marks, paragraphs, below }) => [
    [kind, ...marks, ...(paragraphs > 0 ? [`¶${paragraphs}`] : [])].join(' '),
    ...below.map((line) => `  ${line}`),
  ]);
}
