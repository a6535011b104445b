import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Lexicon } from '../../server/src/instruments/lexicon.ts';
import { loadRegistry } from '../../server/src/instruments/registry.ts';
import { cost } from '../property/growth.ts';

/** A lexicon of one instrument with these names. */
function lexiconOf(names: readonly string[]): Lexicon {
  const [zh = '甲乙条约', ...zhShort] = names;
  return new Lexicon(loadRegistry([{ id: 'x', kind: 'treaty', names: { zh, zhShort }, sources: {} }]));
}

test('of the words at a place the longest counts, and a name before a genus word', () => {
  const lexicon = lexiconOf(['条约甲乙', '条约甲乙丙丁', '条约甲乙丙己庚', 'INFA', 'INF', 'INFINITE']);
  const words: readonly (readonly [text: string, end: number | undefined, what: string | undefined])[] = [
    ['条约甲乙丙丁戊', 6, 'name'],
    ['条约甲乙丙己辛', 4, 'name'],
    ['条约甲乙', 4, 'name'],
    ['条约甲', 2, 'genus'],
    ['条约', 2, 'genus'],
    ['INF条约', 3, 'name'],
    ['INFI', undefined, undefined],
    ['条', undefined, undefined],
    ['', undefined, undefined],
  ];
  for (const [text, end, what] of words) {
    const found = lexicon.longestAt(text, 0);
    assert.deepEqual([found?.end, found?.what], [end, what], text);
  }
});

test('a name is found wherever it stands, and none that does not', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 1, maxLength: 30 }),
      letters,
      letters,
      (names, before, after) => {
        const lexicon = lexiconOf(names);
        const text = before + names[0] + after;
        for (let at = 0; at < text.length; at++) {
          const fitting = names.filter((name) => text.startsWith(name, at)).map(({ length }) => length);
          const longest = fitting.length === 0 ? undefined : at + Math.max(...fitting);
          assert.equal(lexicon.longestAt(text, at)?.end, longest);
        }
      },
    ),
  );
});

test('very many names that begin alike cost no more than a few', () => {
  const text = '甲国乙国'.repeat(5000);
  const costOf = (count: number) => {
    const names = Array.from({ length: count }, (_, i) => `甲国${String.fromCharCode(0x4e00 + i)}之约`);
    const lexicon = lexiconOf(names);
    return cost(() => {
      for (let at = 0; at < text.length; at++) lexicon.longestAt(text, at);
    });
  };
  costOf(100);
  const [few, many] = [costOf(200), costOf(20_000)];
  assert.ok(many <= 8 * few + 60, `${few} ms, ${many} ms`);
});
