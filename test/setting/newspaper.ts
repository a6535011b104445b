import { type Column, measureFinder } from './column.ts';
import { chooseSpacing, hasSpaceAfter } from './letter-spacing.ts';
import { type BrokenLine, breakLines, type LineOptions } from './line-breaks.ts';
import { Page, type SetLine } from './page.ts';
import { cutPieces, type Piece } from './piece.ts';
import type { Random } from './random.ts';
import { breakTitle } from './title.ts';

export interface NewspaperSetting extends LineOptions {
  /** One column after the other; a paragraph runs on from one to the next. */
  readonly columns: readonly Column[];
  /**
   * `trace`: the indent is lost, but the first line of a paragraph is two em short; `none`: not even that;
   * `hanging`: the first line is flush, and all others are set in by two em; otherwise the indent was kept, as
   * ideographic spaces or as those of ASCII.
   */
  readonly indent: Indent;
  /** A blank line between all lines, or none at all. */
  readonly blankLines: boolean;
  /** The share (0–1) of the lines that were stretched enough which come out letter-spaced. */
  readonly letterSpacing: number;
  /** Whether the first block is a title, set on two lines. */
  readonly title: boolean;
  /** The page that the text jumps to, as in （下转第7版）; undefined for none. */
  readonly jumpsTo: number | undefined;
}

export type Indent = 'trace' | 'none' | 'ideographic' | 'ascii' | 'hanging';

/** What stands before the first line of a paragraph, and before all others. */
const PRINTED: Readonly<Record<Indent, readonly [string, string]>> = {
  trace: ['', ''],
  none: ['', ''],
  ideographic: ['　　', ''],
  ascii: ['    ', ''],
  hanging: ['', '　　'],
};

export const DEFAULT_SETTING: NewspaperSetting = {
  columns: [{ measure: 16, lines: Number.POSITIVE_INFINITY }],
  indent: 'trace',
  blankLines: true,
  letterSpacing: 0.9,
  squeeze: 0.25,
  keepsUnits: true,
  slips: 0,
  title: true,
  jumpsTo: 7,
};

/** A text set in columns, with the truth that a test compares a reading with. */
export interface SetText {
  readonly raw: string;
  /** The clean text that was set: blocks joined by LF, none at the end. */
  readonly clean: string;
  /**
   * The raw UTF-16 offset of each clean UTF-16 unit, and of the clean text's end: rises strictly. A line break of
   * the clean text maps to the raw line break that ends its block.
   */
  readonly offsets: readonly number[];
  readonly lines: readonly SetLine[];
  /** Raw UTF-16 range of the page-jump mark, without the space before it. */
  readonly jumpMark: { readonly start: number; readonly end: number } | undefined;
}

/**
 * Sets a clean text (one block a line; empty lines are dropped) in newspaper columns, as the extraction of the
 * printed page leaves it. The same text, setting and seed give the same result.
 */
export function setNewspaper(text: string, setting: NewspaperSetting, random: Random): SetText {
  const blocks = text.split(/\r?\n/).filter((block) => block.trim() !== '');
  const measures = measureFinder(setting.columns);
  const page = new Page(setting.blankLines);
  let start = 0;
  for (const [number, block] of blocks.entries()) {
    const pieces = cutPieces(block, start);
    if (number > 0) page.endBlock();
    if (number === 0 && setting.title) {
      setTitle(page, pieces, random);
    } else {
      const hangs = setting.indent === 'hanging';
      const indent = setting.indent === 'none' ? 0 : 2;
      const done = page.bodyLines;
      const measureOf = (n: number): number => measures(done + n) - ((n === 0) === hangs ? 0 : indent);
      const lines = breakLines(pieces, measureOf, setting, random);
      for (const [n, line] of lines.entries()) {
        if (n > 0) page.breakLine();
        page.raw += PRINTED[setting.indent][n === 0 ? 0 : 1];
        setLine(
          page,
          pieces,
          line,
          { block: number, first: n === 0, last: n === lines.length - 1 },
          setting,
          random,
        );
      }
      page.bodyLines += lines.length;
    }
    start += block.length + 1;
  }
  const end = page.raw.length;
  let jumpMark: SetText['jumpMark'];
  if (setting.jumpsTo !== undefined) {
    page.raw += ` （下转第${setting.jumpsTo}版）`;
    jumpMark = { start: end + 1, end: page.raw.length };
  }
  const raw = `${page.raw}${setting.blankLines ? '\n\n' : '\n'}`;
  return { raw, clean: blocks.join('\n'), offsets: [...page.offsets, end], lines: page.lines, jumpMark };
}

interface Place {
  readonly block: number;
  readonly first: boolean;
  readonly last: boolean;
}

function setLine(
  page: Page,
  pieces: readonly Piece[],
  line: BrokenLine,
  place: Place,
  setting: NewspaperSetting,
  random: Random,
): void {
  const spacing = chooseSpacing(pieces, line, place.last, setting.letterSpacing, random);
  const start = page.raw.length;
  for (let i = line.from; i < line.to; i++) {
    page.put(pieces[i]!);
    if (i + 1 < line.to && hasSpaceAfter(pieces, i, spacing)) page.raw += ' ';
  }
  page.lines.push({ start, end: page.raw.length, ...place, letterSpaced: spacing.kind === 'stretched' });
}

/** A title stands on two lines with no blank line between, the first often with a space before it. */
function setTitle(page: Page, pieces: readonly Piece[], random: Random): void {
  if (random.chance(0.5)) page.raw += ' ';
  const joint = breakTitle(pieces);
  const halves = joint === undefined ? [pieces] : [pieces.slice(0, joint), pieces.slice(joint)];
  for (const [n, half] of halves.entries()) {
    if (n > 0) page.raw += '\n';
    const start = page.raw.length;
    for (const piece of half) page.put(piece);
    const last = n === halves.length - 1;
    page.lines.push({ start, end: page.raw.length, block: 0, first: n === 0, last, letterSpaced: false });
  }
}
