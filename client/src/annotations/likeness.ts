/**
 * How alike a remembered context is to the text at a place, 0 to 1: one less the share of edits. The far end
 * of the context is free, so that an insertion near the place does not push all that lies beyond it out of step.
 * @param context the remembered characters, the nearest first
 * @param at what stands at the place, the character at this distance from it; empty beyond the text's end
 */
export function likeness(context: string, at: (distance: number) => string): number {
  const length = context.length;
  if (length === 0) return 0;
  let run = 0;
  while (run < length && at(run) === context[run]) run += 1;
  if (run === length) return 1;

  const width = length + slack;
  let row = Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= length; i += 1) {
    const next = [i];
    for (let j = 1; j <= width; j += 1) {
      const same = at(j - 1) === context[i - 1] ? 0 : 1;
      next.push(Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.max(0, 1 - Math.min(...row) / length);
}

/** How much longer than the context the text may be. */
const slack = 8;
