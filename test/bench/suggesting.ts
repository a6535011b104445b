import { createStatementService } from '../../server/src/service.ts';
import { findSuggestions } from '../../server/src/suggestions/suggestions.ts';
import { type Measurement, type Timing, timed } from './measurement.ts';
import type { BenchText } from './texts.ts';

/** What is promised of texts of so many characters, in milliseconds. */
const PROMISES: readonly (readonly [characters: number, milliseconds: number])[] = [
  [200_000, 150],
  [1_000_000, 1000],
];

/** Finding what is worth tagging in a text whose tree and references are known, all at once and in its steps. */
export function suggesting({ name, raw }: BenchText, times: number): Measurement[] {
  const service = createStatementService();
  const whole: Timing[] = [];
  const longest: Timing[] = [];
  for (let i = 0; i <= times; i++) {
    const analysis = service.analyse(raw);
    void [analysis.reading, analysis.tree, analysis.references];
    let step: Timing = { wall: 0 };
    const all = timed(() => {
      const steps = findSuggestions(analysis);
      for (let done = false; !done; ) {
        const timing = timed(() => {
          done = steps.next().done === true;
        });
        if (timing.wall > step.wall) step = timing;
      }
    });
    // The first is what compiles.
    if (i === 0) continue;
    whole.push(all);
    longest.push(step);
  }
  const promise = PROMISES.find(([characters]) => raw.length <= 1.1 * characters);
  const group = `Suggestions: ${name}`;
  return [
    {
      group,
      what: 'all that is worth tagging',
      samples: whole,
      ...(promise && { target: { quantile: 'median' as const, milliseconds: promise[1] } }),
    },
    { group, what: 'the longest step, for which a keystroke may wait', samples: longest },
  ];
}
