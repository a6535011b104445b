import type { TextRange } from '../../../server/src/text/range.ts';
import type { Quote } from './annotation.ts';
import { contextLength } from './quote.ts';

/** How much more of the text than the context's length is looked at: what may have been put in beside the words. */
const room = 8;

/**
 * Whether a place still has the words that are sought, rather than the same words of another passage. Where
 * context was lost on both sides, two stories are possible: the context was edited and the words stayed, or
 * the words went together with what was between them and their like: of “16日至18[日]对外” one edit leaves
 * “16日对外”, which is no reason to tag the 16th. The story with the fewer changed units is believed, and with
 * equally many none is.
 * @param bare the text, without blanks
 * @param place where the words may be; UTF-16 in the bare text
 * @param errors by how many units the words differ there
 */
export function survives({ prefix, exact, suffix }: Quote, bare: string, place: TextRange, errors: number) {
  // Longer words than that speak for themselves: to lose them is never the shorter story.
  if (exact.length > 2 * contextLength) return true;
  const from = Math.max(0, place.start - contextLength - room);
  const before = bare.slice(from, place.start);
  const after = bare.slice(place.end, place.end + contextLength + room);
  const stayed =
    changes(prefix, before, { freeStart: true, freeEnd: false }) +
    errors +
    changes(suffix, after, { freeStart: false, freeEnd: true });
  if (stayed === 0) return true;
  const there = bare.slice(place.start, place.end);
  const gone = changes(prefix + exact + suffix, before + there + after, {
    freeStart: true,
    freeEnd: true,
    apart: {
      pattern: { start: prefix.length, end: prefix.length + exact.length },
      text: { start: before.length, end: before.length + there.length },
    },
  });
  return stayed < gone;
}

interface Freedom {
  /** Whether the text may have more before the pattern, or behind it, at no cost. */
  readonly freeStart: boolean;
  readonly freeEnd: boolean;
  /** Stretches of which no unit of the one may be a unit of the other. */
  readonly apart?: { readonly pattern: TextRange; readonly text: TextRange };
}

/** The least number of units put in, left out or replaced that make the pattern of the text. */
function changes(pattern: string, text: string, { freeStart, freeEnd, apart }: Freedom): number {
  let row = Array.from({ length: text.length + 1 }, (_, j) => (freeStart ? 0 : j));
  let next = new Array<number>(text.length + 1).fill(0);
  for (let i = 1; i <= pattern.length; i += 1) {
    const unit = pattern.charCodeAt(i - 1);
    const kept = apart && i > apart.pattern.start && i <= apart.pattern.end;
    next[0] = i;
    for (let j = 1; j <= text.length; j += 1) {
      let least = Math.min(row[j]!, next[j - 1]!) + 1;
      if (!(kept && j > apart.text.start && j <= apart.text.end)) {
        least = Math.min(least, row[j - 1]! + (text.charCodeAt(j - 1) === unit ? 0 : 1));
      }
      next[j] = least;
    }
    [row, next] = [next, row];
  }
  return freeEnd ? Math.min(...row) : row[text.length]!;
}
