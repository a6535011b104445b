import { isCjkMark, isHan } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import { type Joined, lineAt } from './joined.ts';
import { placed, Sign, type Signs, signOf } from './signs.ts';

/**
 * A joined text without the thin spaces beside Chinese characters and marks, so that the rules about misread
 * characters see 第—条 in `第 — 条` as well. Wide gaps stay: they part what does not belong together.
 */
export interface Solid {
  readonly text: string;
  readonly signs: Signs;
  /** UTF-16 offset in the joined text of a character of the solid one. */
  at(offset: number): number;
}

/** As many spaces part two columns. */
const gap = 4;

const asItIs = (offset: number) => offset;

/** Where places are gathered before they are known to be all: a list that grows in each paragraph would be much garbage. */
const gathered: number[] = [];
const nowhere: readonly number[] = [];

/** One pass over the joined text: every paragraph goes through here, and most hold little of interest. */
export function solidOf({ text }: Joined): Solid {
  /** By cut: the solid offset behind it, and how much all cuts up to it have taken. */
  const cuts: number[] = [];
  const parts: string[] = [];
  let removed = 0;
  let from = 0;
  let all = 0;
  let count = 0;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = signOf(text.charCodeAt(i));
    if (sign === 0) {
      last = 0;
      continue;
    }
    if ((sign & Sign.thin) !== 0) {
      all |= sign;
      let end = i + 1;
      for (let next = sign; ; end++) {
        next = signOf(text.charCodeAt(end));
        if ((next & Sign.thin) === 0) break;
        all |= next;
      }
      if (end - i < gap && (isChinese(text, i - 1) || isChinese(text, end))) {
        parts.push(text.slice(from, i));
        removed += end - i;
        cuts.push(end - removed, removed);
        from = end;
      } else last = sign;
      i = end - 1;
      continue;
    }
    all |= sign;
    if ((sign & last & Sign.stop) !== 0) all |= Sign.stopAfterStop;
    if ((sign & placed) !== 0) gathered[count++] = i - removed;
    last = sign;
  }
  const signs: Signs = { all, places: count === 0 ? nowhere : gathered.slice(0, count) };
  if (removed === 0) return { text, signs, at: asItIs };
  parts.push(text.slice(from));
  return {
    text: parts.join(''),
    signs,
    at: (offset) => offset + removedBefore(cuts, offset),
  };
}

/** How much the cuts took that lie before a solid offset, or end there. */
function removedBefore(cuts: readonly number[], offset: number): number {
  let low = 0;
  let high = cuts.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[2 * middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : cuts[2 * low - 1]!;
}

function isChinese(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return isHan(unit) || isCjkMark(unit);
}

/**
 * The edits (UTF-16 joined) that put `text` in place of a stretch of the solid text (UTF-16 solid): one for each part
 * that no space and no line break of the print cuts, the first of which puts the text.
 */
export function replacing(joined: Joined, solid: Solid, start: number, end: number, text: string): Edit[] {
  const edits: Edit[] = [];
  for (let i = start; i < end; ) {
    const from = solid.at(i);
    const lineEnd = lineAt(joined, from).end;
    let to = from + 1;
    i++;
    while (i < end && solid.at(i) === to && to < lineEnd) {
      to++;
      i++;
    }
    edits.push({ start: from, end: to, text: edits.length === 0 ? text : '' });
  }
  return edits;
}
