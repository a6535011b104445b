import type { StepParams, StepResult } from '../protocol.ts';
import type { NodeKind, Ranged, StatementNode } from '../statement/node.ts';
import type { Snapshot } from './snapshot.ts';

type Unit = StepParams['unit'];

/** What is no stop on any way. A paragraph holds nothing else: it need not be opened. */
const NEVER = new Set<NodeKind>(['document', 'sentence', 'furniture']);
const WITHIN_SECTIONS = new Set<NodeKind>(['dateline', 'item', 'paragraph', 'quotation']);

function stopsAt(kind: NodeKind, unit: Unit): boolean {
  if (NEVER.has(kind)) return false;
  if (unit === 'item') return kind === 'item';
  return unit === 'paragraph' || !WITHIN_SECTIONS.has(kind);
}

/**
 * Where the next or previous part of a document begins; null where there is none. From inside a part, the previous
 * one is where it began. A section is every part of the document that holds others, and its title; a paragraph is all
 * that has lines of its own.
 */
export function step(
  { version, analysis }: Snapshot,
  { offset, unit, direction }: Pick<StepParams, 'offset' | 'unit' | 'direction'>,
): StepResult | null {
  const start =
    direction === 'next' ? next(analysis.tree, offset, unit) : previous(analysis.tree, offset, unit);
  return start === undefined ? null : { version, start };
}

function next(node: StatementNode<Ranged>, offset: number, unit: Unit): number | undefined {
  const { start } = node.heading.raw;
  if (start > offset && stopsAt(node.kind, unit)) return start;
  if (node.kind === 'paragraph') return undefined;
  for (const child of node.children) {
    if (child.range.raw.end <= offset) continue;
    const found = next(child, offset, unit);
    if (found !== undefined) return found;
  }
  return undefined;
}

function previous(node: StatementNode<Ranged>, offset: number, unit: Unit): number | undefined {
  if (node.range.raw.start >= offset) return undefined;
  if (node.kind !== 'paragraph') {
    for (let i = node.children.length - 1; i >= 0; i--) {
      const found = previous(node.children[i]!, offset, unit);
      if (found !== undefined) return found;
    }
  }
  const { start } = node.heading.raw;
  return start < offset && stopsAt(node.kind, unit) ? start : undefined;
}
