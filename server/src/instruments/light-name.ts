import { canonicalText } from './canonical-text.ts';
import type { Instrument } from './instrument.ts';

/** A name without the words and marks that writers put in and leave out. */
export interface LightName {
  readonly text: string;
  /** Four digits, where the name begins with a year: 一九六一年…公约. */
  readonly year?: string;
}

const LIGHT = /关于|以及|[的之与和及或同暨、，：“”"‘’「」『』〈〉<>＜＞·\s（）]/g;
const CHINA = /中华人民共和国/g;
/** 1961年, 一九六一年三月三十日的: when it was made, before what it is called. */
const MADE =
  /^((?:19|20|18)\d\d|[一二][〇零○一二三四五六七八九]{3})年(?:[\d一二三四五六七八九十]{1,3}月)?(?:[\d一二三四五六七八九十]{1,3}日)?/;
const DIGITS = '〇一二三四五六七八九';
/** What remains of a shorter name says too little. */
const SHORTEST = 5;

/** Folded, with one sort of marks, and light; undefined where too little remains. */
export function lightName(name: string): LightName | undefined {
  const canonical = canonicalText(name);
  const made = MADE.exec(canonical);
  const text = canonical
    .slice(made?.[0].length ?? 0)
    .replace(CHINA, '中国')
    .replace(LIGHT, '');
  if (text.length < SHORTEST) return undefined;
  if (made === null) return { text };
  const year = [...made[1]!.replace(/[零○]/g, '〇')].map((digit) => {
    const value = DIGITS.indexOf(digit);
    return value < 0 ? digit : String(value);
  });
  return { text, year: year.join('') };
}

/** Whether an instrument is of a year that only one of two names begins with; an id ends in its year. */
export function isOfYear({ id, adopted, opened }: Instrument, year: string): boolean {
  return id.endsWith(`-${year}`) || [adopted?.date, opened?.date].some((date) => date?.startsWith(year));
}
