import { isDateline, isSource } from './dateline.ts';
import { endsWithGenus } from './head.ts';
import type { BlockForm } from './heading.ts';
import type { TextLines } from './text-lines.ts';

/** In blocks. */
const LONGEST_CLOSING = 60;
const MOST_SIGNATURES = 12;
/** In UTF-16 code units. */
const LONGEST_SIGNATURE = 20;
const LONGEST_TESTIMONY = 300;
/** Several signatories whose names and offices extraction ran together on one line. */
const LONGEST_ROW = 160;

/** What the parties attest: the languages, the copies, the hands that sign. */
const TESTIMONY =
  /^(?:为此|為此|兹|茲|下列(?:签|簽|全[权權]))|一式[两兩二三四五六七八九十]+份|同[等一]作[准準]|同等(?:法律)?效力|同[样樣]有效|以昭信守|[订訂]于|[订訂]於|[签簽][订訂字署][于於]/;
const OFFICE =
  '全[权權]代表|代表|主席|[总總][统統理]|[部外]?[长長]|[书書][记記]|司令[员員官]?|大使|大臣|首相|[国國]王|元[帅帥首]|上[将將]|中[将將]';
const SIGNED = new RegExp(
  `[（(](?:签字|簽字|签名|簽名|签署|印|章)[）)]|^(?:.{2,30}[^，。])?(?:${OFFICE})[：:\\s　]`,
);
const ROW = new RegExp(`(?:${OFFICE})[\\p{Script=Han}·．・]{2,}`, 'u');
const NAME = /^[\p{Script=Han}·．・.\s　（）()、]{2,30}$/u;
/** What stands before the full stop of a testimony: 同等作准。 同样有效。 以昭信守。 一式两份。 */
const LAST_OF_TESTIMONY = '准準效力守份订訂';
const DATED = /[年月].{0,200}?(?:[订訂]|[签簽])/;

export type Trace = 'certain' | 'possible' | 'none';

/** Whether a block by itself may belong to a closing. */
export function closingTrace(text: string, form: BlockForm): Trace {
  if (form.scheme === 'blank') return 'possible';
  if (form.scheme !== 'plain' && !form.scheme.endsWith('bracket')) return 'none';
  const trimmed = text.trim();
  if (isDateline(trimmed) || isSource(trimmed)) return 'certain';
  if (trimmed.length <= LONGEST_TESTIMONY && (TESTIMONY.test(trimmed) || SIGNED.test(trimmed)))
    return 'certain';
  if (form.end !== 'open') return 'none';
  return NAME.test(trimmed) || isRow(trimmed) ? 'possible' : 'none';
}

/** 甲国主席张三乙国总理李四: offices and names without a mark between them. */
function isRow(text: string): boolean {
  return text.length <= LONGEST_ROW && !/[，。；：！？《]/.test(text) && ROW.test(text);
}

function isSignature(text: string, form: BlockForm): boolean {
  if (form.scheme === 'blank' || closingTrace(text, form) !== 'possible') return false;
  return text.length <= LONGEST_SIGNATURE || isRow(text.trim());
}

/** 第十七条 on a line of its own: the next block is its text, whatever it says. */
function followsBareMark({ blocks, forms }: TextLines, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && forms[before]!.scheme === 'blank') before--;
  const form = forms[before];
  return form !== undefined && form.scheme !== 'plain' && form.body >= blocks[before]!.text.length;
}

/**
 * Index of the first block of the closing: testimony, place and date, signatures, the note of the source; the
 * number of blocks where there is none. Names alone are no closing. Never goes back beyond `from`.
 */
export function closingStart(lines: TextLines, from: number): number {
  const { blocks, forms } = lines;
  let start = blocks.length;
  for (let at = blocks.length - 1; at >= from && at >= blocks.length - LONGEST_CLOSING; at--) {
    const found = closingTrace(blocks[at]!.text, forms[at]!);
    if (found === 'none' || (forms[at]!.scheme !== 'blank' && followsBareMark(lines, at))) break;
    if (found === 'certain') start = at;
  }
  // The names of those who sign may stand above the place and date.
  const first = Math.max(from, start - MOST_SIGNATURES);
  while (start < blocks.length && start > first && isSignature(blocks[start - 1]!.text, forms[start - 1]!))
    start--;
  return start;
}

/** What ends a document where another may follow in the same text. */
export interface Ending {
  /** Index of the first block behind it. */
  readonly next: number;
  /** It notes where the text was sent from or printed, which is the last word of a newspaper's item. */
  readonly sourced: boolean;
  /** It says when the document was signed: then another follows, titled or not. */
  readonly signed: boolean;
}

/** The ending that begins at a block in the middle of a text; null where none does, as with nearly every block. */
export function endingAt(lines: TextLines, at: number): Ending | null {
  const { blocks, forms } = lines;
  const form = forms[at]!;
  if (form.scheme !== 'plain' && !form.scheme.endsWith('bracket')) return null;
  const { text } = blocks[at]!;
  if (text.length > LONGEST_TESTIMONY) return null;
  let signed = false;
  if (form.end === 'stop') {
    const end = text.trimEnd().length;
    if (!LAST_OF_TESTIMONY.includes(text.charAt(end - 2)) || !TESTIMONY.test(text.trim())) return null;
    signed = DATED.test(text);
  } else if (form.end !== 'open' || !mayEnd(text)) return null;
  if (closingTrace(text, form) !== 'certain' || followsBareMark(lines, at)) return null;
  let next = at + 1;
  let sourced = isSource(text.trim());
  if (!sourced) {
    const last = Math.min(blocks.length, at + LONGEST_CLOSING);
    while (next < last && !endsWithGenus(blocks[next]!.text)) {
      const { text: following } = blocks[next]!;
      if (closingTrace(following, forms[next]!) === 'none') break;
      next++;
      sourced = isSource(following.trim());
      if (sourced) break;
    }
  }
  while (next < blocks.length && forms[next]!.scheme === 'blank') next++;
  return { next, signed, sourced };
}

/** What a date, a signature or a note of the source ends in; without the cost of their patterns. */
function mayEnd(text: string): boolean {
  const last = text.charAt(text.trimEnd().length - 1);
  return '）)日于於京海'.includes(last) || text.length <= LONGEST_SIGNATURE + 10;
}
