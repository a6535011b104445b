import { isSpace } from '../text/characters.ts';
import type { Artefact } from './artefact.ts';
import { byteOrderMark } from './layout/row.ts';
import type { ParagraphLayout } from './paragraph-layout.ts';
import type { Rule } from './rule.ts';

/** Stray white space at the edges of lines. */
export const lineEdgeSpace: Rule = {
  id: 'line-edge-space',
  class: 'safe',
  name: { en: 'spaces at the edges of lines', zh: '行首行尾的空白' },
  about: { en: 'White space at the beginning or end of a line.', zh: '行首或行末的空白。' },
  done: { en: { one: '1 line trimmed', many: '{0} lines trimmed' }, zh: '{0} 行首尾空白删去' },
  words: {
    message: { en: 'Stray white space at the edge of a line.', zh: '行首或行尾有多余空白。' },
    fix: { en: 'Remove the space at the edge of the line', zh: '删去行首或行尾的空白' },
  },
};

/** An indent this wide (half-ems) says something about the layout and stays. */
const structuralIndent = 4;

/** What parts two columns on one line, as in a block of signatures; such a line stands where it was set. */
const columnGap = / {3}|\u3000/;

/**
 * Rule `line-edge-space`: stray white space before a paragraph's first line and behind its last. (At the
 * breaks between, it goes with the break.) Offsets: UTF-16 raw, from the start of the paragraph.
 */
export function lineEdgeArtefacts(raw: string, start: number, { rows }: ParagraphLayout): Artefact[] {
  const found: Artefact[] = [];
  const head = rows[0]!;
  const margin = start === 0 && raw.charCodeAt(0) === byteOrderMark ? 1 : 0;
  if (head.indent > margin && head.indentWidth < structuralIndent) {
    const print = raw.slice(start + head.indent, start + head.indent + head.length);
    if (!columnGap.test(print) && isThinOnly(raw, start + margin, start + head.indent))
      found.push(edge(margin, head.indent));
  }
  const tail = rows.at(-1)!;
  let from = tail.indent + tail.length;
  for (const row of rows) if (row !== tail) from += row.span;
  let to = from;
  while (isSpace(raw.charCodeAt(start + to))) to++;
  if (to > from) found.push(edge(from, to));
  return found;
}

function edge(start: number, end: number): Artefact {
  return {
    rule: 'line-edge-space',
    class: 'safe',
    start,
    end,
    edits: [{ start, end, text: '' }],
    values: [],
  };
}

/** Neither a tab nor an ideographic space: those are set on purpose. */
function isThinOnly(raw: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (code === 0x09 || code === 0x3000) return false;
  }
  return true;
}
