import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultHouseStyle } from '../../server/src/artefacts/house-style.ts';
import { joinRows } from '../../server/src/artefacts/joined.ts';
import { Pages } from '../../server/src/artefacts/layout/pages.ts';
import { scanRows } from '../../server/src/artefacts/layout/scan.ts';
import type { CharacterRule, ParagraphText } from '../../server/src/artefacts/rule.ts';
import { characterRules, rawStageRules } from '../../server/src/artefacts/rules.ts';
import { solidOf } from '../../server/src/artefacts/solid.ts';
import { createStatementService } from '../../server/src/service.ts';
import { type WorstCase, worstCases } from './rule-worst-cases.ts';

const service = createStatementService();

/** UTF-16 code units of the longer text; the shorter one is a quarter of it. */
const length = 1_000_000;

/** All of a text as one paragraph of a column. */
function paragraphOf(raw: string, { profile = 'newspaper', style }: WorstCase): Omit<ParagraphText, 'claim'> {
  const { rows } = scanRows(raw, 0, raw.length);
  const joined = joinRows(raw, 0, rows);
  const margins = new Int32Array(rows.length);
  return {
    joined,
    solid: solidOf(joined),
    layout: {
      rows,
      margins,
      wrapped: true,
      wrappedAround: true,
      firm: true,
      last: true,
      before: () => undefined,
      after: () => undefined,
      pages: new Pages(),
    },
    context: { profile, style: { ...defaultHouseStyle, ...style }, halfWidth: false },
  };
}

/** What hands out the stretches of a text of so many code units. */
function claims(size: number): ParagraphText['claim'] {
  const taken = new Uint8Array(size);
  return (start, end) => {
    for (let i = start; i < end; i++) if (taken[i]) return false;
    taken.fill(1, start, end);
    return true;
  };
}

/** Processor time in ms: the clock would count what else the machine does. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What a rule by itself costs on a text; one about lines cannot be asked without all the others. */
function costOf(rule: CharacterRule | undefined, raw: string, worst: WorstCase): number {
  if (!rule) return cost(() => service.analyse(raw).artefacts);
  const paragraph = paragraphOf(raw, worst);
  const claim = claims(paragraph.joined.text.length);
  return cost(() => rule.find({ ...paragraph, claim }));
}

test('every raw-stage rule has its worst cases', () => {
  assert.deepEqual(Object.keys(worstCases).sort(), rawStageRules.map(({ id }) => id).sort());
});

for (const { id } of rawStageRules) {
  const rule = characterRules.find((known) => known.id === id);
  test(`invariant 6: ${id}: four times its worst case takes about four times the time`, () => {
    for (const [worst, unit] of (worstCases[id] ?? []).flatMap((w) => w.units.map((u) => [w, u] as const))) {
      // Whole units: one mark without its partner might end the work early.
      const textOf = (size: number) => unit.repeat(Math.ceil(size / unit.length));
      const whole = textOf(length);
      const quarter = textOf(length / 4);
      costOf(rule, textOf(20_000), worst);
      // What else the machine does may disturb a try: one is mostly enough.
      let words = '';
      const isLinear = [1, 2, 3].some(() => {
        const [short, long] = [costOf(rule, quarter, worst), costOf(rule, whole, worst)];
        words = `${JSON.stringify(unit)}: ${short.toFixed(1)} ms for a quarter, ${long.toFixed(1)} ms for the whole`;
        // Quadratic work would take sixteen times as much; the constant is what a collection of garbage may cost.
        return long <= 8 * short + 60;
      });
      assert.ok(isLinear, words);
    }
  });
}
