import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, messages } from './reading.ts';

const rule = 'impossible-date';

const wrong = [
  '2031年2月30日',
  '2031年2月29日',
  '1900年2月29日',
  '4月31日',
  '2031年13月',
  '2031年0月5日',
  '13月2日',
  '5月32日',
  '5月0日',
  '二〇三一年二月三十日',
  '二月三十日',
  '十三月二日',
  '一九四九年六月三十一日',
  '2031年6月31號',
];
for (const date of wrong) {
  test(`there is no ${date}`, () => assert.deepEqual(marked(rule, `本声明于${date}签署。`), [date]));
}

test('the message tells a month from a day', () => {
  assert.deepEqual(messages(rule, '于2031年13月签署，2月30日生效。'), [
    'There is no such month: 2031年13月. Look at the print.',
    'There is no 2月30日: look at the print.',
  ]);
});

test('a date that is broken over lines is found whole', () => {
  const raw = [
    '双方重申恪守联合国宪章的',
    '宗旨和原则，并商定于2031年',
    '2月30日在甲国首都举行下一',
    '次会议，检查本声明的落实',
    '情况，就共同关心的问题交',
    '换意见，并确定下一步工作',
    '的重点，进一步深化两国在',
    '各领域的务实合作。',
  ].join('\n\n');
  assert.deepEqual(marked(rule, raw), ['2031年\n\n2月30日']);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['days that there are', '2024年2月29日、2000年2月29日、1月31日、12月31日、四月三十日、十二月三十一日'],
  ['29 February of no year', '2月29日'],
  ['a length of time', '历时13月，后又用了24个月'],
  ['a month with 份', '2031年12月份'],
  ['the lunar calendar', '农历二月三十日，即公历4月2日'],
  ['a reign', '光绪二十四年二月三十日'],
  ['an intercalary month', '闰二月三十日'],
  ['part of a longer number', '协议第1230条，电话513月'],
  ['a year that ends where a month begins', '二〇二四年十月一日'],
  ['no date', '月亮和13个月以及日报第32日'],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
