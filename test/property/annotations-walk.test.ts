import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seededRandom } from '../setting/random.ts';
import { startText } from './annotations-texts.ts';
import { Walk } from './annotations-walker.ts';

type Act = Exclude<{ [K in keyof Walk]: Walk[K] extends () => void ? K : never }[keyof Walk], 'check'>;

const taggingActs: readonly Act[] = [
  ...(['add', 'add', 'add', 'add', 'setSpans', 'merge', 'merge', 'split', 'split', 'remove'] as const),
  ...(['change', 'change', 'undoTagging', 'redoTagging'] as const),
];
const textActs: readonly Act[] = [
  ...(['edit', 'edit', 'edit', 'edit', 'undoText', 'undoText', 'redoText'] as const),
  ...(['toggleLineEnds', 'clean', 'retype'] as const),
];

function walk(seed: number, steps: number, acts: readonly Act[]): Walk {
  const random = seededRandom(seed);
  const it = new Walk(startText(random), random);
  for (let i = 0; i < 4; i += 1) it.add();
  for (let i = 0; i < steps; i += 1) {
    it[random.pick(acts)]();
    it.check();
  }
  return it;
}

test('Through edits, cleaning, undo, tagging and reloading, every tag is where the slow and obvious model has it', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 30 }), (seed, steps) => {
      walk(seed, steps, [...textActs, ...textActs, ...taggingActs, 'reload']).reload();
    }),
    { numRuns: 1500 },
  );
});

test('Taking back all that was done to the tags gives the first state exactly, and doing it again the last', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, steps) => {
      const it = walk(seed, steps, taggingActs);
      it.redoAllTagging();
      const end = it.all();
      it.undoAllTagging();
      assert.deepEqual(it.all(), []);
      it.redoAllTagging();
      assert.deepEqual(it.all(), end);
      it.reload();
    }),
    { numRuns: 1000 },
  );
});
