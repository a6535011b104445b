import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, readSettings } from '../../server/src/session/settings.ts';

function read(value: unknown) {
  const problems: string[] = [];
  const settings = readSettings(value, (problem) => problems.push(problem));
  return { settings, problems };
}

test('the house style and the profile are read as they are written', () => {
  const { settings, problems } = read({
    profile: 'ocr',
    houseStyle: { digitSpacing: 'one', yearDash: '～' },
  });
  assert.deepEqual(settings.reading, { profile: 'ocr', style: { digitSpacing: 'one', yearDash: '～' } });
  assert.deepEqual(problems, []);
});

test('what is left out or null is as by default, without a word', () => {
  for (const value of [undefined, null, {}, { houseStyle: null, profile: null, rules: null }]) {
    assert.deepEqual(read(value), { settings: defaultSettings, problems: [] });
  }
});

test('each slip costs its own setting alone, and is told', () => {
  const { settings, problems } = read({
    profile: 'magazine',
    houseStyle: { digitSpacing: 'two', yearDash: '-' },
    rules: { 'jump-mark': 'loud', 'line-break': 'error' },
  });
  assert.deepEqual(settings.reading, { profile: 'auto', style: { digitSpacing: 'none', yearDash: '-' } });
  assert.deepEqual(settings.levels, { 'line-break': 'error' });
  assert.deepEqual(
    problems.map((problem) => /“([^”]+)”/.exec(problem)?.[1]),
    ['jiaozhu.rules.jump-mark', 'jiaozhu.houseStyle.digitSpacing', 'jiaozhu.profile'],
  );
});
