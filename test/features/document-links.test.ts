import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { documentLinks } from '../../server/src/features/document-links.ts';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import { loadRegistry } from '../../server/src/instruments/registry.ts';
import { setLanguage } from '../../server/src/l10n/language.ts';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { summaryOf } from '../../server/src/workspace/summary.ts';
import { StatementIndex } from '../../server/src/workspace/workspace-index.ts';
import { withRanges } from './sample.ts';

const instruments: readonly Instrument[] = [
  {
    id: 'rivers',
    kind: 'convention',
    names: { zh: '国际河流公约', zhShort: ['河流公约'], en: 'Rivers Convention' },
    link: 'https://example.org/rivers',
    sources: {},
  },
  { id: 'lakes', kind: 'convention', names: { zh: '国际湖泊公约' }, link: 'http://example.org', sources: {} },
  { id: 'seas', kind: 'convention', names: { zh: '国际海洋公约' }, sources: {} },
];
const registry = loadRegistry(instruments);
const service = createStatementService(registry);

function linksOf(text: string, index = new StatementIndex()) {
  const snapshot = {
    uri: 'file:///a',
    version: 1,
    analysis: service.analyse(text),
    lines: new LineTable(text),
  };
  const links = documentLinks(snapshot, { registry, index }, true);
  return {
    links,
    shown: withRanges(
      snapshot,
      links.map(({ range }) => range),
    ),
  };
}

afterEach(() => setLanguage('en'));

test('an instrument leads to its page where it is first named, and nowhere else', () => {
  assert.equal(
    linksOf('双方恪守《国际河流公约》。该公约有效。《河流公约》有效。').shown,
    '双方恪守[《国际河流公约》]。该公约有效。《河流公约》有效。',
  );
});

test('what has no page over https has no link', () => {
  assert.deepEqual(linksOf('双方恪守《国际湖泊公约》和《国际海洋公约》。').links, []);
});

test('the words say what is opened, in the language of the person', () => {
  const tooltip = () => linksOf('双方恪守《国际河流公约》。').links[0]!.tooltip;
  assert.equal(tooltip(), 'Open the official page of Rivers Convention');
  setLanguage('zh-cn');
  assert.equal(tooltip(), '打开《国际河流公约》的官方网页');
});

test('where another file is the instrument, a click goes there', () => {
  const index = new StatementIndex();
  const text = '国际河流公约\n\n第一条　本公约适用于河流。\n';
  index.set('file:///rivers', summaryOf(service.analyse(text), new LineTable(text), registry));
  assert.deepEqual(linksOf('双方恪守《国际河流公约》。', index).links, []);
});
