import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readColour } from '../../client/src/panel/state.ts';
import { fill } from '../../client/src/panel/strings.ts';

const panel = new URL('../../client/src/panel/', import.meta.url);

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

test('the contract imports nothing but its own files: neither the editor nor the page has to be there', () => {
  const files = ['intent.ts', 'message-fields.ts', 'messages.ts', 'patch.ts', 'state.ts', 'strings.ts'];
  assert.deepEqual(
    readdirSync(panel)
      .filter((name) => name.endsWith('.ts'))
      .sort(),
    files,
  );
  for (const name of files) {
    const source = readFileSync(new URL(name, panel), 'utf8');
    for (const [, from] of source.matchAll(/\bfrom '([^']*)'/g)) {
      assert.ok(
        files.some((file) => from === `./${file}`),
        `${name} imports ${from}`,
      );
    }
  }
});

test('the page never reads text as HTML', () => {
  for (const name of readdirSync(new URL('page/', panel)).filter((each) => each.endsWith('.ts'))) {
    const source = readFileSync(new URL(`page/${name}`, panel), 'utf8');
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|unsafeHTML/, name);
  }
});
