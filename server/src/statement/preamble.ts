import { SECTION_SCHEMES } from './growth.ts';
import type { Head } from './head.ts';
import type { Scheme } from './mark.ts';
import type { TextLines } from './text-lines.ts';

/** Where the preamble lies. Indexes of blocks, half-open; empty where there is none. */
export interface Preamble {
  readonly from: number;
  readonly to: number;
}

const DIVIDES = new Set<Scheme>([
  'part',
  'chapter',
  'division',
  'article',
  'bare',
  'hash',
  ...SECTION_SCHEMES,
]);
/** “… as follows:”, “the following consensus:” */
const AS_FOLLOWS =
  /(?:如[下左]|(?:以下|下列|左列)(?:各|[几幾数數两兩一二三四五六七八九十]{1,2})?(?:[条條点點项項款]|共[识識]|[协協][议議定]|[谅諒]解|成果|[声聲]明|[条條]款|原[则則]|意[见見]))\s*[：:]\s*$/;
/** A preamble is not longer than this many blocks where nothing but “as follows” ends it. */
const LONGEST = 12;
/** How the parties are named where a treaty begins. */
const PARTIES = /(?:以下|下)[简簡]?[称稱]|[缔締][约約]|^本.{2,6}各?[当當]事[国國]/;

/** Index of the last block before one that is not blank; less than `from` where there is none. */
function blockBefore({ forms }: TextLines, at: number, from: number): number {
  let before = at - 1;
  while (before >= from && forms[before]!.scheme === 'blank') before--;
  return before;
}

/**
 * Whether a list of 一、 is all that a document has to say behind its first words: it begins with whole sentences or headings,
 * and behind its last member stands hardly more than between the others (a paragraph of thanks).
 */
function isBody({ forms }: TextLines, from: number): boolean {
  const { scheme, end, heading, value } = forms[from]!;
  if (scheme !== 'han-point' || value !== 1 || (end !== 'stop' && !heading)) return false;
  let last = 1;
  let between = 0;
  let behind = 0;
  for (let at = from + 1; at < forms.length; at++) {
    const form = forms[at]!;
    if (form.scheme === scheme && form.value === last + 1) {
      last++;
      between = Math.max(between, behind);
      behind = 0;
    } else if (form.scheme === 'plain' && form.end === 'stop') behind++;
    else if (form.scheme === 'bare' || form.scheme === 'article') return false;
  }
  return last > 1 && behind <= between + 1;
}

/**
 * Whether a list that begins at a block only enumerates what the paragraph before it announces (双方商定：), deep in
 * the text. Behind the preamble (“as follows:”), and where the list is the body of the text, its members are sections.
 */
export function enumerates(lines: TextLines, head: Head, at: number): boolean {
  const { blocks, forms } = lines;
  if (!SECTION_SCHEMES.has(forms[at]!.scheme)) return false;
  const before = blockBefore(lines, at, head.body);
  if (before < head.body || forms[before]!.end !== 'colon') return false;
  if (before - head.body >= LONGEST) return true;
  return !AS_FOLLOWS.test(blocks[before]!.text) && !isBody(lines, at);
}

/** Index of the first block after the preamble: the first division, else what follows “… as follows:”. */
function preambleEnd(lines: TextLines, head: Head): number {
  const { blocks, forms } = lines;
  let listed: Scheme | undefined;
  for (let at = head.body; at < blocks.length; at++) {
    const form = forms[at]!;
    if (!DIVIDES.has(form.scheme)) continue;
    if (form.scheme === listed || enumerates(lines, head, at)) listed = form.scheme;
    else if (form.sure || form.value === 1 || form.scheme === 'bare') {
      // Where a list begins in its middle, its first members were lost, and no preamble stands before it.
      return SECTION_SCHEMES.has(form.scheme) && form.value > 1 ? head.body : at;
    }
  }
  for (let at = head.body; at < blocks.length && at < head.body + LONGEST; at++) {
    if (forms[at]!.end === 'colon' && AS_FOLLOWS.test(blocks[at]!.text)) return at + 1;
  }
  return head.body;
}

/**
 * Where the preamble begins: at 序言, or where the parties are named and their clauses begin (回顾…，认识到…，). What
 * stands before, such as an editor's note, is none of it.
 */
function preambleStart({ blocks, forms }: TextLines, from: number, to: number): number {
  let clauses = to - 1;
  for (let at = from; at < to; at++) if (forms[at]!.scheme === 'foreword') return at;
  while (clauses > from && (forms[clauses - 1]!.end === 'pause' || forms[clauses - 1]!.scheme === 'blank'))
    clauses--;
  while (clauses < to && forms[clauses]!.scheme === 'blank') clauses++;
  if (to - clauses < 3 || clauses === from || forms[to - 1]!.end !== 'colon') return from;
  // The visit that a joint statement begins with belongs to the preamble; a note to a treaty does not.
  const first = blocks[from]!.text.trim();
  return PARTIES.test(blocks[clauses]!.text) && !/^[应應]/.test(first) ? clauses : from;
}

/** The preamble of a document behind its head. */
export function preambleOf(lines: TextLines, head: Head): Preamble {
  const to = preambleEnd(lines, head);
  const spoken = lines.blocks.slice(head.body, Math.min(to, head.body + LONGEST));
  if (!spoken.some(({ text }) => /\p{Script=Han}/u.test(text))) return { from: to, to };
  return { from: preambleStart(lines, head.body, to), to };
}
