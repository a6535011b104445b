import type { Edit } from '../text/edit.ts';
import type { ArtefactClass } from './artefact.ts';
import { lineAt } from './joined.ts';
import type { Found, ParagraphText } from './rule.ts';

/** What a rule decides of one character. */
export interface Substitute {
  readonly text: string;
  readonly class: Exclude<ArtefactClass, 'suspect'>;
}

/**
 * One finding of all characters of a paragraph that are sure, and one of all that are likely: a page whose font
 * is broken has them in every line. Values: how many, the first of them, and what stands in its place.
 * @param pattern global; each match is one character
 * @param decide of the character (a code point) at a range, UTF-16 in the joined text; undefined: leave it
 */
export function substitutions(
  { joined, claim }: ParagraphText,
  pattern: RegExp,
  decide: (code: number, start: number, end: number) => Substitute | undefined,
): Found[] {
  const { text } = joined;
  const edits: Record<Substitute['class'], Edit[]> = { safe: [], likely: [] };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    // Halves of a character at the end of one line and the beginning of the next are none together.
    if (end - start > 1 && lineAt(joined, start).end < end) continue;
    const substitute = decide(match[0].codePointAt(0)!, start, end);
    if (substitute && claim(start, end)) edits[substitute.class].push({ start, end, text: substitute.text });
  }
  return (['safe', 'likely'] as const).flatMap((is) => found(text, is, edits[is]));
}

function found(text: string, is: ArtefactClass, edits: readonly Edit[]): Found[] {
  const [first] = edits;
  if (!first) return [];
  const values = [edits.length, text.slice(first.start, first.end), first.text];
  return [{ class: is, start: first.start, end: edits.at(-1)!.end, edits, values }];
}
