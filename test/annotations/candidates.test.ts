import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidatesFor } from '../../client/src/annotations/candidates.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { tagAt } from '../vscode/tag.ts';

const before = '双方重申尊重彼此主权和领土完整。双方愿扩大农业合作，加强海关交流。';
const lost = (words: string) => {
  const start = before.indexOf(words);
  return tagAt(start, start, {
    state: 'orphan',
    quotes: [quoteOf(before, { start, end: start + words.length })],
  });
};
const shown = (words: string, text: string) =>
  candidatesFor(lost(words), text).map(({ start, end }) => text.slice(start, end));

test('words that stand again, or nearly so, are offered, through line breaks as well', () => {
  assert.deepEqual(shown('扩大农业合作', '双方愿扩大农\n业 合作，加强海关交流。'), ['扩大农\n业 合作']);
  assert.deepEqual(shown('尊重彼此主权和领土完整', '双方重申尊重对方主权和领土完整。'), [
    '尊重对方主权和领土完整',
  ]);
});

test('words of which much has changed are offered near where they were, as less like', () => {
  const text = '双方愿扩大农业领域的全面合作，加强海关交流。';
  const [place] = candidatesFor(lost('扩大农业合作，加强海关'), text);
  assert.ok(place && place.likeness < 0.8);
  assert.match(text.slice(place.start, place.end), /合作，加强海关$/);
});

test('the likest place comes first, and none twice', () => {
  const text = '扩大农业合作很重要。双方愿扩大农业合作，加强海关交流。';
  const found = candidatesFor(lost('扩大农业合作'), text);
  assert.deepEqual(
    found.map(({ start }) => start),
    [13, 0],
  );
  assert.ok(found[0]!.likeness > found[1]!.likeness);
});

test('where nothing is like them, nothing is offered', () => {
  assert.deepEqual(shown('扩大农业合作', '谨此公告。'), []);
  assert.deepEqual(candidatesFor(tagAt(0, 0, { state: 'orphan' }), before), []);
  assert.deepEqual(shown('海关', ''), []);
});

test('not more than five places are offered, and a long text is no trouble', () => {
  assert.equal(candidatesFor(lost('双方'), '双方同意。'.repeat(50)).length, 5);
  assert.ok(candidatesFor(lost('加强海关交流'), '加强海关往来。'.repeat(20_000)).length <= 5);
});
