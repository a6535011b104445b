import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { mergeSidecars } from '../../client/src/annotations/merge.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import {
  newSidecar,
  type Sidecar,
  type StoredAnnotation,
  serialiseSidecar,
  withAnnotations,
} from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';

const text = '𠮷林：中方重申恪守《联合国宪章》，俄方对此表示赞赏。双方同意继续磋商，中方愿同俄方共同努力。';
const labels = ['party', 'person', 'toString', '__proto__'];
const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };

/** What a person does, as numbers that are taken modulo what there is. */
const deed = fc.oneof(
  fc.record({ do: fc.constant('add' as const), start: fc.nat(), length: fc.nat(8), label: fc.nat() }),
  fc.record({ do: fc.constant('move' as const), tag: fc.nat(), start: fc.nat(), length: fc.nat(8) }),
  fc.record({ do: fc.constant('remove' as const), tag: fc.nat() }),
  fc.record({ do: fc.constant('label' as const), tag: fc.nat(), label: fc.nat() }),
  fc.record({ do: fc.constant('note' as const), tag: fc.nat(), note: fc.constantFrom('', '一', '二\n三') }),
  fc.record({ do: fc.constant('set' as const), tag: fc.nat(), name: fc.nat(), value: fc.nat(2) }),
  fc.record({ do: fc.constant('link' as const), tag: fc.nat(), to: fc.nat(), type: fc.nat() }),
  fc.record({ do: fc.constant('chain' as const), tag: fc.nat(), chain: fc.constantFrom('', '甲', '乙') }),
  fc.record({
    do: fc.constant('review' as const),
    tag: fc.nat(),
    review: fc.constantFrom('accepted', 'rejected'),
  }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function perform(store: AnnotationStore, deeds: readonly Deed[]): void {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % (list.length || 1)];
  for (const each of deeds) {
    const tags = [...store.snapshot.anchored].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (each.do === 'add') {
      const start = each.start % text.length;
      store.add({ label: pick(labels, each.label)!, range: { start, end: start + each.length + 1 } });
      continue;
    }
    const tag = pick(tags, each.tag);
    if (!tag) continue;
    const { id } = tag;
    if (each.do === 'remove') store.remove([id]);
    else if (each.do === 'move') {
      const start = each.start % text.length;
      store.move(id, { start, end: start + each.length + 1 });
    } else if (each.do === 'label') store.change([id], { label: pick(labels, each.label)! });
    else if (each.do === 'note') store.change([id], { note: each.note });
    else if (each.do === 'chain') store.change([id], { chain: each.chain });
    else if (each.do === 'review') store.change([id], { review: each.review as 'accepted' | 'rejected' });
    else if (each.do === 'set') {
      const name = pick(labels, each.name)!;
      store.change([id], {
        attributes: Object.fromEntries([...Object.entries(tag.attributes), [name, each.value]]),
      });
    } else {
      const target = pick(tags, each.to)!.id;
      store.change([id], { relations: [...tag.relations, { type: pick(labels, each.type)!, target }] });
    }
  }
}

/** A side after somebody worked on it; `name` makes the ids, `hour` the times. */
function workedOn(side: Sidecar, name: string, hour: number, deeds: readonly Deed[]): Sidecar {
  let ids = 0;
  let second = 0;
  const store = createAnnotationStore(text, openSidecar(side, text, sha256).annotations, {
    creator: name,
    now: () => new Date(Date.UTC(2025, 0, 1, hour, 0, second++)).toISOString(),
    newId: () => `${name}${++ids}`,
  });
  perform(store, deeds);
  return withAnnotations(side, store.toStore(), text, sha256);
}

const bytes = (sidecar: Sidecar) => serialiseSidecar(sidecar, names);
const tagOf = (side: Sidecar, id: string) => side.annotations.find((tag) => tag.id === id);

/** What a tag says, each part under its name as one text; the order of links tells nothing. */
function parts(tag: StoredAnnotation): Map<string, string> {
  const { label, note, review, chain = '', attributes, relations, places } = tag;
  const said: Record<string, unknown> = { label, note, review, chain, places };
  const all = Object.entries(said).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const set = Object.entries(attributes).map(
    ([name, value]) => [`= ${name}`, JSON.stringify(value)] as const,
  );
  const led = relations.map(({ type, target }) => [`→ ${type} ${target}`, 'there'] as const);
  return new Map([...all, ...set, ...led]);
}

const work = fc.array(deed, { maxLength: 12 });
const hours = fc.constantFrom(1, 2);

test('Merging obeys the obvious model: tag by tag, part by part, nothing is lost and nothing made up', (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  fc.assert(
    fc.property(work, work, work, hours, hours, (before, one, other, hour, otherHour) => {
      const base = workedOn(newSidecar(), 'b', 0, before);
      const ours = workedOn(base, 'o', hour, one);
      const theirs = workedOn(base, 't', otherHour, other);
      const { sidecar, conflicts } = mergeSidecars({ base, ours, theirs });
      for (const id of new Set([...ours.annotations, ...theirs.annotations].map((tag) => tag.id))) {
        const [b, o, r, merged] = [base, ours, theirs, sidecar].map((side) => tagOf(side, id));
        if (!o || !r) {
          const there = (o ?? r)!;
          const goes = b !== undefined && same(parts(b), parts(there));
          const isUsed = sidecar.annotations.some((tag) => tag.relations.some(({ target }) => target === id));
          assert.equal(merged === undefined, goes && !isUsed, id);
          if (merged) assert.deepEqual(parts(merged), parts(there));
          continue;
        }
        const [was, our, their, result] = [b, o, r, merged].map((tag) => parts(tag!));
        for (const name of new Set([...our!.keys(), ...their!.keys(), ...result!.keys()])) {
          const [w, x, y, z] = [was, our, their, result].map((each) => each!.get(name));
          // A link that went because a side removed what it leads to is there again with that.
          const target = name.startsWith('→') ? name.split(' ')[2]! : '';
          if (w && x !== y && sidecar.annotations.some((tag) => tag.id === target)) {
            if (!tagOf(ours, target) || !tagOf(theirs, target)) {
              assert.equal(z, w, name);
              continue;
            }
          }
          if (name === 'note' && conflicts.some((each) => each.id === id)) continue;
          if (x === y || y === w) assert.equal(z, x, name);
          else if (x === w) assert.equal(z, y, name);
          else {
            const later = o.modified === r.modified ? undefined : o.modified > r.modified ? x : y;
            assert.ok(later === undefined ? z === x || z === y : z === later, name);
            const lost = z === x ? r : o;
            const clashes = conflicts.filter((each) => each.id === id);
            assert.ok(clashes.length > 0 && merged!.note.includes('Merge conflict'), lost.id);
          }
        }
      }
      const known = new Set([...ours.annotations, ...theirs.annotations].map((tag) => tag.id));
      assert.ok(sidecar.annotations.every(({ id }) => known.has(id)));
    }),
    { numRuns: 400, seed },
  );
});

test('Merging is the same whoever is ours, is nothing where one side is as before, and can be read again', (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  fc.assert(
    fc.property(work, work, work, hours, hours, (before, one, other, hour, otherHour) => {
      const base = workedOn(newSidecar(), 'b', 0, before);
      const ours = workedOn(base, 'o', hour, one);
      const theirs = workedOn(base, 't', otherHour, other);
      assert.equal(bytes(mergeSidecars({ base, ours, theirs: base }).sidecar), bytes(ours));
      assert.equal(bytes(mergeSidecars({ base, ours: base, theirs }).sidecar), bytes(theirs));
      assert.equal(bytes(mergeSidecars({ base, ours, theirs: ours }).sidecar), bytes(ours));
      const merged = mergeSidecars({ base, ours, theirs }).sidecar;
      const swapped = mergeSidecars({ base, ours: theirs, theirs: ours }).sidecar;
      const all = (side: Sidecar) => side.annotations.map((tag) => [tag.id, [...parts(tag)].sort()]);
      assert.deepEqual(all(swapped), all(merged));
      const reading = parseSidecar(bytes(merged));
      assert.ok(reading.ok);
      assert.equal(bytes(reading.sidecar), bytes(merged));
    }),
    { numRuns: 200, seed },
  );
});

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}
