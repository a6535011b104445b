import type { ReadingPart } from '../../../../server/src/protocol.ts';

/** The parts of a document with names of their own, and where each offset belongs. */
export interface PartIndex {
  readonly parts: readonly ReadingPart[];
  /** One for each part; the same part has the same id wherever it lies. */
  readonly ids: readonly string[];
  /** The index of the part in which an offset (UTF-16 raw) lies: the last that begins before or at it; -1 before the first. */
  at(offset: number): number;
  find(id: string): ReadingPart | undefined;
}

const longestLabel = 60;

/** @param parts in order of place */
export function indexParts(parts: readonly ReadingPart[]): PartIndex {
  const seen = new Map<string, number>();
  const ids = parts.map(({ kind, label }) => {
    const name = `${kind} ${label.slice(0, longestLabel)}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return `${name} ${times}`;
  });
  const byId = new Map(ids.map((id, index) => [id, parts[index]!]));
  return {
    parts,
    ids,
    at(offset) {
      let low = 0;
      let high = parts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (parts[middle]!.start <= offset) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
    find: (id) => byId.get(id),
  };
}
