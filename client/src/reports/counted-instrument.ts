import type { CitedInstrument } from '../../../server/src/protocol.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { dateOf } from '../citations/citation.ts';
import { shortTitle } from '../citations/short-title.ts';
import type { PartNumber } from './counted-statement.ts';

/** What reports keep of an instrument that a statement cites. */
export interface CountedInstrument {
  /** The same in every statement: id in the registry, else the full title in 《》. */
  readonly identity: string;
  /** In Chinese, without 《》. */
  readonly title: string;
  /** The same in few characters, for pictures. */
  readonly short: string;
  /** Of signature or adoption: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; absent where nobody tells it. */
  readonly date?: string;
  /** Whether the registry or the citing text says so. */
  readonly dateFrom?: 'registry' | 'text';
  /** How often it is mentioned in each part that mentions it. */
  readonly parts: readonly { readonly part: PartNumber; readonly count: number }[];
  /** Where it is mentioned first, UTF-16 raw. */
  readonly first: TextRange;
}

/** @param partOf tells in which part an offset (UTF-16 raw) lies */
export function countInstrument(
  cited: CitedInstrument,
  partOf: (offset: number) => PartNumber,
): CountedInstrument {
  const parts = new Map<PartNumber, number>();
  for (const { start } of cited.mentions) {
    const part = partOf(start);
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const { start = 0, end = 0 } = cited.mentions[0] ?? {};
  const { identity, title } = cited;
  return {
    identity,
    title,
    short: shortTitle(cited),
    ...dateOf(cited),
    parts: [...parts].map(([part, count]) => ({ part, count })),
    first: { start, end },
  };
}
