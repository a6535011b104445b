import type { TextRange } from '../../../../server/src/text/range.ts';
import { type CountedDocument, firstEndingAfter, rangesByLabel, unionOf } from './counted-document.ts';
import type { LabelSets } from './label-set.ts';
import type { Tally } from './tally.ts';

interface Turn {
  readonly at: number;
  readonly annotator: number;
  readonly label: string;
  readonly begins: boolean;
}

/**
 * Counts, of the characters that two or more finished, which labels each put there: all of its labels on a character
 * are one category.
 * @param tallyOf the tally of a part by its index, -1 for what is before the first
 */
export function tallyLabelSets(
  document: CountedDocument,
  sets: LabelSets,
  tallyOf: (part: number) => Tally,
): void {
  const turns: Turn[] = [];
  document.spans.forEach((spans, annotator) => {
    for (const { label, ranges } of spans) {
      for (const { start, end } of ranges) {
        turns.push({ at: start, annotator, label, begins: true });
        turns.push({ at: end, annotator, label, begins: false });
      }
    }
  });
  turns.sort((a, b) => a.at - b.at);
  const here = document.spans.map(() => sets.empty());
  const { parts, runs } = document;
  let next = 0;
  let part = -1;
  for (const run of runs) {
    let at = run.start;
    while (at < run.end) {
      for (; next < turns.length && turns[next]!.at <= at; next += 1) {
        const { annotator, label, begins } = turns[next]!;
        if (begins) here[annotator]!.add(label);
        else here[annotator]!.remove(label);
      }
      while (part + 1 < parts.length && parts[part + 1]!.start <= at) part += 1;
      const end = Math.min(run.end, turns[next]?.at ?? run.end, parts[part + 1]?.start ?? run.end);
      const categories = here.map((set, i) => ((run.who >> i) & 1 ? set.category : -1));
      const weight = end - at;
      tallyOf(part).addUnits(categories, weight, categories.some((category) => category > 0) ? weight : 0);
      at = end;
    }
  }
}

/**
 * Counts, of the characters that two or more finished and on which somebody put a label, who did: 1, or 0. Characters
 * on which nobody put it are left to {@link addUntouched}.
 */
export function tallyLabels(document: CountedDocument, tallyOf: (label: string) => Tally): void {
  const unions = new Map<string, (readonly TextRange[])[]>();
  document.spans.forEach((spans, annotator) => {
    for (const [label, ranges] of rangesByLabel(spans)) {
      const all = unions.get(label) ?? document.spans.map(() => []);
      all[annotator] = unionOf(ranges);
      unions.set(label, all);
    }
  });
  for (const [label, annotators] of unions) {
    const tally = tallyOf(label);
    const turns = annotators
      .flatMap((ranges, i) =>
        ranges.flatMap(({ start, end }) => [
          { at: start, bit: 1 << i },
          { at: end, bit: 1 << i },
        ]),
      )
      .sort((a, b) => a.at - b.at);
    let tagging = 0;
    let from = 0;
    for (const { at, bit } of turns) {
      if (at > from && tagging !== 0) addStretch(tally, { start: from, end: at }, tagging, document);
      tagging ^= bit;
      from = at;
    }
  }
}

function addStretch(
  tally: Tally,
  { start, end }: TextRange,
  tagging: number,
  { runs, spans }: CountedDocument,
): void {
  for (let i = firstEndingAfter(runs, start); i < runs.length && runs[i]!.start < end; i += 1) {
    const run = runs[i]!;
    // Who has not finished it is not heard on it, even if that is the only one who put the label there.
    if ((run.who & tagging) === 0) continue;
    const weight = Math.min(end, run.end) - Math.max(start, run.start);
    const categories = spans.map((_, k) => ((run.who >> k) & 1 ? (tagging >> k) & 1 : -1));
    tally.addUnits(categories, weight, weight);
  }
}

/** How many characters the same annotators have finished, and on how many of them somebody put some label. */
interface FinishedCharacters {
  /** 0 of who has finished them, -1 of who has not. */
  readonly categories: readonly number[];
  weight: number;
  tagged: number;
}

/** The characters of a tally by who has finished them. */
export function finishedCharacters({ units }: Tally): ReadonlyMap<string, FinishedCharacters> {
  const byFinishers = new Map<string, FinishedCharacters>();
  for (const entry of units.values()) {
    const categories = entry.categories.map((each) => (each < 0 ? -1 : 0));
    const key = categories.join();
    const there = byFinishers.get(key) ?? { categories, weight: 0, tagged: 0 };
    there.weight += entry.weight;
    there.tagged += entry.tagged;
    byFinishers.set(key, there);
  }
  return byFinishers;
}

/**
 * Adds to the tally of a label the characters on which nobody put it.
 * @param all by who has finished them, all characters that count
 */
export function addUntouched(tally: Tally, all: ReturnType<typeof finishedCharacters>): void {
  const touched = finishedCharacters(tally);
  for (const [key, { categories, weight, tagged }] of all) {
    const less = touched.get(key) ?? { weight: 0, tagged: 0 };
    tally.addUnits(categories, weight - less.weight, tagged - less.tagged);
  }
}
