import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import {
  allHeld,
  type Feature,
  foreignLosses,
  type Holdings,
  lossesOf,
  spansWithWords,
} from '../../../client/src/annotations/formats/features.ts';
import type { FormatId } from '../../../client/src/annotations/formats/format-names.ts';
import { createTag } from './example-tag.ts';

const plain = createTag('甲国', { id: 'a', label: 'party', spans: [{ start: 0, end: 2 }] });
const gone = { exact: '乙国', prefix: '', suffix: '' };

function holding(...unheld: Feature[]): Holdings {
  return { ...allHeld, ...Object.fromEntries(unheld.map((name) => [name, 'no'] as const)) };
}

function told(
  tags: readonly Annotation[],
  holdings: Holdings,
  ...more: [Feature[]?, ('held' | 'lost')?]
): string[] {
  return lossesOf(tags, holdings, ...more).map(
    ({ feature, tagsLeftOut, tags }) => `${feature} of ${tags.join(' ')}${tagsLeftOut ? ', left out' : ''}`,
  );
}

test('what a format holds is not lost; what it does not is told with the tags that have it', () => {
  const tags = [
    { ...plain, note: '注', chain: '链' },
    { ...plain, id: 'b', note: '注', review: 'suggested' as const, attributes: { certain: false } },
  ];
  assert.deepEqual(told(tags, holding()), []);
  assert.deepEqual(told(tags, holding('notes', 'chains', 'attributes', 'reviews', 'times', 'people')), [
    'attributes of b',
    'chains of a',
    'notes of a b',
    'reviews of b',
  ]);
});

test('tags of the whole document and lost words are left out, unless the format says otherwise', () => {
  const tags: Annotation[] = [
    { ...plain, scope: 'document', spans: [], quotes: [] },
    { ...plain, id: 'b', state: 'orphan', spans: [{ start: 2, end: 2 }], quotes: [gone] },
  ];
  assert.deepEqual(told(tags, holding('documents', 'orphans')), [
    'documents of a, left out',
    'orphans of b, left out',
  ]);
  assert.deepEqual(told(tags, holding('documents', 'orphans'), ['orphans']), [
    'documents of a',
    'orphans of b, left out',
  ]);
});

test('of a tag that has lost a fragment, only this is lost', () => {
  const tag = { ...plain, spans: [...plain.spans, { start: 5, end: 5 }], quotes: [...plain.quotes, gone] };
  assert.deepEqual(told([tag], holding('orphans')), ['orphans of a']);
  assert.deepEqual(spansWithWords(tag), plain.spans);
});

test('a link is lost with the tag that it leads to, where that is not written', () => {
  const link = (target: string) => ({ type: 'amends', target });
  const tags: Annotation[] = [
    { ...plain, relations: [link('b')] },
    { ...plain, id: 'b', scope: 'document', spans: [], quotes: [], relations: [link('nowhere')] },
    { ...plain, id: 'c', relations: [link('a'), link('nowhere')] },
  ];
  assert.deepEqual(told(tags, holding()), ['relations of b c']);
  assert.deepEqual(told(tags, holding('documents')), ['documents of b, left out', 'relations of a c']);
  assert.deepEqual(told(tags, holding(), [], 'held'), []);
  assert.deepEqual(told(tags, holding('relations')), ['relations of a b c']);
});

test('what other programs said of a tag is told where a format does not hold it', () => {
  const said = { ...plain, unknown: { members: { rights: 'CC-BY' } } };
  const atPlace = { ...plain, id: 'b', unknown: { targets: [{ members: { state: {} } }] } };
  const nothing = { ...plain, id: 'c', unknown: { targets: [{}] } };
  assert.deepEqual(told([said, atPlace, nothing], holding('unknown')), ['unknown of a b']);
});

test('what files said beside tags is kept by their own format alone', () => {
  const foreign = { brat: { lines: ['x'] }, w3c: { items: [] } };
  const count = (own?: FormatId) => foreignLosses({ foreign }, own).map((loss) => loss.count);
  assert.deepEqual([count(), count('brat')], [[2], [1]]);
  assert.deepEqual(foreignLosses({ foreign: { brat: foreign.brat } }, 'brat'), []);
  assert.deepEqual(foreignLosses({}), []);
});
