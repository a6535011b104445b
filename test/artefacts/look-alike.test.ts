import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAlikeWords } from '../../server/src/artefacts/rules/look-alike-words.ts';
import { foundBy, leaves, mends } from './example.ts';

mends('look-alike', 'likely', {
  '2031年5月16曰': '2031年5月16日',
  '2031年5月16目': '2031年5月16日',
  一九七二年二月廿八曰: '一九七二年二月廿八日',
  二月二十一曰: '二月二十一日',
  三干人参加: '三千人参加',
  一干二百吨: '一千二百吨',
  '5 月 16 曰': '5 月 16 日',
});

for (const { wrong, right, reason } of lookAlikeWords) {
  test(`look-alike: ${wrong} → ${right}, since it is ${reason || 'given no reason'}`, () => {
    assert.ok(reason.length > 0);
    const [found] = foundBy('look-alike', `在此，${wrong}\n`);
    assert.deepEqual(found?.class, 'suspect');
    assert.deepEqual(found?.values, [wrong, right]);
    assert.equal(found?.edits.length, 1);
  });
}

leaves('look-alike', [
  '已经、自己、未来、领土、加入、若干、干涉、日本',
  '双方自己经过协商',
  '情不自已',
  '自己决定',
  '周末来访，年末经济形势良好',
  '增加人员，参加人数，促进人员往来，推进人文交流',
  '更加人性化，引进人才，资深人士',
  '由于涉及内政，鉴于涉外案件',
  '基于预防，免于扰乱',
  '三千部电影，一千扰民案件',
  '武士地位，骑士地界，人士地域',
  '私人土地，水土不服，妇女土地权益',
  '导入口岸，负责入境',
  '接纳人才，缴纳人民币，金融人才，运输人员',
  '一干人等',
  '若干年，若干万元，五七干校',
  '子曰本立而道生',
  '而己方同意',
  '国士无双',
  '5月项目，七月目标，十月目前',
  '当年未能签署，本世纪未有',
  '加人大投入',
]);
