import { isObject, type JsonValue } from '../../../server/src/text/json.ts';
import { mergeSidecars, type SidecarMerge } from './merge.ts';
import { firstMarker, splitSides } from './merge-markers.ts';
import type { Problem } from './problem.ts';
import { newSidecar, type Sidecar } from './sidecar.ts';
import { parseSidecar } from './sidecar-parser.ts';

export type MarkedMerge =
  | ({ readonly ok: true } & SidecarMerge)
  | { readonly ok: false; readonly problem: Problem };

/**
 * Merges the two sides of a sidecar with conflict markers. What comes of it names no text: the lines around the
 * markers may count in the text of either side. Never throws.
 */
export function mergeMarked(text: string): MarkedMerge {
  const sides = splitSides(text);
  if (!sides) return unreadable(firstMarker(text) ?? 1);
  const ours = readSide(sides.ours);
  const theirs = readSide(sides.theirs);
  const base = sides.base === undefined ? newSidecar() : readSide(sides.base);
  if (!ours || !theirs || !base) return unreadable(firstMarker(text) ?? 1);
  // What both say of the text was perhaps changed by one of them alone: it tells nothing of where the other counts.
  const unsaid = ours.text?.sha256 === theirs.text?.sha256;
  const counted = unsaid
    ? { base: withoutText(base), ours: withoutText(ours), theirs: withoutText(theirs) }
    : { base, ours, theirs };
  const { sidecar, conflicts } = mergeSidecars(counted);
  return { ok: true, sidecar: withoutText(sidecar), conflicts };
}

function withoutText({ text: _, ...rest }: Sidecar): Sidecar {
  return rest;
}

function unreadable(line: number): MarkedMerge {
  return { ok: false, problem: { code: 'markers-unreadable', values: [], path: '', line } };
}

function readSide(text: string): Sidecar | undefined {
  const reading = parseSidecar(text);
  if (reading.ok) return reading.sidecar;
  const again = parseSidecar(withCommas(text));
  return again.ok ? again.sidecar : undefined;
}

/** One side's lines with the commas between them as JSON wants: at the seams there may be one too many or too few. */
function withCommas(text: string): string {
  const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
  const first = lines.findIndex((line) => line.startsWith('"items"'));
  const last = lines.lastIndexOf(']');
  if (first < 0 || last < first) return text;
  const head = lines.slice(1, first).filter((line) => line !== '');
  const items = lines.slice(first + 1, last).filter((line) => line !== '');
  return `{\n${[...head, `"items": [\n${items.join(',\n')}\n]`].join(',\n')}\n}\n`;
}

/** The names that a sidecar says of itself and of its document, where it does; as file names without folder. */
export function namesWithin(text: string): { readonly sidecar?: string; readonly document?: string } {
  const side = splitSides(text)?.ours ?? text;
  const page = parsed(side) ?? parsed(withCommas(side));
  if (!isObject(page)) return {};
  const items = Array.isArray(page.items) ? (page.items as readonly JsonValue[]) : [];
  const sources = items.flatMap((item) => {
    const target =
      isObject(item) && Array.isArray(item.target)
        ? (item.target[0] as JsonValue)
        : isObject(item)
          ? item.target
          : undefined;
    return isObject(target) && typeof target.source === 'string' ? [target.source] : [];
  });
  const sidecar = decoded(page.id);
  const document = decoded(sources[0]);
  return { ...(sidecar !== undefined && { sidecar }), ...(document !== undefined && { document }) };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as JsonValue;
  } catch {
    return undefined;
  }
}

/** A relative reference as the file name that it was made from; undefined for what is none. */
function decoded(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'string' || value === '' || /[:/]/.test(value)) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
