/**
 * What a compositor knows about one mark. This table is the setter's own, on purpose: a setter that shared the
 * reader's table would share its mistakes. After the W3C's "Requirements for Chinese Text Layout" (clreq).
 */
export type GlyphClass =
  | 'opening'
  | 'closing'
  | 'stop'
  | 'dot'
  | 'slash'
  | 'numeric'
  | 'latin'
  | 'space'
  | 'ideograph';

const OPENING = '“‘《〈（【「『［〔';
const CLOSING = '”’》〉）】」』］〕';
const STOP = '，。、；：！？';
const DOT = '·…—％℃';

/** The class of the first character of `text`, which is one unbreakable piece of a line. */
export function glyphClass(text: string): GlyphClass {
  const first = text[0] ?? '';
  if (OPENING.includes(first)) return 'opening';
  if (CLOSING.includes(first)) return 'closing';
  if (STOP.includes(first)) return 'stop';
  // The pair —— opens an item, where it may begin a line; a single one, as in 1949—1986年, may not.
  if (DOT.includes(first) && !text.startsWith('——')) return 'dot';
  if (first === '/' || first === '／') return 'slash';
  if (/[0-9]/.test(first)) return 'numeric';
  if (first === ' ') return 'space';
  if (/[!-~À-ɏЀ-ӿ]/.test(first)) return 'latin';
  return 'ideograph';
}

/** Marks that no line begins with (kinsoku). A slash is not among them: newspapers do let it begin a line. */
export function mayBegin(kind: GlyphClass): boolean {
  return kind !== 'closing' && kind !== 'stop' && kind !== 'dot';
}

/** Marks that no line ends with. */
export function mayEnd(kind: GlyphClass): boolean {
  return kind !== 'opening';
}

/** The width of one piece in em as it is cut, before any squeezing. */
export function fullWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character <= 'ӿ' ? (character === '·' ? 1 : 0.5) : 1;
  return width;
}

/** Whether half of the mark's em is blank, so that it may be set on half an em. */
export function squeezes(kind: GlyphClass): boolean {
  return kind === 'opening' || kind === 'closing' || kind === 'stop';
}
