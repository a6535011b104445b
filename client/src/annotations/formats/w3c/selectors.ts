import { isObject, type JsonObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import { createBareText, stripBlanks } from '../../bare-text.ts';
import { WordIndex } from '../../word-index.ts';
import type { UnitMap } from '../offset-unit.ts';

/** Why a selector gives no place: it says none that is understood; its words are not there; or they are there twice. */
export type NoPlace = 'not-understood' | 'quote-not-found' | 'quote-ambiguous';

/** Finds what selectors select in one text. Source: Web Annotation Data Model, 4.2 and 4.2.9 (refinement). */
export class Selectors {
  private readonly text: string;
  private readonly map: UnitMap;
  private bareText: ReturnType<typeof createBareText> | undefined;
  private words: WordIndex | undefined;

  constructor(text: string, map: UnitMap) {
    this.text = text;
    this.map = map;
  }

  /** The range that a selector selects, UTF-16, not beyond `within`. */
  select(
    selector: JsonValue | undefined,
    within: TextRange = { start: 0, end: this.text.length },
  ): TextRange | NoPlace {
    if (!isObject(selector)) return 'not-understood';
    const range = this.selectOne(selector, within);
    if (typeof range === 'string' || selector.refinedBy === undefined) return range;
    return this.select(selector.refinedBy, range);
  }

  private selectOne(selector: JsonObject, within: TextRange): TextRange | NoPlace {
    switch (selector.type) {
      case 'TextPositionSelector':
        return this.atPosition(selector, within);
      case 'TextQuoteSelector':
        return this.quoted(selector, within);
      case 'RangeSelector':
        return this.between(selector, within);
      default:
        return 'not-understood';
    }
  }

  private atPosition({ start, end }: JsonObject, within: TextRange): TextRange | NoPlace {
    if (typeof start !== 'number' || typeof end !== 'number') return 'not-understood';
    const before = this.map.fromUtf16(within.start);
    const from = this.map.toUtf16(before + start);
    const to = this.map.toUtf16(before + end);
    const isInside = from !== undefined && to !== undefined && within.start <= from && from < to;
    return isInside && to <= within.end ? { start: from, end: to } : 'not-understood';
  }

  /** From the beginning of what the one selects to the beginning of what the other does (4.2.8). */
  private between({ startSelector, endSelector }: JsonObject, within: TextRange): TextRange | NoPlace {
    const start = this.select(startSelector, within);
    if (typeof start === 'string') return start;
    const end = this.select(endSelector, within);
    if (typeof end === 'string') return end;
    return start.start < end.start ? { start: start.start, end: end.start } : 'not-understood';
  }

  /** The only place where the words stand between their neighbours; white space does not count. */
  private quoted({ exact, prefix, suffix }: JsonObject, within: TextRange): TextRange | NoPlace {
    const words = typeof exact === 'string' ? stripBlanks(exact) : '';
    if (words === '') return 'not-understood';
    const before = typeof prefix === 'string' ? stripBlanks(prefix) : '';
    const after = typeof suffix === 'string' ? stripBlanks(suffix) : '';
    this.bareText ??= createBareText(this.text);
    this.words ??= new WordIndex(this.bareText.bare);
    const { bare } = this.bareText;
    const from = this.bareText.toBare(within.start);
    const to = this.bareText.toBare(within.end);
    // Looked up with their neighbours: of words that stand often, there are few such places.
    const places = this.words.occurrences(before + words + after);
    if (!places) return 'quote-ambiguous';
    const inside: number[] = [];
    for (let i = firstFrom(places, from - before.length); i < places.length && inside.length < 2; i += 1) {
      const start = places[i]! + before.length;
      if (start + words.length > to) break;
      if (!cutsPair(bare, start, start + words.length)) inside.push(start);
    }
    const [start] = inside;
    if (start === undefined) return 'quote-not-found';
    if (inside.length > 1) return 'quote-ambiguous';
    return {
      start: this.bareText.toText(start),
      end: this.bareText.toText(start + words.length - 1) + 1,
    };
  }
}

function cutsPair(text: string, start: number, end: number): boolean {
  return [start, end].some((at) => {
    const [high, low] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
    return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  });
}

/** The index of the first of rising numbers that is not below. */
function firstFrom(rising: readonly number[], least: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
