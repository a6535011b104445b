import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PendingSuggestion } from '../../client/src/annotations/pending-suggestions.ts';
import {
  currentSuggestion,
  nextSuggestion,
  stepFrom,
} from '../../client/src/vscode/suggestions/suggestion-order.ts';

const at = (id: string, start: number, end: number): PendingSuggestion => ({
  id,
  label: 'party',
  start,
  end,
  text: '',
  attributes: {},
});
/** Two on the same words, and one that holds another. */
const all = [at('a', 0, 2), at('b', 5, 12), at('c', 6, 8), at('d', 20, 24), at('e', 20, 24)];
const cursor = (offset: number) => ({ start: offset, end: offset });

test('the one on just the selected words is meant, else the innermost at the cursor', () => {
  assert.equal(currentSuggestion(all, { start: 5, end: 12 })?.id, 'b');
  assert.equal(currentSuggestion(all, cursor(7))?.id, 'c');
  assert.equal(currentSuggestion(all, cursor(10))?.id, 'b');
  assert.equal(currentSuggestion(all, cursor(15)), undefined);
});

test('of two on the same words, the one that was selected last', () => {
  assert.equal(currentSuggestion(all, { start: 20, end: 24 }, 'e')?.id, 'e');
  assert.equal(currentSuggestion(all, { start: 20, end: 24 }, 'gone')?.id, 'd');
});

test('the steps go through all of them, round the ends, and one on the same words is not passed over', () => {
  const walk = (by: 1 | -1) => {
    const ids: string[] = [];
    let here = nextSuggestion(all, cursor(4), by);
    for (let i = 0; here && i < all.length; i += 1) {
      ids.push(here.id);
      here = nextSuggestion(all, here, by);
    }
    return ids.join('');
  };
  assert.equal(walk(1), 'bcdea');
  assert.equal(walk(-1), 'aedcb');
});

test('from one that waits no more, the next is the one after it', () => {
  assert.equal(nextSuggestion([all[0]!, all[3]!], all[2]!, 1)?.id, 'd');
  assert.equal(nextSuggestion([], all[2]!, 1), undefined);
});

test('a cursor comes before what begins at it', () => {
  assert.equal(nextSuggestion(all, cursor(5), 1)?.id, 'b');
  assert.equal(nextSuggestion(all, cursor(5), -1)?.id, 'a');
});

test('one that begins at the cursor is the next, until it is selected', () => {
  const next = (selected: { start: number; end: number }) =>
    nextSuggestion(all, stepFrom(all, selected), 1)?.id;
  assert.equal(next(cursor(0)), 'a');
  assert.equal(next({ start: 0, end: 1 }), 'a');
  assert.equal(next({ start: 0, end: 2 }), 'b');
  assert.equal(next({ start: 5, end: 12 }), 'c');
  assert.equal(nextSuggestion(all, stepFrom(all, { start: 20, end: 24 }, 'e'), 1)?.id, 'a');
});
