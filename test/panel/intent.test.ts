import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readIntent, safeAddress } from '../../client/src/panel/intent.ts';
import { longestNote } from '../../client/src/panel/message-fields.ts';

test('an intent is read as it was sent', () => {
  for (const action of [
    { type: 'ready' },
    { type: 'refresh' },
    { type: 'tag', label: 'party', back: true },
    { type: 'relabel', tag: 'urn:uuid:1', label: 'place' },
    { type: 'note', tag: 'urn:uuid:1', note: '见第二条' },
    { type: 'note', tag: 'urn:uuid:1', note: '' },
    { type: 'remove', tag: 'urn:uuid:1' },
    { type: 'reveal', tag: 'urn:uuid:1' },
    { type: 'link', tag: 'urn:uuid:1' },
    { type: 'leaveChain', tag: 'urn:uuid:1' },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'stance', value: '重申' },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'doubtful', value: false },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'year', value: 0 },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'year' },
    { type: 'review', tag: 'urn:uuid:1', review: 'rejected' },
    { type: 'unlink', tag: 'urn:uuid:1', relation: 'says', target: 'urn:uuid:2' },
    { type: 'accept', suggestion: 'date 12 2029年' },
    { type: 'reject', suggestion: 'date 12 2029年' },
    { type: 'show', suggestion: 'date 12 2029年' },
    { type: 'visit', suggestion: 'date 12 2029年' },
    { type: 'speaker', suggestion: 'date 12 2029年' },
    { type: 'acceptAll', suggestion: 'date 12 2029年', within: 'section' },
    { type: 'step', suggestion: 'date 12 2029年', by: -1 },
    { type: 'filter', label: 'date' },
    { type: 'filter' },
    { type: 'reviewed', part: 'section 一 1' },
    { type: 'visitPart', part: 'section 一 1' },
    { type: 'guideline', label: 'date' },
    { type: 'guideline' },
    { type: 'browse', href: 'https://example.org/guide' },
    { type: 'undo' },
    { type: 'redo' },
    { type: 'back' },
    { type: 'open', what: 'annotations' },
    { type: 'open', what: 'mapping' },
  ]) {
    const intent = { ...action, intent: 3 };
    assert.deepEqual(readIntent(intent), intent);
  }
});

test('what is no intent is refused', () => {
  for (const message of [
    null,
    undefined,
    'undo',
    7,
    [],
    {},
    { type: 'undo' },
    { type: 'undo', intent: 0 },
    { type: 'undo', intent: 1.5 },
    { type: 'undo', intent: '1' },
    { type: 'constructor', intent: 1 },
    { type: '__proto__', intent: 1 },
    { type: ['undo'], intent: 1 },
    { type: 'tag', intent: 1 },
    { type: 'tag', label: '', intent: 1 },
    { type: 'tag', label: { id: 'party' }, intent: 1 },
    { type: 'tag', label: 'x'.repeat(5001), intent: 1 },
    { type: 'note', tag: 'urn:uuid:1', note: 3, intent: 1 },
    { type: 'note', tag: 'urn:uuid:1', note: '注'.repeat(longestNote + 1), intent: 1 },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'year', value: Number.NaN, intent: 1 },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'year', value: null, intent: 1 },
    { type: 'attribute', tag: 'urn:uuid:1', attribute: 'year', value: { en: 1 }, intent: 1 },
    { type: 'review', tag: 'urn:uuid:1', review: 'suggested', intent: 1 },
    { type: 'acceptAll', suggestion: 'a', within: 'folder', intent: 1 },
    { type: 'step', suggestion: 'a', by: 2, intent: 1 },
    { type: 'filter', label: 5, intent: 1 },
    { type: 'browse', href: 'command:workbench.action.quit', intent: 1 },
    { type: 'open', what: 'file:///etc/passwd', intent: 1 },
    { type: 'open', what: 'workbench.action.quit', intent: 1 },
  ]) {
    assert.equal(readIntent(message), undefined, JSON.stringify(message));
  }
});

test('fields that no intent has are dropped', () => {
  assert.deepEqual(readIntent({ type: 'undo', intent: 1, command: 'x', label: 'party' }), {
    type: 'undo',
    intent: 1,
  });
  assert.deepEqual(readIntent({ type: 'tag', label: 'party', back: 'yes', intent: 1 }), {
    type: 'tag',
    label: 'party',
    back: false,
    intent: 1,
  });
});

test('no message makes reading throw', () => {
  fc.assert(fc.property(fc.anything(), (message) => void readIntent(message)));
});

test('only an address of the web is opened', () => {
  assert.equal(safeAddress('https://example.org/甲?a=1#b'), 'https://example.org/%E7%94%B2?a=1#b');
  for (const href of [
    'http://example.org/',
    'javascript:alert(1)',
    'command:workbench.action.quit',
    'vscode://x/y',
    'file:///etc/passwd',
    'data:text/html,x',
    '//example.org',
    'https://',
    'https://user:word@example.org/',
    ' https://example.org/',
    '',
  ]) {
    assert.equal(safeAddress(href), undefined, href);
  }
});
