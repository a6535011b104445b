import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { fill, longestNote, readColour, readIntent } from '../../client/src/panel/messages.ts';

test('an intent is read as it was sent', () => {
  for (const intent of [
    { type: 'ready', intent: 1 },
    { type: 'tag', label: 'party', back: true, intent: 2 },
    { type: 'relabel', tag: 'urn:uuid:1', label: 'place', intent: 3 },
    { type: 'note', tag: 'urn:uuid:1', note: '见第二条', intent: 4 },
    { type: 'note', tag: 'urn:uuid:1', note: '', intent: 5 },
    { type: 'remove', tag: 'urn:uuid:1', intent: 6 },
    { type: 'reveal', tag: 'urn:uuid:1', intent: 7 },
    { type: 'undo', intent: 8 },
    { type: 'redo', intent: 9 },
    { type: 'back', intent: 10 },
    { type: 'open', what: 'annotations', intent: 11 },
  ]) {
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
    { type: 'tag', intent: 1 },
    { type: 'tag', label: '', intent: 1 },
    { type: 'tag', label: { id: 'party' }, intent: 1 },
    { type: 'tag', label: 'x'.repeat(201), intent: 1 },
    { type: 'note', tag: 'urn:uuid:1', note: 3, intent: 1 },
    { type: 'note', tag: 'urn:uuid:1', note: '注'.repeat(longestNote + 1), intent: 1 },
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

test('words with braces of their own are filled in once', () => {
  assert.equal(fill('“{0}” → {1}', '{1}', 2), '“{1}” → 2');
  assert.equal(fill('{0} {3}', 1), '1 {3}');
});

test('only a plain colour reaches the style sheet', () => {
  assert.equal(readColour('#b5200d'), '#b5200d');
  for (const colour of ['red', '#fff', '#12345', '#1234567', 'url(x)', '#b5200d;}', '']) {
    assert.equal(readColour(colour), undefined, colour);
  }
});

test('the contract imports nothing: neither the editor nor the page has to be there', () => {
  const source = readFileSync(new URL('../../client/src/panel/messages.ts', import.meta.url), 'utf8');
  assert.doesNotMatch(source, /\bimport\b[^*]*\bfrom\b/);
});

test('the page never reads text as HTML', () => {
  for (const name of ['main', 'view', 'palette', 'tag-card', 'element', 'swatch']) {
    const source = readFileSync(new URL(`../../client/src/panel/page/${name}.ts`, import.meta.url), 'utf8');
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|unsafeHTML/, name);
  }
});
