import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKey, readDraftKey } from '../../client/src/panel/page/draft-key.ts';
import { createDrafts } from '../../client/src/panel/page/drafts.ts';

/** Drafts whose pauses end when the test says so. */
function setUp() {
  const sent: [string, string][] = [];
  const pauses = new Set<() => void>();
  const drafts = createDrafts({
    send: (tag, note) => sent.push([tag, note]),
    later(call) {
      pauses.add(call);
      return () => pauses.delete(call);
    },
    changed: () => undefined,
  });
  const wait = () => {
    for (const call of [...pauses]) {
      pauses.delete(call);
      call();
    }
  };
  return { drafts, sent, wait };
}

test('a note is sent once, when its author pauses', () => {
  const { drafts, sent, wait } = setUp();
  drafts.write('a', '见');
  drafts.write('a', '见第二条');
  assert.deepEqual(sent, []);
  wait();
  assert.deepEqual(sent, [['a', '见第二条']]);
});

test('leaving the field sends what waits, and nothing twice', () => {
  const { drafts, sent, wait } = setUp();
  drafts.write('a', '见第二条');
  drafts.flush();
  drafts.flush();
  wait();
  assert.deepEqual(sent, [['a', '见第二条']]);
});

test('an older snapshot does not put old words under the author’s hands', () => {
  const { drafts, wait } = setUp();
  assert.equal(drafts.show('a', '旧'), '旧');
  drafts.write('a', '新');
  assert.equal(drafts.show('a', '旧'), '新');
  wait();
  drafts.acknowledge(0);
  assert.equal(drafts.show('a', '旧'), '新');
  drafts.acknowledge(1);
  assert.equal(drafts.show('a', '新'), '新');
  assert.equal(drafts.show('a', '他人所改'), '他人所改');
});

test('words typed after the sending stand until they are acknowledged themselves', () => {
  const { drafts, wait } = setUp();
  drafts.write('a', '一');
  wait();
  drafts.write('a', '一二');
  drafts.acknowledge(1);
  assert.equal(drafts.show('a', '一'), '一二');
  wait();
  drafts.acknowledge(2);
  assert.equal(drafts.show('a', '一二'), '一二');
  assert.deepEqual(drafts.unsettled(), {});
});

test('a page that is made anew knows what it has to send', () => {
  const { drafts } = setUp();
  drafts.write('a', '一');
  drafts.write('b', '二');
  assert.deepEqual(drafts.unsettled(), { a: '一', b: '二' });
});

test('the key of a draft leads back to its place, whatever the ids are', () => {
  for (const place of [
    { tag: '["a","b"]' },
    { tag: 'a', attribute: '__proto__' },
    { tag: '', attribute: '' },
  ]) {
    assert.deepEqual(readDraftKey(draftKey(place)), place);
  }
  for (const key of ['urn:uuid:1', '{}', '[]', '[1]', '["a","b","c"]', '']) {
    assert.equal(readDraftKey(key), undefined, key);
  }
});
