import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { Found, ParagraphText } from './rule.ts';
import { replacing } from './solid.ts';

/** What is told of a finding beside its place and edits. */
export interface Told extends Pick<Found, 'class' | 'values' | 'variant'> {
  /** The stretch to show, UTF-16 solid; absent: what is mended. */
  readonly shown?: TextRange;
  /** What other rules have taken is left to them, and the rest is mended. */
  readonly partly?: boolean;
}

/** What stands for a stretch of the solid text. Offsets: UTF-16 solid. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A finding that puts other text in place of stretches (sorted, apart) that no rule has taken; null where one has. */
export function mending(
  paragraph: ParagraphText,
  readings: readonly Reading[],
  { shown, partly, ...told }: Told = {},
): Found | null {
  const { joined, solid, claim } = paragraph;
  const edits: Edit[] = [];
  for (const { start, end, text } of readings) {
    for (const edit of replacing(joined, solid, start, end, text)) {
      if (claim(edit.start, edit.end)) {
        // What is right already belongs to the finding all the same.
        if (joined.text.slice(edit.start, edit.end) !== edit.text) edits.push(edit);
      } else if (!partly) return null;
    }
  }
  if (edits.length === 0) return null;
  const place = shown ?? { start: readings[0]!.start, end: readings.at(-1)!.end };
  return { ...told, ...inJoined(paragraph, place), edits };
}

/** A finding that mends nothing: a stretch of the solid text (UTF-16) that a person has to look at. */
export function pointing(
  paragraph: ParagraphText,
  place: TextRange,
  told: Omit<Told, 'shown' | 'partly'> = {},
): Found | null {
  const range = inJoined(paragraph, place);
  return paragraph.claim(range.start, range.end) ? { ...told, ...range, edits: [] } : null;
}

function inJoined({ solid }: ParagraphText, { start, end }: TextRange): TextRange {
  return { start: solid.at(start), end: solid.at(end - 1) + 1 };
}
