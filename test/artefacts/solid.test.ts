import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replacing, solidOf } from '../../server/src/artefacts/solid.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const joined = (text: string) => ({
  text,
  lines: [{ start: 0, end: text.length, raw: 0, spaced: false, spaceBefore: false }],
});

test('thin spaces beside Chinese characters and marks are out of the way, others and wide gaps stay', () => {
  for (const [text, solid] of [
    ['第 — 条', '第—条'],
    ['第  一  条', '第一条'],
    ['the Treaty of 2024', 'the Treaty of 2024'],
    ['在 2031 年 ，', '在2031年，'],
    ['甲方    乙方', '甲方    乙方'],
    [' 甲', '甲'],
    ['甲 ', '甲'],
    ['', ''],
  ] as const)
    assert.equal(solidOf(joined(text)).text, solid);
});

test('each solid character knows its place in the joined text, and its kinds are known by place', () => {
  const text = fc
    .array(fc.constantFrom('国', '—', ' ', '  ', '     ', 'a', '，', '“', '\u2003', '𠀀', '1'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (raw) => {
      const solid = solidOf(joined(raw));
      let last = -1;
      for (let i = 0; i < solid.text.length; i++) {
        const at = solid.at(i);
        assert.ok(at > last);
        assert.equal(raw[at], solid.text[i]);
        last = at;
      }
      assert.equal(solid.text.replace(/\s/g, ''), raw.replace(/\s/g, ''));
      assert.deepEqual(
        solid.signs.places,
        [...solid.text.matchAll(/[—“]/g)].map(({ index }) => index),
      );
    }),
  );
});

test('a stretch with spaces in it is replaced without them', () => {
  const text = joined('一 。 。 。 了');
  const solid = solidOf(text);
  assert.equal(applyEdits(text.text, replacing(text, solid, 1, 4, '……')), '一 ……   了');
});
