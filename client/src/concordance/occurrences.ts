import type { TextRange } from '../../../server/src/text/range.ts';
import { createBareText, foldLookalikes, stripBlanks } from '../annotations/bare-text.ts';

/**
 * Where words stand in a text, one after the other; UTF-16 raw. They are looked for in bare text, so that line breaks
 * and spaces within them hide nothing; capitals and the width of letters make no difference.
 */
export function occurrences(text: string, words: string): TextRange[] {
  const sought = fold(stripBlanks(words));
  if (sought === '') return [];
  const bareText = createBareText(text);
  const bare = fold(bareText.bare);
  const found: TextRange[] = [];
  for (let at = bare.indexOf(sought); at >= 0; at = bare.indexOf(sought, at + sought.length)) {
    found.push({ start: bareText.toText(at), end: bareText.toText(at + sought.length - 1) + 1 });
  }
  return found;
}

/** Each code unit stays one, so that offsets hold. */
function fold(text: string): string {
  const folded = foldLookalikes(text);
  const small = folded.toLowerCase();
  if (small.length === folded.length) return small;
  return folded.replace(/./gsu, (character) => {
    const one = character.toLowerCase();
    return one.length === character.length ? one : character;
  });
}
