/** Longer than any guideline that people read, in UTF-16 units. */
const longest = 20_000;
/** So many runs of `*`, `_` or `~` in lines without a blank one between. Reading them takes their square. */
const mostRuns = 400;
/** So many lists and quotations begin on one line. They take the square as well. */
const mostNested = 24;
/** So many lines make a heading of those above them. */
const mostUnderlines = 200;

/**
 * Whether reading a text as Markdown could take longer than a person waits: the reader's time grows with the square of
 * some marks, and the page stands still meanwhile. Found in linear time.
 */
export function isTooMuchMarkdown(text: string): boolean {
  if (text.length > longest) return true;
  let runs = 0;
  let underlines = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const blank = line.trim() === '';
    runs = blank ? 0 : runs + count(line, /\*+|_+|~+/g);
    if (runs > mostRuns) return true;
    if (!blank && /^[\s>=-]*$/.test(line) && ++underlines > mostUnderlines) return true;
    const [containers = ''] = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line) ?? [];
    if (count(containers, /[>*+-]|\d+[.)]/g) > mostNested && !isRule(line)) return true;
  }
  return false;
}

/** A line across the page, which may be of any length. */
function isRule(line: string): boolean {
  return /^ {0,3}(?:-[-\s]*|\*[*\s]*)$/.test(line);
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
