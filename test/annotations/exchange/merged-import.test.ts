import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { settledBy } from '../../../client/src/annotations/exchange/import-conflict.ts';
import { type MergedImport, mergeImport } from '../../../client/src/annotations/exchange/merged-import.ts';
import { placeImport } from '../../../client/src/annotations/exchange/placed-import.ts';
import type { Settlement } from '../../../client/src/annotations/exchange/settlement.ts';
import { type Feature, features, type Holdings } from '../../../client/src/annotations/formats/features.ts';
import { tagOn } from '../../cli/tagged-files.ts';

const text = '中吉联合声明。双方重申恪守《联合国宪章》，支持和平。双方欢迎。';
const now = '2026-01-01T00:00:00.000Z';
const all = Object.fromEntries(Object.keys(features).map((feature) => [feature, 'yes'])) as Holdings;
const without = (...names: Feature[]): Holdings => ({
  ...all,
  ...Object.fromEntries(names.map((name) => [name, 'no'])),
});

function merged(
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
  {
    holdings = all,
    settlement = 'mine' as Settlement,
    removeMissing = false,
    former = [] as readonly Annotation[],
  } = {},
): MergedImport {
  const before = new Map(former.map((each) => [each.id, each]));
  return mergeImport(ours, placeImport({ text, tags: theirs, former: before }, text), {
    holdings,
    settle: settledBy(settlement),
    removeMissing,
    now,
  });
}

const tag = (words: string, said: Partial<Annotation> = {}) => tagOn(text, words, said);
const quiet = (result: MergedImport) => [result.added, result.changed, result.conflicts, result.missing];

test('what is equal is nothing, by id or by label and place', () => {
  const ours = [tag('双方'), tag('和平', { note: '注' })];
  for (const theirs of [ours, ours.map((each, i) => ({ ...each, id: `other-${i}` }))]) {
    const result = merged(ours, theirs);
    assert.deepEqual(quiet(result), [[], [], [], []]);
    assert.equal(result.unchanged, 2);
    assert.ok(result.tags.every((each, i) => each === ours[i]));
  }
});

test('what one side alone says is taken', () => {
  const ours = [tag('双方', { attributes: { a: 1 } }), tag('和平')];
  const theirs = [
    tag('双方', {
      note: '注',
      attributes: { b: '二' },
      chain: '我们',
      creator: '李',
      relations: [{ type: 'of', target: 'urn:test:和平' }],
    }),
  ];
  const result = merged(ours, theirs);
  assert.deepEqual(
    [result.changed, result.conflicts, result.missing],
    [['urn:test:双方'], [], ['urn:test:和平']],
  );
  const { note, attributes, chain, creator, relations, modified } = result.tags[0]!;
  assert.deepEqual(
    { note, attributes, chain, creator, relations, modified },
    {
      note: '注',
      attributes: { a: 1, b: '二' },
      chain: '我们',
      creator: '李',
      relations: [{ type: 'of', target: 'urn:test:和平' }],
      modified: now,
    },
  );
  assert.equal(result.tags.length, 2);
});

test('where both say different things it is a conflict, and what is here stays unless asked otherwise', () => {
  const ours = [tag('双方', { note: '甲', attributes: { a: 1 }, modified: '2025-01-01T00:00:00Z' })];
  const theirs = [
    tag('双方', { label: 'person', note: '乙', attributes: { a: 2 }, modified: '2025-06-01T08:00:00+08:00' }),
  ];
  const mine = merged(ours, theirs);
  assert.deepEqual(
    mine.conflicts.map(({ member, name, ours, theirs, kept }) => [member, name, ours, theirs, kept]),
    [
      ['label', '', 'party', 'person', 'ours'],
      ['note', '', '甲', '乙', 'ours'],
      ['attribute', 'a', '1', '2', 'ours'],
    ],
  );
  assert.deepEqual(mine.tags, ours);
  for (const settlement of ['theirs', 'newer'] as const) {
    const [settled] = merged(ours, theirs, { settlement }).tags;
    assert.deepEqual([settled!.label, settled!.note, settled!.attributes], ['person', '乙', { a: 2 }]);
  }
  const older = theirs.map((each) => ({ ...each, modified: '' }));
  assert.deepEqual(merged(ours, older, { settlement: 'newer' }).tags, ours);
});

test('what only the other tool has changed is taken, member by member, as far as it is known how the tag went out', () => {
  const sent = tag('双方', {
    note: '甲',
    attributes: { a: 1, b: true, c: 'x' },
    modified: '2025-01-01T00:00:00Z',
  });
  const place = tag('和平');
  const theirs = {
    ...sent,
    ...{ spans: place.spans, quotes: place.quotes, label: 'person' },
    note: '乙',
    attributes: { a: 2, c: 'x' },
  };
  const withTheirs = { ...theirs, modified: now };
  // Nothing has changed here: the time is that of the tag that went out.
  const untouched = merged([sent], [theirs]);
  assert.deepEqual(untouched.conflicts, []);
  assert.deepEqual(untouched.tags, [{ ...withTheirs, attributes: { a: 2, b: true, c: 'x' } }]);
  // It is known how it went out, and what has been taken away since.
  assert.deepEqual(merged([sent], [theirs], { former: [sent] }).tags, [withTheirs]);
  // Something else has changed here.
  const ours = { ...sent, attributes: { a: 1, b: true, c: 'y' }, modified: '2025-02-01T00:00:00Z' };
  const both = merged([ours], [theirs], { former: [sent] });
  assert.deepEqual([both.conflicts, both.tags], [[], [{ ...withTheirs, attributes: { a: 2, c: 'y' } }]]);
  // The same has changed here, or nobody knows.
  const touched = { ...ours, label: 'instrument', note: '丙', attributes: { a: 3, b: false, c: 'x' } };
  const members = ['label', 'note', 'attribute', 'attribute'];
  assert.deepEqual(
    merged([touched], [theirs], { former: [sent] }).conflicts.map(({ member }) => member),
    members,
  );
  assert.deepEqual(
    merged([ours], [theirs]).conflicts.map(({ member }) => member),
    ['label', 'place', 'note', 'attribute', 'attribute'],
  );
});

test('what was changed here alone, or taken away, stays so', () => {
  const sent = tag('双方', { note: '甲', attributes: { a: 1 }, chain: '我们' });
  const { chain: _, ...bare } = { ...sent, note: '', attributes: {}, modified: now };
  for (const ours of [bare, { ...sent, label: 'person', note: '乙', attributes: { a: 2 }, modified: now }]) {
    const result = merged([ours], [sent], { former: [sent], settlement: 'theirs' });
    assert.deepEqual([quiet(result), result.tags], [[[], [], [], []], [ours]]);
  }
});

test('another place is a conflict as well; lost words say nothing of the place', () => {
  const ours = [tag('双方', { modified: now })];
  const theirs = [{ ...tag('和平'), id: ours[0]!.id }];
  assert.deepEqual(
    merged(ours, theirs).conflicts.map(({ member, ours, theirs }) => [member, ours, theirs]),
    [['place', '双方', '和平']],
  );
  assert.deepEqual(merged(ours, theirs, { settlement: 'theirs' }).tags[0]!.spans, theirs[0]!.spans);
  const lost = [{ ...ours[0]!, state: 'orphan' as const, spans: [{ start: 0, end: 0 }] }];
  assert.deepEqual(quiet(merged(ours, lost)), [[], [], [], []]);
  // Somebody found words there that are lost here.
  assert.deepEqual(merged(lost, ours).tags[0]!.spans, ours[0]!.spans);
});

test('what the format does not hold is no difference', () => {
  const ours = [
    tag('双方', {
      note: '注',
      attributes: { a: 1 },
      relations: [{ type: 'of', target: 'urn:test:和平' }],
      chain: '我们',
      creator: '李',
      review: 'suggested',
      scope: 'section',
    }),
    tag('和平', { scope: 'document', spans: [], quotes: [] }),
    tag('支持', { state: 'orphan', spans: [{ start: 3, end: 3 }] }),
  ];
  const bare = [tag('双方', { id: 'another' })];
  const holdings = without(
    'notes',
    'attributes',
    'relations',
    'chains',
    'people',
    'reviews',
    'sections',
    'documents',
    'orphans',
    'ids',
    'times',
  );
  assert.deepEqual(quiet(merged(ours, bare, { holdings })), [[], [], [], []]);
  assert.deepEqual(merged(ours, bare, { holdings, settlement: 'theirs', removeMissing: true }).tags, ours);
});

test('a format without fragments has each of them, or all with what is between', () => {
  const first = tag('双方');
  const second = tag('支持');
  const ours = [
    { ...first, spans: [...first.spans, ...second.spans], quotes: [...first.quotes, ...second.quotes] },
  ];
  const holdings = without('fragments', 'ids');
  const parts = [first, second].map((each, i) => ({ ...each, id: `part-${i}` }));
  assert.deepEqual(quiet(merged(ours, parts, { holdings })), [[], [], [], []]);
  const whole = [{ ...first, spans: [{ start: first.spans[0]!.start, end: second.spans[0]!.end }] }];
  assert.deepEqual(quiet(merged(ours, whole, { holdings })), [[], [], [], []]);
});

test('links of an import lead to the tags here by whatever id they have', () => {
  const ours = [tag('双方'), tag('和平')];
  const theirs = [
    tag('双方', { id: 'x', relations: [{ type: 'of', target: 'y' }] }),
    tag('和平', { id: 'y' }),
    tag('支持', { id: 'z', relations: [{ type: 'of', target: 'x' }] }),
  ];
  const { tags } = merged(ours, theirs);
  assert.deepEqual(tags[0]!.relations, [{ type: 'of', target: 'urn:test:和平' }]);
  assert.deepEqual(tags[2]!.relations, [{ type: 'of', target: 'urn:test:双方' }]);
});

test('what the import lacks is told, and removed only when asked; links to it go with it', () => {
  const ours = [
    tag('双方'),
    tag('和平', { relations: [{ type: 'of', target: 'urn:test:双方' }] }),
    tag('支持', { review: 'suggested' }),
  ];
  const theirs = [tag('和平')];
  assert.deepEqual([merged(ours, theirs).missing, merged(ours, theirs).tags.length], [['urn:test:双方'], 3]);
  const { tags } = merged(ours, theirs, { removeMissing: true });
  assert.deepEqual(
    tags.map(({ id, relations }) => [id, relations]),
    [
      ['urn:test:和平', []],
      ['urn:test:支持', []],
    ],
  );
});

test('what nobody understands of a tag is never lost, and what the import has is added', () => {
  const ours = [tag('双方', { unknown: { members: { a: 1, b: 1 } } })];
  const theirs = [tag('双方', { unknown: { members: { b: 2, c: 2 } } })];
  assert.deepEqual(merged(ours, theirs).tags[0]!.unknown, { members: { a: 1, b: 1, c: 2 } });
});

const anyTag = fc
  .record({
    start: fc.nat({ max: text.length - 3 }),
    length: fc.integer({ min: 1, max: 3 }),
    id: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
    label: fc.constantFrom('party', 'person'),
    note: fc.constantFrom('', '甲', '乙'),
    review: fc.constantFrom('accepted' as const, 'suggested' as const),
    attributes: fc.dictionary(fc.constantFrom('x', '__proto__'), fc.oneof(fc.boolean(), fc.nat())),
    target: fc.constantFrom('a', 'b', 'z'),
    modified: fc.constantFrom('', '2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  })
  .map(({ start, length, target, ...said }) => ({
    ...tagOn(text, text.slice(start, start + length), said),
    spans: [{ start, end: start + length }],
    relations: [{ type: 'of', target }],
  }));
const anyTags = fc.uniqueArray(anyTag, { selector: ({ id }) => id, maxLength: 4 });
const anyHoldings = fc
  .dictionary(
    fc.constantFrom(...(Object.keys(features) as Feature[])),
    fc.constantFrom('part' as const, 'no' as const),
  )
  .map((some): Holdings => ({ ...all, ...some }));

test('importing the same again changes nothing, whatever is taken', () => {
  fc.assert(
    fc.property(
      anyTags,
      anyTags,
      anyHoldings,
      fc.constantFrom('mine' as const, 'theirs' as const, 'newer' as const),
      fc.boolean(),
      anyTags,
      (ours, theirs, holdings, settlement, asked, former) => {
        // Where overlaps are not held, a tag may be missing for its neighbour's sake, which the first import may move.
        const removeMissing = asked && holdings.overlaps === 'yes';
        const once = merged(ours, theirs, { holdings, settlement, removeMissing, former });
        const twice = merged(once.tags, theirs, { holdings, settlement, removeMissing, former });
        assert.deepEqual([twice.added, twice.changed], [[], []]);
        assert.deepEqual(twice.tags, once.tags);
        if (!removeMissing) for (const { id } of ours) assert.ok(once.tags.some((each) => each.id === id));
        assert.equal(new Set(once.tags.map(({ id }) => id)).size, once.tags.length);
      },
    ),
  );
});

const anyChange = fc.record(
  {
    label: fc.constantFrom('person', 'instrument'),
    note: fc.constantFrom('', '乙', '丙'),
    attributes: fc.constantFrom({}, { a: 2 }, { a: 1, b: 2 }),
    spans: fc.constantFrom(tag('和平').spans, tag('支持').spans),
  },
  { requiredKeys: [] },
);

test('of two sides, what one has changed is taken, and what both have changed otherwise is a conflict', () => {
  const sent = tag('双方', { note: '甲', attributes: { a: 1 }, modified: '2025-01-01T00:00:00Z' });
  const shown = ({ label, note, attributes, spans }: Annotation) => ({
    label,
    note,
    place: JSON.stringify(spans),
    a: attributes.a,
    b: attributes.b,
  });
  fc.assert(
    fc.property(anyChange, anyChange, (mine, yours) => {
      const ours = { ...sent, ...mine, modified: '2025-02-01T00:00:00Z' };
      const theirs = { ...sent, ...yours };
      const { tags, conflicts } = merged([ours], [theirs], { former: [sent] });
      const [before, here, there, after] = [sent, ours, theirs, tags[0]!].map(shown);
      const disputed = new Set(conflicts.map(({ member, name }) => name || member));
      for (const name of ['label', 'note', 'place', 'a', 'b'] as const) {
        const bothChanged = here![name] !== before![name] && there![name] !== before![name];
        const isConflict =
          bothChanged && here![name] !== there![name] && (here![name] || undefined) !== undefined;
        assert.equal(disputed.has(name), isConflict, name);
        const theirsCount = here![name] === before![name] || (bothChanged && !isConflict);
        assert.equal(after![name], theirsCount ? there![name] : here![name], name);
      }
    }),
  );
});
