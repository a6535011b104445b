import { readNumeral } from '../statement/numeral.ts';
import type { TextLines } from '../statement/text-lines.ts';
import type { ReadingFound, ReadText } from './reading-rule.ts';

/** 附件三, but not 附件一式两份 or 附件三份. */
const cited =
  /附[件录錄]之?\s?([一二三四五六七八九十]{1,3}|\d{1,2})(?![\d一二三四五六七八九十百式份个個页頁张張种種])/g;
/** How far before a citation it is asked what it is of. UTF-16. */
const lookBack = 40;
const heading = /^附[件录錄]之?\s?/;

/** The numbers of the annexes of a document, and where the last begins (UTF-16 clean); one without a number is the first. */
function annexesOf({ tree, blocks }: Pick<ReadText, 'tree' | 'blocks'>): {
  values: Set<number>;
  last: { start: number; end: number } | undefined;
} {
  const starts = new Set(
    tree.children.filter(({ kind }) => kind === 'annex').map(({ range }) => range.clean.start),
  );
  const values = new Set<number>();
  let last: { start: number; end: number } | undefined;
  if (starts.size === 0) return { values, last };
  for (const { text, start } of blocks) {
    const lead = text.length - text.trimStart().length;
    if (!starts.has(start + lead)) continue;
    const words = text.slice(lead);
    const mark = heading.exec(words)?.[0];
    // A protocol or [附] stands among the annexes and bears none of their numbers.
    if (mark === undefined) continue;
    const numeral = readNumeral(words, mark.length);
    values.add(numeral?.value ?? 1);
    last = { start: start + lead, end: start + lead + (numeral?.end ?? mark.length) };
  }
  return { values, last };
}

/**
 * Annexes of the document itself that it cites and does not have, each where it is first cited. They may lie in
 * another file: so no more than a hint, and nothing where it has none and its end is not there. Linear.
 *
 * @param isOther whether the words before a citation, in the line at an index, tell that another instrument is meant
 */
export function missingAnnexes(
  text: ReadText,
  { blocks, forms }: TextLines,
  isWhole: boolean,
  isOther: (at: number, lead: string) => boolean,
): ReadingFound[] {
  const { values, last } = annexesOf(text);
  if (!last && !isWhole) return [];
  const found: ReadingFound[] = [];
  const told = new Set<number>();
  blocks.forEach(({ text: words, start }, at) => {
    if (forms[at]!.scheme === 'annex' || !words.includes('附')) return;
    for (const match of words.matchAll(cited)) {
      const value = readNumeral(match[1]!, 0)?.value;
      if (value === undefined || values.has(value) || told.has(value)) continue;
      if (isOther(at, words.slice(Math.max(0, match.index - lookBack), match.index))) continue;
      told.add(value);
      const range = { start: start + match.index, end: start + match.index + match[0].length };
      found.push({
        ...range,
        edits: [],
        values: [match[0]],
        variant: last ? 'annex' : 'annexes',
        ...(last ? { related: [last] } : {}),
      });
    }
  });
  return found;
}
