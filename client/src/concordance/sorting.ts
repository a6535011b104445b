import type { ConcordanceLine } from './line.ts';

/** In which order a concordance stands. */
export const concordanceOrders = ['place', 'left', 'right'] as const;
export type ConcordanceOrder = (typeof concordanceOrders)[number];

// Chinese by its sounds, as dictionaries have it.
const collator = new Intl.Collator('zh-Hans-CN');

/** The lines by their documents and places, or by what stands before the words, the nearest first, or behind them. */
export function inOrder(lines: readonly ConcordanceLine[], order: ConcordanceOrder): ConcordanceLine[] {
  if (order === 'place') return [...lines].sort(byPlace);
  const keyed = lines.map((line) => ({
    line,
    key: order === 'right' ? line.right : [...line.left].reverse().join(''),
  }));
  return keyed
    .sort((a, b) => collator.compare(a.key, b.key) || byPlace(a.line, b.line))
    .map(({ line }) => line);
}

function byPlace(a: ConcordanceLine, b: ConcordanceLine): number {
  return (
    collator.compare(a.name, b.name) ||
    (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) ||
    a.place.start.line - b.place.start.line ||
    a.place.start.character - b.place.start.character
  );
}
