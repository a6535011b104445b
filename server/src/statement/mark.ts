import { type Numeral, type NumeralSystem, readNumeral } from './numeral.ts';

/**
 * How a block opens. A scheme is what makes two numbers belong to one list: 一、 and 二、 do, 一、 and （二） do not.
 */
export type Scheme =
  | 'blank'
  | 'plain'
  /** 序言, 前言 on a line of its own. */
  | 'foreword'
  /** ### of a text in Markdown; its value is the level. */
  | 'hash'
  /** 附件一, 附录, [附] */
  | 'annex'
  /** 第一编, 第一部分 */
  | 'part'
  /** 第一章 */
  | 'chapter'
  /** 第一节 */
  | 'division'
  /** A numeral alone on its line. */
  | 'bare'
  /** 第一条 */
  | 'article'
  /** 一、 1. I. 甲、 */
  | `${NumeralSystem}-point`
  /** 1.1 */
  | 'decimal'
  /** 1.1.1 and deeper */
  | 'subdecimal'
  /** （一） (1) */
  | `${NumeralSystem}-bracket`
  /** 1） a) */
  | `${NumeralSystem}-closing`
  /** ① */
  | 'circled'
  /** —— */
  | 'dash'
  /** • */
  | 'bullet';

/** What \s matches, without the cost of a pattern for each character. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return code === 0x3000 || (code < 0x3000 && /\s/.test(String.fromCharCode(code))) || code === 0xfeff;
}

/** UTF-16 offset of the next character that is not white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** A mark at the beginning of a block. Offsets: UTF-16 in its text. */
export interface Mark {
  readonly scheme: Scheme;
  readonly value: number;
  /** After it. */
  readonly end: number;
  /** False where a sentence may begin so. */
  readonly sure: boolean;
}

const UNITS: readonly [string, Scheme][] = [
  ['部分', 'part'],
  ['编', 'part'],
  ['編', 'part'],
  ['篇', 'part'],
  ['章', 'chapter'],
  ['节', 'division'],
  ['節', 'division'],
  ['条', 'article'],
  ['條', 'article'],
];

/** What goes on after 第一条 where a sentence speaks of the article instead of a heading opening it. */
const CITING = /^(?:[所规規之的至和及与與或同到第中款项項应應适適已不并並将將是为為对對]|以及|关于|關於)/;

/** 第 十 一 条: a numeral in a heading may be letter-spaced. Its value, and the UTF-16 offset after it. */
function spacedNumeral(text: string, at: number): { value: number; end: number } | null {
  const run = /^\s*[^\s编編篇章节節条條部]{1,12}(?:\s+[^\s编編篇章节節条條部]){0,8}/.exec(
    text.slice(at, at + 32),
  );
  if (run === null) return null;
  const numeral = run[0].replace(/\s/g, '');
  const read = readNumeral(numeral, 0);
  if (read === null || (read.system !== 'han' && read.system !== 'arabic')) return null;
  return read.end === numeral.length ? { value: read.value, end: at + run[0].length } : null;
}

function ordinalMark(text: string, at: number): Mark | null {
  const numeral = spacedNumeral(text, at + 1);
  if (numeral === null) return null;
  const after = skipSpace(text, numeral.end);
  const unit = UNITS.find(([word]) => text.startsWith(word, after));
  if (unit === undefined) return null;
  const end = after + unit[0].length;
  const next = text.charAt(end);
  if (next === '' || isSpace(next.charCodeAt(0)) || '：:、．.（(【“'.includes(next)) {
    const closed = '：:、．.'.includes(next) && next !== '' ? end + 1 : end;
    return { scheme: unit[1], value: numeral.value, end: closed, sure: next !== '、' && next !== '“' };
  }
  if (CITING.test(text.slice(end, end + 2))) return null;
  return { scheme: unit[1], value: numeral.value, end, sure: false };
}

/** In a letter-spaced line a space may stand before the point or bracket of a number (1 . 双 方). UTF-16 offset of it. */
function closeBehind(text: string, end: number): number {
  if (text.charAt(end) !== ' ' && text.charAt(end) !== '　') return end;
  return '.．、）)'.includes(text.charAt(end + 1) || ' ') ? end + 1 : end;
}

function bracketMark(text: string, at: number): Mark | null {
  const opened = '（(〔'.includes(text.charAt(at));
  const numeral = readNumeral(text, opened ? skipSpace(text, at + 1) : at);
  if (numeral === null || numeral.value > 200) return null;
  const after = opened ? skipSpace(text, numeral.end) : closeBehind(text, numeral.end);
  if (!'）)〕'.includes(text.charAt(after)) || after >= text.length) return null;
  const scheme: Scheme = `${numeral.system}-${opened ? 'bracket' : 'closing'}`;
  return { scheme, value: numeral.value, end: after + 1, sure: true };
}

/** 3.5亿 is a quantity, 3.5 我们 a number of a paragraph. */
const QUANTITY = /^[亿億万萬千百%％个個元美吨噸公平倍度岁歲]/;

function pointMark(text: string, at: number, numeral: Numeral): Mark | null {
  const { system, value } = numeral;
  const end = closeBehind(text, numeral.end);
  const point = text.charAt(end);
  if (system === 'circled') return { scheme: 'circled', value, end: numeral.end, sure: true };
  const fullStop = point === '.' || point === '．';
  if (system === 'arabic' && fullStop && /^\d/.test(text.slice(end + 1))) {
    const decimal = /^\d+((?:[.．]\d+)+)[.．]?(?=\s|\p{L})/u.exec(text.slice(at, at + 16));
    const after = decimal === null ? '' : text.charAt(at + decimal[0].length);
    // 1.3月5日 and 1.2031年 are a first item that begins with a date.
    if ('年月日'.includes(after) && after !== '')
      return { scheme: 'arabic-point', value, end: end + 1, sure: true };
    if (decimal === null || QUANTITY.test(after)) return null;
    const numbers = decimal[1]!.split(/[.．]/);
    return {
      scheme: numbers.length > 2 ? 'subdecimal' : 'decimal',
      value: Number(numbers.at(-1)),
      end: at + decimal[0].length,
      sure: true,
    };
  }
  if (value > 300) return null;
  if (system === 'latin') {
    // A name may begin so (J. 甲), and then no B. follows.
    if (!fullStop || !/^\s*\p{Script=Han}/u.test(text.slice(end + 1, end + 8))) return null;
    return { scheme: 'latin-point', value, end: end + 1, sure: false };
  }
  const chinese = system === 'han' || system === 'stem' || system === 'branch';
  if (point === '、' || fullStop || (point === '，' && chinese)) {
    const pair = text.charAt(end + 1) === '两' || text.charAt(end + 1) === '兩';
    const next = point === '、' && !pair ? readNumeral(text, end + 1) : null;
    // 一、二年级 enumerates; 一、一个中国 and 一、两国 are numbered.
    if (next !== null && next.system === system && next.value === value + 1) return null;
    return { scheme: `${system}-point`, value, end: end + 1, sure: point !== '，' };
  }
  return null;
}

function dashMark(text: string, at: number): Mark | null {
  const dashes = /^(?:[—─―－]{1,3}|--+|－{2})\s*/.exec(text.slice(at, at + 8));
  if (dashes === null || at + dashes[0].length >= text.length) return null;
  return { scheme: 'dash', value: 0, end: at + dashes[0].trimEnd().length, sure: true };
}

const FOREWORD = /^(?:序言|序文|前言|引言|弁言)$/;
const ANNEX =
  /^(?:附[件录錄表](?:之?[一二三四五六七八九十\dA-Z]{1,3})?(?=$|[\s：:（(《])|[[【（(]\s?附(?:[件录錄][一二三四五六七八九十\dA-Z]{0,3})?\s?[\]】）)]|附(?=[：:]))[：:]?/;
/** ㈠, which is （一） in one character. */
const FIRST_IN_BRACKETS = 0x3220;
/** A title may stand behind 附件一. UTF-16. */
const LONGEST_ANNEX = 160;

/** The mark that stands at a UTF-16 offset, or null. */
export function readMark(text: string, at: number): Mark | null {
  const first = text.charAt(at);
  switch (first) {
    case '第':
      return ordinalMark(text, at);
    case '（':
    case '(':
    case '〔':
      return bracketMark(text, at);
    case '—':
    case '─':
    case '―':
    case '－':
    case '-':
      return dashMark(text, at);
    case '•':
    case '●':
    case '■':
    case '▪':
    case '◆':
    case '·':
      return { scheme: 'bullet', value: 0, end: at + 1, sure: true };
    case '#': {
      const hashes = /^#{1,6}(?=\s)/.exec(text.slice(at, at + 8));
      if (hashes === null) return null;
      return { scheme: 'hash', value: hashes[0].length, end: at + hashes[0].length, sure: true };
    }
    case '[':
    case '【':
    case '附': {
      const annex = text.length - at <= LONGEST_ANNEX ? ANNEX.exec(text.slice(at)) : null;
      return annex === null ? null : { scheme: 'annex', value: 0, end: at + annex[0].length, sure: true };
    }
    case '序':
    case '前':
    case '引':
    case '弁':
      return FOREWORD.test(text.slice(at, at + 8).trimEnd())
        ? { scheme: 'foreword', value: 0, end: at + 2, sure: true }
        : null;
  }
  const code = text.charCodeAt(at);
  if (code >= FIRST_IN_BRACKETS && code < FIRST_IN_BRACKETS + 10)
    return { scheme: 'han-bracket', value: code - FIRST_IN_BRACKETS + 1, end: at + 1, sure: true };
  const numeral = readNumeral(text, at);
  if (numeral === null) return null;
  if (skipSpace(text, numeral.end) === text.length) {
    if (numeral.system !== 'han' && numeral.system !== 'roman') return null;
    return { scheme: 'bare', value: numeral.value, end: numeral.end, sure: false };
  }
  return pointMark(text, at, numeral) ?? bracketMark(text, at);
}
