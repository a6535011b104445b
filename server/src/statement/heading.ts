import { afterDateline } from './dateline.ts';
import { isSpace, readMark, type Scheme, skipSpace } from './mark.ts';

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
  /**
   * Where a second block begins in the same line, or 0: the first item behind a mark (二十三、子、…), the text behind
   * a date line (（1960年2月13日）…).
   */
  readonly second: number;
}

const CLOSERS = '”’」』"）)》〉】';
const LONGEST_HEADING = 40;

/** How the text ends, whatever closing marks and white space follow its last mark. */
export function blockEnd(text: string): BlockEnd {
  let at = text.length - 1;
  while (at >= 0 && (isSpace(text.charCodeAt(at)) || CLOSERS.includes(text.charAt(at)))) at--;
  switch (text.charAt(at)) {
    case '。':
    case '！':
    case '？':
    case '!':
    case '?':
    case '…':
      return 'stop';
    case '：':
    case ':':
      return 'colon';
    case '；':
    case ';':
    case '，':
    case ',':
    case '、':
      return 'pause';
    default:
      return 'open';
  }
}

/** Lists that may begin on the line of what they belong to. */
const FIRST_ON_LINE = /^(?:han|stem|branch|arabic)-(?:point|bracket)$/;

/** 二十三、子、… · 第十四条 1. … · [附] title: whether what stands behind a mark is a block of its own. */
function opensList(text: string, at: number, outer: Scheme): boolean {
  if (outer === 'annex') return true;
  if (!'一1１子甲（('.includes(text.charAt(at))) return false;
  if (outer === 'dash' || outer === 'bullet' || outer === 'hash') return false;
  const inner = readMark(text, at);
  if (inner === null || inner.value !== 1 || !inner.sure || inner.scheme === outer) return false;
  return FIRST_ON_LINE.test(inner.scheme) && skipSpace(text, inner.end) < text.length;
}

/** What a block opens with and how it ends; depends on nothing but its text, so that it can be kept with it. */
export function classifyBlock(text: string): BlockForm {
  const start = skipSpace(text, 0);
  const end = blockEnd(text);
  if (start === text.length) {
    return {
      scheme: 'blank',
      value: 0,
      start,
      mark: start,
      body: start,
      end,
      heading: false,
      sure: true,
      second: 0,
    };
  }
  const mark = readMark(text, start);
  const body = mark === null ? start : skipSpace(text, mark.end);
  const heading =
    end === 'open' && text.length - body <= LONGEST_HEADING && !/[。！？；]/.test(text.slice(body));
  if (mark === null) {
    const second = afterDateline(text, start);
    return { scheme: 'plain', value: 0, start, mark: start, body, end, heading, sure: true, second };
  }
  const { scheme, value, sure } = mark;
  const second = body < text.length && opensList(text, body, scheme) ? body : 0;
  return { scheme, value, start, mark: mark.end, body, end, heading, sure, second };
}
