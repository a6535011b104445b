import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noQuote } from '../../../client/src/annotations/annotation.ts';
import { reviewedLabelId } from '../../../client/src/annotations/labels.ts';
import { Settling, sideOf } from './settling.ts';

test('Tags that say the same on the same words are agreed on', () => {
  const it = new Settling(
    sideOf('Li', '[party:中国]愿同俄方合作'),
    sideOf('Wang', '[party:中国]愿同俄方合作'),
  );
  assert.deepEqual(it.told, ['agreed Li1+Wang1']);
});

test('One label for another on the same words, other words with the same label, or both, are one difference', () => {
  const it = new Settling(
    sideOf('Li', '[party:中国]愿同[party:俄罗斯联邦]在[place:北京西郊]会谈'),
    sideOf('Wang', '[place:中国]愿同[party:俄罗斯]联邦在[party:北京西]郊会谈'),
  );
  assert.deepEqual(it.told, ['open Li1+Wang1 label', 'open Li2+Wang2 span', 'open Li3+Wang3 label,span']);
});

test('A tag that only one has is a difference of its own', () => {
  const it = new Settling(
    sideOf('Li', '[party:中国]愿同俄方合作'),
    sideOf('Wang', '中国愿同[party:俄方]合作'),
  );
  assert.deepEqual(it.told, ['open Li1 missing', 'open Wang1 missing']);
});

test('Tags within tags are told apart: each goes with the one that it shares most with', () => {
  const it = new Settling(
    sideOf('Li', '[commitment:[party:中国]愿同[party:俄方]合作]。'),
    sideOf('Wang', '[commitment:[party:中国]愿同[place:俄方]合作。]'),
  );
  assert.deepEqual(it.told, ['open Li1+Wang1 span', 'agreed Li2+Wang2', 'open Li3+Wang3 label']);
});

test('One tag for two of another annotator is one difference', () => {
  const it = new Settling(
    sideOf('Li', '[party:中国和俄国]合作'),
    sideOf('Wang', '[party:中国]和[party:俄国]合作'),
  );
  assert.deepEqual(it.told, ['open Li1+Wang1+Wang2 span']);
});

test('A line break or a blank within a tag or at its end is no difference', () => {
  const it = new Settling(sideOf('Li', '[party:中\n国]愿意'), sideOf('Wang', '[party:中\n国]愿意'));
  const [li, wang] = it.sides;
  const apart = [
    { start: 0, end: 1 },
    { start: 2, end: 3 },
  ];
  it.sides = [li!, { ...wang!, tags: [{ ...wang!.tags[0]!, spans: apart, quotes: [noQuote, noQuote] }] }];
  assert.deepEqual(it.told, ['agreed Li1+Wang1']);
});

test('Attributes, notes, relations and chains are compared', () => {
  const marked = '[party:中国]支持[party:俄国]';
  const differing = [
    [{ Li1: { attributes: { role: 'speaker' } } }, {}, 'attributes'],
    [{ Li1: { note: '一方' } }, { Wang1: { note: '另一方' } }, 'note'],
    [{ Li1: { relations: [{ type: 'supports', target: 'Li2' }] } }, {}, 'relations'],
    [{ Li1: { chain: '中方' } }, {}, 'chain'],
  ] as const;
  for (const [li, wang, aspect] of differing) {
    const it = new Settling(sideOf('Li', marked, li), sideOf('Wang', marked, wang));
    assert.deepEqual(it.told, [`open Li1+Wang1 ${aspect}`, 'agreed Li2+Wang2']);
  }
});

test('A flag that is not set is as none; relations to the same words are the same, and so are chains of other names', () => {
  const marked = '[party:中国]支持[party:俄国]，[party:中国]愿意';
  const it = new Settling(
    sideOf('Li', marked, {
      Li1: { attributes: { doubtful: false }, relations: [{ type: 'supports', target: 'Li2' }], chain: '一' },
      Li3: { chain: '一' },
    }),
    sideOf('Wang', marked, {
      Wang1: { relations: [{ type: 'supports', target: 'Wang2' }], chain: 'China' },
      Wang3: { chain: 'China' },
    }),
  );
  assert.deepEqual(it.told, ['agreed Li1+Wang1', 'agreed Li2+Wang2', 'agreed Li3+Wang3']);
});

test('Two chains are not one because somebody has made one of them', () => {
  const marked = '[party:中国][party:中方][party:俄国]';
  const it = new Settling(
    sideOf('Li', marked, { Li1: { chain: 'a' }, Li2: { chain: 'a' }, Li3: { chain: 'a' } }),
    sideOf('Wang', marked, { Wang1: { chain: 'x' }, Wang2: { chain: 'x' }, Wang3: { chain: 'a' } }),
  );
  assert.deepEqual(it.told, ['agreed Li1+Wang1', 'agreed Li2+Wang2', 'open Li3+Wang3 chain']);
});

test('What is suggested, rejected, without words, or says that a section is reviewed, is not compared', () => {
  const marked = '[party:中国][party:愿同][party:俄国][party:合作]';
  const it = new Settling(
    sideOf('Li', marked, {
      Li1: { review: 'suggested' },
      Li2: { review: 'rejected' },
      Li3: { state: 'orphan', spans: [{ start: 4, end: 4 }] },
      Li4: { label: reviewedLabelId, scope: 'section' },
    }),
    sideOf('Wang', '中国愿同俄国合作'),
  );
  assert.deepEqual(it.told, []);
});

test('Tags of the whole document are compared by their label', () => {
  const whole = { scope: 'document', spans: [], quotes: [] } as const;
  const it = new Settling(
    sideOf('Li', '[joint:中][signed:国]', { Li1: whole, Li2: whole }),
    sideOf('Wang', '[joint:中]国', { Wang1: whole }),
  );
  assert.deepEqual(it.told, ['agreed Li1+Wang1', 'open Li2 missing']);
});

test('Of three annotators, two may have the same', () => {
  const it = new Settling(
    sideOf('Li', '[party:中国政府]愿意'),
    sideOf('Wang', '[party:中国]政府愿意'),
    sideOf('Zhao', '[party:中国政府]愿意'),
  );
  assert.deepEqual(it.told, ['open Li1+Wang1+Zhao1 span']);
});

test('A tag of each annotator that has an id of the other is its own', () => {
  const li = sideOf('Li', '[party:中国]愿意');
  const it = new Settling(li, {
    ...sideOf('Wang', '[place:中国]愿意'),
    tags: [{ ...li.tags[0]!, label: 'place' }],
  });
  assert.deepEqual(it.told, ['open Li1+Li1 label']);
});

test('Staggered tags do not become one heap', () => {
  const text = '中'.repeat(400);
  const stair = (annotator: string, from: number) => ({
    ...sideOf(annotator, text),
    tags: Array.from({ length: 60 }, (_, i) => ({
      ...sideOf(annotator, '[party:中]').tags[0]!,
      id: `${annotator}${i}`,
      spans: [{ start: from + 6 * i, end: from + 6 * i + 5 }],
    })),
  });
  const it = new Settling(stair('Li', 0), stair('Wang', 3));
  for (const { difference } of it.settlement.items) assert.ok(difference.tags.length <= 12);
});
