const SHORTEST = 6;
const LONGEST = 24;
const CLAUSE_ENDS = new Set('，。；：！？,;:!?');

/** Whether a cut at this UTF-16 offset would part a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  return (
    at > 0 &&
    at < text.length &&
    /[\ud800-\udbff]/.test(text.charAt(at - 1)) &&
    /[\udc00-\udfff]/.test(text.charAt(at))
  );
}

/**
 * What an outline shows of a text from a UTF-16 offset on: all of it where it is short, else its first clause, or
 * its first two dozen characters, with … for what is left out.
 */
export function labelOf(text: string, from = 0): string {
  const rest = text.slice(from, from + LONGEST + 2).trimStart();
  const whole = text.slice(from).length <= rest.length || text.length - from <= LONGEST + 2;
  const trimmed = whole ? rest.trimEnd().replace(/[。；：，、]$/, '') : rest;
  if (whole && trimmed.length <= LONGEST) return trimmed;
  for (let at = SHORTEST; at < LONGEST && at < rest.length; at++) {
    if (CLAUSE_ENDS.has(rest.charAt(at))) return `${rest.slice(0, at)}…`;
  }
  const cut = splitsPair(rest, LONGEST) ? LONGEST - 1 : LONGEST;
  return `${rest.slice(0, cut)}…`;
}
