import { genusOf } from './genus.ts';

/** A short form that the text introduces. Offsets: UTF-16. */
export interface Definition {
  /** The short form; with its marks where these are 《》. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly marked: boolean;
  /** Where the name that it is short for must end; where it may begin at the earliest if it `precedes` that name. */
  readonly after: number;
  /** “公约”系指《…》 */
  readonly precedes?: true;
  /** For all that were named together before: 以下合称“两公约”. */
  readonly together?: true;
  /** 0 for the last of several that are introduced together (以下分别简称《甲》和《乙》), 1 for the one before it … */
  readonly fromLast: number;
}

/** The words up to and with 称 that introduce a short form. */
const INTRODUCTION =
  /[（(，,]?\s*(?:(?:以下|下文|后文|後文)?(?:均|统|統|合|通|分别|分別|一律)?[简簡]|(?:以下|下文)(?:均|统|統|合|通|分别|分別|各)?|下|(?<=[（(])[合统統并並])[称稱]$/;
const TOGETHER = /[合统統]/;
/** A short form in quotation marks that an article on terms defines. */
const MEANS =
  /[“「"]([^“”「」"，。；]{2,20})[”」"](?:一词|一詞)?(?:系|係|即|乃|是)?指(?!出|导|導|定|示|明|控|责|責|挥|揮|令|南|数|數)/g;
/** Nothing but the short form in brackets: 《…》（协议换文）, …的换文（“换文”）. */
const IN_BRACKETS =
  /(?<=[》约約定书書文明报報言章])[（(][“「]?([^“”「」《》（）()，。、；\d\s]{2,12})[”」]?[）)]/g;
const NO_SHORT_FORM = /草案$|^(?:附|见|見|即|下|以|简|簡|原|新|旧|舊|包括|含|第)/;
const LONGEST_INTRODUCTION = 12;
const AFTER = /^(?:之?为|之?為|作|做)?\s*[：:]?\s*/;
/** In title marks, which may stand in quotation marks; in quotation marks; or up to the closing bracket. */
const TERM =
  /^(?:[“「"‘『]?(《[^《》]{1,40}》)[”」"’』]?|[“「"‘『]([^“”「」"‘’『』《》]{1,40})[”」"’』]|([^“”「」《》（）()，。、；]{2,20})(?=[）)]))/;
const BETWEEN_TERMS = /^\s*(?:、|和|与|與|或|及)\s*/;
const MOST_TERMS = 4;

/** The short forms that follow one introduction. */
function termsAt(text: string, from: number, after: number, together: boolean): Definition[] {
  const terms: Omit<Definition, 'fromLast'>[] = [];
  let oneForEach = true;
  let at = from + AFTER.exec(text.slice(from, from + 8))![0].length;
  while (terms.length < MOST_TERMS) {
    const found = TERM.exec(text.slice(at, at + 48));
    if (found === null) break;
    const term = found[1] ?? found[2] ?? found[3] ?? '';
    const marked = found[1] !== undefined;
    const name = marked ? term.slice(1, -1) : term;
    const start = at + found[0].indexOf(term);
    const end = start + term.length;
    terms.push({ start, end, name, marked, after, ...(together ? { together } : {}) });
    at += found[0].length;
    const more = BETWEEN_TERMS.exec(text.slice(at, at + 8));
    if (more === null) break;
    // “甲”或“乙”: two short forms of one.
    if (/[或]/.test(more[0])) oneForEach = false;
    at += more[0].length;
  }
  return terms.map((term, i) => ({ ...term, fromLast: oneForEach ? terms.length - 1 - i : 0 }));
}

/** The short forms that a text introduces, in order: （以下简称《纲要》）, 以下簡稱「公約」. */
export function definitionsIn(text: string): Definition[] {
  const definitions: Definition[] = [];
  for (const { index: called } of text.matchAll(/[称稱]/g)) {
    const from = Math.max(0, called + 1 - LONGEST_INTRODUCTION);
    const introduction = INTRODUCTION.exec(text.slice(from, called + 1));
    if (introduction === null) continue;
    const together = TOGETHER.test(introduction[0]);
    definitions.push(...termsAt(text, called + 1, from + introduction.index, together));
  }
  for (const { 0: whole, 1: name = '', index } of text.matchAll(IN_BRACKETS)) {
    if (genusOf(name) === undefined || NO_SHORT_FORM.test(name)) continue;
    const start = index + whole.indexOf(name);
    definitions.push({ start, end: start + name.length, name, marked: false, after: index, fromLast: 0 });
  }
  if (text.includes('指')) {
    for (const { 0: whole, 1: name, index } of text.matchAll(MEANS)) {
      const start = index + 1;
      const end = start + name!.length;
      definitions.push({
        start,
        end,
        name: name!,
        marked: false,
        after: index + whole.length,
        precedes: true,
        fromLast: 0,
      });
    }
  }
  return definitions.sort((a, b) => a.start - b.start);
}
