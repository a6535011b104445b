import { isDateline } from './dateline.ts';
import type { TextLines } from './text-lines.ts';

/** What stands before the body. Blank blocks belong to none of it. */
export interface Head {
  readonly lines: readonly HeadLine[];
  /** Index of the first block of the body. */
  readonly body: number;
}

/** A title and the blocks that it runs over, a date line, or what leads to them (公报全文如下：, lines of a page of the web). */
export interface HeadLine {
  readonly kind: 'title' | 'dateline' | 'lead';
  readonly first: number;
  readonly last: number;
}

/** In UTF-16 code units. */
const LONGEST_TITLE = 160;
const LONGEST_SUBTITLE = 60;
const MOST_SUBTITLES = 3;
/** In blocks. */
const LONGEST_HEAD = 14;

/** What is shorter is a word of the page (目录), and no part of a title. */
const SHORTEST_PART = 3;

const BRACKETED = /^[（(].*[）)]$/;
const GENUS_END =
  /(?:声明|聲明|公[报報]|宣言|[条條][约約]|公[约約]|[协協]定|[协協][议議]|[议議]定[书書]|[宪憲]章|[规規][约約]|章程|[备備]忘[录錄]|[换換]文|[纪紀]要|[纲綱]要|[倡][议議]|[决決][议議]|[宪憲]法|命令|通知|通告|公告|照[会會]|[电電][报報]|[贺賀唁复復][电電信])(?:全文)?(?:[（(].*[）)])?[*＊]?$/;
const LEAD = /全文如[下左][：:]$/;
/** Where one line of a title goes on in the next. */
const UNDONE = /[的和与與及、暨]$/;
const GOING_ON = /^(?:[关關][于於]|和|与|與|及|暨|的)/;

/** Whether a text ends as titles of instruments do. */
export function endsWithGenus(text: string): boolean {
  return text.length <= LONGEST_TITLE && GENUS_END.test(text.trim());
}

/** A title as one compares it: without spaces and the asterisk of a note. */
const bare = (text: string) => text.replace(/[\s*＊]/g, '');

/** The words of the titles read so far, to tell the second line of a title from a title that is printed twice. */
class Titles {
  readonly #texts: string[] = [];

  /** Whether a line goes on with the title before it. */
  continues(text: string): boolean {
    const before = this.#texts.at(-1);
    if (before === undefined) return false;
    const line = bare(text);
    const earlier = this.#texts.slice(0, -1);
    if (earlier.some((title) => title.startsWith(before + line))) return true;
    if (endsWithGenus(before) || /[，,]/.test(before) || before.includes(line) || this.#repeats(line))
      return false;
    if (UNDONE.test(before) || GOING_ON.test(line)) return true;
    return before.length >= SHORTEST_PART && endsWithGenus(text);
  }

  #repeats(line: string): boolean {
    return line.length > 4 && this.#texts.some((title) => title.startsWith(line));
  }

  add(text: string, continuing: boolean): void {
    const line = bare(text);
    if (continuing) this.#texts[this.#texts.length - 1] += line;
    else this.#texts.push(line);
  }
}

/** Whether a line may be one of several that are no title, such as the names of a list. */
function isListed({ blocks, forms }: TextLines, at: number): boolean {
  let next = at + 1;
  while (next < blocks.length && forms[next]!.scheme === 'blank') next++;
  const form = forms[next];
  if (form === undefined) return true;
  return form.scheme === 'plain' && form.end === 'open' && !endsWithGenus(blocks[next]!.text);
}

type Found = { kind: HeadLine['kind']; first: number; last: number };

/** Lines of which none is the title of an instrument: the first few may be a title, the others are no head. */
function fewest(found: readonly Found[]): Head {
  let titles = 0;
  const end = found.findIndex(({ kind }) => kind === 'title' && ++titles > MOST_SUBTITLES + 1);
  return { lines: found.slice(0, end), body: found[end]!.first };
}

/** Several lines before the title of an instrument are those of the page that shows it. */
function asideFrom(found: Found[], blocks: TextLines['blocks']): void {
  for (const line of found) {
    if (line.kind !== 'title') continue;
    if (endsWithGenus(blocks[line.last]!.text)) return;
    line.kind = 'lead';
  }
}

/**
 * Finds titles, date lines and leads at the head; looks at a dozen blocks or so. `annexed`: of an annex, which may
 * be a list of names and has one title at most.
 */
export function readHead(lines: TextLines, annexed = false): Head {
  const { blocks, forms } = lines;
  const found: Found[] = [];
  const titles = new Titles();
  let titled = 0;
  /** How many titles there are from the first that ends as titles of instruments do. */
  let named = 0;
  let led = false;
  let at = 0;
  for (; at < blocks.length && at < LONGEST_HEAD; at++) {
    const form = forms[at]!;
    const { text } = blocks[at]!;
    if (form.scheme === 'blank') continue;
    if ((form.scheme === 'plain' || form.scheme.endsWith('bracket')) && isDateline(text)) {
      found.push({ kind: 'dateline', first: at, last: at });
      continue;
    }
    if (form.end === 'colon' && titled > 0 && !led && LEAD.test(text.trimEnd())) {
      found.push({ kind: 'lead', first: at, last: at });
      led = true;
      continue;
    }
    const headline = form.scheme === 'hash' && form.value === 1 && titled === 0;
    const bracketed = titled > 0 && BRACKETED.test(text.trim());
    if ((form.scheme !== 'plain' && !bracketed && !headline) || form.end !== 'open') break;
    if (text.length > (titled === 0 ? LONGEST_TITLE : LONGEST_SUBTITLE) || /[。！？；]/.test(text)) break;
    if (titled > 0 && text.includes('，')) break;
    if (!/\p{Script=Han}/u.test(text)) break;
    const last = found.at(-1);
    const next = last?.kind === 'title' && last.last === at - 1 && titles.continues(text);
    // Behind a lead the text goes on with its own title or with its first words.
    if (!next && led && !endsWithGenus(text)) break;
    if (annexed && !next && (titled > 0 || (!endsWithGenus(text) && isListed(lines, at)))) break;
    if (next) last.last = at;
    else {
      if (named > MOST_SUBTITLES) break;
      titled++;
      if (named > 0) named++;
      found.push({ kind: 'title', first: at, last: at });
    }
    if (named === 0 && endsWithGenus(text)) named = 1;
    titles.add(text, next);
  }
  if (named === 0 && titled > MOST_SUBTITLES + 1) return fewest(found);
  if (titled - named > 1 && named > 0) asideFrom(found, blocks);
  const title = titled === 1 ? found.findIndex(({ kind }) => kind === 'title') : -1;
  if (title >= 0 && blocks.length === found[title]!.last + 1 && !endsWithGenus(blocks.at(-1)!.text)) {
    // A text that is nothing but one line is no title.
    return { lines: found.slice(0, title), body: found[title]!.first };
  }
  return { lines: found, body: at };
}
