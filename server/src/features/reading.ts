import type { Analysis } from '../analysis.ts';
import type { ReadingPart, ReadingResult } from '../protocol.ts';
import type { Ranged, StatementNode } from '../statement/node.ts';
import type { Snapshot } from './snapshot.ts';

/** The clean text with its map, and the parts that a list of tags is grouped by. */
export function reading({ version, analysis }: Snapshot): ReadingResult {
  const { clean, map } = analysis.reading;
  return { version, clean, runs: Array.from(map.runs), parts: partsOf(analysis) };
}

/** The parts of a text in order: title, preamble, sections, closing, and those of what follows it or is annexed. */
export function partsOf({ tree }: Pick<Analysis, 'tree'>): ReadingPart[] {
  return tree.children.flatMap(part);
}

function part({ kind, label, range, children }: StatementNode<Ranged>): ReadingPart[] {
  switch (kind) {
    case 'annex':
    case 'document':
      return [{ kind, label, start: range.raw.start, end: range.raw.end }, ...children.flatMap(part)];
    case 'title':
    case 'dateline':
    case 'preamble':
    case 'section':
    case 'article':
    case 'paragraph':
    case 'closing':
      return [{ kind, label, start: range.raw.start, end: range.raw.end }];
    case 'item':
      return [{ kind: 'paragraph', label, start: range.raw.start, end: range.raw.end }];
    default:
      return [];
  }
}
