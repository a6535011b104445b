import {
  classesOf,
  CharacterClass as is,
  isClosing,
  isClosingBracket,
  isDigit,
  isLetter,
  isOpening,
  isPause,
  isSentenceEnd,
  isSpace,
} from '../../text/characters.ts';
import { solidWidth } from '../../text/display-width.ts';
import { beginningAfter, beginningAt } from './beginnings.ts';
import { headKind, Titling, tailKind } from './edge.ts';
import { LineKind, looksOf } from './furniture-line.ts';
import { marksIn, type NoteMark, noteAt, noteSigns } from './note-mark.ts';
import { RowFlag } from './row-flag.ts';
import { noSpacing, readSpacing, type Spacing } from './spacing.ts';

/**
 * A line that holds something, with the blank lines and the furniture behind it. It knows no position and none of
 * its neighbours, so that it stays true when the text around it is edited. Lengths: UTF-16 raw.
 */
export interface Row {
  /** Up to the start of the next row: the line, its end, and the blank lines and the furniture behind it. */
  readonly span: number;
  /** White space before the first character, and what lies between that and the last. */
  readonly indent: number;
  readonly length: number;
  /** How many blank lines follow before the next row, or before the furniture. */
  readonly gap: number;
  /** Whether the line has an end: false for the last line of a text without one. */
  readonly ended: boolean;
  /** Width of the indent and of the print in half-ems; the most is with marks and gaps beside numbers at full width. */
  readonly indentWidth: number;
  readonly minWidth: number;
  readonly maxWidth: number;
  /** Least width of what would have had to fit on the line before: the first character with the marks that cling to it, or the whole number or word. */
  readonly headWidth: number;
  /** What the line begins and ends with, of {@link HeadKind} and {@link TailKind}. */
  readonly head: number;
  readonly tail: number;
  /** Where the beginning of the line is counted, and the beginnings of the sentences within it; see `beginnings.ts`. */
  readonly beginning: number;
  readonly innerBeginnings: readonly number[];
  /** How many sentence ends, semicolons and colons stand within the line: places where a paragraph did not end. */
  readonly innerEnds: number;
  readonly innerSemicolons: number;
  readonly innerColons: number;
  readonly flags: number;
  /** What the line may be besides text, of {@link LineKind}, and the number on it. */
  readonly kind: number;
  readonly number: number;
  /** The same for lines of the same words, whatever their digits; 0 where it cannot be a running head. */
  readonly key: number;
  /** The mark of a footnote that the line begins with, 0 for none, and those within it; see `note-mark.ts`. */
  readonly note: number;
  readonly marks: readonly NoteMark[];
  /** What is no text and stands between this row and the next: page numbers, running heads. */
  readonly furniture: readonly FurnitureLine[];
  readonly spacing: Spacing;
}

/** A line of furniture within the row that it was put away with. */
export interface FurnitureLine {
  /** UTF-16 raw, from the start of the row, of the start of the line. */
  readonly at: number;
  readonly row: Row;
}

const noFurniture: readonly FurnitureLine[] = [];
const noMarks: readonly NoteMark[] = [];

const numeralLine = /^[一二三四五六七八九十百]{1,4}$/;
const itemStart =
  /^(?:[（(][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十百]{1,4}[、．.]|\d{1,3}(?:[、．)）]|\.(?!\d))|第[一二三四五六七八九十百千〇零\d]{1,6}[章节節条條款编編部])/;
const genera = (
  '声明 聲明 公报 公報 宣言 条约 條約 协定 協定 协议 協議 议定书 議定書 公约 公約 纲要 綱要 备忘录 備忘錄 共识 共識 ' +
  '倡议 倡議 文件'
).split(' ');
const genusEnd = new RegExp(`(?:${genera.join('|')})(?:[（(][^（）()]{1,12}[)）])?$`);
/** What the names of kinds, and brackets behind them, end with: a look at it spares most lines the search. */
const genusTails = `${genera.map((genus) => genus.at(-1)).join('')})）`;

/** As many spaces are no justification: they part what stands side by side. */
const gapWidth = 3;

/** At the head of a text it is no part of the print, and counts as indent of no width. */
export const byteOrderMark = 0xfeff;

/** Stands between two pages, and has no width. */
export const formFeed = 0x0c;

/** Longest line whose words are looked at; a longer one is no line of a column whatever it holds. */
const longLine = 400;

/** A line with fewer Han characters than these is no running head, and no wider one either (half-ems). */
const shortestHead = 4;
const widestHead = 80;
const noBeginnings: number[] = [];

/** Reads the line `raw[start, lineEnd)`. */
export function readRow(
  raw: string,
  start: number,
  lineEnd: number,
  next: number,
  gap: number,
  ended: boolean,
): Row {
  let first = start;
  let indentWidth = 0;
  if (start === 0 && raw.charCodeAt(0) === byteOrderMark) first++;
  while (first < lineEnd && isSpace(raw.charCodeAt(first))) {
    const unit = raw.charCodeAt(first);
    indentWidth += unit === 0x3000 ? 2 : unit === formFeed ? 0 : 1;
    first++;
  }
  let last = lineEnd;
  while (last > first && isSpace(raw.charCodeAt(last - 1))) last--;

  let min = 0;
  let max = 0;
  let headWidth = 0;
  let inHead = true;
  let previous = 0;
  let previousClasses = 0;
  let spacedPairs = 0;
  let tightPairs = 0;
  let space = false;
  let anySpace = false;
  let gapSpaces = 0;
  let firstGap = last;
  let lastGap = first;
  let open = 0;
  /** Places where a number or a word stands beside a Han character: print has a quarter of an em there. */
  let thinGaps = 0;
  let flags = 0;
  let mayBeMarked = false;
  let innerBeginnings = noBeginnings;
  let innerEnds = 0;
  let innerSemicolons = 0;
  let innerColons = 0;
  for (let i = first; i < last; i++) {
    const unit = raw.charCodeAt(i);
    let classes = classesOf(unit);
    if (classes & is.space) {
      space = anySpace = true;
      if (unit === 0x3000 || ++gapSpaces === gapWidth) {
        flags |= RowFlag.gapped;
        firstGap = Math.min(firstGap, i);
        lastGap = i;
      }
      continue;
    }
    gapSpaces = 0;
    if (classes === is.han && !inHead) {
      // What most of a text is made of goes the short way.
      if (previousClasses & (is.digit | is.letter)) thinGaps++;
      else if (space) spacedPairs++;
      else tightPairs++;
      min += 2;
      max += 2;
      previous = unit;
      previousClasses = classes;
      space = false;
      continue;
    }
    let code = unit;
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < last) {
      const low = raw.charCodeAt(i + 1);
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = (unit - 0xd800) * 0x400 + low - 0xdc00 + 0x10000;
        classes = classesOf(code);
        i++;
      }
    }
    if (classes & is.digit || (code > 0x29 && noteSign[code])) mayBeMarked = true;
    const squeezable = classes & is.squeezable;
    const most = squeezable ? 2 : solidWidth(code);
    const least = squeezable ? 1 : most;
    if (inHead) {
      const joined =
        previous === 0 ||
        previousClasses & is.opening ||
        classes & is.closing ||
        previousClasses & classes & (is.digit | is.letter) ||
        (previous === 0x2014 && code === 0x2014);
      if (joined) headWidth += least;
      else inHead = false;
    }
    if (previous !== 0 && !((previousClasses | classes) & (is.digit | is.letter))) {
      if (space) spacedPairs++;
      else tightPairs++;
    }
    if (classes & (is.digit | is.letter) && previousClasses === is.han) thinGaps++;
    if (code === 0x300a || code === 0x201c || code === 0x300c) open++;
    else if ((code === 0x300b || code === 0x201d || code === 0x300d) && open > 0) open--;
    if (classes & is.sentenceEnd) {
      flags |= RowFlag.holdsSentenceEnd;
      if (code === 0x3002 || code === 0xff01 || code === 0xff1f) {
        const beginning = beginningAfter(raw, i + 1, last);
        if (beginning >= 0) {
          innerEnds++;
          if (innerBeginnings === noBeginnings) innerBeginnings = [beginning];
          else innerBeginnings.push(beginning);
        }
      } else if (i < last - 1) {
        if (code === 0xff1b) innerSemicolons++;
        else if (code === 0xff1a) innerColons++;
      }
    }
    if (code === 0xff0c) flags |= RowFlag.fullComma;
    else if (code === 0x2c && previousClasses & is.han) flags |= RowFlag.halfComma;
    min += least;
    max += most;
    previous = code;
    previousClasses = classes;
    space = false;
  }
  if (spacedPairs >= 3 && spacedPairs >= tightPairs * 1.5) flags |= RowFlag.spaced;
  if (open > 0) flags |= RowFlag.leavesOpen;

  const headUnit = raw.charCodeAt(first);
  if (isClosing(headUnit) || headUnit === 0x2f) flags |= RowFlag.startsClosed;
  if (headUnit === 0x2014 && raw.charCodeAt(first + 1) === 0x2014) flags |= RowFlag.startsDash;
  if (isDigit(headUnit) || headUnit === 0x5e74 || headUnit === 0x6708 || headUnit === 0x65e5)
    flags |= RowFlag.startsDigit;
  flags |= readEnd(raw, first, last);
  let kind: number = LineKind.text;
  let number = 0;
  let key = 0;
  let titling: number = Titling.none;
  if (last - first <= longLine) {
    const text = raw.slice(first, last);
    if (numeralLine.test(text)) flags |= RowFlag.numeral;
    const item = itemStart.exec(text);
    if (item) {
      flags |= RowFlag.startsItem;
      const behind = first + item[0].length;
      if (headUnit === 0x7b2c) {
        if (behind === last) titling = Titling.all;
        else if (isSpace(raw.charCodeAt(behind))) titling = Titling.begins;
      }
      // 第三条　合作领域: the gap parts the number from its words.
      if (firstGap - first === item[0].length && lastGap - firstGap < gapWidth) flags &= ~RowFlag.gapped;
    }
    if (genusTails.includes(text.charAt(text.length - 1)) && genusEnd.test(text)) flags |= RowFlag.endsGenus;
    ({ kind, number } = looksOf(text));
    if (kind === LineKind.jumpMark) flags |= RowFlag.jumpMark;
    // A running head has no marks, and so no two widths.
    if (
      (kind === LineKind.text || kind === LineKind.bookTitle) &&
      min === max &&
      max <= widestHead &&
      !(flags & RowFlag.holdsSentenceEnd)
    )
      key = keyOf(text);
  }
  const print = mayBeMarked ? raw.slice(first, last) : '';
  return {
    span: next - start,
    indent: first - start,
    length: last - first,
    gap,
    ended,
    indentWidth,
    minWidth: min,
    maxWidth: max + ((thinGaps + 1) >> 1),
    headWidth,
    head: headKind(raw, first, last, flags),
    tail: tailKind(raw, first, last, flags, titling),
    beginning: beginningAt(raw, first, last),
    innerBeginnings,
    innerEnds,
    innerSemicolons,
    innerColons,
    flags,
    kind,
    number,
    key,
    note: mayBeMarked ? noteAt(print) : 0,
    marks: mayBeMarked ? marksOf(print) : noMarks,
    furniture: noFurniture,
    spacing: anySpace ? readSpacing(raw, first, last) : noSpacing,
  };
}

/** By code unit, what a line must hold to be worth a search for the marks of footnotes. */
const noteSign = new Uint8Array(0x10000);
for (const sign of noteSigns) noteSign[sign.charCodeAt(0)] = 1;

function marksOf(print: string): readonly NoteMark[] {
  const marks = marksIn(print);
  return marks.length === 0 ? noMarks : marks;
}

/** A number made of the Han characters and letters of a line; 0 where they are too few. */
function keyOf(text: string): number {
  let han = 0;
  let low = 0x811c9dc5;
  let high = 0x1234567;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const classes = classesOf(unit);
    if (classes & (is.space | is.digit)) continue;
    if (classes & is.han) han++;
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
  }
  return han < shortestHead ? 0 : (low >>> 0) * 0x200000 + (high & 0x1fffff) + 1;
}

/** What the line ends with; closing brackets after a stop belong to the stop. */
function readEnd(raw: string, first: number, last: number): number {
  let flags = 0;
  const tail = raw.charCodeAt(last - 1);
  if (isOpening(tail)) flags |= RowFlag.endsOpen;
  if (isPause(tail)) flags |= RowFlag.endsPaused;
  if (isDigit(tail)) flags |= RowFlag.endsDigit;
  if (isDigit(tail) || isLetter(tail)) flags |= RowFlag.endsWord;
  let at = last - 1;
  while (at > first && isClosingBracket(raw.charCodeAt(at))) at--;
  if (isSentenceEnd(raw.charCodeAt(at))) flags |= RowFlag.endsSentence;
  else if (endsWithJumpMark(raw, first, last)) flags |= RowFlag.endsSentence;
  return flags;
}

/** `…会议。 （下转第7版）`: the mark is no part of the sentence, and the sentence has its end. */
function endsWithJumpMark(raw: string, first: number, last: number): boolean {
  const tail = raw.charCodeAt(last - 1);
  if (tail !== 0xff09 && tail !== 0x29) return false;
  const text = raw.slice(Math.max(first, last - 16), last);
  return /[。！？]\s*[（(]\s*[下上]\s*[转轉接]\s*第?\s*[^）)\s]{1,4}\s*[版页頁]\s*[）)]$/.test(text);
}
