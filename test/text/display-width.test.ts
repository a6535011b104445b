import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayWidth } from '../../server/src/text/display-width.ts';

const examples: readonly [string, number, number][] = [
  ['双方', 4, 4],
  ['2024', 4, 4],
  ['会谈，并', 7, 8],
  ['《宪章》', 6, 8],
  ['——不', 6, 6],
  ['中 华', 4, 4],
  ['𠀀', 2, 2],
  ['e\u0301', 1, 1],
  ['', 0, 0],
];

for (const [text, min, max] of examples) {
  test(`“${text}” is ${min} to ${max} half-ems wide`, () =>
    assert.deepEqual(displayWidth(text), { min, max }));
}
