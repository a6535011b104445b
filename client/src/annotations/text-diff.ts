import fastDiff from 'fast-diff';
import type { Edit } from '../../../server/src/text/edit.ts';
import { foldLookalikes, isBlank } from './bare-text.ts';
import { isHigh, isLow, splitsCharacter } from './offsets.ts';

/**
 * The smallest edits that make `after` of `before`: what a replacement of many lines (a line-end toggle, a
 * revert, a reload, another formatter) really changed. The texts are compared bare, so that re-wrapping
 * leaves every other character in its place, and look-alikes count as equal (⽅ → 方 is one replacement of
 * one character). No edit cuts a surrogate pair or a CRLF. Sorted, not overlapping; UTF-16 in `before`.
 *
 * The cost is bounded: roughly linear, with a fixed allowance for character-by-character comparison; what
 * the allowance does not reach becomes one coarse edit.
 */
export function smallestEdits(before: string, after: string): Edit[] {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  if (old === '' && now === '') return [];
  if (old === '' || now === '') return [{ start: head, end: head + old.length, text: now }];
  return editsBetween(old, now, head);
}

/** How many steps of character-by-character comparison one call may take: some hundred milliseconds. */
const allowance = 6_000_000;

/** A text without blanks, folded for comparing, with the offset of each unit. */
interface Skeleton {
  readonly text: string;
  readonly offsets: Int32Array;
}

function skeletonOf(text: string): Skeleton {
  const offsets = new Int32Array(text.length);
  let count = 0;
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !isBlank(text.charCodeAt(i))) {
      offsets[count] = i;
      count += 1;
    } else {
      if (i > from) parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return { text: foldLookalikes(parts.join('')), offsets: offsets.subarray(0, count) };
}

function editsBetween(before: string, after: string, shift: number): Edit[] {
  const old = skeletonOf(before);
  const now = skeletonOf(after);
  const partner = new Int32Array(old.text.length).fill(-1);
  align(old.text, now.text, partner);
  dropHalfPairs(before, after, old, now, partner);

  const edits: Edit[] = [];
  let oldAt = 0;
  let nowAt = 0;
  const gap = (oldEnd: number, nowEnd: number) => {
    if (oldAt === oldEnd && nowAt === nowEnd) return;
    pushTrimmed(edits, before.slice(oldAt, oldEnd), after.slice(nowAt, nowEnd), shift + oldAt);
  };
  for (let i = 0; i < partner.length; i += 1) {
    const j = partner[i]!;
    if (j < 0) continue;
    const from = old.offsets[i]!;
    const to = now.offsets[j]!;
    gap(from, to);
    if (before.charCodeAt(from) !== after.charCodeAt(to)) {
      edits.push({ start: shift + from, end: shift + from + 1, text: after.charAt(to) });
    }
    oldAt = from + 1;
    nowAt = to + 1;
  }
  gap(before.length, after.length);
  return edits;
}

/** Notes for each code unit of `old` which one of `now` it became, or leaves -1. Partners only grow. */
function align(old: string, now: string, partner: Int32Array): void {
  const budget = { left: allowance };
  const pair = (i: number, j: number, count: number) => {
    for (let k = 0; k < count; k += 1) partner[i + k] = j + k;
  };
  const between = (i: number, iEnd: number, j: number, jEnd: number, depth: number) => {
    const a = old.slice(i, iEnd);
    const b = now.slice(j, jEnd);
    const head = commonHead(a, b);
    const tail = commonTail(a, b, head);
    pair(i, j, head);
    pair(iEnd - tail, jEnd - tail, tail);
    const aStart = i + head;
    const aEnd = iEnd - tail;
    const bStart = j + head;
    const bEnd = jEnd - tail;
    if (aStart === aEnd || bStart === bEnd) return;
    if ((aEnd - aStart) * (bEnd - bStart) <= smallGap && budget.left > 0) {
      budget.left -= alignCharacters(old.slice(aStart, aEnd), now.slice(bStart, bEnd), aStart, bStart, pair);
      return;
    }
    if (depth === deepest) return;
    const anchors = commonChunks(old.slice(aStart, aEnd), now.slice(bStart, bEnd));
    if (anchors.length === 0) return;
    let a0 = aStart;
    let b0 = bStart;
    for (const anchor of anchors) {
      between(a0, aStart + anchor.old, b0, bStart + anchor.now, depth + 1);
      pair(aStart + anchor.old, bStart + anchor.now, anchor.length);
      a0 = aStart + anchor.old + anchor.length;
      b0 = bStart + anchor.now + anchor.length;
    }
    between(a0, aEnd, b0, bEnd, depth + 1);
  };
  between(0, old.length, 0, now.length, 0);
}

/** Gaps up to this many cells (old × new units) are compared character by character. */
const smallGap = 250_000;
/** How often a gap is cut by common chunks again. */
const deepest = 4;

/** A stretch of a comparison: what is alike, or what went and what came. */
interface Stretch {
  readonly alike: number;
  readonly gone: number;
  readonly come: number;
}

/** Compares character by character, leaving out chance likenesses. Returns about how many steps it took. */
function alignCharacters(
  old: string,
  now: string,
  oldStart: number,
  nowStart: number,
  pair: (i: number, j: number, count: number) => void,
): number {
  const stretches = withoutChance(stretchesOf(old, now));
  let i = oldStart;
  let j = nowStart;
  let differences = 0;
  for (const { alike, gone, come } of stretches) {
    pair(i, j, alike);
    i += alike + gone;
    j += alike + come;
    differences += gone + come;
  }
  return (old.length + now.length) * (differences + 1);
}

function stretchesOf(old: string, now: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [kind, { length }] of fastDiff(old, now)) {
    const last = stretches.at(-1);
    if (kind === fastDiff.EQUAL) stretches.push({ alike: length, gone: 0, come: 0 });
    else {
      const gone = kind === fastDiff.DELETE ? length : 0;
      if (!last || last.alike > 0) stretches.push({ alike: 0, gone, come: length - gone });
      else
        stretches[stretches.length - 1] = {
          alike: 0,
          gone: last.gone + gone,
          come: last.come + length - gone,
        };
    }
  }
  return stretches;
}

/** A likeness that is short beside both what went and what came around it is chance, not the same words. */
function withoutChance(stretches: readonly Stretch[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const next of stretches) {
    kept.push(next);
    while (kept.length >= 3) {
      const [before, { alike }, after] = kept.slice(-3) as [Stretch, Stretch, Stretch];
      const chance =
        alike > 0 && alike * 2 < before.gone + after.gone && alike * 2 < before.come + after.come;
      if (!chance) break;
      const gone = before.gone + alike + after.gone;
      kept.splice(-3, 3, { alike: 0, gone, come: before.come + alike + after.come });
    }
  }
  return kept;
}

interface Anchor {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/**
 * Chunks that stand once in each text, in the longest order common to both (as patience diff does with
 * lines). The texts' own characters say where a chunk ends, so chunks fall alike in both texts wherever
 * these agree, however their lines are broken.
 */
function commonChunks(old: string, now: string): Anchor[] {
  const oldChunks = uniqueChunks(old);
  const pairs: Anchor[] = [];
  for (const [chunk, nowAt] of uniqueChunks(now)) {
    const oldAt = oldChunks.get(chunk);
    if (nowAt >= 0 && oldAt !== undefined && oldAt >= 0) {
      pairs.push({ old: oldAt, now: nowAt, length: chunk.length });
    }
  }
  return longestRise(pairs.sort((a, b) => a.now - b.now));
}

/** Each chunk with its offset, or -1 where it stands more than once. */
function uniqueChunks(text: string): Map<string, number> {
  const chunks = new Map<string, number>();
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const length = i + 1 - start;
    const ends =
      length >= longestChunk || (length >= 4 && isBorder(text.charCodeAt(i - 1), text.charCodeAt(i)));
    if (!ends && i + 1 < text.length) continue;
    const chunk = text.slice(start, i + 1);
    chunks.set(chunk, chunks.has(chunk) ? -1 : start);
    start = i + 1;
  }
  return chunks;
}

const longestChunk = 128;

/** A hash of two characters decides: one in sixteen pairs ends a chunk. */
function isBorder(first: number, second: number): boolean {
  return Math.imul(first * 31 + second, 0x9e3779b1) >>> 28 === 0;
}

/** The longest run of pairs, given by growing `now`, in which `old` grows too. */
function longestRise(pairs: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach((pair, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[tops[middle]!]!.old < pair.old) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tops[low - 1]!;
    tops[low] = index;
  });
  const rise: Anchor[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i]!) rise.push(pairs[i]!);
  return rise.reverse();
}

/** Half a surrogate pair that found a partner without its other half is no match. */
function dropHalfPairs(
  before: string,
  after: string,
  old: Skeleton,
  now: Skeleton,
  partner: Int32Array,
): void {
  for (let i = 0; i < partner.length; i += 1) {
    const j = partner[i]!;
    if (j < 0) continue;
    const from = old.offsets[i]!;
    const to = now.offsets[j]!;
    const unit = before.charCodeAt(from);
    if (isHigh(unit)) {
      const whole = isLow(before.charCodeAt(from + 1)) || isLow(after.charCodeAt(to + 1));
      if (whole && (partner[i + 1] !== j + 1 || old.offsets[i + 1] !== from + 1)) partner[i] = -1;
    } else if (isLow(unit)) {
      const whole = isHigh(before.charCodeAt(from - 1)) || isHigh(after.charCodeAt(to - 1));
      if (whole && (i === 0 || partner[i - 1] !== j - 1 || old.offsets[i - 1] !== from - 1)) partner[i] = -1;
    }
  }
}

function pushTrimmed(edits: Edit[], old: string, now: string, shift: number): void {
  if (old === now) return;
  const head = commonHead(old, now);
  const tail = commonTail(old, now, head);
  edits.push({
    start: shift + head,
    end: shift + old.length - tail,
    text: now.slice(head, now.length - tail),
  });
}

/** How many code units both begin with, cutting no character in either. */
function commonHead(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let n = 0;
  while (n < limit && a.charCodeAt(n) === b.charCodeAt(n)) n += 1;
  while (n > 0 && (splitsCharacter(a, n) || splitsCharacter(b, n))) n -= 1;
  return n;
}

/** How many code units both end with after the first `head`, cutting no character in either. */
function commonTail(a: string, b: string, head: number): number {
  const limit = Math.min(a.length, b.length) - head;
  let n = 0;
  while (n < limit && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n += 1;
  while (n > 0 && (splitsCharacter(a, a.length - n) || splitsCharacter(b, b.length - n))) n -= 1;
  return n;
}
