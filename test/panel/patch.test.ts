import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { difference, patched } from '../../client/src/panel/patch.ts';
import { noStatement, type PanelState } from '../../client/src/panel/state.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '丁'));
const labels = ids.chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc.record(
        {
          id: fc.constant(id),
          name: fc.constantFrom('甲', '乙'),
          colour: fc.constant({ light: '#000000', dark: '#ffffff' }),
          guideline: fc.boolean(),
          count: fc.nat(2),
          pending: fc.nat(2),
        },
        { noNullPrototype: true },
      ),
    ),
  ),
);
const states: fc.Arbitrary<PanelState> = fc
  .record({ labels, groups: ids, total: fc.nat(3), selection: fc.constantFrom('', '双方') })
  .map(({ labels, groups, total, selection }) => ({
    ...noStatement,
    top: { ...noStatement.top, selection },
    labels,
    groups: groups.map((id) => ({ id, name: id })),
    queue: { total, first: 0 },
  }));

test('a patch makes of the state that is known the one that is', () => {
  fc.assert(
    fc.property(states, states, (before, after) => {
      const patch = difference(before, after);
      // As it arrives: through a message.
      const arrived = patch && (JSON.parse(JSON.stringify(patch)) as typeof patch);
      assert.deepEqual(arrived ? patched(before, arrived) : before, after);
    }),
  );
});

test('what is the same is not told', () => {
  fc.assert(
    fc.property(states, (state) => {
      assert.equal(difference(state, structuredClone(state)), undefined);
    }),
  );
});

test('of a list only the entries that changed are told', () => {
  const part = (id: string, count: number) => ({
    id,
    name: id,
    kind: 'section',
    count,
    pending: 0,
    reviewed: false,
  });
  const before = { ...noStatement, parts: [part('一', 1), part('二', 0), part('三', 4)] };
  const after = { ...before, parts: [part('一', 1), part('二', 1), part('三', 4)] };
  assert.deepEqual(difference(before, after), { parts: { entries: [part('二', 1)] } });
  assert.deepEqual(difference(before, { ...before, parts: before.parts.slice(1) }), {
    parts: { order: ['二', '三'], entries: [] },
  });
});
