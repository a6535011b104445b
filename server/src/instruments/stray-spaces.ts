/** A text without the single spaces that stand between Han characters; offsets UTF-16. */
export interface SolidText {
  readonly text: string;
  /** From an offset in the solid text to the same character in the text that was given. */
  toText(at: number): number;
}

const SPACE = /[ \u3000]/;
const STRAY = /(?<=[\p{Script=Han}《〈“「（])[ \u3000](?=[\p{Script=Han}》〉”」）])/u;
const STRAYS = new RegExp(STRAY, 'gu');

/**
 * The text with stray spaces left out, so that 《联合国 宪章》 is the charter; null where there are none. Wider gaps
 * part what stands beside them.
 */
export function withoutStraySpaces(text: string): SolidText | null {
  if (!SPACE.test(text) || !STRAY.test(text)) return null;
  const offsets: number[] = [];
  const spaces = new Set([...text.matchAll(STRAYS)].map(({ index }) => index));
  let solid = '';
  let from = 0;
  for (const space of spaces) {
    solid += text.slice(from, space);
    for (let at = from; at < space; at++) offsets.push(at);
    from = space + 1;
  }
  for (let at = from; at < text.length; at++) offsets.push(at);
  return { text: solid + text.slice(from), toText: (at) => offsets[at] ?? text.length };
}

/** A title without any white space that stands between Han characters or at its ends. */
export function solidTitle(title: string): string {
  return title.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}
