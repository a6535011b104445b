import type { Cleaning, Finding, FindingOptions } from './analysis.ts';
import type { Artefact, Level } from './artefacts/artefact.ts';
import { type Page, paragraphOf, paragraphStart } from './artefacts/page.ts';
import { defaultLevelOf } from './rules.ts';
import type { Edit } from './text/edit.ts';
import type { TextRange } from './text/range.ts';

/** The artefacts of a page in order of place, with raw offsets of the document. */
export function artefactsOf(page: Page): Artefact[] {
  const found: Artefact[] = [];
  for (const [artefact, start] of placesOf(page)) found.push(shift(artefact, start));
  return found;
}

/** The artefacts before the first paragraph and of the paragraphs that a range touches, or of all, each with the raw start of its paragraph. */
function* placesOf(page: Page, range?: TextRange): Generator<readonly [artefact: Artefact, start: number]> {
  if (!range || range.start < page.lead) for (const artefact of page.leadArtefacts) yield [artefact, 0];
  if (page.paragraphs.length === 0) return;
  const first = range ? paragraphOf(page, range.start) : 0;
  const last = range ? paragraphOf(page, Math.max(range.start, range.end - 1)) : page.paragraphs.length - 1;
  for (let i = first; i <= last; i++) {
    const start = paragraphStart(page, i);
    for (const artefact of page.paragraphs[i]!.artefacts) yield [artefact, start];
  }
}

function shift(artefact: Artefact, by: number): Artefact {
  return {
    ...artefact,
    start: artefact.start + by,
    end: artefact.end + by,
    ...(artefact.shown ? { shown: { start: artefact.shown.start + by, end: artefact.shown.end + by } } : {}),
    edits: artefact.edits.map((edit) => ({ start: edit.start + by, end: edit.end + by, text: edit.text })),
  };
}

/** What is left of an artefact outside the spans (sorted, apart) that a person has called as printed; null: nothing. */
function outsideAsPrinted(artefact: Artefact, asPrinted: readonly TextRange[]): Artefact | null {
  const touched = spansWithin(asPrinted, artefact);
  if (touched.length === 0) return artefact;
  const edits = artefact.edits.filter((edit) => spansWithin(touched, edit).length === 0);
  return edits.length === 0 ? null : { ...artefact, edits };
}

/** The spans (sorted, apart) that share a character with the range. */
function spansWithin(spans: readonly TextRange[], range: TextRange): readonly TextRange[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end > range.start) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < spans.length && spans[end]!.start < range.end) end++;
  return spans.slice(low, end);
}

/** The same spans in order and apart. */
function merged(spans: readonly TextRange[]): readonly TextRange[] {
  const made: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = made.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) made.push({ start, end });
  }
  return made;
}

function levelOf(artefact: Artefact, options: FindingOptions): Level {
  return options.levels?.[artefact.rule] ?? defaultLevelOf(artefact);
}

/**
 * The finding that was last made of an artefact of a paragraph, for lists with a limit: those are made at every
 * keystroke, and what stands before it is then not only equal but the same, so that nothing more need be made of it.
 */
const lastMade = new WeakMap<Artefact, Finding>();

/** The findings that a person should see, in order of place. */
export function findingsOf(page: Page, options: FindingOptions = {}, range?: TextRange): Finding[] {
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const asPrinted = merged(options.asPrinted ?? []);
  const found: Finding[] = [];
  for (const [artefact, start] of placesOf(page, range)) {
    if (found.length >= limit) break;
    const level = levelOf(artefact, options);
    if (level === 'off') continue;
    const last = lastMade.get(artefact);
    if (last?.start === artefact.start + start && last.level === level && isFree(last, asPrinted)) {
      found.push(last);
      continue;
    }
    const placed = shift(artefact, start);
    const left = outsideAsPrinted(placed, asPrinted);
    if (!left) continue;
    const finding = { ...left, level };
    if (left === placed && limit < Number.POSITIVE_INFINITY) lastMade.set(artefact, finding);
    found.push(finding);
  }
  return found;
}

function isFree(finding: TextRange, asPrinted: readonly TextRange[]): boolean {
  return asPrinted.length === 0 || spansWithin(asPrinted, finding).length === 0;
}

/** Those of the artefacts (of the document, in order of place) that a person should see. */
export function reported(
  artefacts: readonly Artefact[],
  options: FindingOptions = {},
  range?: TextRange,
): Finding[] {
  const asPrinted = merged(options.asPrinted ?? []);
  const found: Finding[] = [];
  for (const artefact of artefacts) {
    if (range && (artefact.end < range.start || artefact.start > range.end)) continue;
    const level = levelOf(artefact, options);
    if (level === 'off' || !isFree(artefact, asPrinted)) continue;
    found.push({ ...artefact, level });
  }
  return found;
}

/** Two lists, each in order of place, as one. */
export function inOrder(a: readonly Finding[], b: readonly Finding[], limit?: number): readonly Finding[] {
  if (b.length === 0) return a;
  return [...a, ...b].sort((one, other) => one.start - other.start).slice(0, limit);
}

/** What cleaning applies. */
export function cleaningOf(page: Page, options: FindingOptions = {}, range?: TextRange): Cleaning {
  const edits: Edit[] = [];
  const counts: Record<string, number> = {};
  const doubtful: TextRange[] = [];
  for (const finding of findingsOf(page, { ...options, limit: Number.POSITIVE_INFINITY }, range)) {
    if (finding.class === 'safe') {
      for (const edit of finding.edits) edits.push(edit);
      const places = finding.rule === 'line-break' ? Number(finding.values[0] ?? 0) : 1;
      counts[finding.rule] = (counts[finding.rule] ?? 0) + places;
    } else if (finding.rule === 'line-break') {
      // One place for each break: a finding may hold several, and the words between them are no part of any.
      for (const { start, end } of finding.edits) doubtful.push({ start, end });
    }
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return { edits, counts, doubtful };
}
