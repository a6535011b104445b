import type { SelectionRange } from 'vscode-languageserver';
import { markedTitles } from '../instruments/title-marks.ts';
import type { CleanBlock, Ranged, StatementNode } from '../statement/node.ts';
import { clausesIn, writtenDates } from '../statement/phrase.ts';
import type { TextRange } from '../text/range.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What each offset (UTF-16 raw) can be widened to, step by step: word, clause, sentence, paragraph, item, section,
 * document. A title with its 《》, another mention of an instrument, and a date are words. Linear in the length of the
 * paragraphs that the offsets are in.
 */
export function selectionRanges(snapshot: Snapshot, offsets: readonly number[]): SelectionRange[] {
  const widening = new Widening(snapshot);
  return offsets.map((offset) => {
    let range: SelectionRange | undefined;
    for (const raw of widening.from(offset)) {
      range = { range: snapshot.lines.toPositions(raw), ...(range === undefined ? {} : { parent: range }) };
    }
    return range!;
  });
}

/** What a sentence is made of, in clean offsets: found once, however many places in it are asked for. */
interface Parts {
  readonly start: number;
  readonly text: string;
  readonly clauses: readonly TextRange[];
  /** Titles, mentions and dates, in order of place, outer before inner. */
  readonly units: readonly TextRange[];
}

/** How far from a place its word may begin and end, in UTF-16 code units. */
const LONGEST_WORD = 64;

let segmenter: Intl.Segmenter | undefined;

class Widening {
  readonly #snapshot: Snapshot;
  readonly #parts = new Map<number, Parts>();
  readonly #trimmed = new Map<CleanBlock, Ranged | null>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Raw ranges around a raw offset, from the widest to the narrowest, each wider than the next. */
  from(offset: number): TextRange[] {
    const { analysis } = this.#snapshot;
    const { clean, map, blocks } = analysis.reading;
    const ranges: TextRange[] = [{ start: 0, end: analysis.raw.length }];
    const add = (range: TextRange) => {
      const outer = ranges.at(-1)!;
      const isAround = range.start <= offset && offset <= range.end;
      const isInside = outer.start <= range.start && range.end <= outer.end;
      const isSame = outer.start === range.start && outer.end === range.end;
      if (isAround && isInside && !isSame && range.end > range.start) ranges.push(range);
    };
    let block: Ranged | undefined = this.#block(blocks, map.toClean(offset), offset);
    let sentence: Ranged | undefined;
    for (const node of pathTo(analysis.tree, offset)) {
      // The block with its mark lies around the text of a paragraph, and inside an item that holds others.
      if (block !== undefined && size(block.raw) >= size(node.range.raw)) {
        add(block.raw);
        if (node.kind !== 'sentence') sentence = block;
        block = undefined;
      }
      add(node.range.raw);
      if (node.kind === 'sentence') sentence = node.range;
    }
    if (block !== undefined) {
      add(block.raw);
      sentence ??= block;
    }
    if (sentence === undefined) return ranges;
    const parts = this.#partsOf(sentence.clean, clean);
    for (const part of this.#around(parts, map.toClean(offset), offset)) add(map.rangeToRaw(part));
    return ranges;
  }

  /** The paragraph at an offset, without white space at its edges. */
  #block(blocks: readonly CleanBlock[], at: number, offset: number): Ranged | undefined {
    const last = lastNotAfter(blocks, ({ start }) => start, at);
    // Behind the last character of a paragraph, what follows on is the next one.
    for (const block of [blocks[last], blocks[last - 1]]) {
      const place = block && this.#trim(block);
      if (place && place.raw.start <= offset && offset <= place.raw.end) return place;
    }
    return undefined;
  }

  /** Null where there is nothing but white space. Looked at once, however many places in it are asked for. */
  #trim(block: CleanBlock): Ranged | null {
    let place = this.#trimmed.get(block);
    if (place === undefined) {
      const { text, start: at } = block;
      const clean = { start: at + text.length - text.trimStart().length, end: at + text.trimEnd().length };
      const { map } = this.#snapshot.analysis.reading;
      place = clean.end > clean.start ? { clean, raw: map.rangeToRaw(clean) } : null;
      this.#trimmed.set(block, place);
    }
    return place;
  }

  #partsOf({ start, end }: TextRange, clean: string): Parts {
    let parts = this.#parts.get(start);
    if (parts === undefined || parts.text.length !== end - start) {
      const text = clean.slice(start, end);
      const titles = markedTitles(text);
      const { references } = this.#snapshot.analysis;
      const mentions: TextRange[] = [];
      let at = lastNotAfter(references, ({ range }) => range.clean.start, start - 1) + 1;
      for (; at < references.length && references[at]!.range.clean.start < end; at++) {
        const { clean: mention } = references[at]!.range;
        if (mention.end <= end) mentions.push({ start: mention.start - start, end: mention.end - start });
      }
      const units = [...titles, ...mentions, ...writtenDates(text)];
      units.sort((a, b) => a.start - b.start || b.end - a.end);
      parts = { start, text, clauses: clausesIn(text, titles), units };
      this.#parts.set(start, parts);
    }
    return parts;
  }

  /** Clause, titles and word at a clean offset, from the widest to the narrowest; clean ranges. */
  #around({ start, text, clauses, units }: Parts, at: number, offset: number): TextRange[] {
    const { map } = this.#snapshot.analysis.reading;
    const inText = (range: TextRange) => ({ start: start + range.start, end: start + range.end });
    const holds = (range: TextRange) => {
      const raw = map.rangeToRaw(inText(range));
      return raw.start <= offset && offset <= raw.end;
    };
    const near = at - start;
    const found: TextRange[] = [];
    const clause = lastNotAfter(clauses, (one) => one.start, near);
    const around = [clauses[clause], clauses[clause - 1]].find((one) => one !== undefined && holds(one));
    if (around !== undefined) found.push(around);
    const unit = lastNotAfter(units, (one) => one.start, near);
    // A title is no longer than some hundred characters, and few lie in each other.
    const behind: TextRange[] = [];
    for (let i = unit; i >= 0 && i > unit - 8; i--) if (holds(units[i]!)) behind.push(units[i]!);
    const inside = behind.filter((one) => near < one.end);
    const titles = (inside.length > 0 ? inside : behind).sort((a, b) => size(b) - size(a));
    if (titles.length > 0) return [...found, ...titles].map(inText);
    const word = wordAt(text, near);
    return [...found, ...(word === undefined ? [] : [word])].map(inText);
  }
}

/** The word at an offset of a text, or the one that ends there; UTF-16. */
function wordAt(text: string, at: number): TextRange | undefined {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, at - LONGEST_WORD);
  let before: TextRange | undefined;
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, at + LONGEST_WORD))) {
    const start = from + index;
    const end = start + segment.length;
    if (start > at) break;
    if (isWordLike !== true) continue;
    if (at < end) return { start, end };
    if (end === at) before = { start, end };
  }
  return before;
}

/** The nodes around a raw offset, from the outermost in; where two meet, the one that begins there. */
function pathTo(root: StatementNode<Ranged>, offset: number): StatementNode<Ranged>[] {
  const path: StatementNode<Ranged>[] = [];
  let at: StatementNode<Ranged> | undefined = root;
  while (at !== undefined) {
    const { children }: StatementNode<Ranged> = at;
    const last = lastNotAfter(children, ({ range }) => range.raw.start, offset);
    at = children[last];
    if (at !== undefined && at.range.raw.end < offset) at = undefined;
    if (at !== undefined) path.push(at);
  }
  return path;
}

function size({ start, end }: TextRange): number {
  return end - start;
}

/** Index of the last item whose place is not after `value`; −1 where all are. The places rise. */
function lastNotAfter<T>(items: readonly T[], place: (item: T) => number, value: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (place(items[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
