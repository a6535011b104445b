import type { ReadingPart, ReadingResult } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { RunMap } from '../../../../server/src/text/source-map.ts';

/** The clean text of one version of a document, with the way back to the raw text. */
export interface Reading {
  readonly version: number;
  readonly parts: readonly ReadingPart[];
  /** The clean words of a raw range (UTF-16), on one line. */
  words(raw: TextRange): string;
  /** The clean words of its paragraph before and after a raw range (UTF-16), at most so many UTF-16 units of them. */
  around(raw: TextRange, most: Room): Surroundings;
  /** The raw range of what is found in the clean text around a raw range (UTF-16); null where nothing is. */
  find(raw: TextRange, within: (clean: string, range: TextRange) => TextRange | null): TextRange | null;
}

/** In UTF-16 units. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

/** Words beside a place; with an ellipsis where there are more in its paragraph. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** The server's answer, made ready for use. `rawLength`: UTF-16 length of the document's text. */
export function createReading(result: ReadingResult, rawLength: number): Reading {
  const map = new RunMap(result.runs, rawLength);
  return {
    version: result.version,
    parts: result.parts,
    words(raw) {
      const clean = map.rangeToClean(raw);
      return result.clean.slice(clean.start, clean.end).replace(/\s+/g, ' ').trim();
    },
    find(raw, within) {
      const found = within(result.clean, map.rangeToClean(raw));
      return found && map.rangeToRaw(found);
    },
    around(raw, most) {
      const { start, end } = map.rangeToClean(raw);
      // One more than is shown tells whether there are more.
      const first = Math.max(0, start - most.before - 1);
      const [before = ''] = /[^\n]*$/.exec(result.clean.slice(first, start)) ?? [];
      const [after = ''] = /^[^\n]*/.exec(result.clean.slice(end, end + most.after + 1)) ?? [];
      return {
        // No pair and no number is cut.
        before:
          before.length > most.before ? `…${before.slice(1).replace(/^[\udc00-\udfff\d]+/, '')}` : before,
        after: after.length > most.after ? `${after.slice(0, -1).replace(/[\ud800-\udbff]$/, '')}…` : after,
      };
    },
  };
}

/**
 * Words on one line where no reading of this version is at hand: white space beside Chinese characters and
 * marks is left out, since a column's line break is no part of the words.
 */
export function roughWords(raw: string): string {
  return raw
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u2e80-\uffef\u2014\u201c\u2018]) | (?=[\u2e80-\uffef\u2014\u201d\u2019])/g, '')
    .trim();
}

/** The words of raw text that the clean text leaves out, or has not yet: white space alone is shown by signs. */
export function printedWords(raw: string): string {
  return roughWords(raw) || raw.replace(/\r\n|\r|\n/g, '↵').replace(/\s/g, '␣');
}

/** At most so many characters of the words, the last of them an ellipsis where there are more. Never cuts a pair. */
export function shorten(words: string, most: number): string {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
}
