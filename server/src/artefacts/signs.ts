/**
 * The kinds of characters that the rules about marks and misread characters look for, as bits. One pass over a
 * paragraph tells which of them it holds, and spares most rules a pass of their own.
 */
export const Sign = {
  /** Dashes, and what engines read for one and for 一. */
  dash: 1 << 0,
  /** Stops and brackets of an alphabet. */
  halfWidth: 1 << 1,
  point: 1 << 2,
  straightQuote: 1 << 3,
  /** Angles that are not 《 》. */
  angle: 1 << 4,
  /** Marks that come in pairs. */
  paired: 1 << 5,
  /** Dots of all heights that are not ·. */
  dot: 1 << 6,
  /** What an ellipsis is made of, points aside. */
  ellipsis: 1 << 7,
  /** Full-width stops. */
  stop: 1 << 8,
  /** Two stops in a row. */
  stopAfterStop: 1 << 9,
  /** Characters that are misread for one another. */
  lookAlike: 1 << 10,
  /** Letters and circles that are misread for digits. */
  letterDigit: 1 << 11,
  /** 0 beside a Chinese numeral, too. */
  zero: 1 << 12,
  /** Thin spaces. */
  thin: 1 << 13,
  /** Spaces that no keyboard makes, thin or wide. */
  oddSpace: 1 << 14,
  /** Digits of both widths. */
  digit: 1 << 15,
  /** The pages of a newspaper. */
  page: 1 << 16,
  /** What hardly any text holds: radicals, doubled ideographs, full-width letters, what cannot be seen or read. */
  unusual: 1 << 17,
} as const;

/** What is so common, or so plain to find again, that nobody wants to know of each place. */
const unplaced = Sign.stop | Sign.thin | Sign.oddSpace | Sign.digit | Sign.page | Sign.unusual;

/** Which signs have their places kept. */
export const placed = ~unplaced;

const table = new Uint32Array(0x10000);

function put(bit: number, characters: string): void {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= bit;
}

put(Sign.dash, '—―ー－-–─━');
put(Sign.halfWidth, ',:;?!()');
put(Sign.point, '.．');
put(Sign.straightQuote, '"\'＂');
put(Sign.angle, '<>«»＜＞≪≫〈〉');
put(Sign.paired, '“”‘’《》〈〉（）()「」『』【】〔〕');
put(Sign.dot, '•‧・･∙●');
put(Sign.ellipsis, '…·');
put(Sign.stop, '，。；、：');
put(Sign.lookAlike, '曰目己已巳未末士土人入千干于上');
put(Sign.letterDigit, 'OoＯ○◯lI');
put(Sign.zero, '0０');
put(Sign.thin, ' \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a');

put(
  Sign.oddSpace,
  '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
);
put(Sign.digit, '0123456789０１２３４５６７８９');
put(Sign.page, '版页頁');
for (const [first, last] of [
  [0, 8],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200d],
  [0x2060, 0x2060],
  [0x2e80, 0x2fd5],
  [0xd800, 0xfaff],
  [0xfeff, 0xfeff],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
  [0xfffd, 0xffff],
] as const) {
  for (let unit = first; unit <= last; unit++) table[unit]! |= Sign.unusual;
}

/** The bits of a UTF-16 code unit. */
export function signOf(unit: number): number {
  return table[unit]!;
}

/** What a text holds of these kinds. */
export interface Signs {
  /** The bits of everything in it. */
  readonly all: number;
  /** UTF-16 offsets, rising, of all that is {@link placed}. */
  readonly places: readonly number[];
}
