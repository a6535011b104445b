import type { TextRange } from '../../../../server/src/text/range.ts';

/** Where the last entry with an id has it (UTF-16, without its quotation marks), in a file of instruments as it is typed. */
export function placeOfId(text: string, id: string): TextRange | undefined {
  const quoted = JSON.stringify(id);
  for (let at = text.lastIndexOf(quoted); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(quoted, at - 1)) {
    // No more than the white space that one writes there.
    if (!/"id"\s{0,9}:\s{0,9}$/.test(text.slice(Math.max(0, at - 30), at))) continue;
    return { start: at + 1, end: at + quoted.length - 1 };
  }
  return undefined;
}
