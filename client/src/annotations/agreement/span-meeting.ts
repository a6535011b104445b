import type { TextRange } from '../../../../server/src/text/range.ts';
import { type CountedSpan, meets, rangesByLabel, unionOf } from './counted-document.ts';
import { noSpans } from './span-score.ts';
import type { PairSpans } from './tally.ts';

/** A span of one of two annotators, and whether the other has one of its label there. */
export interface MetSpan {
  readonly span: CountedSpan;
  readonly isFirst: boolean;
  /** On exactly these characters. */
  readonly exact: boolean;
  /** On one of them at least. */
  readonly overlapping: boolean;
}

/** Whether a span is one of those that two annotators both were to find: it begins in what both have finished. */
export function isWithin({ ranges }: CountedSpan, finished: readonly TextRange[]): boolean {
  const { start } = ranges[0]!;
  return meets({ start, end: start + 1 }, finished);
}

/**
 * Looks for each span of two annotators whether the other has it. Of several that one put on exactly the same words
 * with one label, as many meet as the other has there.
 */
export function meetSpans(first: readonly CountedSpan[], second: readonly CountedSpan[]): MetSpan[] {
  return [...metBy(first, second, true), ...metBy(second, first, false)];
}

function metBy(spans: readonly CountedSpan[], others: readonly CountedSpan[], isFirst: boolean): MetSpan[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const key = keyOf(other);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const unions = new Map(
    [...rangesByLabel(others)].map(([label, ranges]) => [label, unionOf(ranges)] as const),
  );
  return spans.map((span) => {
    const key = keyOf(span);
    const same = left.get(key) ?? 0;
    if (same > 0) left.set(key, same - 1);
    const there = unions.get(span.label) ?? [];
    return { span, isFirst, exact: same > 0, overlapping: span.ranges.some((range) => meets(range, there)) };
  });
}

function keyOf({ label, ranges }: CountedSpan): string {
  return `${ranges.map(({ start, end }) => `${start}-${end}`).join()} ${label}`;
}

/** What one span counts. */
export function countsOf({ isFirst, exact, overlapping }: MetSpan): PairSpans {
  return { exact: one(isFirst, exact), overlapping: one(isFirst, overlapping) };
}

function one(isFirst: boolean, met: boolean) {
  return isFirst
    ? { ...noSpans, first: 1, firstMet: met ? 1 : 0 }
    : { ...noSpans, second: 1, secondMet: met ? 1 : 0 };
}
