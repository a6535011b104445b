import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apartFrom, occurrences } from '../../client/src/annotations/occurrences.ts';

const found = (text: string, words: string) =>
  occurrences(text, words).map(({ start, end }) => text.slice(start, end));

test('every place is found, whatever lines and spaces are between its characters', () => {
  assert.deepEqual(found('多边主义，多边\n主义，多 边　主义。', '多边主义'), [
    '多边主义',
    '多边\n主义',
    '多 边　主义',
  ]);
  assert.deepEqual(found('多边主义，多边主义', '多边\n主义'), ['多边主义', '多边主义']);
});

test('a character in another encoding is the same character', () => {
  assert.deepEqual(found('中⽅与中方', '中方'), ['中⽅', '中方']);
});

test('places do not overlap, and white space alone is nowhere', () => {
  assert.deepEqual(occurrences('啊啊啊', '啊啊'), [{ start: 0, end: 2 }]);
  assert.deepEqual(occurrences('双方 双方', ' \n'), []);
});

test('places that are tagged already are left out, also by a tag that holds others', () => {
  const places = [
    { start: 0, end: 2 },
    { start: 4, end: 6 },
    { start: 8, end: 10 },
    { start: 12, end: 14 },
  ];
  const spans = [
    { start: 3, end: 11 },
    { start: 4, end: 5 },
  ];
  assert.deepEqual(apartFrom(places, spans), [places[0], places[3]]);
  assert.deepEqual(apartFrom(places, [{ start: 2, end: 4 }]), places);
});
