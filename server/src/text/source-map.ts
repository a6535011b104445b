import type { TextRange } from './range.ts';

/**
 * The exact map between the raw text and the clean text, both in UTF-16 code units. It is total and
 * monotone in both directions: every clean character comes from one raw character, and every raw offset
 * has a clean offset (that of the first clean character which comes from it or from what follows it).
 */
export interface SourceMap {
  readonly rawLength: number;
  readonly cleanLength: number;
  /** The raw offset of the character that the clean character at this offset came from. Offsets outside are clamped. */
  toRaw(clean: number): number;
  /** The clean offset of the first clean character that comes from this raw offset or later. Offsets outside are clamped. */
  toClean(raw: number): number;
  /** The smallest raw range that holds what the clean range came from; an empty range stays empty. */
  rangeToRaw(clean: TextRange): TextRange;
  /** The clean characters that come from inside the raw range; empty where the range holds only what cleaning leaves out. */
  rangeToClean(raw: TextRange): TextRange;
}
