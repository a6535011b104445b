import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { type Citation, citationsOf } from '../../client/src/citations/citation.ts';
import { type CslItem, cslJsonOf } from '../../client/src/citations/csl-json.ts';
import type { InstrumentKind } from '../../server/src/instruments/instrument.ts';
import { citationOf, hostileTitles, mention } from './example.ts';

/** What the schema of CSL 1.0.2 allows for the members that ours have: no other member may stand in an item. */
const isCsl = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'type'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', minLength: 1 },
      type: { enum: ['treaty', 'document'] },
      title: { type: 'string' },
      language: { type: 'string' },
      references: { type: 'string' },
      'event-place': { type: 'string' },
      URL: { type: 'string', pattern: '^https://' },
      custom: { type: 'object' },
      issued: {
        type: 'object',
        required: ['date-parts'],
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
          },
        },
      },
    },
  },
});

function items(citations: readonly Citation[]): CslItem[] {
  const list: unknown = JSON.parse(cslJsonOf(citations));
  assert.ok(isCsl(list), JSON.stringify(isCsl.errors));
  return list as CslItem[];
}

test('an item with all that is known', () => {
  const citation = citationOf({
    parties: ['RU', 'GK'],
    adopted: { place: 'Strelsau', date: '1907-05-02' },
    inForce: '1908',
    registration: '1 LNTS 1',
    link: 'https://example.org/treaty',
  });
  assert.deepEqual(items([citation]), [
    {
      id: 'ruritania-graustark-peace-1907',
      type: 'treaty',
      title: '鲁里坦尼亚和格劳施塔克和平条约',
      language: 'zh',
      issued: { 'date-parts': [[1907, 5, 2]] },
      references: '1 LNTS 1',
      'event-place': 'Strelsau',
      URL: 'https://example.org/treaty',
      custom: {
        kind: 'treaty',
        'title-en': 'Treaty of Peace between Ruritania and Graustark',
        parties: ['RU', 'GK'],
        'in-force': '1908',
      },
    },
  ]);
});

test('a date is no more exact than it is known', () => {
  const issued = (date?: string) => items([citationOf(date ? { adopted: { date } } : {})])[0]!.issued;
  assert.deepEqual(issued('1907'), { 'date-parts': [[1907]] });
  assert.deepEqual(issued('1907-05'), { 'date-parts': [[1907, 5]] });
  assert.equal(issued(), undefined);
});

test('what binds no one is no treaty; of what is not registered the title tells', () => {
  const typeOf = (kind: InstrumentKind) => items([citationOf({ kind })])[0]!.type;
  assert.equal(typeOf('convention'), 'treaty');
  assert.equal(typeOf('joint-statement'), 'document');
  assert.equal(typeOf('resolution'), 'document');
  const cited = ['引渡條約', '合作协定', '合作规划', '联合声明'].map((title) => ({
    identity: `《${title}》`,
    title,
    mentions: [mention(0)],
  }));
  const unresolved = [{ ...mention(9), candidates: [] }];
  const list = items(citationsOf({ cited, unresolved }, () => ({ line: 1, column: 1 })));
  assert.deepEqual(
    list.map(({ type }) => type),
    ['treaty', 'treaty', 'document', 'document'],
  );
});

test('whatever a title holds, it comes back', () => {
  const title = fc.oneof(fc.constantFrom(...hostileTitles), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(title, (zh) => {
      const citation = citationOf({ names: { zh } });
      assert.equal(items([citation])[0]!.title, citation.titleZh);
    }),
  );
});
