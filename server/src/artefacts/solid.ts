import { isCjkMark, isHan } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import { type Joined, lineAt } from './joined.ts';
import { Sign, type Signs, signOf, signsIn } from './signs.ts';

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

export function solidOf({ text }: Joined): Solid {
  const signs = signsIn(text);
  if ((signs.all & Sign.thin) === 0) return { text, signs, at: (offset) => offset };
  const kept = new Int32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number) => {
    if (to > from) parts.push(text.slice(from, to));
    for (let i = from; i < to; i++) kept[length++] = i;
  };
  for (let i = 0; i < text.length; i++) {
    if (!isThin(text, i)) continue;
    let end = i + 1;
    while (end < text.length && isThin(text, end)) end++;
    if (end - i < gap && (isChinese(text, i - 1) || isChinese(text, end))) {
      keep(i);
      from = end;
    }
    i = end;
  }
  keep(text.length);
  const solid = parts.join('');
  return { text: solid, signs: signsIn(solid), at: (offset) => kept[offset]! };
}

function isThin(text: string, at: number): boolean {
  return (signOf(text.charCodeAt(at)) & Sign.thin) !== 0;
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
