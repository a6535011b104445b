import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { noFilter, textFilter } from '../../client/src/annotations/tag-filter.ts';
import { tagAt } from '../vscode/tag.ts';

const text = '双方重申\n支持海上 合作，ＡＢＣ论坛';
const scheme = {
  ...diplomaticScheme,
  attributes: [
    {
      id: 'stance',
      name: { zh: '态度', en: 'Stance' },
      description: { zh: '', en: '' },
      kind: 'choice' as const,
      choices: [{ id: '重申', name: { zh: '重申', en: 'Reaffirms' } }],
      labels: [],
    },
    {
      id: 'joint',
      name: { zh: '共同', en: 'Joint' },
      description: { zh: '', en: '' },
      kind: 'flag' as const,
      choices: [],
      labels: [],
    },
  ],
};
const parties = tagAt(0, 2, { creator: 'Li', attributes: { joint: true } });
const position = tagAt(2, 12, { label: 'position', note: 'Check the verb', attributes: { stance: '重申' } });
const forum = tagAt(13, 18, { label: 'organisation', chain: 'the forum' });
const tags: readonly Annotation[] = [parties, position, forum];
const found = (typed: string, annotator = '') => {
  const filter = textFilter(typed, () => ({ text, scheme, annotator }));
  return tags.filter(filter.shows);
};

test('words are found through line breaks, spaces, and the width of letters', () => {
  assert.deepEqual(found('重申支持海上合作'), [position]);
  assert.deepEqual(found('abc论坛'), [forum]);
});

test('every word that is typed must stand somewhere: in the label, the note, an attribute, the chain, the name', () => {
  assert.deepEqual(found('立场 VERB'), [position]);
  assert.deepEqual(found('reaffirms'), [position]);
  assert.deepEqual(found('共同'), [parties]);
  assert.deepEqual(found('forum'), [forum]);
  assert.deepEqual(found('li'), [parties]);
  assert.deepEqual(found('立场 forum'), []);
});

test('# looks in the label alone, @ in the annotator’s name, in full width as well', () => {
  assert.deepEqual(found('#party'), [parties]);
  assert.deepEqual(found('＃组织'), [forum]);
  assert.deepEqual(found('@li'), [parties]);
  assert.deepEqual(found('@wang', 'Wang'), tags);
  assert.deepEqual(found('#li'), []);
});

test('nothing typed keeps nothing back', () => {
  for (const typed of ['', '  ', '#', '@ ＃']) {
    const filter = textFilter(typed, () => ({ text, scheme, annotator: '' }));
    assert.equal(filter, noFilter);
  }
});

test('a lost tag is found by the words that it had; names of objects are no attributes', () => {
  const lost = tagAt(3, 3, {
    state: 'orphan',
    quotes: [{ exact: '亲密无间', prefix: '', suffix: '' }],
    attributes: { constructor: 'x' },
  });
  const filter = textFilter('亲密无间', () => ({ text, scheme, annotator: '' }));
  assert.ok(filter.shows(lost));
  assert.ok(!filter.shows(parties));
});

test('the answer for a tag that has changed is a new one, and so is that for other labels', () => {
  let names = diplomaticScheme;
  const filter = textFilter('合同', () => ({ text, scheme: names, annotator: '' }));
  assert.ok(!filter.shows(parties));
  assert.ok(filter.shows({ ...parties, note: '合同' }));
  names = { ...names, labels: [{ ...names.labels[0]!, name: { zh: '合同方', en: '' } }] };
  assert.ok(filter.shows(parties));
});
