import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfId } from '../../client/src/vscode/instruments/entry-place.ts';

test('the id of the entry that was added last, and not where another names it', () => {
  const text = '{"instruments": [{"id": "a-1"}, {\n  "id" :\n "b-1", "members": ["b-1", "a-1"]}]}';
  const place = placeOfId(text, 'b-1')!;
  assert.equal(text.slice(place.start - 1, place.end + 1), '"b-1"');
  assert.equal(place.start, text.indexOf('b-1'));
  assert.equal(placeOfId(text, 'a-1')!.start, text.indexOf('a-1'));
  assert.equal(placeOfId(text, 'c-1'), undefined);
  assert.equal(placeOfId('"b-1"', 'b-1'), undefined);
});
