import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundBy, leaves, mends } from './example.ts';

mends('half-width-mark', 'likely', {
  '双方同意,继续扩大合作。': '双方同意，继续扩大合作。',
  '双方声明如下:': '双方声明如下：',
  '扩大贸易;便利往来。': '扩大贸易；便利往来。',
  '双方为什么同意?': '双方为什么同意？',
  '友谊万岁!': '友谊万岁！',
  '会谈后,2031年5月': '会谈后，2031年5月',
  '甲国(以下称“双方”)声明': '甲国（以下称“双方”）声明',
  '海洋公约(草案）': '海洋公约（草案）',
  '恪守《宪章》,反对制裁': '恪守《宪章》，反对制裁',
  '双方同意 , 继续合作': '双方同意 ， 继续合作',
  '甲国(以下称双方),声明如下:': '甲国（以下称双方），声明如下：',
});

mends('half-width-mark', 'suspect', {
  '双方同意扩大合作.': '双方同意扩大合作。',
  '双方同意扩大合作.并将落实': '双方同意扩大合作。并将落实',
});

leaves('half-width-mark', [
  '双方同意，继续扩大合作。',
  '出口12,000吨',
  '第5.1.6条',
  '会议于10:30开始',
  '见https://example.org/a,b?c=d',
  '电邮office@example.org',
  'the Treaty, the Protocol (and annexes); done: “yes”?',
  '上海合作组织（SCO）',
  '上海合作组织(SCO)',
  '比例为三:2',
  '一.总则',
  '十二.最后条款',
  '(1)扩大贸易',
  '1)扩大贸易',
  '(更新时间: 1715863)',
  '加入WTO,扩大贸易',
]);

test('half-width-mark: many in a paragraph are one finding', () => {
  const found = foundBy('half-width-mark', '双方同意,继续合作,扩大贸易,并(依照宪章)落实。\n');
  assert.deepEqual(
    found.map(({ edits, values }) => [edits.length, values]),
    [[5, [5, ', ( )']]],
  );
});

test('half-width-mark: a text that is written so throughout is a matter of taste', () => {
  const raw = Array.from({ length: 6 }, (_, i) => `双方同意,在第${i + 1}个领域继续合作。\n`).join('');
  const classes = (text: string) =>
    new Set(foundBy('half-width-mark', text).map((artefact) => artefact.class));
  assert.deepEqual(classes(raw), new Set(['suspect']));
  assert.deepEqual(classes(raw.replace(/(,)(?=在第[1-4])/g, '，')), new Set(['likely']));
});
