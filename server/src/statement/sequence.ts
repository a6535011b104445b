/** A numeral that stands alone on its line: the number of a section, or the last character of a paragraph. */
export interface Candidate {
  readonly block: number;
  readonly value: number;
}

/**
 * Which of the candidates, in order of place, number sections: those that continue a rising sequence. A number that
 * is missing everywhere may be skipped (by two at most), one that stands in for the next (一 二 二 四) may repeat,
 * and a new sequence may begin at 一 where 二 follows; what fits nowhere is text. Returns block indexes. Linear.
 */
export function risingSequence(candidates: readonly Candidate[]): Set<number> {
  const accepted = new Set<number>();
  const lastAt = new Map<number, number>();
  candidates.forEach((candidate, i) => {
    lastAt.set(candidate.value, i);
  });
  const comesAfter = (value: number, i: number) => (lastAt.get(value) ?? -1) > i;
  const startsAtOne = lastAt.has(1);
  let last = 0;
  candidates.forEach(({ block, value }, i) => {
    const next = candidates[i + 1]?.value;
    let fits: boolean;
    if (last === 0) fits = value === 1 || (!startsAtOne && next === value + 1);
    else if (value === last + 1) fits = true;
    else if (value === last) fits = next === last + 2 && !comesAfter(last + 1, i);
    else if (value === 1) fits = next === 2 && last >= 2;
    else fits = value > last && value <= last + 3 && !comesAfter(last + 1, i);
    if (!fits) return;
    accepted.add(block);
    last = value === last ? last + 1 : value;
  });
  return accepted;
}
