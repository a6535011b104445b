import { type Numeral, type NumeralSystem, readNumeral } from './numeral.ts';

/**
 * How a block opens. A scheme is what makes two numbers belong to one list: 一、 and 二、 do, 一、 and （二） do not.
 */
export type Scheme =
  | 'blank'
  | 'plain'
  /** 序言, 前言 on a line of its own. */
  | 'foreword'
  /** 附件一, 附录 */
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
  /** （一） (1) a) */
  | `${NumeralSystem}-bracket`
  /** ① */
  | 'circled'
  /** —— */
  | 'dash'
  /** • */
  | 'bullet';

/** How a block ends: with a full stop or its like, a colon, a semicolon or comma, or with none of them. */
export type BlockEnd = 'stop' | 'colon' | 'pause' | 'open';

/** What one block shows by itself, without its neighbours. Offsets: UTF-16 in the block's text. */
export interface BlockForm {
  readonly scheme: Scheme;
  /** Of its numeral; 0 where it has none. */
  readonly value: number;
  /** First character that is not white space. */
  readonly start: number;
  /** After its mark (numeral, dash); `start` where it has none. */
  readonly mark: number;
  /** First character of the text after the mark. */
  readonly body: number;
  readonly end: BlockEnd;
  /** Whether the text after the mark reads as a heading: short, and no sentence. */
  readonly heading: boolean;
  /** False where the mark may be the beginning of a sentence (第一条所述…): then only the sequence can tell. */
  readonly sure: boolean;
}

const STOPS = new Set('。！？!?…');
const PAUSES = new Set('；;，,、');
const CLOSERS = new Set('”’」』"）)》〉】');
const LONGEST_HEADING = 40;

/** What \s matches, without the cost of a pattern for each character. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return code === 0x3000 || (code < 0x3000 && /\s/.test(String.fromCharCode(code))) || code === 0xfeff;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** How the text ends, whatever closing marks and white space follow its last mark. */
export function blockEnd(text: string): BlockEnd {
  let at = text.length - 1;
  while (at >= 0 && (isSpace(text.charCodeAt(at)) || CLOSERS.has(text.charAt(at)))) at--;
  const last = text.charAt(at);
  if (STOPS.has(last)) return 'stop';
  if (last === '：' || last === ':') return 'colon';
  return PAUSES.has(last) ? 'pause' : 'open';
}

interface Mark {
  readonly scheme: Scheme;
  readonly value: number;
  readonly end: number;
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

function bracketMark(text: string, at: number): Mark | null {
  const opened = '（(〔'.includes(text.charAt(at));
  const numeral = readNumeral(text, opened ? skipSpace(text, at + 1) : at);
  if (numeral === null || numeral.value > 200) return null;
  const after = opened ? skipSpace(text, numeral.end) : numeral.end;
  if (!'）)〕'.includes(text.charAt(after)) || after >= text.length) return null;
  return { scheme: `${numeral.system}-bracket`, value: numeral.value, end: after + 1, sure: true };
}

/** 3.5亿 is a quantity, 3.5 我们 a number of a paragraph. */
const QUANTITY = /^[亿億万萬千百%％个個元美吨噸公平倍年月日度岁歲]/;

function pointMark(text: string, at: number, numeral: Numeral): Mark | null {
  const { system, value, end } = numeral;
  const point = text.charAt(end);
  if (system === 'circled') return { scheme: 'circled', value, end, sure: true };
  const fullStop = point === '.' || point === '．';
  if (system === 'arabic' && fullStop && /^\d/.test(text.slice(end + 1))) {
    const decimal = /^\d+(?:[.．]\d+)+[.．]?(?=\s|\p{L})/u.exec(text.slice(at, at + 16));
    if (decimal === null || QUANTITY.test(text.slice(at + decimal[0].length))) return null;
    return {
      scheme: 'decimal',
      value: Number(text.slice(end + 1).match(/^\d+/)![0]),
      end: at + decimal[0].length,
      sure: true,
    };
  }
  if (system === 'latin' || value > 300) return null;
  if (point === '、' || fullStop || (point === '，' && system === 'han')) {
    const next = point === '、' ? readNumeral(text, end + 1) : null;
    // 一、二年级 enumerates; 一、一个中国 is numbered.
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
const ANNEX = /^附[件录錄表][一二三四五六七八九十\dA-Z]{0,3}(?=$|[\s：:（(])/;

function readMark(text: string, at: number): Mark | null {
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
    case '附': {
      const annex = text.length - at <= LONGEST_HEADING ? ANNEX.exec(text.slice(at)) : null;
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
  const numeral = readNumeral(text, at);
  if (numeral === null) return null;
  if (skipSpace(text, numeral.end) === text.length) {
    if (numeral.system !== 'han' && numeral.system !== 'roman') return null;
    return { scheme: 'bare', value: numeral.value, end: numeral.end, sure: false };
  }
  return pointMark(text, at, numeral) ?? bracketMark(text, at);
}

/** What a block opens with and how it ends; depends on nothing but its text, so that it can be kept with it. */
export function classifyBlock(text: string): BlockForm {
  const start = skipSpace(text, 0);
  const end = blockEnd(text);
  if (start === text.length) {
    return { scheme: 'blank', value: 0, start, mark: start, body: start, end, heading: false, sure: true };
  }
  const mark = readMark(text, start);
  const body = mark === null ? start : skipSpace(text, mark.end);
  const heading =
    end === 'open' && text.length - body <= LONGEST_HEADING && !/[。！？；]/.test(text.slice(body));
  if (mark === null) {
    return { scheme: 'plain', value: 0, start, mark: start, body, end, heading, sure: true };
  }
  return {
    scheme: mark.scheme,
    value: mark.value,
    start,
    mark: mark.end,
    body,
    end,
    heading,
    sure: mark.sure,
  };
}
