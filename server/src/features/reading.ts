import type { ReadingPart, ReadingResult } from '../protocol.ts';
import type { Ranged, StatementNode } from '../statement/node.ts';
import { RunMap, type SourceMap } from '../text/source-map.ts';
import type { Snapshot } from './snapshot.ts';

/** The clean text with its map, and the parts that a list of tags is grouped by. */
export function reading({ version, analysis }: Snapshot): ReadingResult {
  const { clean, map } = analysis.reading;
  return { version, clean, runs: runsOf(map), parts: analysis.tree.children.flatMap(part) };
}

function part({ kind, label, range }: StatementNode<Ranged>): ReadingPart[] {
  switch (kind) {
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

function runsOf(map: SourceMap): number[] {
  if (map instanceof RunMap) return Array.from(map.runs);
  const runs: number[] = [];
  for (let clean = 0; clean < map.cleanLength; clean++) {
    const raw = map.toRaw(clean);
    const last = runs.length - 3;
    if (last >= 0 && runs[last + 1]! + runs[last + 2]! === raw) runs[last + 2]!++;
    else runs.push(clean, raw, 1);
  }
  return runs;
}
