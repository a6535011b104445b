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
} as const;

const table = new Uint16Array(0x10000);

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

/** The bits of a UTF-16 code unit. */
export function signOf(unit: number): number {
  return table[unit]!;
}

/** What a text holds of these kinds. */
export interface Signs {
  /** The bits of everything in it. */
  readonly all: number;
  /** UTF-16 offsets, rising, of all of it but plain stops and spaces. */
  readonly places: readonly number[];
}
