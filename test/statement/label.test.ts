import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { labelOf } from '../../server/src/statement/label.ts';

test('a short text is its own label, without its full stop', () => {
  assert.equal(labelOf('双方同意扩大贸易。'), '双方同意扩大贸易');
});

test('a long text is cut after its first clause', () => {
  assert.equal(
    labelOf('双方认为合作符合两国利益，应当在平等互利的基础上加以扩大和深化，并使百姓受益。'),
    '双方认为合作符合两国利益…',
  );
});

test('a very short first clause takes the next one with it', () => {
  assert.equal(
    labelOf('此外，双方认为合作符合两国利益，应当在平等互利的基础上加以扩大和深化。'),
    '此外，双方认为合作符合两国利益…',
  );
});

test('a text with no clause is cut at two dozen characters', () => {
  const label = labelOf('字'.repeat(40));
  assert.equal(label, `${'字'.repeat(24)}…`);
});

test('a label never parts a pair of surrogates', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('𠮷', '字', '，'), maxLength: 40 }), (text) => {
      assert.doesNotMatch(labelOf(text), /\p{Cs}/u);
    }),
  );
});
