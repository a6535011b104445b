import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationText } from '../../client/src/citations/citation-text.ts';
import { citationOf } from './example.ts';

test('a citation for a footnote, in either language', () => {
  const citation = citationOf({
    adopted: { place: 'Strelsau', date: '1907-05-02' },
    registration: '1 LNTS 1',
    link: 'https://example.org/treaty',
  });
  assert.equal(
    citationText(citation, 'en'),
    'Treaty of Peace between Ruritania and Graustark (《鲁里坦尼亚和格劳施塔克和平条约》), Strelsau, 2 May 1907, 1 LNTS 1, https://example.org/treaty',
  );
  assert.equal(
    citationText(citation, 'zh'),
    '《鲁里坦尼亚和格劳施塔克和平条约》，Strelsau，1907年5月2日，1 LNTS 1，https://example.org/treaty',
  );
});

test('what is not known is left out, and a date is no more exact than it is known', () => {
  const text = (date: string | undefined, language: 'en' | 'zh') =>
    citationText(citationOf({ names: { zh: '和约' }, ...(date && { adopted: { date } }) }), language);
  assert.deepEqual(
    [undefined, '1907', '1907-05'].map((date) => [text(date, 'en'), text(date, 'zh')]),
    [
      ['《和约》', '《和约》'],
      ['《和约》, 1907', '《和约》，1907年'],
      ['《和约》, May 1907', '《和约》，1907年5月'],
    ],
  );
});
