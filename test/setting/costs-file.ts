import { Term, termCount } from '../../server/src/artefacts/layout/terms.ts';

/** The text of `costs.ts`: costs in tenths of a nat, section by section. */
export function costsFile(nats: Float64Array): string {
  const starts = Object.entries(Term);
  const rows = starts.map(([name, start], i) => {
    const end = starts[i + 1]?.[1] ?? termCount;
    const numbers = Array.from(nats.subarray(start, end), (cost) => Math.round(10 * cost));
    return `  // ${name}\n  ${numbers.join(', ')},`;
  });
  return `/**
 * What each term costs, in tenths of a nat: ten times the negative logarithm of how often such a thing is seen.
 * Integers, so that a reading made by steps is equal to one made from scratch. Fitted on set pages with known breaks
 * by \`node test/setting/fit.ts --write\`, which also says which pages; not to be changed by hand.
 */
export const costs: Int16Array = Int16Array.of(
${rows.join('\n')}
);
`;
}
