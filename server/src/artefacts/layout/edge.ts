import { isDigit, isLetter, isOpening } from '../../text/characters.ts';
import { RowFlag as flag } from './row-flag.ts';

/** What a line begins with. */
export const HeadKind = {
  plain: 0,
  /** A mark or a slash that may not begin a line. */
  closed: 1,
  dash: 2,
  numeral: 3,
  item: 4,
  digit: 5,
  /** 年, 月, 日: a date may have been cut. */
  dateUnit: 6,
  opening: 7,
  gapped: 8,
  jumpMark: 9,
  /** Those who act in a statement: 双方, 中方, 两国, 缔约… */
  actor: 10,
  /** What points or leads back, 这, 该, 但, 其: such a sentence seldom opens a paragraph. */
  back: 11,
  /** What hardly ever begins a sentence: 的, 和, 等. */
  within: 12,
  /** What the clauses of a preamble begin with, each on lines of its own behind a comma: 回顾, 鉴于, 认识到. */
  clause: 13,
} as const;
export const headKinds = 14;

/** What a line ends with. */
export const TailKind = {
  plain: 0,
  /** 。 ！ ？ …, with brackets behind it, or a jump mark behind that. */
  stop: 1,
  semicolon: 2,
  colon: 3,
  pause: 4,
  opening: 5,
  bracket: 6,
  /** A number or a Latin word. */
  word: 7,
  numeral: 8,
  jumpMark: 9,
  /** The name of a kind of document. */
  genus: 10,
  /** No mark either, but the line begins as a heading does: 第三条　合作领域. */
  titled: 11,
  /** The same with nothing else on the line: 第三条. */
  alone: 12,
} as const;
export const tailKinds = 13;

/** How much of a line is the number of an article or chapter with nothing but a space behind it. */
export const Titling = { none: 0, begins: 1, all: 2 } as const;

const actors = new Set('双方 雙方 两国 兩國 中方 俄方 各方 缔约 締約 我们 我們'.split(' '));
const clauses = new Set(
  (
    '回顾 回顧 忆及 憶及 认识 認識 考虑 考慮 鉴于 鑒於 鑑於 注意 重申 遵循 确认 確認 深信 坚信 堅信 确信 確信 希望 决心 決心 ' +
    '基于 基於 致力 认为 認為 铭记 銘記 意识 意識 强调 強調 承认 承認 察及 切望 渴望'
  ).split(' '),
);
const back = '这這该該其此它他她但而也并並又则則且';
const within = '的了和与與及或等们們性化';

/** A whole date, with a place behind it or not, and nothing else: 2027年5月17日于北京, the last line of a document. */
const dateLine =
  /^(?:[12]\d{3}|[一二][一二三四五六七八九〇○零]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日(?:[于於在]?[一-鿿]{2,8})?$/;
/** In UTF-16, with the spaces of a line that was spaced out. */
const longestDateLine = 48;

function isDateLine(raw: string, first: number, last: number): boolean {
  if (last - first > longestDateLine) return false;
  const head = raw.charAt(first);
  return /[12一二]/.test(head) && dateLine.test(raw.slice(first, last).replace(/\s/g, ''));
}

/** The kind of head of a line with these flags whose print is `raw[first, last)`. */
export function headKind(raw: string, first: number, last: number, flags: number): number {
  if (flags & flag.jumpMark) return HeadKind.jumpMark;
  if (flags & flag.gapped) return HeadKind.gapped;
  if (flags & flag.startsClosed) return HeadKind.closed;
  if (flags & flag.startsDash) return HeadKind.dash;
  if (flags & flag.numeral) return HeadKind.numeral;
  if (flags & flag.startsItem) return HeadKind.item;
  if (isDateLine(raw, first, last)) return HeadKind.item;
  const unit = raw.charCodeAt(first);
  if (isDigit(unit) || isLetter(unit)) return HeadKind.digit;
  if (flags & flag.startsDigit) return HeadKind.dateUnit;
  if (isOpening(unit)) return HeadKind.opening;
  const character = raw.charAt(first);
  if (within.includes(character)) return HeadKind.within;
  if (back.includes(character)) return HeadKind.back;
  const word = raw.slice(first, Math.min(last, first + 2));
  return actors.has(word) ? HeadKind.actor : clauses.has(word) ? HeadKind.clause : HeadKind.plain;
}

/** The kind of tail of a line with these flags whose print is `raw[first, last)`, begun as `titling` says. */
export function tailKind(raw: string, first: number, last: number, flags: number, titling: number): number {
  if (flags & flag.jumpMark) return TailKind.jumpMark;
  if (flags & flag.numeral) return TailKind.numeral;
  const unit = raw.charCodeAt(last - 1);
  if (flags & flag.endsSentence) {
    if (unit === 0xff1b || unit === 0x3b) return TailKind.semicolon;
    if (unit === 0xff1a || unit === 0x3a) return TailKind.colon;
    return TailKind.stop;
  }
  if (flags & flag.endsPaused) return TailKind.pause;
  if (flags & flag.endsOpen) return TailKind.opening;
  if (titling !== Titling.none) return titling === Titling.all ? TailKind.alone : TailKind.titled;
  if (flags & flag.endsGenus) return TailKind.genus;
  if (flags & flag.endsWord) return TailKind.word;
  return last > first && '”’》）】」』)］〕'.includes(raw.charAt(last - 1))
    ? TailKind.bracket
    : TailKind.plain;
}
