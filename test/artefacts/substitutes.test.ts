import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInvisible, isRepeatedIdeograph, substituteFor } from '../../server/src/artefacts/substitutes.ts';
import {
  radicalsOfTheirOwnShape,
  radicalsOfTheSameShape,
} from '../../server/src/artefacts/substitutes-data.ts';

/** All code points that the table has something for. */
function inTable(first: number, last: number): number[] {
  const found: number[] = [];
  for (let code = first; code <= last; code++) if (substituteFor(code) !== undefined) found.push(code);
  return found;
}

test('the table holds these blocks and nothing else', () => {
  const blocks: readonly (readonly [number, number, number])[] = [
    [0x2e80, 0x2ef3, 33],
    [0x2f00, 0x2fd5, 214],
    [0xf900, 0xfaff, 460],
    [0xff10, 0xff19, 10],
    [0xff21, 0xff3a, 26],
    [0xff41, 0xff5a, 26],
    [0x2f800, 0x2fa1f, 542],
  ];
  const invisible = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];
  let left = new Set(inTable(0, 0x10ffff));
  for (const [first, last, most] of blocks) {
    const within = [...left].filter((code) => code >= first && code <= last && !isInvisible(code));
    assert.ok(within.length > 0 && within.length <= most, `${first.toString(16)}: ${within.length}`);
    left = new Set([...left].filter((code) => !within.includes(code)));
  }
  assert.deepEqual([...left], invisible);
});

test('nothing in the table becomes longer, or something of the table', () => {
  for (const code of inTable(0, 0x10ffff)) {
    const text = substituteFor(code)!;
    assert.ok(text.length <= 1, code.toString(16));
    if (text !== '') assert.equal(substituteFor(text.charCodeAt(0)), undefined);
  }
});

test('radicals of the Kangxi block decompose in Unicode, every one', () => {
  assert.equal(inTable(0x2f00, 0x2fd5).length, 214);
  assert.equal(substituteFor('⽅'.charCodeAt(0)), '方');
});

test('of the supplementary radicals, those that Unicode decomposes agree with the list', () => {
  let decomposed = 0;
  for (const [code, ideograph] of [...radicalsOfTheSameShape, ...radicalsOfTheirOwnShape]) {
    const radical = String.fromCharCode(code);
    assert.match(ideograph, /^[\u3400-\u9fff]$/);
    if (radical.normalize('NFKC') === radical) continue;
    assert.equal(ideograph, radical.normalize('NFKC'));
    decomposed++;
  }
  assert.equal(decomposed, 2);
  for (const code of radicalsOfTheirOwnShape.keys()) assert.equal(substituteFor(code), undefined);
});

test('compatibility ideographs become what canonical normalization makes of them', () => {
  for (const [first, last] of [
    [0xf900, 0xfaff],
    [0x2f800, 0x2fa1f],
  ] as const) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      const unified = character.normalize('NFD');
      const expected = unified !== character && unified.length === 1 ? unified : undefined;
      assert.equal(substituteFor(code), expected, code.toString(16));
    }
  }
  assert.equal(substituteFor(0xf98e), '年');
});

test('the twelve that are characters in their own right are not in the table', () => {
  const real = [
    0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29,
  ];
  for (const code of real) {
    assert.equal(substituteFor(code), undefined);
    assert.ok(!isRepeatedIdeograph(code));
  }
});

test('marks of full width and circled numbers are not in the table', () => {
  for (const mark of '，：（）；！？．－～①㈠…') assert.equal(substituteFor(mark.charCodeAt(0)), undefined);
});
