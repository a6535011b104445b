import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewedLabelId } from '../../client/src/annotations/labels.ts';
import type { AnnotationDraft } from '../../client/src/annotations/store.ts';
import { difference } from '../../client/src/panel/patch.ts';
import { createStatementView } from '../../client/src/panel/views/statement-view.ts';
import { placeOf, storeOf } from '../annotations/marked-text.ts';
import { factsOf, partsOf, suggest } from './facts.ts';

const text = `中蒙联合声明
一、政治
双方重申恪守《联合国宪章》。中方支持蒙方的倡议。
二、经贸
双方同意于2031年5月举行会议。
三、人文
双方支持青年往来。
`;
const parts = partsOf(text);

/** A store in which the words are tagged, each by a label and what else is said. */
function tagged(tags: Readonly<Record<string, Omit<AnnotationDraft, 'range'>>>) {
  const store = storeOf(text);
  for (const [words, draft] of Object.entries(tags)) store.add({ ...draft, range: placeOf(text, words) });
  const idOf = (words: string) =>
    store.snapshot.anchored.find(({ spans }) => spans[0] && text.startsWith(words, spans[0].start))!.id;
  return { store, idOf };
}

test('the tag at the cursor is told with its fields, links and chain', () => {
  const { store, idOf } = tagged({
    中方: { label: 'party', chain: '中国', attributes: { state: '中国' } },
    蒙方: { label: 'party' },
    支持蒙方的倡议: { label: 'position', note: '见上', attributes: { stance: '支持', mood: '好', year: 3 } },
  });
  const position = idOf('支持蒙方');
  store.change([position], {
    relations: [
      { type: 'speaker', target: idOf('中方') },
      { type: 'echoes', target: 'urn:uuid:gone' },
    ],
  });
  const view = createStatementView();
  const state = view.state(factsOf(store, '支持蒙方', { parts }), {});
  const card = state.tags.find(({ id }) => id === position)!;
  assert.equal(card.words, '支持蒙方的倡议');
  assert.equal(card.note, '见上');
  assert.deepEqual(card.links, [
    { type: 'speaker', name: 'Speaker', tag: idOf('中方'), words: '中方', label: 'Party' },
    { type: 'echoes', name: 'echoes', tag: 'urn:uuid:gone' },
  ]);
  const fields = Object.fromEntries(card.fields.map(({ id, ...field }) => [id, field]));
  assert.deepEqual(fields.stance, { value: '支持', fits: true });
  assert.deepEqual(fields.speaker, { fits: true }, 'what can be said and is not');
  assert.deepEqual(fields.mood, { value: '好', fits: false }, 'what the scheme does not know stays');
  assert.deepEqual(fields.year, { value: 3, fits: false });

  const party = view.state(factsOf(store, '中方', { parts }), {}).tags[0]!;
  assert.deepEqual(party.chain, { name: '中国', size: 1, members: [{ id: party.id, words: '中方' }] });
  assert.deepEqual(
    party.backlinks.map(({ name, tag, words }) => [name, tag, words]),
    [['Speaker', position, '支持蒙方的倡议']],
  );
});

test('tags of the section and of the document are told apart from those at the cursor', () => {
  const { store } = tagged({
    '二、经贸': { label: 'commitment', scope: 'section' },
    中蒙联合声明: { label: 'position', scope: 'document' },
    双方: { label: 'party' },
  });
  const { tags, wider } = createStatementView().state(factsOf(store, '2031年', { parts }), {});
  assert.deepEqual(tags, []);
  assert.deepEqual(
    wider.map(({ label, scope, words }) => [label, scope, words]),
    [
      ['commitment', 'section', '二、经贸'],
      ['position', 'document', ''],
    ],
  );
});

test('what was rejected, and the marks on sections, are no tags at the cursor', () => {
  const { store } = tagged({ 双方重申: { label: 'position', review: 'rejected' } });
  store.add({ label: reviewedLabelId, range: placeOf(text, '一、政治'), scope: 'section' });
  const state = createStatementView().state(factsOf(store, '一、', { parts }), {});
  assert.deepEqual([state.tags, state.wider], [[], []]);
  assert.equal(createStatementView().state(factsOf(store, '双方', { parts }), {}).tags.length, 0);
});

test('the palette counts tags and suggestions', () => {
  const { store } = tagged({ 双方重申: { label: 'position' }, 中方: { label: 'party' } });
  const pending = [suggest(text, 'party', '双方'), suggest(text, 'party', '双方', 1)];
  const { labels } = createStatementView().state(factsOf(store, 0, { parts, pending }), {});
  const count = (id: string) => labels.find((label) => label.id === id);
  assert.deepEqual([count('party')?.count, count('party')?.pending], [1, 2]);
  assert.deepEqual([count('position')?.count, count('position')?.pending], [1, 0]);
});

test('a label that the scheme does not know is shown by its id', () => {
  const { store } = tagged({ 中方: { label: 'constructor' } });
  const [card] = createStatementView().state(factsOf(store, '中方'), {}).tags;
  assert.equal(card?.unknown?.name, 'constructor');
});

test('labels that the scheme does not know are told with their tags, those of the most first', () => {
  const { store } = tagged({
    中方: { label: 'alt' },
    蒙方: { label: '<b>' },
    支持蒙方的倡议: { label: '<b>' },
    双方: { label: 'party' },
  });
  store.add({ label: reviewedLabelId, range: placeOf(text, '一、政治'), scope: 'section' });
  const unknown = () => createStatementView().state(factsOf(store), {}).unknownLabels;
  const both = [
    { id: '<b>', count: 2 },
    { id: 'alt', count: 1 },
  ];
  assert.deepEqual(unknown(), both);
  store.edit([{ start: text.indexOf('中方'), end: text.indexOf('中方') + 2, text: '' }]);
  assert.deepEqual(unknown(), both, 'tags that have lost their words are mapped as well');
});

test('a part is reviewed when it is marked, wherever its text moves', () => {
  const { store } = tagged({ 中方: { label: 'party' } });
  store.add({ label: reviewedLabelId, range: placeOf(text, '二、经贸'), scope: 'section' });
  const reviewed = () => {
    const now = partsOf(store.text);
    const state = createStatementView().state(factsOf(store, '2031年', { parts: now }), {});
    return [state.parts.filter((part) => part.reviewed).map(({ name }) => name), state.progress] as const;
  };
  assert.deepEqual(reviewed(), [
    ['二、经贸'],
    { reviewed: 1, total: 3, finished: false, here: 'section 二、经贸 1' },
  ]);
  store.edit([{ start: 0, end: 0, text: '（译文）\n' }]);
  assert.deepEqual(reviewed()[0], ['二、经贸']);
  store.undo();
  assert.deepEqual(reviewed()[0], []);
});

test('a document that is marked as finished is so in the progress, and its mark is no tag to show', () => {
  const { store } = tagged({ 中方: { label: 'party' } });
  const state = () => createStatementView().state(factsOf(store), {});
  store.add({ label: reviewedLabelId, range: { start: 0, end: 0 }, scope: 'document' });
  assert.equal(state().progress.finished, true);
  assert.deepEqual([state().wider, state().unknownLabels], [[], []]);
  store.undo();
  assert.equal(state().progress.finished, false);
});

test('parts of one name have ids of their own', () => {
  const twice = '一、总则\n甲\n一、总则\n乙\n';
  const { parts: shown } = createStatementView().state(
    factsOf(storeOf(twice), 0, { parts: partsOf(twice) }),
    {},
  );
  assert.equal(new Set(shown.map(({ id }) => id)).size, 2);
});

test('a move of the cursor tells little, and a snapshot stays small, among 5,000 tags and suggestions', () => {
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `${n % 50 === 0 ? '一、标题\n' : ''}双方同意在第${n}项议程下深化经贸合作。\n`,
  );
  const long = lines.join('');
  const store = storeOf(long);
  const places = [...long.matchAll(/双方/g)].map(({ index }) => index);
  store.addAll(places.map((start) => ({ label: 'party', range: { start, end: start + 2 } })));
  store.change(
    store.snapshot.anchored.map(({ id }) => id),
    { chain: '双方' },
  );
  const pending = places.map((start) => ({
    id: `commitment ${start}`,
    label: 'commitment',
    text: '深化经贸合作',
    start: start + 10,
    end: start + 16,
    attributes: { speaker: '双方' },
  }));
  const view = createStatementView();
  const parts = partsOf(long);
  const at = (cursor: number) => view.state(factsOf(store, cursor, { parts, pending }), {});
  const before = at(places[2500]! + 1);
  assert.equal(before.tags[0]?.chain?.size, 5000);
  const snapshot = JSON.stringify(before).length;
  assert.ok(snapshot < 60_000, `a snapshot of ${snapshot} characters`);
  const sameTag = difference(before, at(places[2500]!));
  assert.equal(sameTag, undefined, 'within a tag a move tells nothing');
  const patch = JSON.stringify(difference(before, at(places[2500]! + 6))).length;
  assert.ok(patch < 1000, `a patch of ${patch} characters`);
  store.add({ label: 'place', range: { start: places[0]!, end: places[0]! + 1 } });
  const added = JSON.stringify(difference(before, at(places[2500]! + 1))).length;
  assert.ok(added < 2000, `a patch of ${added} characters after a tag elsewhere`);
});
