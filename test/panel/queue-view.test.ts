import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexParts } from '../../client/src/panel/views/part-index.ts';
import { createQueueWindow, queueLength, suggestionsLike } from '../../client/src/panel/views/queue-view.ts';
import type { Pending } from '../../client/src/panel/views/statement-facts.ts';
import { storeOf } from '../annotations/marked-text.ts';
import { factsOf, partsOf, suggest } from './facts.ts';

/** Forty sentences in four sections; in each one party, and in every other one a date. */
const text = Array.from(
  { length: 40 },
  (_, n) => `${n % 10 === 0 ? `${'一二三四'[n / 10]}、标题\n` : ''}第${n}：双方于2031年${n}月会晤。\n`,
).join('');
const parts = indexParts(partsOf(text));
const pending: Pending[] = Array.from({ length: 40 }, (_, n) => [
  suggest(text, 'party', '双方', n),
  ...(n % 2 === 0 ? [suggest(text, 'date', `2031年${n}月`)] : []),
]).flat();

/** A queue with the cursor where it is put; tells the words that are listed. */
function openQueue() {
  const window = createQueueWindow();
  const store = storeOf(text);
  return {
    at(words: string | number, waiting: readonly Pending[] = pending, label?: string) {
      return window.view(factsOf(store, words, { pending: waiting }), parts, label);
    },
  };
}

test('the queue begins with the next suggestion from the cursor on', () => {
  const { queue, suggestions } = openQueue().at('第4：');
  assert.equal(suggestions.length, queueLength);
  assert.equal(suggestions[0]?.id, queue.next);
  assert.match(`${suggestions[0]?.before}【${suggestions[0]?.words}】`, /第4：【双方】$/);
  assert.deepEqual([queue.first, queue.total], [7, 60]);
});

test('it stands still while the cursor moves among what is listed', () => {
  const queue = openQueue();
  const before = queue.at('第4：').suggestions;
  const after = queue.at('第6：');
  assert.deepEqual(after.suggestions, before);
  assert.match(after.suggestions.find(({ id }) => id === after.queue.next)!.before, /第6：$/);
  assert.match(queue.at('第30：').suggestions[0]!.before, /第30：$/);
});

test('when one has been answered, the next is in its place', () => {
  const queue = openQueue();
  const [first, second] = queue.at('第4：').suggestions;
  const after = queue.at(
    '第4：',
    pending.filter(({ id }) => id !== first!.id),
  );
  assert.equal(after.suggestions[0]?.id, second!.id);
  assert.equal(after.queue.total, 59);
});

test('behind the last one, the last is listed; where there is none, nothing', () => {
  const queue = openQueue();
  const { queue: place, suggestions } = queue.at(text.length);
  assert.deepEqual([place.first, suggestions.length], [60, 1]);
  assert.deepEqual(queue.at(text.length, []).queue, { total: 0, first: 0 });
});

test('a label alone can be listed', () => {
  const { queue, suggestions } = openQueue().at('第5：', pending, 'date');
  assert.deepEqual([queue.total, queue.label], [20, 'date']);
  assert.equal(suggestions[0]?.words, '2031年6月');
});

test('each tells how many of its label wait in its section and in the document', () => {
  const [party, date] = openQueue().at('第0：').suggestions;
  assert.deepEqual([party!.inSection, party!.inDocument], [10, 40]);
  assert.deepEqual([date!.inSection, date!.inDocument], [5, 20]);
  const id = pending.find(({ label }) => label === 'date')!.id;
  assert.equal(suggestionsLike(pending, parts, id, 'section').length, 5);
  assert.equal(suggestionsLike(pending, parts, id, 'document').length, 20);
  assert.deepEqual(suggestionsLike(pending, parts, 'gone', 'document'), []);
});

test('who says it is told as carried over, and values by their names in the scheme', () => {
  const start = text.indexOf('会晤');
  const position: Pending = {
    id: 'p',
    label: 'position',
    text: '会晤',
    start,
    end: start + 2,
    attributes: { stance: '重申', speaker: '双方', other: 3 },
    inherited: { start: text.indexOf('双方'), end: text.indexOf('双方') + 2 },
  };
  const [row] = openQueue().at(0, [position]).suggestions;
  assert.equal(row?.inherited, '双方');
  assert.deepEqual(row?.details.slice(1), [
    ['Speaker', '双方'],
    ['other', '3'],
  ]);
  assert.match(row?.details[0]?.join(': ') ?? '', /^Verb of stance: 重申/);
});
