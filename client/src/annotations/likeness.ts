/**
 * How alike a remembered context is to the text at a place, 0 to 1: one less the share of edits; 0 also where
 * less than half is alike. The far end of the context is free, so that an insertion near the place does not
 * push all that lies beyond it out of step; more than `slack` insertions or deletions count as no likeness.
 * @param context the remembered code units, the nearest first
 * @param text the text; its unit at distance d from the place is at `origin + d * direction`
 */
export function likeness(context: string, text: string, origin: number, direction: 1 | -1): number {
  const length = context.length;
  if (length === 0) return 0;
  const run = unchangedRun(context, text, origin, direction);
  if (run === length) return 1;
  const errors = leastErrors(context, run, text, origin + run * direction, direction);
  const alike = 1 - errors / length;
  return alike < 0.5 ? 0 : alike;
}

/** How many code units of a context, from the nearest on, stand at the place as they were; as `likeness` counts. */
export function unchangedRun(context: string, text: string, origin: number, direction: 1 | -1): number {
  let run = 0;
  while (run < context.length && text.charCodeAt(origin + run * direction) === context.charCodeAt(run)) {
    run += 1;
  }
  return run;
}

/** The band of the comparison: how far context and text may be out of step. */
const slack = 8;
const width = 2 * slack + 1;
const far = 255;
// Used by one call at a time and never handed out: a search makes very many.
let row = new Uint8Array(width + 2);
let next = new Uint8Array(width + 2);

/** Edit distance within a band, text's far end free, from `from` on; cell k of row i compares with the text at i + k - slack. */
function leastErrors(context: string, from: number, text: string, origin: number, direction: 1 | -1): number {
  const length = context.length - from;
  const limit = Math.ceil(context.length / 2);
  row.fill(far);
  for (let k = slack; k < width; k += 1) row[k] = k - slack;
  let least = 0;
  for (let i = 1; i <= length; i += 1) {
    next.fill(far);
    least = far;
    const unit = context.charCodeAt(from + i - 1);
    for (let k = Math.max(0, slack - i); k < width; k += 1) {
      const j = i + k - slack;
      let errors = row[k + 1]! + 1;
      if (j > 0) {
        const same = text.charCodeAt(origin + (j - 1) * direction) === unit ? 0 : 1;
        errors = Math.min(errors, row[k]! + same, k > 0 ? next[k - 1]! + 1 : far);
      }
      next[k] = Math.min(errors, far);
      if (errors < least) least = errors;
    }
    if (least > limit) return context.length;
    [row, next] = [next, row];
  }
  return least;
}
