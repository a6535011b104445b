import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Choice } from '../../client/src/annotations/adjudication/deciding.ts';
import { compareSides } from '../../client/src/annotations/adjudication/difference.ts';
import { recordOf } from '../../client/src/annotations/adjudication/record.ts';
import { type Item, settlementOf } from '../../client/src/annotations/adjudication/settlement.ts';
import type { Side } from '../../client/src/annotations/adjudication/sides.ts';
import { decisionsOf } from '../../client/src/annotations/adjudication/standing.ts';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { Settling } from '../annotations/adjudication/settling.ts';
import { annotationOf } from '../annotations/marked-text.ts';
import { type Random, seededRandom } from '../setting/random.ts';
import { someOffset, someRange, startText, words } from './annotations-texts.ts';
import { assertLinear, cost } from './growth.ts';

const names = ['李', 'Wang', '', 'toString'];

function someStore(annotator: string, text: string, models: readonly AnnotationStore[], random: Random) {
  let ids = 0;
  let time = 0;
  const store = createAnnotationStore(text, [], {
    creator: annotator,
    now: () => new Date(Date.UTC(2024, 4, 16, 8, 0, time++)).toISOString(),
    // Ids that another annotator has as well.
    newId: () => `t${ids++}`,
  });
  const label = () => random.pick(['party', 'place', 'sic']);
  // Much of what one tags another has tagged alike, or nearly so.
  for (const tag of models.flatMap((model) => model.snapshot.anchored)) {
    const [range, ...fragments] = tag.spans;
    if (!range || random.chance(0.2)) continue;
    const moved = random.chance(0.3) ? { ...range, end: range.end + random.below(3) } : range;
    store.add({ label: random.chance(0.8) ? tag.label : label(), range: moved, fragments });
  }
  for (let i = random.below(5); i > 0; i -= 1) {
    const fragments = random.chance(0.2) ? [someRange(text, random)] : [];
    store.add({ label: label(), range: someRange(text, random), fragments });
  }
  if (random.chance(0.3)) store.add({ label: label(), range: { start: 0, end: 0 }, scope: 'document' });
  const all = store.snapshot.anchored;
  for (const { id } of all) {
    if (random.chance(0.3)) {
      store.change([id], { relations: [{ type: 'with', target: random.pick(all).id }] });
    }
    if (random.chance(0.2)) store.change([id], { chain: random.pick(['甲', '乙']) });
    if (random.chance(0.1)) store.change([id], { note: random.pick(['一', '二']) });
  }
  return store;
}

/** Two or more annotators' tags of some text, of which some differences are settled. */
class Case {
  readonly random: Random;
  readonly stores: readonly AnnotationStore[];
  readonly settling: Settling;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    const text = startText(this.random);
    const stores: AnnotationStore[] = [];
    for (let i = 0; i < 2 + this.random.below(3); i += 1) {
      stores.push(someStore(names[i]!, text, stores.slice(0, 1), this.random));
    }
    this.stores = stores;
    const sides = stores.map((store, i) => ({ annotator: names[i]!, tags: tagsOf(store), text }));
    this.settling = new Settling(...sides);
  }

  choice({ difference }: Item): Choice {
    const { random } = this;
    const base = random.below(Math.max(1, difference.tags.length));
    return random.pick<Choice>([
      { type: 'take', side: random.below(this.stores.length) },
      { type: 'all' },
      { type: 'neither' },
      { type: 'edit', tag: { base, label: 'edited', spans: this.#someSpans(), attributes: {}, note: '' } },
    ]);
  }

  #someSpans() {
    const { text } = this.settling;
    for (let i = 0; i < 50; i += 1) {
      const range = someRange(text, this.random);
      if (
        text.slice(range.start, range.end).trim() === text.slice(range.start, range.end) &&
        range.start < range.end
      )
        return [range];
    }
    return [];
  }

  settleSome(share: number): void {
    if (this.random.chance(0.8)) this.settling.acceptAgreed();
    const ids = this.settling.settlement.items.map((item) => item);
    for (const item of ids) {
      if (!this.random.chance(share)) continue;
      const id = item.difference.tags[0]!;
      this.settling.decideItem(this.find(id.annotator, id.tag.id), this.choice(item));
    }
  }

  find(annotator: string, id: string): Item {
    return this.settling.settlement.items.find(({ difference }) =>
      difference.tags.some((tag) => tag.annotator === annotator && tag.tag.id === id),
    )!;
  }
}

function tagsOf(store: AnnotationStore): readonly Annotation[] {
  return [...store.snapshot.anchored, ...store.snapshot.orphans];
}

test('Work that is left goes on from its file: what was settled is, what was open is, and nothing else', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const it = new Case(seed);
      it.settleSome(0.6);
      const { settling } = it;
      const sidecar = withAnnotations(newSidecar(), settling.settled, settling.text, sha256);
      const reading = parseSidecar(
        serialiseSidecar(sidecar, { document: 'a', sidecar: 'a.annotations.json' }),
      );
      assert.ok(reading.ok && reading.problems.length === 0);
      const before = settling.told;
      settling.settled = openSidecar(reading.sidecar, settling.text, sha256).annotations;
      assert.deepEqual(settling.told, before);
    }),
    { numRuns: 400 },
  );
});

test('Every tag that is compared is in one difference, and each decision is that difference’s alone', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const it = new Case(seed);
      const first = it.settling.told;
      const tags = it.settling.settlement.items.flatMap(({ difference }) => difference.tags);
      assert.equal(tags.length, new Set(tags.map(({ annotator, tag }) => `${annotator} ${tag.id}`)).size);
      assert.equal(
        tags.length,
        it.stores.reduce((sum, { snapshot }) => sum + snapshot.anchored.length, 0),
      );
      it.settleSome(1);
      const said = (told: readonly string[]) => told.map((line) => line.replace(/^\w+!? /, ''));
      assert.deepEqual(said(it.settling.told), said(first));
      const { counts } = it.settling.settlement;
      assert.equal(counts.open, 0);
    }),
    { numRuns: 300 },
  );
});

test('A settled tag is on the words of a tag that it stands for, with its label, or was edited; links lead to settled tags', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const it = new Case(seed);
      it.settleSome(0.9);
      const { settled, sides } = it.settling;
      const there = new Set(settled.filter(({ review }) => review === 'accepted').map(({ id }) => id));
      assert.equal(new Set(settled.map(({ id }) => id)).size, settled.length);
      for (const tag of settled) {
        const record = recordOf(tag)!;
        for (const { target } of tag.relations) assert.ok(there.has(target), 'a link to what was not taken');
        if (record.decision === 'edited' || tag.review === 'rejected') continue;
        const taken = record.of.find((source) => source.taken)!;
        const side = sides.find(({ annotator }) => annotator === taken.annotator);
        const source = side!.tags.find(({ id }) => id === taken.id)!;
        assert.deepEqual([tag.label, tag.scope, tag.spans], [source.label, source.scope, source.spans]);
      }
    }),
    { numRuns: 300 },
  );
});

test('Where the text is corrected meanwhile, what was settled stays so, and no settled tag is lost', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 8 }), (seed, edits) => {
      const it = new Case(seed);
      const { settling, random } = it;
      it.settleSome(0.7);
      const before = settling.settlement.items.filter(({ state, decision }) => state !== 'open' && decision);
      const store = createAnnotationStore(settling.text, settling.settled, {
        creator: '',
        now: () => '',
        newId: () => '',
      });
      const ids = tagsOf(store)
        .map(({ id }) => id)
        .sort();
      for (let i = 0; i < edits; i += 1) {
        const start = someOffset(store.text, random);
        const end = random.chance(0.5) ? start : Math.max(start, someOffset(store.text, random));
        const text = random.chance(0.7) ? random.pick(words) : '';
        for (const each of [store, ...it.stores]) each.edit([{ start, end: Math.min(end, start + 3), text }]);
      }
      settling.text = store.text;
      settling.settled = tagsOf(store);
      settling.sides = it.stores.map((each, i) => ({ annotator: names[i]!, tags: tagsOf(each) }));
      assert.deepEqual(
        tagsOf(store)
          .map(({ id }) => id)
          .sort(),
        ids,
      );
      for (const { difference } of before) {
        const found = difference.tags.map(({ annotator, tag }) => it.find(annotator, tag.id));
        // Where words are gone, there is something new to look at.
        if (found.some((item) => !item)) continue;
        for (const item of found) assert.notEqual(item.state, 'open');
      }
    }),
    { numRuns: 400 },
  );
});

const cases: readonly (readonly [string, (i: number, side: number) => readonly [number, number]])[] = [
  ['apart', (i) => [10 * i, 10 * i + 4]],
  ['nearly alike', (i, side) => [10 * i + side, 10 * i + 6]],
  ['staggered', (i, side) => [10 * i + 4 * side, 10 * i + 9 + 4 * side]],
  ['all within one another', (i, side) => [i + side, 50_000 - i]],
  ['all on the same words', () => [0, 10]],
];
for (const [name, place] of cases) {
  test(`Comparing and settling is linear in the tags, where these are ${name}`, () => {
    assertLinear('中国愿同俄方合作。今', 50_000, (text) => {
      const sides = [0, 1, 2].map(
        (side): Side => ({
          annotator: names[side]!,
          tags: Array.from({ length: text.length / 10 }, (_, i) => {
            const [start, end] = place(i, side);
            const range = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
            return annotationOf(`${side}-${i}`, range, { label: i % 3 ? 'party' : `place${side}` });
          }),
        }),
      );
      return cost(() => {
        const settling = new Settling(...sides.map((side) => ({ ...side, text })));
        settling.acceptAgreed();
        const comparison = compareSides(sides, text, decisionsOf(settling.settled));
        settlementOf(comparison, settling.settled);
      });
    });
  });
}
