import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bibtexOf } from '../../client/src/citations/bibtex.ts';
import { citationsOf } from '../../client/src/citations/citation.ts';
import { cost } from '../property/growth.ts';
import { citationOf, hostileTitles, mention } from './example.ts';
import { parseBibtex, typeset } from './strict-bibtex.ts';

test('an entry with all that is known', () => {
  const citation = citationOf({
    parties: ['RU', 'GK'],
    adopted: { place: 'Strelsau', date: '1907-05-02' },
    inForce: '1908',
    registration: '1 LNTS 1',
    link: 'https://example.org/a_b?c=1%20#d',
  });
  assert.equal(
    bibtexOf([citation]),
    `@misc{ruritania-graustark-peace-1907,
  title = {{鲁里坦尼亚和格劳施塔克和平条约}},
  titleaddon = {{Treaty of Peace between Ruritania and Graustark}},
  date = {1907-05-02},
  year = {1907},
  address = {Strelsau},
  note = {1 LNTS 1. Parties: RU, GK. Entered into force: 1908},
  keywords = {treaty},
  langid = {chinese},
  url = {https://example.org/a_b?c=1%20#d},
}
`,
  );
});

test('what is not known has no field', () => {
  const [only] = parseBibtex(bibtexOf([citationOf({ names: { zh: '和平条约' } })]));
  assert.deepEqual(only!.fields, { title: '{和平条约}', keywords: 'treaty', langid: 'chinese' });
  const [yearOnly] = parseBibtex(bibtexOf([citationOf({ adopted: { date: '1907' } })]));
  assert.deepEqual([yearOnly!.fields.date, yearOnly!.fields.year], ['1907', '1907']);
});

test('what the registry does not know has a key by number; what nobody could resolve has no entry', () => {
  const cited = ['甲条约', '乙条约'].map((title) => ({
    identity: `《${title}》`,
    title,
    mentions: [mention(0)],
  }));
  const unresolved = [{ ...mention(9), candidates: [] }];
  const entries = parseBibtex(bibtexOf(citationsOf({ cited, unresolved }, () => ({ line: 1, column: 1 }))));
  assert.deepEqual(
    entries.map(({ key, fields }) => [key, fields.title]),
    [
      ['unregistered-1', '{甲条约}'],
      ['unregistered-2', '{乙条约}'],
    ],
  );
});

test('whatever a title holds, TeX sets it as it is', () => {
  const title = fc.oneof(fc.constantFrom(...hostileTitles), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(title, title, (zh, en) => {
      const citation = citationOf({ names: { zh, en } });
      const [only, ...others] = parseBibtex(bibtexOf([citation]));
      assert.equal(others.length, 0);
      assert.equal(typeset(only!.fields.title ?? ''), citation.titleZh);
      assert.equal(typeset(only!.fields.titleaddon ?? ''), citation.titleEn ?? '');
      assert.equal(only!.fields.url, undefined);
    }),
  );
});

test('an address cannot end its field', () => {
  const link = 'https://example.org/}{"\\x y';
  const [only] = parseBibtex(bibtexOf([citationOf({ link })]));
  assert.equal(decodeURIComponent(only!.fields.url!), link);
});

test('very many that nobody knows get their keys in time that grows as they do', () => {
  const costOf = (count: number) => {
    const cited = Array.from({ length: count }, (_, i) => {
      const title = `甲乙第${i}号契约`;
      return { identity: `《${title}》`, title, mentions: [mention(0)] };
    });
    const citations = citationsOf({ cited, unresolved: [] }, () => ({ line: 1, column: 1 }));
    return cost(() => assert.match(bibtexOf(citations), new RegExp(`@misc{unregistered-${count},`)));
  };
  costOf(100);
  const [short, long] = [costOf(1500), costOf(6000)];
  assert.ok(long <= 8 * short + 60, `${short} ms, ${long} ms`);
});
