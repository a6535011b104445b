import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../server/src/features/card.ts';

const card = (subtitles: readonly string[]) =>
  render({ title: '《甲乙条约》', subtitles, facts: [], notes: [] }, true).value;

test('no line of a card makes another a heading, a list or a rule', () => {
  for (const line of [
    '===',
    '=',
    '---',
    '- x',
    '+ x',
    '# x',
    '1. x',
    '2) x',
    '* x',
    '> x',
    '~~~',
    '```',
    '|x|',
  ]) {
    const shown = card(['Treaty', line]).split('\n').at(-1)!;
    assert.match(shown, /^\d*\\/, line);
    assert.equal(shown.replaceAll('\\', ''), line);
  }
});
