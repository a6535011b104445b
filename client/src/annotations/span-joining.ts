import type { TextRange } from '../../../server/src/text/range.ts';
import { isBlank, onlyBlanks } from './bare-text.ts';
import { sicLabelId } from './labels.ts';
import { splitsCharacter } from './offsets.ts';

/**
 * The ranges as a tag can have them: each as `taggable` makes it, sorted, and those that overlap or have only white
 * space between them as one. Empty where nothing is left. Offsets: UTF-16 in the text.
 */
export function taggableSpans(
  text: string,
  wanted: readonly TextRange[],
  label: string,
): readonly TextRange[] {
  return joined(
    text,
    wanted.flatMap((range) => taggable(text, range, label) ?? []),
  );
}

/**
 * The range as it can be tagged: whole characters, without white space at its ends, which no label means
 * (but “as printed” may mean just that). Null where nothing is left.
 */
function taggable(text: string, wanted: TextRange, label: string): TextRange | null {
  let { start, end } = wholeCharacters(text, wanted);
  if (label !== sicLabelId) {
    while (start < end && isBlank(text.charCodeAt(start))) start += 1;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  }
  return start < end ? { start, end } : null;
}

/** The range within the text, widened so that it cuts no surrogate pair and no CRLF. */
export function wholeCharacters(text: string, range: TextRange): TextRange {
  let start = Math.max(0, Math.min(range.start, range.end, text.length));
  let end = Math.min(text.length, Math.max(range.start, range.end, 0));
  if (start === end) return { start, end };
  if (splitsCharacter(text, start)) start -= 1;
  if (splitsCharacter(text, end)) end += 1;
  return { start, end };
}

/** Sorted; those that overlap or have only white space between them are one. None of them is empty. */
function joined(text: string, ranges: readonly TextRange[]): readonly TextRange[] {
  if (ranges.length < 2) return ranges;
  const result: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && onlyBlanks(text, last.end, range.start)) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}
