import { cohenKappa, type PairCell } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type Measure, meanOf, notDefined } from './measure.ts';
import { pairwiseAgreement, type RatedUnits } from './rated-unit.ts';
import { type SpanCounts, type SpanScore, spanScore } from './span-score.ts';
import { type Pair, pairsOf, type Tally } from './tally.ts';

/** Measures by the character. */
export interface CharacterMeasures {
  /** The share of pairs of annotators that agree on a character, chance included. */
  readonly observed: Measure;
  /** Of more than two annotators: the mean over all pairs. */
  readonly cohenKappa: Measure;
  readonly fleissKappa: Measure;
  readonly krippendorffAlpha: Measure;
  readonly gwetAc1: Measure;
}

/**
 * Of more than two annotators: the means over all pairs of whom one tagged something, of all three measures; where the
 * other did not, all three are 0.
 */
export interface SpanFigures extends SpanScore {
  readonly counts: readonly SpanCounts[];
}

/** How far annotators agree on a label, in a section, in a document, or in all. */
export interface Figures {
  /** How many characters two annotators or more have finished. */
  readonly characters: number;
  /** On how many of these somebody put a tag. */
  readonly taggedCharacters: number;
  /** How many tags each annotator has there, in their order. */
  readonly spans: readonly number[];
  /** Over all characters. */
  readonly all: CharacterMeasures;
  /** Over those on which somebody put some tag. */
  readonly tagged: CharacterMeasures;
  /** Tags with the same label on exactly the same characters. */
  readonly exact: SpanFigures;
  /** Tags with the same label that have a character in common. */
  readonly overlapping: SpanFigures;
}

export function figuresOf(tally: Tally): Figures {
  const entries = [...tally.units.values()];
  const pairs = pairsOf(tally.spansOf.length);
  const ratings = entries.map(({ categories }) => ratingsOf(categories));
  const measures = (weightOf: (entry: (typeof entries)[number]) => number): CharacterMeasures => {
    const weighted = entries.map((entry) => ({ categories: entry.categories, weight: weightOf(entry) }));
    const units = weighted.map(({ weight }, i): RatedUnits => ({ ratings: ratings[i]!, weight }));
    const observed = pairwiseAgreement(units);
    return {
      observed: observed === null ? notDefined('nothing') : { value: observed },
      cohenKappa: meanOf(pairs.map((pair) => cohenKappa(cellsOf(weighted, pair)))),
      fleissKappa: fleissKappa(units),
      krippendorffAlpha: krippendorffAlpha(units),
      gwetAc1: gwetAc1(units),
    };
  };
  return {
    characters: entries.reduce((sum, { weight }) => sum + weight, 0),
    taggedCharacters: entries.reduce((sum, { tagged }) => sum + tagged, 0),
    spans: tally.spansOf,
    all: measures(({ weight }) => weight),
    tagged: measures(({ tagged }) => tagged),
    exact: spanFigures(tally.spans.map(({ exact }) => exact)),
    overlapping: spanFigures(tally.spans.map(({ overlapping }) => overlapping)),
  };
}

interface Weighted {
  readonly categories: readonly number[];
  readonly weight: number;
}

function ratingsOf(categories: readonly number[]): RatedUnits['ratings'] {
  const counts: [category: number, annotators: number][] = [];
  for (const category of categories) {
    if (category < 0) continue;
    const there = counts.find(([each]) => each === category);
    if (there) there[1] += 1;
    else counts.push([category, 1]);
  }
  return counts;
}

/** The characters that both of a pair have finished. */
export function cellsOf(entries: readonly Weighted[], [first, second]: Pair): PairCell[] {
  return entries.flatMap(({ categories, weight }) =>
    weight > 0 && categories[first]! >= 0 && categories[second]! >= 0
      ? [[categories[first]!, categories[second]!, weight] as const]
      : [],
  );
}

function withoutGaps({ precision, recall, f1 }: SpanScore): SpanScore {
  return { precision: { value: precision.value ?? 0 }, recall: { value: recall.value ?? 0 }, f1 };
}

function spanFigures(counts: readonly SpanCounts[]): SpanFigures {
  const all = counts.map(spanScore);
  // What is a mean over fewer pairs would not fit the others.
  const tagged = all.filter(({ f1 }) => f1.value !== null);
  const scores = all.length === 1 || tagged.length === 0 ? all : tagged.map(withoutGaps);
  return {
    counts,
    precision: meanOf(scores.map(({ precision }) => precision)),
    recall: meanOf(scores.map(({ recall }) => recall)),
    f1: meanOf(scores.map(({ f1 }) => f1)),
  };
}
