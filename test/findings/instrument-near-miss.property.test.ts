import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInRegistry } from '../../server/src/instruments/registry.ts';
import { found, mended } from './reading.ts';

const rule = 'instrument-near-miss';
const registry = builtInRegistry();

/** Names of both scripts, without those that hold another title. */
const names = [...registry.names.keys()].filter((name) => name.length >= 6 && !/[〈〉]/.test(name));
/** What text recognition may take another character for; none tells one party, number or year from another. */
const misreadings = '白旦田由己已未末曰目自臼舌古右各夕外处务备复夂'.split('');

/** A name with characters of it misread, as many as `changes` says. */
const misread = (most: number) =>
  fc
    .record({
      name: fc.constantFrom(...names),
      changes: fc.array(fc.record({ at: fc.nat(), to: fc.constantFrom(...misreadings) }), {
        minLength: most,
        maxLength: most,
      }),
    })
    .map(({ name, changes }) => {
      const characters = [...name];
      for (const { at, to } of changes) characters[at % characters.length] = to;
      return { name, title: characters.join('') };
    });

const inText = (title: string) => `双方重申恪守《${title}》的宗旨和原则。`;

for (const most of [1, 2]) {
  test(`a name with ${most} misread is put right or left alone, never made another instrument's`, () => {
    fc.assert(
      fc.property(misread(most), ({ name, title }) => {
        const raw = inText(title);
        if (found(rule, raw).length === 0) return;
        const right = /《(.*)》/.exec(mended(rule, raw))![1]!;
        const meant = registry.named(name).map(({ id }) => id);
        assert.ok(
          registry.named(right).some(({ id }) => meant.includes(id)),
          `${title} made ${right} of ${name}`,
        );
      }),
      { numRuns: 300 },
    );
  });
}

test('nearly every long name with two misread is known again, in either script', () => {
  const long = names.filter((name) => [...name].length >= 10);
  const known = long.filter((name, i) => {
    const characters = [...name];
    for (const at of [2, characters.length - 3]) characters[at] = misreadings[(i + at) % misreadings.length]!;
    return found(rule, inText(characters.join(''))).length === 1;
  });
  assert.ok(known.length >= 0.95 * long.length, `${known.length} of ${long.length}`);
});
