/** A short form that the text introduces. Offsets: UTF-16. */
export interface Definition {
  /** The short form; with its marks where these are 《》. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly marked: boolean;
  /** Where the name that it is short for must end. */
  readonly after: number;
}

const INTRODUCTION =
  /(?:[（(]|[，,])?\s*(?:(?:以下|下文|后文|後文)?(?:均|统|統|合|分别|分別|一律)?(?:简称|簡稱)|(?:以下|下文)(?:均|统|統|合)?[称稱]|下[称稱])(?:为|為|作|之为)?\s*[：:]?\s*/g;
const TERM =
  /^(?:《([^《》]{1,40})》|[“「"‘『]《?([^“”「」"‘’『』《》]{1,40})》?[”」"’』]|([^“”「」《》（）()，。、；]{2,20})(?=[）)]))/;
const BETWEEN_TERMS = /^\s*(?:、|和|与|與|或|及)\s*/;
const MOST_TERMS = 4;

/** The short forms that a text introduces: （以下简称《纲要》）, 以下簡稱「公約」. */
export function definitionsIn(text: string): Definition[] {
  if (!/[简簡下][称稱]|[称稱]/.test(text)) return [];
  const definitions: Definition[] = [];
  for (const introduction of text.matchAll(INTRODUCTION)) {
    let at = introduction.index + introduction[0].length;
    for (let term = 0; term < MOST_TERMS; term++) {
      const found = TERM.exec(text.slice(at, at + 48));
      if (found === null) break;
      const name = found[1] ?? found[2] ?? found[3] ?? '';
      const inner = found[1] === undefined ? at + found[0].indexOf(name) : at;
      const end = found[1] === undefined ? inner + name.length : at + found[0].length;
      definitions.push({
        start: inner,
        end,
        name,
        marked: found[1] !== undefined,
        after: introduction.index,
      });
      at += found[0].length;
      const more = BETWEEN_TERMS.exec(text.slice(at, at + 8));
      if (more === null) break;
      at += more[0].length;
    }
  }
  return definitions;
}
