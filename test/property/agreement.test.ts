import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agreementOf } from '../../client/src/annotations/agreement/agreement.ts';
import type { ComparedDocument } from '../../client/src/annotations/agreement/compared-document.ts';
import type { Measure } from '../../client/src/annotations/agreement/measure.ts';
import type { ReadingPart } from '../../server/src/protocol.ts';
import { done, tag } from '../annotations/agreement/compared.ts';
import { type Random, seededRandom } from '../setting/random.ts';
import { assertLinearAsync, costAsync } from './growth.ts';

const labels = ['a', 'b', 'c'];
const blanks = [' ', '\n', '　'];

/** Some documents in parts, tagged by some annotators who finished some of them. */
function documents(random: Random, annotators: readonly string[]): ComparedDocument[] {
  return Array.from({ length: 1 + random.below(3) }, (_, i) => {
    const length = 1 + random.below(40);
    const text = Array.from({ length }, () => (random.chance(0.2) ? random.pick(blanks) : '字')).join('');
    const starts = [...new Set([0, random.below(length), random.below(length)])].sort((a, b) => a - b);
    const parts = starts.map((start, at): ReadingPart => {
      return { kind: 'section', label: String(at), start, end: starts[at + 1] ?? length };
    });
    return {
      name: String(i),
      text,
      parts,
      annotators: annotators.map((annotator) => ({
        annotator,
        tags: [
          ...Array.from({ length: random.below(6) }, () => {
            const start = random.below(length);
            return tag(random.pick(labels), [[start, start + 1 + random.below(length - start)]]);
          }),
          ...(random.chance(0.7) ? [done()] : starts.filter(() => random.chance(0.5)).map(done)),
        ],
      })),
    };
  });
}

/** Every character that some two finished: what each put there; null of who has not finished it. */
function charactersOf({ text, parts, annotators }: ComparedDocument): (ReadonlySet<string> | null)[][] {
  return [...text].flatMap((character, at) => {
    if (blanks.includes(character)) return [];
    const part = parts.findLast(({ start }) => start <= at)!;
    const judgements = annotators.map(({ tags }) => {
      const finished = tags.some(
        ({ label, scope, spans }) =>
          label === 'reviewed' &&
          (scope === 'document' || parts.findLast(({ start }) => start <= spans[0]!.start) === part),
      );
      if (!finished) return null;
      const here = tags.filter(
        ({ scope, spans }) => scope === 'words' && spans.some(({ start, end }) => start <= at && at < end),
      );
      return new Set(here.map(({ label }) => label));
    });
    return judgements.filter((each) => each !== null).length < 2 ? [] : [judgements];
  });
}

/** Cohen's κ and Krippendorff's α straight from their definitions, judgement by judgement. */
function plainKappa(units: readonly (readonly (string | null)[])[]): number | null {
  const both = units.filter(([a, b]) => a !== null && b !== null);
  const share = (is: (unit: readonly (string | null)[]) => boolean) => both.filter(is).length / both.length;
  const categories = [...new Set(both.flat())];
  const observed = share(([a, b]) => a === b);
  const expected = categories.reduce(
    (sum, category) => sum + share(([a]) => a === category) * share(([, b]) => b === category),
    0,
  );
  return both.length === 0 || expected > 1 - 1e-12 ? null : (observed - expected) / (1 - expected);
}

function plainAlpha(units: readonly (readonly (string | null)[])[]): number | null {
  const rated = units.map((unit) => unit.filter((each) => each !== null)).filter(({ length }) => length > 1);
  const all = rated.flat();
  const differing = (values: readonly string[]) =>
    values.reduce((sum, a, i) => sum + values.filter((b, j) => i !== j && a !== b).length, 0);
  const observed =
    rated.reduce((sum, values) => sum + differing(values) / (values.length - 1), 0) / all.length;
  const expected = differing(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

function assertNear(measure: Measure, expected: number | null, words: string): void {
  if (expected === null) assert.equal(measure.value, null, words);
  else assert.ok(Math.abs((measure.value ?? Number.NaN) - expected) < 1e-9, `${words}: ${measure.value}`);
}

const seeds = fc.nat();

test('The measures over stretches of text are those over its characters one by one', (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  fc.assert(
    fc.property(seeds, (chance) => {
      const random = seededRandom(chance);
      const names = ['A', 'B', 'C'].slice(0, 2 + random.below(2));
      const all = documents(random, names);
      const report = agreementOf(all, { annotators: names });
      const characters = all.flatMap(charactersOf);
      assert.equal(report.overall.characters, characters.length);
      const sets = characters.map((each) => each.map((set) => set && [...set].sort().join()));
      assertNear(report.overall.all.krippendorffAlpha, plainAlpha(sets), 'α of sets');
      const tagged = sets.filter((each) => each.some((set) => set));
      assert.equal(report.overall.taggedCharacters, tagged.length);
      assertNear(report.overall.tagged.krippendorffAlpha, plainAlpha(tagged), 'α of sets where tagged');
      if (names.length === 2) assertNear(report.overall.all.cohenKappa, plainKappa(sets), 'κ of sets');
      for (const { label, all: measures, tagged: whereTagged } of report.labels) {
        const has = (units: typeof characters) =>
          units.map((each) => each.map((set) => set && (set.has(label) ? 'yes' : 'no')));
        assertNear(measures.krippendorffAlpha, plainAlpha(has(characters)), `α of ${label}`);
        const some = characters.filter((each) => each.some((set) => set && set.size > 0));
        assertNear(whereTagged.krippendorffAlpha, plainAlpha(has(some)), `α of ${label} where tagged`);
        if (names.length === 2) assertNear(measures.cohenKappa, plainKappa(has(characters)), `κ of ${label}`);
      }
    }),
    { numRuns: 300, seed },
  );
});

test('Who is named first makes no difference but to precision and recall', (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  fc.assert(
    fc.property(seeds, (chance) => {
      const all = documents(seededRandom(chance), ['A', 'B']);
      const one = agreementOf(all, { annotators: ['A', 'B'] }).overall;
      const other = agreementOf(all, { annotators: ['B', 'A'] }).overall;
      const symmetric = ({ all, tagged, alphaU, exact, overlapping }: typeof one) =>
        [...Object.values(all), ...Object.values(tagged), alphaU, exact.f1, overlapping.f1].map(
          ({ value }: Measure) => value && Number(value.toFixed(9)) + 0,
        );
      assert.deepEqual(symmetric(other), symmetric(one));
      assert.deepEqual(other.exact.precision, one.exact.recall);
      assert.deepEqual(other.overlapping.recall, one.overlapping.precision);
    }),
    { numRuns: 200, seed },
  );
});

test('The same work is 1 or not defined; no measure is above 1 or no number', (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  const measures = (value: object): Measure[] =>
    Object.values(value).flatMap((each) => {
      if (typeof each !== 'object' || each === null) return [];
      return 'value' in each ? [each as Measure] : measures(each);
    });
  fc.assert(
    fc.property(seeds, (chance) => {
      const all = documents(seededRandom(chance), ['A', 'B']);
      for (const { value } of measures(agreementOf(all))) {
        assert.ok(value === null || (Number.isFinite(value) && value < 1 + 1e-12), String(value));
      }
      const same = all.map((document) => {
        const [first] = document.annotators;
        return { ...document, annotators: [first!, { ...first!, annotator: 'B' }] };
      });
      for (const { value } of measures(agreementOf(same).overall)) {
        assert.ok(value === null || Math.abs(value - 1) < 1e-9, String(value));
      }
    }),
    { numRuns: 200, seed },
  );
});

for (const [name, ranges] of [
  ['side by side', (i: number) => [i * 3, i * 3 + 2]],
  ['in each other', (i: number, count: number) => [i, 2 * count - i]],
  ['all on one place', () => [0, 2]],
] as const) {
  test(`Comparing is linear in tags ${name}, each with a label of its own`, async () => {
    await assertLinearAsync(4_000, async (count) => {
      const text = '字'.repeat(3 * count);
      const tags = (shift: number) =>
        Array.from({ length: count }, (_, i) => {
          const [start, end] = ranges(i, count) as [number, number];
          return tag(`${i}`, [[start, Math.min(text.length, end + shift)]]);
        });
      const annotators = [0, 1].map((shift) => ({ annotator: `${shift}`, tags: [...tags(shift), done()] }));
      return costAsync(async () => void agreementOf([{ name: '', text, parts: [], annotators }]));
    });
  });
}
