import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { RuleId } from '../../server/src/artefacts/artefact.ts';
import { type Profile, profiles } from '../../server/src/artefacts/profile.ts';
import { defaultReadingOptions } from '../../server/src/artefacts/reading-context.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { loosened } from '../setting/loosened.ts';
import { seededRandom } from '../setting/random.ts';

const service = createStatementService();
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const newspaper = read('samples/中蒙联合声明-newspaper.statement.txt');
const digital = read('samples/中哈联合声明.statement.txt');

function clean(raw: string, profile?: Profile): string {
  const options = profile && { ...defaultReadingOptions, profile };
  return applyEdits(raw, service.cleaning(service.analyse(raw, options)).edits);
}

test('a text tells by itself where it comes from', () => {
  const ocr = loosened(digital, 'words', seededRandom(1));
  const spaced = loosened(digital, 'characters', seededRandom(1));
  assert.deepEqual(
    [newspaper, digital, ocr, spaced].map((raw) => service.analyse(raw).profile),
    ['newspaper', 'digital', 'ocr', 'ocr'],
  );
});

for (const grain of ['words', 'characters'] as const) {
  test(`spaces between ${grain} all over a text go, and nothing else does`, () => {
    for (let seed = 1; seed <= 5; seed++) {
      const raw = loosened(digital, grain, seededRandom(seed));
      assert.notEqual(raw, digital);
      assert.equal(clean(raw), digital, `seed ${seed}`);
      assert.equal(service.analyse(raw).reading.clean, digital, `seed ${seed}`);
    }
  });
}

test('with some lines mended by hand the others are still noise', () => {
  const lines = loosened(digital, 'words', seededRandom(3)).split('\n');
  const third = Math.floor(lines.length / 3);
  const half = [...digital.split('\n').slice(0, third), ...lines.slice(third)].join('\n');
  assert.equal(clean(half), digital);
});

test('what a person says of a text changes its artefacts, and not its clean text', () => {
  for (const raw of [newspaper, digital, loosened(digital, 'words', seededRandom(2))]) {
    const { clean: own } = service.analyse(raw).reading;
    for (const profile of profiles) {
      const options = { ...defaultReadingOptions, profile };
      assert.equal(service.analyse(raw, options).reading.clean, own);
    }
  }
});

/** What is a slip of the extraction wherever it stands. */
const safeEverywhere: ReadonlySet<RuleId> = new Set([
  'line-edge-space',
  'dash-item-spacing',
  'letter-spacing',
  'jump-mark-spacing',
  'mark-spacing',
]);

test('a text that a person calls digital keeps its lines and inner spaces, unless asked', () => {
  const options = { ...defaultReadingOptions, profile: 'digital' as const };
  const analysis = service.analyse(newspaper, options);
  for (const artefact of analysis.artefacts) {
    if (artefact.class === 'safe') assert.ok(safeEverywhere.has(artefact.rule), artefact.rule);
  }
  assert.ok(analysis.artefacts.some(({ rule, class: is }) => rule === 'line-break' && is === 'likely'));
});

test('a short loose line is shown, not closed, and closed where a person says that it was read by an engine', () => {
  const raw = '联合 国 海洋 法 公约\n';
  assert.equal(clean(raw), raw);
  const [artefact] = service.analyse(raw).artefacts;
  assert.deepEqual([artefact!.rule, artefact!.class], ['word-spacing', 'likely']);
  assert.equal(clean(raw, 'ocr'), '联合国海洋法公约\n');
});

/** What the print has set so, with the profile under which it stays even so. */
const meant: readonly (readonly [string, Profile])[] = [
  ['甲　方：　　　　乙　方：\n', 'ocr'],
  ['毛泽东 刘少奇 周恩来 朱 德\n', 'ocr'],
  ['習仲勳 劉華清 歐陽明 張 震\n', 'newspaper'],
  ['第 十 一 条\n', 'newspaper'],
  ['第 一 条 总 则\n', 'digital'],
  ['共建和谐美丽城市 共创幸福美好生活\n', 'newspaper'],
  ['政治 经济 文化 社会 生态\n', 'digital'],
  ['外交部 发言人 答记者问\n', 'newspaper'],
  ['年份   进口   出口\n', 'ocr'],
];

for (const [raw, profile] of meant) {
  test(`${profile}: “${raw.trim()}” stays`, () => {
    assert.equal(clean(raw, profile), raw);
    const options = { ...defaultReadingOptions, profile };
    assert.deepEqual(service.analyse(raw, options).artefacts, []);
  });
}
