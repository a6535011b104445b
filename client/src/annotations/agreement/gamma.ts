import { type AlignedUnit, bestDisorder, type Weights } from './best-alignment.ts';
import { type Measure, notDefined } from './measure.ts';

/** γ of a document, with how well it is known: what chance would do is found by trying. */
export interface Gamma {
  readonly gamma: Measure;
  /** How often chance was tried. */
  readonly samples: number;
  /**
   * How far off the disorder by chance may be, as a share of it, at a confidence of 95 %; 0 where it was not needed.
   */
  readonly precision: number;
}

/** As pygamma-agreement has them where nothing is said. */
const evenWeights: Weights = { place: 1, category: 1 };
/** Of a pair of annotators together. */
const mostUnits = 2_000;
const fewestSamples = 30;
const mostSamples = 200;
/** The precision that is wanted; see {@link Gamma.precision}. */
const wantedPrecision = 0.02;
/** Standard normal distribution, 97.5 %. */
const quantile = 1.96;

/**
 * γ of two annotators: how much less disorder there is in the best alignment of their units than in that of units that
 * were shifted by chance. Source: Mathet, Widlöcher and Métivier, The unified and holistic method gamma (γ) for
 * inter-annotator agreement measure and alignment, Computational Linguistics 41 (2015), 437–479. Chance is theirs of
 * section 5.2: the units of annotators who are drawn, each shifted round the text by an amount of its own. The same
 * units give the same γ: what is drawn follows from a seed.
 * @param length of the text in which the units lie
 */
export function gammaOf(
  first: readonly AlignedUnit[],
  second: readonly AlignedUnit[],
  length: number,
  weights: Weights = evenWeights,
): Gamma {
  const none = (why: Parameters<typeof notDefined>[0]) => ({
    gamma: notDefined(why),
    samples: 0,
    precision: 0,
  });
  if (length === 0) return none('nothing');
  if (first.length + second.length === 0) return none('untagged');
  if (first.length + second.length > mostUnits) return none('too-large');
  const observed = bestDisorder(first, second, weights);
  if (observed === null) return none('too-large');
  const draw = seededDraw();
  const disorders: number[] = [];
  let wanted = fewestSamples;
  while (disorders.length < wanted) {
    const disorder = bestDisorder(...sample([first, second], length, draw), weights);
    if (disorder === null) return none('too-large');
    disorders.push(disorder);
    if (disorders.length === fewestSamples) {
      wanted = Math.min(
        mostSamples,
        Math.ceil((quantile * variationOf(disorders)) ** 2 / wantedPrecision ** 2),
      );
    }
  }
  const expected = meanOf(disorders);
  if (expected === 0) return none('no-variation');
  return {
    gamma: { value: 1 - observed / expected },
    samples: disorders.length,
    precision: (quantile * variationOf(disorders)) / Math.sqrt(disorders.length),
  };
}

/** Two annotators made of those who are there, not both of one without units; shifted, half a unit apart at least. */
function sample(
  annotators: readonly [readonly AlignedUnit[], readonly AlignedUnit[]],
  length: number,
  draw: () => number,
): [AlignedUnit[], AlignedUnit[]] {
  const all = annotators.flat();
  const apart = all.reduce((sum, { start, end }) => sum + end - start, 0) / all.length / 2;
  const pick = () => annotators[Math.floor(draw() * 2)]!;
  let chosen = [pick(), pick()] as const;
  while (chosen[0].length + chosen[1].length === 0) chosen = [pick(), pick()];
  const shift = Math.floor(draw() * length);
  // Anywhere but within half a unit of the first, either way round; anywhere at all where no place is left.
  const room = length - 2 * apart;
  const further = room > 0 ? apart + draw() * room : draw() * length;
  return [
    shifted(chosen[0], shift, length),
    shifted(chosen[1], Math.floor(shift + further) % length, length),
  ];
}

/** Round the text: what would begin behind its end begins at its start. */
function shifted(units: readonly AlignedUnit[], by: number, length: number): AlignedUnit[] {
  return units.map(({ start, end, category }) => {
    const back = start + by >= length ? length : 0;
    return { start: start + by - back, end: end + by - back, category };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation by the mean. */
function variationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  if (mean === 0) return 0;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / mean;
}

/** Numbers in [0, 1), the same each time. Source: mulberry32. */
function seededDraw(): () => number {
  let state = 0x6a09e667;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}
