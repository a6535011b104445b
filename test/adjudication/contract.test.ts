import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const room = new URL('../../client/src/adjudication/', import.meta.url);
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('what the page and the extension share imports neither the editor nor Node', () => {
  for (const name of files) {
    const source = readFileSync(new URL(name, room), 'utf8');
    assert.doesNotMatch(source, /from '(vscode|node:)/, name);
    if (name.startsWith('page')) continue;
    assert.doesNotMatch(source, /from '[./]*\/page\//, name);
  }
});

test('the page never reads text as HTML', () => {
  for (const name of files) {
    const source = readFileSync(new URL(name, room), 'utf8');
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|unsafeHTML/, name);
  }
});
