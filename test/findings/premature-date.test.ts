import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found, marked, messages } from './reading.ts';

const rule = 'premature-date';

/** A statement that says this and was signed on 3 May 2031, or on another day. */
function statement(says: string, signed = '二〇三一年五月三日于云城'): string {
  return ['甲国和乙国关于湿地保护的联合声明', '双方愿加强湿地保护的合作。', says, signed].join('\n');
}

test('a date of signing before a signature that the text reports', () => {
  const text = statement('双方重申恪守2031年6月5日签署的《甲国和乙国湿地候鸟保护协定》。');
  assert.deepEqual(marked(rule, text), ['二〇三一年五月三日']);
  assert.deepEqual(messages(rule, text), [
    'The document bears the date 二〇三一年五月三日, but reports 2031年6月5日 as past: one of the two may be misread.',
  ]);
  assert.deepEqual(
    found(rule, text)[0]!.related!.map(({ start, end }) => text.slice(start, end)),
    ['2031年6月5日'],
  );
});

const contradicted: readonly string[] = [
  '两国外长于2031年6月签署了合作协定。',
  '两国已于2032年签署合作协定。',
  '双方于二〇三一年五月四日举行了会谈。',
  '两国外長於2031年6月簽署了合作協定。',
  '2031年7月1日在云城通过的《湿地宣言》具有重要意义。',
];
for (const says of contradicted) {
  test(`it cannot have been signed before: ${says}`, () =>
    assert.equal(found(rule, statement(says)).length, 1));
}

test('a visit that began later', () => {
  const text = statement(
    '应甲国主席邀请，乙国总统于2031年5月13日至14日对甲国进行国事访问。',
    '二〇三一年五月三日于云城',
  );
  assert.deepEqual(marked(rule, text), ['二〇三一年五月三日']);
});

test('a date under the title, where none is at the end', () => {
  const text = [
    '甲国和乙国关于湿地保护的联合声明',
    '（2031年5月3日）',
    '双方重申恪守2031年6月5日签署的《湿地协定》。',
    '双方愿加强合作。',
  ].join('\n');
  assert.deepEqual(marked(rule, text), ['2031年5月3日']);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['what was signed before', statement('双方重申恪守2021年6月5日签署的《湿地协定》。')],
  ['the same day', statement('两国外长于2031年5月3日签署了协定。')],
  [
    'the same month or year, told no nearer',
    statement('双方满意地看到2031年5月通过的宣言和2031年签署的协定。'),
  ],
  ['what will be', statement('双方将于2031年6月5日签署协定，并商定于2032年举行会谈。')],
  ['what is planned', statement('双方计划在2032年签署的协定正在商谈，愿争取2033年批准了再行公布。')],
  ['what someone is invited to', statement('甲国主席邀请乙国总统于2032年访问甲国。')],
  ['a coming event', statement('双方支持2032年举行的湿地大会，并欢迎2032年生效的新规则。')],
  ['a term', statement('本协定有效期至2041年5月3日，到期可以延长。')],
  ['what an editor adds', statement('[注] 本声明提到的协定于2033年6月5日签署了补充条款。')],
  ['a text without a date of its own', '甲国和乙国声明\n两国于2031年6月5日签署了协定。\n双方愿加强合作。'],
  ['a day that the calendar does not have', statement('双方恪守2031年13月5日签署的《湿地协定》。')],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
