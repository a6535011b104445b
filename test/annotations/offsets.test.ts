import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCodePointMap, normaliseText, splitsCharacter } from '../../client/src/annotations/offsets.ts';

test('A sidecar counts code points without BOM, and each line end once', () => {
  const text = '\ufeff𠮷\r\n中\r俄\n';
  assert.equal(normaliseText(text), '𠮷\n中\n俄\n');
  const map = createCodePointMap(text);
  assert.equal(map.length, 6);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 99].map((codePoint) => map.toUtf16(codePoint)),
    [1, 3, 5, 6, 7, 8, 9, 9],
  );
  assert.deepEqual(
    [0, 1, 3, 5, 6, 7, 8, 9, -4].map((utf16) => map.toCodePoint(utf16)),
    [0, 0, 1, 2, 3, 4, 5, 6, 0],
  );
});

test('A BOM inside a text and halves of pairs alone are characters like others', () => {
  const map = createCodePointMap('a\ufeff\udfb7\ud842b');
  assert.equal(map.length, 5);
  assert.equal(map.toUtf16(4), 4);
});

test('There and back again is the same place, wherever no character is cut', () => {
  const units = fc.array(fc.constantFrom('中', 'a', '\n', '\r\n', '\r', '𠮷', '\ud842', '\udfb7', '\ufeff'));
  fc.assert(
    fc.property(units, fc.boolean(), (parts, bom) => {
      const text = (bom ? '\ufeff' : '') + parts.join('');
      const map = createCodePointMap(text);
      assert.equal(map.length, Array.from(normaliseText(text)).length);
      for (let at = text.startsWith('\ufeff') ? 1 : 0; at <= text.length; at += 1) {
        const codePoint = map.toCodePoint(at);
        if (!splitsCharacter(text, at)) assert.equal(map.toUtf16(codePoint), at);
        if (!splitsCharacter(text, at)) {
          assert.equal(codePoint, Array.from(normaliseText(text.slice(0, at))).length);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
