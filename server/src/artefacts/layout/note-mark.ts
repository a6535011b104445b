/*
 * The marks of footnotes, as numbers that are the same for a mark in a sentence and for one before the words of its
 * note, whatever the brackets: a kind and a number.
 */
const kind = { circled: 1000, bracketed: 2000, chinese: 3000, star: 4000, raised: 5000, bare: 6000 } as const;

const numerals = '〇一二三四五六七八九十';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What a line must hold to be worth a closer look. */
export const noteSigns = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳[［〔*＊※†‡⁰¹²³⁴⁵⁶⁷⁸⁹';

const mark =
  '([①-⑳])|[［[〔](?:注)?(\\d{1,3})[\\]］〕]|[［[〔](?:注)?([一二三四五六七八九十]{1,3})[\\]］〕]|([*＊※†‡]{1,3})|([⁰¹²³⁴-⁹]{1,3})';
/** A bare digit before the words of a note tells itself by them. */
const noteStart = new RegExp(
  `^(?:${mark}|(\\d{1,2})[ \\t]?(?=参?见|參?見|参阅|參閱|引自|转引|载于?|載於?|《|原文|原件|即|指))`,
);
/**
 * Behind a word or a title. A circled number or a bare digit is one only where a mark or the end of the line follows:
 * before words it numbers an item; and a digit behind 第, 共, 为 and the like counts something.
 */
const inText = new RegExp(
  `(?<=[\\p{sc=Han}》”’」』）])(?:${mark}|(?<![第件表图圖注款条條项項章至到为為是达達计計共和与與及约約近超号號点點期届屆次年月日由占逾仅僅])(\\d{1,2})(?=[，。；：、！？]))`,
  'gu',
);

/** A mark in a line: UTF-16, from the start of the line. */
export interface NoteMark {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** The mark that a line begins with, 0 where it begins with none. */
export function noteAt(line: string): number {
  const match = noteStart.exec(line);
  return match ? idOf(match) : 0;
}

/** The marks within a line that follow a word. */
export function marksIn(line: string): NoteMark[] {
  const found: NoteMark[] = [];
  for (const match of line.matchAll(inText)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[1] !== undefined && !/^(?:[，。；：、！？》”’）]|$)/.test(line.slice(end, end + 1))) continue;
    found.push({ id: idOf(match), start, end });
  }
  return found;
}

/** Whether marks of this kind are so unlike anything else that two numbers in a row are enough. */
export function isPlainMark(id: number): boolean {
  const of = id - (id % 1000);
  return of === kind.bracketed || of === kind.raised;
}

function idOf([, circled, bracketed, chinese, star, small, bare]:
  | RegExpMatchArray
  | RegExpExecArray): number {
  if (circled !== undefined) return kind.circled + circled.charCodeAt(0) - 0x245f;
  if (bracketed !== undefined) return kind.bracketed + Number(bracketed);
  if (chinese !== undefined) return kind.chinese + chineseNumber(chinese);
  if (star !== undefined) return kind.star + 10 * '*＊※†‡'.indexOf(star.charAt(0)) + star.length;
  if (small !== undefined)
    return kind.raised + Number(Array.from(small, (digit) => raised.indexOf(digit)).join(''));
  return kind.bare + Number(bare);
}

/** Up to 九十九. */
function chineseNumber(text: string): number {
  const digits = Array.from(text, (numeral) => numerals.indexOf(numeral));
  const ten = digits.indexOf(10);
  if (ten < 0) return digits[0]!;
  return 10 * (ten === 0 ? 1 : digits[0]!) + (digits[ten + 1] ?? 0);
}
