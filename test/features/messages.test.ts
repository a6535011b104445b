import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import chinese from '../../server/src/l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import { setLanguage, t } from '../../server/src/l10n/language.ts';

const source = new URL('../../server/src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const asked = files.flatMap((file) =>
  [...readFileSync(new URL(file, source), 'utf8').matchAll(/\bt\(\s*'([^'\\]*)'/g)].map(
    ([, message]) => message!,
  ),
);

test('every message of the server exists in Chinese, and no Chinese message is left over', () => {
  assert.ok(asked.length > 50);
  assert.deepEqual([...new Set(asked)].sort(), Object.keys(chinese).sort());
});

test('both languages name the same values', () => {
  const places = (message: string) => [...message.matchAll(/\{\d\}/g)].map(String).sort();
  for (const [english, translated] of Object.entries(chinese)) {
    assert.deepEqual(places(translated), places(english), english);
  }
});

test('any kind of Chinese is Chinese, and all else English', () => {
  for (const [locale, title] of [
    ['zh-cn', '标题'],
    ['zh-Hant-TW', '标题'],
    ['zh', '标题'],
    ['ru', 'title'],
    [undefined, 'title'],
  ] as const) {
    setLanguage(locale);
    assert.equal(t('title'), title);
  }
});
