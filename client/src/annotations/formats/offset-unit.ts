import { isHigh, isLow } from '../offsets.ts';

/**
 * What a format counts positions in. Either way every line end counts as it stands, CRLF as two, and there is no BOM.
 * (The sidecar, which counts a CRLF as one, has offsets of its own: see offsets.ts.)
 */
export type OffsetUnit = 'utf-16' | 'code-points';

/** The way between UTF-16 offsets of a text and a format's. */
export interface UnitMap {
  /** The length of the text in the unit. */
  readonly length: number;
  /** The offset in the unit; one inside a surrogate pair counts as after it. Clamped to the text. */
  fromUtf16(offset: number): number;
  /** The UTF-16 offset; undefined where it is no whole number, outside the text, or inside a surrogate pair. */
  toUtf16(offset: number): number | undefined;
}

export function createUnitMap(text: string, unit: OffsetUnit): UnitMap {
  return unit === 'utf-16' ? new CodeUnits(text) : new CodePoints(text);
}

class CodeUnits implements UnitMap {
  readonly length: number;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  fromUtf16(offset: number): number {
    const at = Math.max(0, Math.min(offset, this.length));
    return splitsPair(this.#text, at) ? at + 1 : at;
  }

  toUtf16(offset: number): number | undefined {
    return isInside(offset, this.length) && !splitsPair(this.#text, offset) ? offset : undefined;
  }
}

class CodePoints implements UnitMap {
  readonly length: number;
  /** UTF-16 offsets of the second halves of pairs. */
  readonly #seconds: readonly number[];
  readonly #textLength: number;

  constructor(text: string) {
    const seconds: number[] = [];
    for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) seconds.push(match.index + 1);
    this.#seconds = seconds;
    this.#textLength = text.length;
    this.length = text.length - seconds.length;
  }

  fromUtf16(offset: number): number {
    const at = Math.max(0, Math.min(offset, this.#textLength));
    const before = this.#count((second) => second < at);
    // Inside a pair it is the pair's end, whose second half does not count.
    return this.#seconds[before] === at ? at + 1 - (before + 1) : at - before;
  }

  toUtf16(offset: number): number | undefined {
    if (!isInside(offset, this.length)) return undefined;
    return offset + this.#count((second, index) => second - index <= offset);
  }

  /** How many of the halves, the first ones, are so. */
  #count(isSo: (second: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#seconds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isSo(this.#seconds[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isInside(offset: number, length: number): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= length;
}

function splitsPair(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    isHigh(text.charCodeAt(offset - 1)) &&
    isLow(text.charCodeAt(offset))
  );
}
