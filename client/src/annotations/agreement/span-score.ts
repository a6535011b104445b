import { type Measure, notDefined } from './measure.ts';

/** How many spans of two annotators meet. */
export interface SpanCounts {
  /** The spans of the first, and of the second. */
  readonly first: number;
  readonly second: number;
  /** Of the first's spans those that meet one of the second's; and the other way round. */
  readonly firstMet: number;
  readonly secondMet: number;
}

export interface SpanScore {
  /** The share of the second's spans that meet one of the first's: the first is the reference. */
  readonly precision: Measure;
  /** The share of the first's spans that meet one of the second's. */
  readonly recall: Measure;
  /** The harmonic mean of both, the same whoever is the reference. */
  readonly f1: Measure;
}

/**
 * Precision, recall and F1. F1 does without the characters that nobody tagged, and is what κ comes near to where these
 * are many: Hripcsak and Rothschild, Agreement, the F-measure, and reliability in information retrieval, JAMIA 12
 * (2005), 296–298. Where only one of them tagged something, F1 is 0; where nobody did, it is not defined.
 */
export function spanScore({ first, second, firstMet, secondMet }: SpanCounts): SpanScore {
  const share = (met: number, all: number): Measure =>
    all === 0 ? notDefined(first + second === 0 ? 'untagged' : 'nothing') : { value: met / all };
  const precision = share(secondMet, second);
  const recall = share(firstMet, first);
  return { precision, recall, f1: harmonicMean(precision, recall, first + second > 0) };
}

function harmonicMean(precision: Measure, recall: Measure, tagged: boolean): Measure {
  if (!tagged) return notDefined('untagged');
  const p = precision.value ?? 0;
  const r = recall.value ?? 0;
  return { value: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

export const noSpans: SpanCounts = { first: 0, second: 0, firstMet: 0, secondMet: 0 };

export function sumOfCounts(a: SpanCounts, b: SpanCounts): SpanCounts {
  return {
    first: a.first + b.first,
    second: a.second + b.second,
    firstMet: a.firstMet + b.firstMet,
    secondMet: a.secondMet + b.secondMet,
  };
}
