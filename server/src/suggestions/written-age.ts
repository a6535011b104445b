import { hanNumeralValue } from '../statement/numeral.ts';

/** A century or a decade at its place in a text; UTF-16. */
export interface WrittenAge {
  readonly start: number;
  readonly end: number;
  /** The first and the last of its years; undefined where the words are not so exact (本世纪中叶). */
  readonly years: readonly [first: number, last: number] | undefined;
}

/** 21世纪海上丝绸之路 is a name. */
const AGE =
  /(?<![\d一二三四五六七八九十])(?:(\d{1,2}|[一二十]{1,3})|(本)|(上个?))世纪(?!海上丝绸)(?:(?:(\d0)|([二三四五六七八九])十)年代)?([初末]|中叶|[上下]半叶|[前中后]期)?|(?<![\d一二三四五六七八九十])(1[89]\d0|20\d0)年代([初末]|[前中后]期)?/g;

/** The centuries and decades of a text in simplified characters. `now` is the year of the document. Linear. */
export function agesIn(text: string, now: number | undefined): WrittenAge[] {
  if (!text.includes('世纪') && !text.includes('年代')) return [];
  return [...text.matchAll(AGE)].map((match) => {
    const [words, number, same, former, decade, hanDecade, part, year, partOfDecade] = match;
    const range = { start: match.index, end: match.index + words.length };
    if (year !== undefined) {
      return { ...range, years: partOfDecade ? undefined : ([Number(year), Number(year) + 9] as const) };
    }
    const ordinal =
      number === undefined
        ? now && Math.ceil(now / 100) - (former === undefined ? 0 : 1)
        : /\d/.test(number)
          ? Number(number)
          : hanNumeralValue(number);
    if (!ordinal || part !== undefined || (number === undefined && !same && !former)) {
      return { ...range, years: undefined };
    }
    const first = 100 * (ordinal - 1);
    const tens = decade === undefined ? hanNumeralValue(hanDecade ?? '') : Number(decade) / 10;
    const years = tens
      ? ([first + 10 * tens, first + 10 * tens + 9] as const)
      : ([first + 1, first + 100] as const);
    return { ...range, years };
  });
}
