import { lineBreak } from './line-break.ts';
import { lineEdgeSpace } from './line-edge.ts';
import type { CharacterRule, Rule } from './rule.ts';
import { angleForTitle } from './rules/angle-for-title.ts';
import { bracketSpacing } from './rules/bracket-spacing.ts';
import { compatibilityIdeograph } from './rules/compatibility-ideograph.ts';
import { dashItemMark } from './rules/dash-item-mark.ts';
import { dashItemSpacing } from './rules/dash-item-spacing.ts';
import { digitSpacing } from './rules/digit-spacing.ts';
import { doubledLine } from './rules/doubled-line.ts';
import { doubledMark } from './rules/doubled-mark.ts';
import { droppedSegment } from './rules/dropped-segment.ts';
import { ellipsis } from './rules/ellipsis.ts';
import { footnoteMark } from './rules/footnote-mark.ts';
import { fullWidthAlphanumeric } from './rules/full-width-alphanumeric.ts';
import { halfWidthMark } from './rules/half-width-mark.ts';
import { interleavedColumns } from './rules/interleaved-columns.ts';
import { invisibleCharacter } from './rules/invisible-character.ts';
import { jumpMark, jumpMarkSpacing } from './rules/jump-mark.ts';
import { letterSpacing } from './rules/letter-spacing.ts';
import { lookAlike } from './rules/look-alike.ts';
import { markSpacing } from './rules/mark-spacing.ts';
import { middleDot } from './rules/middle-dot.ts';
import { numeralDash } from './rules/numeral-dash.ts';
import { pageNumber } from './rules/page-number.ts';
import { kangxiRadical, radicalSupplement } from './rules/radicals.ts';
import { runningHead } from './rules/running-head.ts';
import { straightQuote } from './rules/straight-quote.ts';
import { strayArticle } from './rules/stray-article.ts';
import { titleMarkNesting } from './rules/title-mark-nesting.ts';
import { unbalancedMark } from './rules/unbalanced-mark.ts';
import { unreadableCharacter } from './rules/unreadable-character.ts';
import { wideSpace } from './rules/wide-space.ts';
import { wordSpacing } from './rules/word-spacing.ts';
import { yearDash } from './rules/year-dash.ts';
import { zeroCircle, zeroLetter } from './rules/zero-letter.ts';

/** The rules about characters in the order in which they may claim text. */
export const characterRules: readonly CharacterRule[] = [
  dashItemSpacing,
  jumpMark,
  jumpMarkSpacing,
  unreadableCharacter,
  kangxiRadical,
  radicalSupplement,
  compatibilityIdeograph,
  fullWidthAlphanumeric,
  invisibleCharacter,
  yearDash,
  letterSpacing,
  wordSpacing,
  digitSpacing,
  markSpacing,
  dashItemMark,
  numeralDash,
  zeroLetter,
  zeroCircle,
  lookAlike,
  angleForTitle,
  middleDot,
  ellipsis,
  doubledMark,
  bracketSpacing,
  straightQuote,
  halfWidthMark,
  titleMarkNesting,
  unbalancedMark,
  runningHead,
  footnoteMark,
  doubledLine,
  droppedSegment,
  interleavedColumns,
  strayArticle,
  wideSpace,
];

const byNeed = new Map<number, readonly CharacterRule[]>();

/** The rules that have something to look for in a paragraph that holds these signs (bits of `Sign`), in their order. */
export function rulesFor(signs: number): readonly CharacterRule[] {
  let asked = byNeed.get(signs);
  if (asked === undefined) {
    asked = characterRules.filter(({ needs }) => needs === undefined || (needs & signs) !== 0);
    byNeed.set(signs, asked);
  }
  return asked;
}

/** Every raw-stage rule, in the order in which a person would tell of them. */
export const rawStageRules: readonly Rule[] = [
  lineBreak,
  letterSpacing,
  wordSpacing,
  markSpacing,
  bracketSpacing,
  wideSpace,
  digitSpacing,
  yearDash,
  dashItemSpacing,
  lineEdgeSpace,
  kangxiRadical,
  radicalSupplement,
  compatibilityIdeograph,
  fullWidthAlphanumeric,
  invisibleCharacter,
  unreadableCharacter,
  jumpMark,
  jumpMarkSpacing,
  pageNumber,
  runningHead,
  dashItemMark,
  numeralDash,
  zeroLetter,
  zeroCircle,
  lookAlike,
  angleForTitle,
  middleDot,
  ellipsis,
  doubledMark,
  straightQuote,
  halfWidthMark,
  titleMarkNesting,
  unbalancedMark,
  footnoteMark,
  doubledLine,
  droppedSegment,
  interleavedColumns,
  strayArticle,
];
