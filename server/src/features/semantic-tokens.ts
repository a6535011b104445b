import type { Reference } from '../instruments/reference.ts';
import type { Ranged, StatementNode } from '../statement/node.ts';
import type { LineTable } from '../text/lines.ts';
import { overlaps, type TextRange } from '../text/range.ts';
import type { Snapshot } from './snapshot.ts';

/** What the numbers of the tokens mean; the client maps these names to colours. Order is part of the protocol. */
export const semanticTokensLegend = {
  tokenTypes: ['heading', 'item', 'instrument'],
  tokenModifiers: ['unresolved', 'short'],
};

const HEADING = 0;
const ITEM = 1;
const INSTRUMENT = 2;
const UNRESOLVED = 1;
const SHORT = 2;

interface Mark {
  readonly raw: TextRange;
  readonly type: number;
  readonly modifiers: number;
}

/** The tokens of the document, or of a raw range of it, in LSP's encoding: five numbers each, relative to the one before. */
export function semanticTokens({ analysis, lines }: Snapshot, within?: TextRange): number[] {
  const range = within ?? { start: 0, end: analysis.raw.length };
  const cited = analysis.references.filter(({ range: { raw } }) => overlaps(raw, range));
  const instruments = apart(cited.map(instrumentMark));
  return encode(lines, [...besides(headings(analysis.tree, range), instruments), ...instruments]);
}

function instrumentMark({ range, form, instrument }: Reference<Ranged>): Mark {
  const short =
    form === 'defined-short' || form === 'undefined-short' || form === 'anaphor' || form === 'self';
  const modifiers = (instrument === null ? UNRESOLVED : 0) | (short ? SHORT : 0);
  return { raw: range.raw, type: INSTRUMENT, modifiers };
}

function headings(node: StatementNode<Ranged>, range: TextRange): Mark[] {
  if (node.kind === 'paragraph') return [];
  if (node.kind !== 'document' && !overlaps(node.range.raw, range)) return [];
  const below = node.children.flatMap((child) => headings(child, range));
  const { raw } = node.heading;
  switch (node.kind) {
    case 'title':
    case 'annex':
    case 'section':
    case 'article':
      return [{ raw, type: HEADING, modifiers: 0 }, ...below];
    case 'item':
      return [{ raw, type: ITEM, modifiers: 0 }, ...below];
    default:
      return below;
  }
}

/** The marks without those inside another: tokens may not overlap, and a title may hold a title. */
function apart(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return marks.filter(({ raw }) => {
    if (raw.start < end) return false;
    end = raw.end;
    return true;
  });
}

/** The marks without what the others, in order and apart, cover: a title may hold the title of a treaty. */
function besides(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const left: Mark[] = [];
  let first = 0;
  for (const mark of marks) {
    let { start } = mark.raw;
    while (first < others.length && others[first]!.raw.end <= start) first++;
    for (let i = first; i < others.length && others[i]!.raw.start < mark.raw.end; i++) {
      left.push({ ...mark, raw: { start, end: others[i]!.raw.start } });
      start = others[i]!.raw.end;
    }
    left.push({ ...mark, raw: { start, end: mark.raw.end } });
  }
  return left.filter(({ raw }) => raw.start < raw.end);
}

/** A token may not run over a line end, so a mark becomes one token a line, without the white space around. */
function encode(lines: LineTable, marks: readonly Mark[]): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastStart = 0;
  for (const { raw, type, modifiers } of [...marks].sort((a, b) => a.raw.start - b.raw.start)) {
    const end = lines.lineAt(raw.end);
    for (let line = lines.lineAt(raw.start); line <= end; line++) {
      const part = trimmed(lines.text, {
        start: Math.max(raw.start, lines.startOf(line)),
        end: Math.min(raw.end, lines.endOf(line)),
      });
      if (part.start >= part.end) continue;
      const start = part.start - lines.startOf(line);
      const fromStart = line === lastLine ? start - lastStart : start;
      data.push(line - lastLine, fromStart, part.end - part.start, type, modifiers);
      lastLine = line;
      lastStart = start;
    }
  }
  return data;
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  let first = start;
  let last = end;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  while (first < last && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}
