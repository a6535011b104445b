/** What a line by itself may be besides a line of the text. */
export const LineKind = {
  text: 0,
  /** A mark that leads from page to page of a newspaper: `（下转第7版）`. */
  jumpMark: 1,
  /** A page number that looks like nothing else: `— 12 —`, `第 12 页`. */
  pageNumber: 2,
  /** A number that may be that of a page: `12`, `648—`, or `7g` as it was read. */
  number: 3,
  /** The head of a newspaper page, or a part of it: `人民日报 2024年5月17日 第6版`, `第6版`. */
  masthead: 4,
  /** Who wrote or photographed it: `新华社记者 …`. */
  byline: 5,
  /** Ends like the name of a collection or of its volume: `条约集第三卷`. */
  bookTitle: 6,
} as const;

/** What a line says of itself. */
export interface LineLooks {
  /** Of {@link LineKind}. */
  readonly kind: number;
  /** The number on it, where it is one. */
  readonly number: number;
}

/** The longest of them that is a number and nothing more: `（第1234页，共1234页）`. */
const longestNumber = 24;

const text: LineLooks = { kind: LineKind.text, number: 0 };

/** Nothing of the kind is longer (UTF-16). */
const longest = 48;

/** What such lines end with, but for those of reporters: most lines of a text end otherwise, and need no search. */
const lastSigns = new Uint8Array(0x10000);
for (const sign of '版页頁报報日刊讯息考）)】〕]》集编編汇鉴鑑选選卷册冊辑輯文天一二三四五六七八九十OoIlgqSZB|-‐‑–—―－─~～_·•‧∙・') {
  lastSigns[sign.charCodeAt(0)] = 1;
}
for (let digit = 0; digit < 10; digit++) lastSigns[0x30 + digit] = lastSigns[0xff10 + digit] = 1;

const jumpMark =
  /^(?:[（(【〔[]|[●▲■★→※]?)[下上紧緊][转轉接](?:[《“].{1,12}[》”])?第?[^（）()【】〔〕[\]，。]{1,4}[版页頁][）)】〕\]]?$/;
const dashes = '[-‐‑–—―－─~～_·•‧∙・]';
const number = '[\\d０-９]{1,4}';
const between = new RegExp(`^${dashes}{1,3}(?:第?${number}[页頁]?)${dashes}{1,3}$`);
const named = new RegExp(
  `^[（(]?(?:第${number}[页頁](?:[,，/／]?共${number}[页頁])?|共${number}[页頁][,，/／]?第${number}[页頁]|page${number}(?:(?:of|/)${number})?)[）)]?$`,
  'i',
);
const share = new RegExp(`^(${number})[/／]${number}$`);
/** A digit or two may have been read as letters; a dash beside the number is often lost. */
const bare = new RegExp(`^${dashes}{0,2}([\\d０-９]{1,4}|(?=.*\\d)[\\dOoIlgqSZB|]{2,4})${dashes}{0,2}$`);
const edition = /^第?(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})版$/;
const byline =
  /^(?:新华社|新華社|本报|本報|人民日报|中新社)?(?:驻.{1,6})?(?:通讯员|通訊員|记者|記者)[^，。；：、]{2,16}$/;
const bookTitle =
  /^[^，。；：、]{2,}(?:全集|选集|選集|文集|文选|文選|汇编|匯編|彙編|文件集|条约集|條約集|年鉴|年鑑)$|^[^，。；：、]{4,}第(?:[一二三四五六七八九十百]{1,5}|\d{1,3})[卷册冊辑輯]$/;

const mastheadParts: readonly RegExp[] = [
  /^[《]?[\u4e00-\u9fff]{0,4}(?:日报|日報|晚报|时报|早报|晨报|公报|快报|商报|导报|参考消息|参考|时讯)[》]?/,
  /^(?:\d{4}|[一二三四五六七八九〇○零]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日/,
  /^[（(]?(?:星期|周|週)[一二三四五六日天][）)]?/,
  /^第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})版/,
  /^[农農][历曆].{2,10}?(?:[初十廿卅][一二三四五六七八九十]|[二三]十)/,
];
const separators = /^[·•|｜/,，\-—]+/;

/**
 * Looks at a line alone. Whether it is furniture depends on where it stands; see `furniture.ts`.
 * @param line without the white space at its edges
 */
export function looksOf(line: string): LineLooks {
  if (line.length > longest) return text;
  if (!lastSigns[line.charCodeAt(line.length - 1)] && !/[记記]者/.test(line)) return text;
  const solid = /\s/.test(line) ? line.replace(/\s+/g, '') : line;
  const first = solid.charCodeAt(0);
  // What the line must end with or hold is looked at first: a pattern is compiled only where one may match.
  const last = solid.charAt(solid.length - 1);
  if ('版页頁）)】〕]'.includes(last)) {
    if (jumpMark.test(solid)) return { kind: LineKind.jumpMark, number: 0 };
    if (edition.test(solid)) return { kind: LineKind.masthead, number: 0 };
  }
  if (/[记記员員]/.test(solid) && byline.test(solid)) return { kind: LineKind.byline, number: 0 };
  if ('集编編汇彙鉴鑑选選卷册冊辑輯'.includes(last) && bookTitle.test(solid)) {
    return { kind: LineKind.bookTitle, number: 0 };
  }
  if (!/[\d０-９]|星期|第/.test(solid)) return text;
  if (solid.length <= longestNumber) {
    if (between.test(solid) || named.test(solid)) return { kind: LineKind.pageNumber, number: 0 };
    const found = share.exec(solid) ?? bare.exec(solid);
    if (found) return { kind: LineKind.number, number: printedNumber(found[1]!) };
  }
  if (first >= 0x30 && isMasthead(solid)) return { kind: LineKind.masthead, number: 0 };
  return text;
}

/** The number that was printed, with the letters that its digits were read as. */
function printedNumber(read: string): number {
  const digits = read.normalize('NFKC').replace(/[OoIlgqSZB|]/g, (letter) => misread[letter]!);
  return Number(digits);
}

const misread: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
  g: '9',
  q: '9',
};

/** The name of a newspaper, a date, the day of the week and the number of the page, in any order; the name or the page among them. */
function isMasthead(solid: string): boolean {
  const found = new Set<number>();
  let rest = solid;
  while (rest !== '') {
    const part = mastheadParts.findIndex((pattern) => pattern.test(rest));
    if (part < 0 || found.has(part)) return false;
    found.add(part);
    rest = rest.replace(mastheadParts[part]!, '').replace(separators, '');
  }
  const [name, date, weekday, page] = [0, 1, 2, 3].map((part) => found.has(part));
  return Boolean((name && (weekday || page)) || (date && page));
}
