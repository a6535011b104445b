import { isDateline } from './head.ts';
import type { BlockForm } from './heading.ts';
import type { CleanBlock } from './node.ts';

/** In blocks. */
const LONGEST_CLOSING = 60;
/** In UTF-16 code units. */
const LONGEST_SIGNATURE = 20;

/** What the parties attest: the languages, the copies, the hands that sign. */
const TESTIMONY =
  /^(?:为此|為此|兹|茲|下列(?:签|簽|全[权權]))|一式[两兩二三四五六]份|同[等一]作[准準]|同等效力|同样有效|同樣有效|以昭信守|[订訂]于|[订訂]於|[签簽][订訂字署][于於]/;
const SIGNED =
  /[（(](?:签字|簽字|签名|簽名|签署|印|章)[）)]|^(?:.{2,30}[^，。])?(?:全[权權]代表|代表|主席|[总總][统統]|[总總]理|部[长長]|[书書][记記]|司令|大使|大臣|首相|[国國]王)[：:\s　]/;
/** （新华社北京五月十六日电） （载《…》） */
const SOURCE = /^[（(](?:[载載原]|.{2,6}社).{0,40}[）)]$/;
const NAME = /^[\p{Script=Han}·．・.\s　（）()、]{2,30}$/u;

type Trace = 'certain' | 'possible' | 'none';

function trace(text: string, form: BlockForm): Trace {
  if (form.scheme === 'blank') return 'possible';
  if (form.scheme !== 'plain' && !form.scheme.endsWith('bracket')) return 'none';
  const trimmed = text.trim();
  if (isDateline(trimmed) || SOURCE.test(trimmed)) return 'certain';
  if (trimmed.length <= 300 && (TESTIMONY.test(trimmed) || SIGNED.test(trimmed))) return 'certain';
  return form.end === 'open' && NAME.test(trimmed) ? 'possible' : 'none';
}

function isSignature(text: string, form: BlockForm): boolean {
  return form.scheme !== 'blank' && text.length <= LONGEST_SIGNATURE && trace(text, form) === 'possible';
}

/** 第十七条 on a line of its own: the next block is its text, whatever it says. */
function followsBareMark(blocks: readonly CleanBlock[], forms: readonly BlockForm[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && forms[before]!.scheme === 'blank') before--;
  const form = forms[before];
  return form !== undefined && form.scheme !== 'plain' && form.body >= blocks[before]!.text.length;
}

/**
 * Index of the first block of the closing: testimony, place and date, signatures, the note of the source; the
 * number of blocks where there is none. Names alone are no closing. Never goes back beyond `from`.
 */
export function closingStart(
  blocks: readonly CleanBlock[],
  forms: readonly BlockForm[],
  from: number,
): number {
  let start = blocks.length;
  for (let at = blocks.length - 1; at >= from && at >= blocks.length - LONGEST_CLOSING; at--) {
    const found = trace(blocks[at]!.text, forms[at]!);
    if (found === 'none' || followsBareMark(blocks, forms, at)) break;
    if (found === 'certain') start = at;
  }
  // The names of those who sign may stand above the place and date.
  while (start < blocks.length && start > from && isSignature(blocks[start - 1]!.text, forms[start - 1]!))
    start--;
  return start;
}
