import { isSpace } from '../text/characters.ts';
import type { TextRange } from '../text/range.ts';
import type { Artefact } from './artefact.ts';
import { deletion, type Joined, joinRows, rawPlace } from './joined.ts';
import { lineBreakArtefacts } from './line-break.ts';
import { lineEdgeArtefacts } from './line-edge.ts';
import type { ParagraphLayout } from './paragraph-layout.ts';
import type { Found, ParagraphText } from './rule.ts';
import { characterRules } from './rules.ts';

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

/** Reads the paragraph that starts at `start` (UTF-16 raw). */
export function readParagraph(raw: string, start: number, layout: ParagraphLayout): Paragraph {
  const { rows } = layout;
  const joined = joinRows(raw, start, rows);
  const { found, dropped, furniture } = applyCharacterRules(joined, layout.wrapped);
  const artefacts = found.concat(
    lineEdgeArtefacts(raw, start, layout),
    lineBreakArtefacts(raw, start, layout, joined),
  );
  artefacts.sort((a, b) => a.start - b.start || a.end - b.end);
  const { clean, runs } = leaveOut(joined, dropped);
  const tail = rows.at(-1)!;
  const span = rows.reduce((sum, row) => sum + row.span, 0);
  let lineEnd = span - tail.span + tail.indent + tail.length;
  while (isSpace(raw.charCodeAt(start + lineEnd))) lineEnd++;
  return { rows: rows.length, span, clean, ended: tail.ended, lineEnd, runs, artefacts, furniture };
}

interface Applied {
  readonly found: Artefact[];
  /** Joined ranges that the clean text leaves out, in order. */
  readonly dropped: TextRange[];
  /** Raw ranges. */
  readonly furniture: TextRange[];
}

function applyCharacterRules(joined: Joined, wrapped: boolean): Applied {
  const artefacts: Artefact[] = [];
  const dropped: TextRange[] = [];
  const furniture: TextRange[] = [];
  const taken = new Claims(joined.text.length);
  const paragraph: ParagraphText = { joined, wrapped, claim: (start, end) => taken.claim(start, end) };
  for (const rule of characterRules) {
    for (const found of rule.find(paragraph)) {
      artefacts.push(toArtefact(rule.id, found, joined));
      if (found.furniture) {
        furniture.push({
          start: rawPlace(joined, { start: found.start, end: found.start }).start,
          end: rawPlace(joined, { start: found.end - 1, end: found.end }).end,
        });
        dropped.push({ start: found.start, end: found.end });
      } else if (artefacts.at(-1)!.class === 'safe') for (const range of found.deletions) dropped.push(range);
    }
  }
  dropped.sort((a, b) => a.start - b.start);
  return { found: artefacts, dropped, furniture };
}

function toArtefact(rule: Artefact['rule'], found: Found, joined: Joined): Artefact {
  return {
    rule,
    class: found.class ?? (found.furniture ? 'likely' : 'safe'),
    start: rawPlace(joined, { start: found.start, end: found.start + 1 }).start,
    end: rawPlace(joined, { start: found.end - 1, end: found.end }).end,
    edits: found.deletions.map((range) => deletion(joined, range)),
    values: found.values ?? [],
  };
}

/** The stretches of a paragraph that rules have taken. */
class Claims {
  private readonly length: number;
  private taken: Uint8Array | undefined;

  constructor(length: number) {
    this.length = length;
  }

  claim(start: number, end: number): boolean {
    this.taken ??= new Uint8Array(this.length);
    for (let i = start; i < end; i++) if (this.taken[i]) return false;
    this.taken.fill(1, start, end);
    return true;
  }
}

/** The joined text without what is dropped, and its runs. */
function leaveOut(joined: Joined, dropped: readonly TextRange[]): { clean: string; runs: number[] } {
  const runs: number[] = [];
  const parts: string[] = [];
  let cleanAt = 0;
  let next = 0;
  const keep = (start: number, end: number, raw: number) => {
    if (end <= start) return;
    runs.push(cleanAt, raw, end - start);
    parts.push(joined.text.slice(start, end));
    cleanAt += end - start;
  };
  let previousEnd = 0;
  for (const line of joined.lines) {
    let at = line.start;
    // A space that was put in for a line break comes from the break.
    if (line.spaceBefore && cleanAt > 0) keep(line.start - 1, line.start, previousEnd);
    while (next < dropped.length && dropped[next]!.start < line.end) {
      const range = dropped[next]!;
      keep(at, Math.max(at, range.start), at - line.start + line.raw);
      at = Math.max(at, Math.min(range.end, line.end));
      if (range.end > line.end) break;
      next++;
    }
    keep(at, line.end, at - line.start + line.raw);
    previousEnd = line.end - line.start + line.raw;
  }
  return { clean: detach(parts.join('')), runs };
}

/** A copy that does not keep the whole document alive, as a slice of it would. */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
