import { HeadKind, headKinds, TailKind, tailKinds } from '../../server/src/artefacts/layout/edge.ts';
import { Term, termCount } from '../../server/src/artefacts/layout/terms.ts';

/**
 * What each term costs before anything is fitted, in nats: what a person who knows print would say. A term that the
 * training pages seldom show stays near it.
 */
export function priorCosts(): Float64Array {
  const cost = new Float64Array(termCount);
  for (let tail = 0; tail < tailKinds; tail++) {
    for (let head = 0; head < headKinds; head++) {
      cost[Term.edges + tail * headKinds + head] = 1.2 + (tailCost[tail] ?? 3.8) + (headCost[head] ?? 0);
    }
  }
  cost[Term.edges + TailKind.word * headKinds + HeadKind.digit]! += 4;
  cost[Term.edges + TailKind.word * headKinds + HeadKind.dateUnit]! += 4;
  cost[Term.leavesOpen] = 3.5;
  cost.set([1, -6, -6], Term.gap);
  for (let use = 0; use < 3; use++) cost.set([0, 0, -4, -4], Term.indent + 4 * use);
  cost[Term.gapped] = -6;
  const goesOn = [
    0.4, 2.9, 5.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 1.2, 1.2, 2.2, 3.4, 4.6, 5.8, 7.6, 10.6, 13, 0.4, 0.4, 1, 2,
  ];
  for (let table = 0; table < 3; table++) cost.set(goesOn, Term.goesOn + table * goesOn.length);
  cost.fill(2.5, Term.ends, Term.endsSqueezing);
  cost[Term.ends + 1] = 5;
  cost[Term.ends + 2] = 7.5;
  cost[Term.stretchedEnd] = 8;
  cost[Term.flush] = 3.5;
  for (const [term, nats] of Object.entries(setByHand)) cost[Number(term)] = nats;
  return cost;
}

/** Terms of which set pages know nothing, so that they stay as they are; in nats. */
export const setByHand: Readonly<Record<number, number>> = {
  [Term.outside]: 6,
  [Term.outsideGoesOn]: 3,
  // A little less than a last line in a column: a column in which nothing was cut is none.
  [Term.unwrapped]: 2.4,
  [Term.unwrappedGoesOn]: 10,
  [Term.change]: 7,
  [Term.gapped]: -6,
};

const tailCost: Readonly<Record<number, number>> = {
  [TailKind.stop]: -3,
  [TailKind.semicolon]: -3,
  [TailKind.colon]: -3,
  [TailKind.pause]: 5,
  [TailKind.opening]: 11.8,
  [TailKind.numeral]: -4.5,
  [TailKind.alone]: -4.5,
  [TailKind.jumpMark]: -4.5,
};

const headCost: Readonly<Record<number, number>> = {
  [HeadKind.closed]: 9,
  [HeadKind.dash]: -11,
  [HeadKind.numeral]: -4.5,
  [HeadKind.item]: -7,
  [HeadKind.gapped]: -6,
  [HeadKind.jumpMark]: -10.5,
};
