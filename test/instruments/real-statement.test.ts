import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findReferences } from '../../server/src/instruments/references.ts';
import { builtInRegistry } from '../../server/src/instruments/registry.ts';
import { blocksOf } from '../statement/outline.ts';

const documents = new URL('../../../shared/documents/', import.meta.url);
const skip = existsSync(documents) ? false : 'the real documents are not here';

function references(name: string) {
  const text = readFileSync(new URL(name, documents), 'utf8').replaceAll('\r\n', '\n');
  const blocks = blocksOf(text);
  return { text, found: findReferences(blocks, builtInRegistry(), { title: blocks[0]!.text }) };
}

test('the real statement: all 29 titles in 《》 are found and resolved', { skip }, () => {
  const { text, found } = references('cn-ru-2024-05-16.clean.txt');
  const titles = [...text.matchAll(/《[^《》]*》/g)].map((match) => match.index);
  const marked = found.filter((reference) => reference.text.startsWith('《'));
  assert.equal(titles.length, 29);
  assert.deepEqual(
    marked.map((reference) => reference.range.clean.start),
    titles,
  );
  assert.deepEqual(
    marked.map((reference) => reference.instrument),
    [
      'cn-ru-good-neighbourliness-2001',
      'un-charter',
      'cn-ru-good-neighbourliness-2001',
      'un-charter',
      'cn-ru-judicial-assistance-1992',
      'cn-ru-economic-cooperation-2030-2023',
      'cn-ru-investment-2006',
      'cn-ru-investment-cooperation-plan',
      'cn-ru-investment-cooperation-plan',
      'cn-ru-heixiazi-navigation-draft',
      'cn-eaeu-trade-2018',
      'cn-mn-ru-roadmap-2015',
      'cn-mn-ru-economic-corridor-2016',
      'cn-ru-group-tourism-visa-2000',
      'un-charter',
      'un-charter',
      'un-charter',
      'p5-nuclear-war-2022',
      'npt-1968',
      'npt-1968',
      'rarotonga-1985',
      'bwc-1972',
      'ppwt-draft',
      'cwc-1992',
      'jp-acw-destruction-plan-after-2022',
      'npt-1968',
      'bwc-1972',
      'cwc-1992',
      'global-ai-governance-initiative-2023',
    ],
  );
  const forms = marked.map((reference) => reference.form).filter((form) => form !== 'full');
  assert.deepEqual(forms, ['parallel', 'undefined-short']);
  assert.deepEqual(
    found
      .filter((reference) => !reference.text.startsWith('《'))
      .map(({ form, instrument }) => `${form} ${instrument}`),
    [
      'undefined-short cn-ru-group-tourism-visa-2000',
      'unbracketed apec-putrajaya-vision-2020',
      'unbracketed global-development-initiative-2021',
      'unbracketed global-development-initiative-2021',
      'unbracketed sustainable-development-agenda-2015',
      'undefined-short p5-nuclear-war-2022',
      'anaphor p5-nuclear-war-2022',
      'undefined-short npt-1968',
      'unbracketed unga-peaceful-uses',
    ],
  );
  const dated = Object.fromEntries(
    found.flatMap(({ instrument, date }) => (date === undefined ? [] : [[instrument, date]])),
  );
  assert.deepEqual(dated, {
    'cn-ru-good-neighbourliness-2001': '2001-07-16',
    'cn-ru-judicial-assistance-1992': '1992-06-19',
    'cn-ru-investment-cooperation-plan': '2024',
    'cn-eaeu-trade-2018': '2018-05-17',
    'cn-ru-group-tourism-visa-2000': '2000-02-29',
    'p5-nuclear-war-2022': '2022-01-03',
  });
  const drafts = found.filter((reference) => reference.draft === true);
  assert.deepEqual(
    drafts.map((reference) => reference.instrument),
    ['cn-ru-heixiazi-navigation-draft', 'ppwt-draft'],
  );
});

test('a treaty speaks of itself, in traditional characters too', { skip }, () => {
  const { found } = references('vcdr-zh-hant.txt');
  const selves = found.filter((reference) => reference.form === 'self');
  assert.ok(selves.length >= 15 && selves.every((reference) => reference.instrument === 'vcdr-1961'));
});

test('news, which is full of other titles, has few references', { skip }, () => {
  const { found } = references('xwlb-20241104.txt');
  assert.deepEqual(
    found.map((reference) => reference.form),
    ['full', 'full', 'full', 'unbracketed'],
  );
});
