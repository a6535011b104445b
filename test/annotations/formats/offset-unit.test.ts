import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createUnitMap } from '../../../client/src/annotations/formats/offset-unit.ts';

test('a character outside the first plane is one code point and two code units', () => {
  const points = createUnitMap('甲𠮷乙', 'code-points');
  assert.equal(points.length, 3);
  assert.deepEqual(
    [0, 1, 3, 4].map((offset) => points.fromUtf16(offset)),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((offset) => points.toUtf16(offset)),
    [0, 1, 3, 4],
  );
  const units = createUnitMap('甲𠮷乙', 'utf-16');
  assert.equal(units.length, 4);
  assert.deepEqual(
    [0, 1, 3, 4].map((offset) => units.toUtf16(offset)),
    [0, 1, 3, 4],
  );
});

test('an offset inside a pair is after it on the way out, and no offset on the way in', () => {
  assert.equal(createUnitMap('𠮷乙', 'code-points').fromUtf16(1), 1);
  assert.equal(createUnitMap('𠮷乙', 'utf-16').fromUtf16(1), 2);
  assert.equal(createUnitMap('𠮷乙', 'utf-16').toUtf16(1), undefined);
});

test('what is no whole number within the text is no offset', () => {
  for (const unit of ['utf-16', 'code-points'] as const) {
    const map = createUnitMap('甲乙', unit);
    for (const offset of [-1, 3, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      assert.equal(map.toUtf16(offset), undefined, `${offset}`);
    }
    assert.deepEqual([map.fromUtf16(-5), map.fromUtf16(99)], [0, 2]);
  }
});

test('every line end counts as it stands, and half of a pair as one', () => {
  const map = createUnitMap('\r\n\ud842\r', 'code-points');
  assert.equal(map.length, 4);
  assert.equal(map.toUtf16(1), 1);
});

test('code points are counted as JavaScript itself counts them', () => {
  const text = fc
    .array(fc.constantFrom('中', '𠮷', '\ud842', '\udfb7', 'e\u0301', '\r\n', '👩\u200d🚀'), {
      maxLength: 30,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (text) => {
      const map = createUnitMap(text, 'code-points');
      const points = Array.from(text);
      assert.equal(map.length, points.length);
      let offset = 0;
      points.forEach((point, i) => {
        assert.equal(map.fromUtf16(offset), i);
        assert.equal(map.toUtf16(i), offset);
        if (point.length === 2) assert.equal(map.fromUtf16(offset + 1), i + 1);
        offset += point.length;
      });
      assert.equal(map.toUtf16(points.length), text.length);
    }),
    { numRuns: 1000 },
  );
});
