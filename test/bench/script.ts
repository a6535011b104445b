import type { Analysis } from '../../server/src/analysis.ts';
import { type Layout, sameLayout } from '../../server/src/artefacts/layout/census.ts';
import type { StatementService } from '../../server/src/service.ts';
import type { TextChange } from '../../server/src/text/changes.ts';
import { applyEdits, type Edit } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import type { Timing } from './measurement.ts';
import { type Keystroke, keystrokes } from './typing.ts';

/** Edits of one text, in sittings each of which begins with the text as it was. */
export interface Script {
  readonly raw: string;
  readonly sittings: readonly (readonly ScriptedChange[])[];
}

/** One change as it goes over the wire, and whether it changes a fact about the whole document. */
export interface ScriptedChange extends Pick<Keystroke, 'kind' | 'place'> {
  readonly change: TextChange;
  readonly changesFact: boolean;
}

/** A change and how long it took. */
export interface TimedChange extends ScriptedChange {
  readonly timing: Timing;
}

const sittingLength = 200;

/** A script of so many changes; the same text, count and seed give the same script. */
export function scriptFor(service: StatementService, raw: string, count: number, seed: number): Script {
  const sittings: ScriptedChange[][] = [];
  for (let done = 0; done < count; done += sittingLength) {
    const length = Math.min(sittingLength, count - done);
    sittings.push(sittingOf(service, raw, keystrokes(raw, length, seed + sittings.length)));
  }
  return { raw, sittings };
}

/**
 * A script in which every change changes a fact about the whole document: of a page that is cleaned in part, the
 * one blank line is taken out and put in again that decides how far lines usually stand apart.
 */
export function factScriptFor(service: StatementService, raw: string, count: number): Script {
  const halves = raw.split('\n\n');
  const partly = (cleaned: number) =>
    halves.slice(0, cleaned).join('\n') + (cleaned > 0 ? '\n' : '') + halves.slice(cleaned).join('\n\n');
  const layout = layoutOf(service.analyse(raw));
  let same = 0;
  let other = halves.length;
  while (other - same > 1) {
    const middle = (same + other) >> 1;
    if (sameLayout(layout, layoutOf(service.analyse(partly(middle))))) same = middle;
    else other = middle;
  }
  const text = partly(same);
  const at = halves.slice(0, other).join('\n').length;
  const edits = [
    { start: at, end: at + 1, text: '' },
    { start: at, end: at, text: '\n' },
  ];
  const made = Array.from({ length: count }, (_, i): Keystroke => {
    return { kind: i % 2 === 0 ? 'joining' : 'splitting', place: 'middle', edit: edits[i % 2]! };
  });
  return { raw: text, sittings: [sittingOf(service, text, made)] };
}

function sittingOf(service: StatementService, raw: string, made: readonly Keystroke[]): ScriptedChange[] {
  const lines = new LineTable(raw);
  let analysis = service.analyse(raw);
  return made.map(({ kind, place, edit }) => {
    const change = changeOf(lines, edit);
    const before = layoutOf(analysis);
    analysis = service.reanalyse(analysis, [edit]);
    lines.update([edit], applyEdits(lines.text, [edit]));
    return { kind, place, change, changesFact: !sameLayout(before, layoutOf(analysis)) };
  });
}

function changeOf(lines: LineTable, edit: Edit): TextChange {
  return { range: lines.toPositions(edit), text: edit.text };
}

/** The facts about the whole document; the analysis holds them, though its interface does not show them. */
function layoutOf(analysis: Analysis): Layout {
  const { page } = analysis as Analysis & { readonly page?: { readonly layout: Layout } };
  if (page === undefined) throw new Error('The analysis holds no page, so its layout cannot be looked at.');
  return page.layout;
}
