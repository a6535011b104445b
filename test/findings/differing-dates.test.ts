import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found, marked, messages } from './reading.ts';

const rule = 'differing-dates';

function statement(head: string, ...closing: string[]): string {
  return [
    '甲国和乙国关于湿地保护的联合声明',
    head,
    '双方愿加强湿地保护的合作。',
    '双方同意互访。',
    ...closing,
  ].join('\n');
}

test('the date at the end is shown with that at the head', () => {
  const text = statement('（2031年5月3日）', '二〇三一年五月八日于云城');
  assert.deepEqual(marked(rule, text), ['二〇三一年五月八日']);
  assert.deepEqual(messages(rule, text), [
    'Here the document bears the date 二〇三一年五月八日, at its head 2031年5月3日: one of the two may be misread.',
  ]);
  assert.deepEqual(
    found(rule, text)[0]!.related!.map(({ start, end }) => text.slice(start, end)),
    ['2031年5月3日'],
  );
});

test('a testimony tells a date of signing too', () => {
  const text = statement(
    '2031年5月3日于云城',
    '本协定于二〇三一年六月三日订于云城，一式两份，两种文本同等作准。',
  );
  assert.deepEqual(marked(rule, text), ['二〇三一年六月三日']);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['they are the same', statement('（2031年5月3日）', '二〇三一年五月三日于云城')],
  ['one tells the month alone', statement('（2031年5月）', '二〇三一年五月三日于云城')],
  ['no date at the head', statement('双方重申友好。', '二〇三一年五月三日于云城')],
  ['no date at the end', statement('（2031年5月3日）', '双方满意。')],
  ['a news agency', statement('新华社云城2031年5月4日电', '二〇三一年五月三日于云城')],
  ['another act', statement('（2031年5月9日通过）', '二〇三一年五月三日于云城')],
  ['where it was printed', statement('（2031年5月3日）', '（载《云城日报》2031年5月4日）')],
  ['two places of signing', statement('（2031年5月3日）', '2031年5月3日于云城', '2031年5月6日于海城')],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
