import { isSpace } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { Artefact } from './artefact.ts';
import { furnitureArtefacts, placeOf } from './furniture.ts';
import { type Joined, joinRows, rawEdit, rawPlace } from './joined.ts';
import { lineBreakArtefacts } from './line-break.ts';
import { lineEdgeArtefacts } from './line-edge.ts';
import type { ParagraphLayout } from './paragraph-layout.ts';
import { type ReadingContext, sameContext } from './reading-context.ts';
import type { CharacterRule, Found, ParagraphText } from './rule.ts';
import { rulesFor } from './rules.ts';
import { type Solid, solidOf } from './solid.ts';

/**
 * A paragraph with all that was done to it. It knows no position of its own, so that it stays true when
 * the text around it is edited. Raw offsets are UTF-16 and count from the start of its first row.
 */
export interface Paragraph {
  /** Its rows, and the raw length up to the next paragraph. */
  readonly rows: number;
  readonly span: number;
  /** Our best reading, without its line end; empty where all of it is furniture. */
  readonly clean: string;
  /** Whether the clean text has a line end behind it, and the raw offset of the character that it comes from. */
  readonly ended: boolean;
  readonly lineEnd: number;
  /** Runs of the source map, flat: clean offset, raw offset, length. */
  readonly runs: readonly number[];
  readonly artefacts: readonly Artefact[];
  readonly furniture: readonly TextRange[];
}

/** How the clean text is read, and how the artefacts that a person sees are found. */
export interface ReadingContexts {
  readonly own: ReadingContext;
  readonly chosen: ReadingContext;
}

/** Reads the paragraph that starts at `start` (UTF-16 raw). */
export function readParagraph(
  raw: string,
  start: number,
  layout: ParagraphLayout,
  { own, chosen }: ReadingContexts,
): Paragraph {
  const { rows } = layout;
  const joined = joinRows(raw, start, rows);
  const solid = solidOf(joined);
  const { found, changes, furniture } = applyCharacterRules(joined, solid, layout, own);
  const shown = sameContext(own, chosen) ? found : applyCharacterRules(joined, solid, layout, chosen).found;
  const artefacts = shown.concat(
    lineEdgeArtefacts(raw, start, layout),
    lineBreakArtefacts(raw, start, layout, joined, chosen),
    furnitureArtefacts(raw, start, layout, joined),
  );
  artefacts.sort((a, b) => a.start - b.start || a.end - b.end);
  const { clean, runs } = rewrite(joined, changes);
  const tail = rows.at(-1)!;
  const span = rows.reduce((sum, row) => sum + row.span, 0);
  let at = 0;
  for (const row of rows) {
    for (const line of row.furniture) furniture.push(placeOf(line, at));
    at += row.span;
  }
  furniture.sort((a, b) => a.start - b.start);
  let lineEnd = span - tail.span + tail.indent + tail.length;
  while (isSpace(raw.charCodeAt(start + lineEnd))) lineEnd++;
  return { rows: rows.length, span, clean, ended: tail.ended, lineEnd, runs, artefacts, furniture };
}

interface Applied {
  readonly found: Artefact[];
  /** What the clean text has otherwise than the joined one, in order: safe edits, and furniture left out. */
  readonly changes: Edit[];
  /** Raw ranges. */
  readonly furniture: TextRange[];
}

function applyCharacterRules(
  joined: Joined,
  solid: Solid,
  layout: ParagraphLayout,
  context: ReadingContext,
): Applied {
  const artefacts: Artefact[] = [];
  const changes: Edit[] = [];
  const furniture: TextRange[] = [];
  const claim = newClaims(joined.text.length);
  const paragraph: ParagraphText = { joined, solid, layout, context, claim };
  for (const rule of rulesFor(solid.signs.all)) {
    for (const found of rule.find(paragraph)) {
      const artefact = toArtefact(rule, found, joined);
      if (!found.unreported) artefacts.push(artefact);
      if (found.furniture) {
        furniture.push({ start: artefact.start, end: artefact.end });
        changes.push({ start: found.start, end: found.end, text: '' });
      } else if (artefact.class === 'safe' || found.read) for (const edit of found.edits) changes.push(edit);
    }
  }
  changes.sort((a, b) => a.start - b.start);
  return { found: artefacts, changes, furniture };
}

function toArtefact(rule: CharacterRule, found: Found, joined: Joined): Artefact {
  return {
    rule: rule.id,
    class: found.class ?? rule.class,
    start: rawPlace(joined, { start: found.start, end: found.start + 1 }).start,
    end: rawPlace(joined, { start: found.end - 1, end: found.end }).end,
    edits: found.edits.map((edit) => rawEdit(joined, edit)),
    values: found.values ?? [],
    ...(found.variant === undefined ? {} : { variant: found.variant }),
  };
}

/** Which code units of the paragraph that is read now are taken: one list for all, since most paragraphs take few. */
let taken = new Uint8Array(4096);

/** A claim takes a stretch of the joined text, unless part of it was taken before. */
function newClaims(length: number): ParagraphText['claim'] {
  let fresh = true;
  return (start, end) => {
    if (fresh) {
      if (taken.length < length) taken = new Uint8Array(2 * length);
      else taken.fill(0, 0, length);
      fresh = false;
    }
    for (let i = start; i < end; i++) if (taken[i]) return false;
    taken.fill(1, start, end);
    return true;
  };
}

/** The joined text with its changes made, and the runs of its map. */
function rewrite(joined: Joined, changes: readonly Edit[]): { clean: string; runs: number[] } {
  const runs: number[] = [];
  const parts: string[] = [];
  let cleanAt = 0;
  let next = 0;
  const put = (text: string, raw: number) => {
    if (text === '') return;
    runs.push(cleanAt, raw, text.length);
    parts.push(text);
    cleanAt += text.length;
  };
  let previousEnd = 0;
  for (const line of joined.lines) {
    let at = line.start;
    const shift = line.raw - line.start;
    // A space that was put in for a line break comes from the break.
    if (line.spaceBefore && cleanAt > 0) put(' ', previousEnd);
    while (next < changes.length && changes[next]!.start < line.end) {
      const change = changes[next]!;
      if (change.start > at) put(joined.text.slice(at, change.start), at + shift);
      at = Math.max(at, Math.min(change.end, line.end));
      put(change.text, change.start + shift);
      if (change.end > line.end) break;
      next++;
    }
    if (line.end > at) put(joined.text.slice(at, line.end), at + shift);
    previousEnd = line.end + shift;
  }
  return { clean: detach(parts.join('')), runs };
}

/** A copy that does not keep the whole document alive, as a slice of it would. */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
