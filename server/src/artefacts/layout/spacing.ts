import { isHan, isThinSpace } from '../../text/characters.ts';
import type { Row } from './row.ts';

/** The spaces between the Han characters of a line. */
export interface Spacing {
  /** Places where one or two thin spaces part two Han characters. */
  readonly gaps: number;
  /** Han characters with such a place on both sides. Words that are parted on purpose are hardly ever so short. */
  readonly lone: number;
}

export const noSpacing: Spacing = { gaps: 0, lone: 0 };

/** Reads the line whose print is `raw[first, last)`. */
export function readSpacing(raw: string, first: number, last: number): Spacing {
  let gaps = 0;
  let lone = 0;
  let lastGap = -1;
  for (let at = first; at < last; at++) {
    if (!isThinSpace(raw.charCodeAt(at))) continue;
    const start = at;
    while (isThinSpace(raw.charCodeAt(at + 1))) at++;
    if (at - start > 1 || !isHan(raw.charCodeAt(start - 1)) || !isHan(raw.charCodeAt(at + 1))) continue;
    gaps++;
    if (lastGap === start - 1) lone++;
    lastGap = at + 1;
  }
  return { gaps, lone };
}

/** A shorter line, in half-ems, says nothing: it may be a heading that was set wide. */
const shortest = 12;
/** In a loose line one of so many characters at least has a gap behind it. */
const loosest = 8;
const fewestGaps = 40;

/**
 * Whether the spaces between Han characters are noise all over the document, as counts that rows are added to and
 * taken from: the same after an edit as from scratch.
 */
export class SpacingCensus {
  /** Widths in half-ems: of all lines that are long enough, and of those of them that are loose. */
  private all: number;
  private loose: number;
  private gaps: number;

  constructor(from?: SpacingCensus) {
    this.all = from?.all ?? 0;
    this.loose = from?.loose ?? 0;
    this.gaps = from?.gaps ?? 0;
  }

  count(row: Row, by: 1 | -1): void {
    if (row.maxWidth < shortest) return;
    this.all += by * row.maxWidth;
    const { gaps, lone } = row.spacing;
    if (lone === 0 || gaps * loosest * 2 < row.maxWidth) return;
    this.loose += by * row.maxWidth;
    this.gaps += by * gaps;
  }

  /** Most of the text stands in lines with spaces here and there, single characters between them. */
  isNoise(): boolean {
    return this.gaps >= fewestGaps && this.loose * 2 > this.all;
  }
}
