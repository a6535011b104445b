import { classifyBlock } from '../../server/src/statement/heading.ts';
import type { CleanRanged, NodeKind, StatementNode } from '../../server/src/statement/node.ts';

/** A part of a tree without its words: its kind, the numeral that it opens with, and the parts in it. */
export interface Bone {
  readonly kind: NodeKind;
  /** 第一条, 子、, ——; '' where it has none. */
  readonly mark: string;
  readonly parts: readonly Bone[];
}

const MARKED = new Set<NodeKind>(['section', 'article', 'item', 'annex']);

/** The bones of a tree; sentences are left out. */
export function bonesOf(tree: StatementNode<CleanRanged>, clean: string): Bone[] {
  return tree.children
    .filter(({ kind }) => kind !== 'sentence')
    .map((node) => ({
      kind: node.kind,
      mark: MARKED.has(node.kind) ? markAt(clean, node.range.clean.start) : '',
      parts: bonesOf(node, clean),
    }));
}

function markAt(clean: string, at: number): string {
  const text = clean.slice(at, at + 60).split('\n')[0]!;
  const { start, mark } = classifyBlock(text);
  return text
    .slice(start, mark)
    .replace(/\s/g, '')
    .replace(/[：:]$/, '');
}

/**
 * One line a part, indented, `kind mark ¶paragraphs`; parts of one kind that stand side by side and hold nothing but
 * paragraphs share a line.
 */
export function drawn(bones: readonly Bone[]): string {
  return rows(bones).join('\n');
}

interface Row {
  readonly kind: NodeKind;
  readonly marks: string[];
  paragraphs: number;
  readonly below: readonly string[];
}

function rows(bones: readonly Bone[]): string[] {
  const made: Row[] = [];
  for (const { kind, mark, parts } of bones) {
    const paragraph = kind === 'paragraph';
    const simple = parts.every((part) => part.kind === 'paragraph');
    const paragraphs = paragraph ? 1 : simple ? parts.length : 0;
    const last = made.at(-1);
    if (simple && last?.kind === kind && last.below.length === 0 && (mark !== '' || paragraph)) {
      if (mark !== '') last.marks.push(mark);
      last.paragraphs += paragraphs;
    } else {
      const marks = mark === '' ? [] : [mark];
      made.push({ kind, marks, paragraphs, below: simple ? [] : rows(parts) });
    }
  }
  return made.flatMap(({ kind, marks, paragraphs, below }) => [
    [kind, ...marks, ...(paragraphs > 0 ? [`¶${paragraphs}`] : [])].join(' '),
    ...below.map((line) => `  ${line}`),
  ]);
}

/** A tree without its words, drawn. */
export function skeletonOf(tree: StatementNode<CleanRanged>, clean: string): string {
  return drawn(bonesOf(tree, clean));
}
