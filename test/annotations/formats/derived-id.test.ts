import assert from 'node:assert/strict';
import { test } from 'node:test';
import { derivedId } from '../../../client/src/annotations/formats/derived-id.ts';

test('the same words give the same id, others another, however they are parted', () => {
  assert.equal(derivedId(['声明.txt', 'party', 0, 2]), derivedId(['声明.txt', 'party', 0, 2]));
  const ids = [['ab', 'c'], ['a', 'bc'], ['abc'], ['1'], [1], []].map((words) => derivedId(words));
  assert.equal(new Set(ids).size, ids.length);
});

test('an id is a UUID of version 8 (RFC 9562, 5.8)', () => {
  for (let i = 0; i < 200; i += 1) {
    assert.match(
      derivedId([i]),
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});
