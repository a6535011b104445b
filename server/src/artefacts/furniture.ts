import type { TextRange } from '../text/range.ts';
import type { Artefact } from './artefact.ts';
import type { Joined } from './joined.ts';
import { LineKind } from './layout/furniture-line.ts';
import type { FurnitureLine } from './layout/row.ts';
import { safeMargin } from './line-break.ts';
import type { ParagraphLayout } from './paragraph-layout.ts';
import type { RuleId } from './rule-id.ts';

/*
 * Rules `page-number`, `running-head` and `jump-mark`: lines that are no text and stand between those of the text.
 * What was put away behind one row is the edge of one page: it is one artefact, and goes with the line break that
 * it hides, since nobody could join the sentence otherwise.
 */

/** The edges of pages between and behind the rows of a paragraph that starts at `start`. Offsets: UTF-16 raw, from there. */
export function furnitureArtefacts(
  raw: string,
  start: number,
  { rows, margins }: ParagraphLayout,
  joined: Joined,
): Artefact[] {
  const found: Artefact[] = [];
  let at = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const next = at + row.span;
    if (row.furniture.length > 0) {
      const places = row.furniture.map((line) => placeOf(line, at));
      const line = joined.lines[i + 1];
      // A break that is not certain is left for a person to see, once the furniture is gone.
      const edit =
        line && margins[i]! >= safeMargin
          ? { start: at + row.indent + row.length, end: line.raw, text: line.spaceBefore ? ' ' : '' }
          : { start: at + row.furniture[0]!.at, end: next, text: '' };
      found.push(artefactOf(raw, start, row.furniture, places, edit));
    }
    at = next;
  }
  return found;
}

/** The furniture before the first row of a document, which begins at `end` (UTF-16 raw). */
export function leadFurnitureArtefacts(
  raw: string,
  lines: readonly FurnitureLine[],
  end: number,
): Artefact[] {
  if (lines.length === 0) return [];
  const places = lines.map((line) => placeOf(line, 0));
  return [artefactOf(raw, 0, lines, places, { start: lines[0]!.at + lines[0]!.row.indent, end, text: '' })];
}

/** Where the print of a line of furniture stands behind a row that starts at `at`. */
export function placeOf({ at, row }: FurnitureLine, rowStart: number): TextRange {
  const start = rowStart + at + row.indent;
  return { start, end: start + row.length };
}

function artefactOf(
  raw: string,
  start: number,
  lines: readonly FurnitureLine[],
  places: readonly TextRange[],
  edit: Artefact['edits'][number],
): Artefact {
  const words = places.map((place) => raw.slice(start + place.start, start + place.end).replace(/\s+/g, ' '));
  return {
    rule: ruleFor(lines),
    class: 'likely',
    start: edit.start,
    end: edit.end,
    shown: { start: places[0]!.start, end: places.at(-1)!.end },
    edits: [edit],
    values: [words.join(' · ')],
  };
}

function ruleFor(lines: readonly FurnitureLine[]): RuleId {
  const has = (kind: number) => lines.some(({ row }) => row.kind === kind);
  if (has(LineKind.pageNumber) || has(LineKind.number)) return 'page-number';
  return lines.every(({ row }) => row.kind === LineKind.jumpMark) ? 'jump-mark' : 'running-head';
}
