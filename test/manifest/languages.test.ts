import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { problemMessages } from '../../client/src/annotations/problem.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const chinese: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));

test('the manifest uses every string of its bundles, and each is in both languages', () => {
  const used = new Set([...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!));
  assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
});

test('links and code of the manifest’s strings are the same in both languages', () => {
  const fixed = (text: string) => [...text.matchAll(/\(command:[^)]+\)/g)].map(([link]) => link).sort();
  for (const [key, text] of Object.entries(english)) assert.deepEqual(fixed(chinese[key]!), fixed(text), key);
});

/** The first argument of each call of `l10n.t` in the extension's sources. */
function extensionStrings(): Set<string> {
  const strings = new Set<string>();
  for (const name of readdirSync(`${root}/client/src/vscode`, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = read(`client/src/vscode/${name}`);
    const calls = source.match(/l10n\.t\(/g)?.length ?? 0;
    const literals = [...source.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) =>
      text!.replace(/\\(.)/g, '$1'),
    );
    // The one file whose strings are not written where they are used takes them from the problems' table.
    const expected = name.endsWith('problem-text.ts') ? calls - 1 : calls;
    assert.equal(literals.length, expected, `${name}: a string that cannot be found for translation`);
    for (const text of literals) strings.add(text);
  }
  for (const { en } of Object.values(problemMessages)) strings.add(en);
  return strings;
}

const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.zh-cn.json'));

test('every message of the extension is in the Chinese bundle, which holds no other', () => {
  assert.deepEqual(Object.keys(bundle).sort(), [...extensionStrings()].sort());
});

test('a translation names the same values and icons as the message', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\d\}|\$\([\w~-]+\)/g))].sort();
  for (const [text, translation] of Object.entries(bundle))
    assert.deepEqual(holes(translation), holes(text), text);
});

test('problems with files read the same in the bundle and in their table', () => {
  for (const { en, zh } of Object.values(problemMessages)) assert.equal(bundle[en], zh);
});
