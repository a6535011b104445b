import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statement, suggested } from './example.ts';

const both = '双方 中国、俄罗斯';
const commitments = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'commitment');

test('a commitment goes from 将, 同意 or 承诺 to the end of what is to be done', () => {
  assert.deepEqual(commitments('双方将共同保护候鸟，扩大监测范围。中方承诺提供设备。双方商定设立工作组。'), [
    `将共同保护候鸟，扩大监测范围 将 ${both}`,
    '承诺提供设备 承诺 中方 中国',
    `商定设立工作组 商定 ${both}`,
  ]);
});

test('a stance in the same sentence ends it, and the other way round', () => {
  const text = statement('双方愿深化合作，应在多边机构内加强协作，反对填湖造地。');
  assert.deepEqual(suggested(text, 'commitment'), [`应在多边机构内加强协作 应 ${both}`]);
  assert.deepEqual(suggested(text, 'position'), [`愿深化合作 愿 ${both}`, `反对填湖造地 反对 ${both}`]);
});

test('同意 is a commitment where it says who will act, else an opinion', () => {
  const text = statement('双方同意，他们将保持接触。双方同意，湿地是宝贵的。双方同意为此提供便利。');
  assert.deepEqual(suggested(text, 'commitment'), [
    `同意，他们将保持接触 同意 ${both}`,
    `同意为此提供便利 同意 ${both}`,
  ]);
  assert.deepEqual(suggested(text, 'position'), [`同意，湿地是宝贵的 同意 ${both}`]);
});

test('the members of a list of measures are commitments of those who announce them', () => {
  assert.deepEqual(
    commitments('双方商定：', '——开展联合调查；', '——交换数据，力争覆盖全部湿地。每年会晤一次。'),
    [
      `开展联合调查 商定 ${both} ←双方`,
      `交换数据，力争覆盖全部湿地 商定 ${both} ←双方`,
      `每年会晤一次 商定 ${both} ←双方`,
    ],
  );
});

test('in a treaty what a party shall or does is a commitment; what it may do is none', () => {
  const text = [
    '中华人民共和国和俄罗斯联邦引水条约',
    '第一条',
    '缔约双方应保护水源，不得排放污水。',
    '第二条',
    '缔约双方根据平等原则，长期发展合作。缔约一方可随时通知缔约另一方。',
    '第三条',
    '缔约一方在其境内采取措施时，应事先通知缔约另一方。',
    '',
  ].join('\n');
  assert.deepEqual(suggested(text, 'commitment'), [
    '应保护水源，不得排放污水 应 缔约双方 中国、俄罗斯',
    '根据平等原则，长期发展合作 缔约双方 中国、俄罗斯',
    '应事先通知缔约另一方 应 缔约一方',
  ]);
});

test('将 that means 把 promises nothing', () => {
  assert.deepEqual(commitments('双方反对政治操弄，将体育政治化。双方将共同推进工业化。'), [
    `将共同推进工业化 将 ${both}`,
  ]);
});

test('what will happen by itself is no commitment', () => {
  assert.deepEqual(
    commitments('会议将于明年举行。这将有利于合作。双方认为，局势将得到改善，中方将受益。'),
    [],
  );
});

test('what others say is not carried on to the parties or to another sentence', () => {
  const text = statement('美国宣布退出条约。支持多边主义。', '致力于合作。');
  assert.deepEqual(suggested(text, 'position'), ['宣布退出条约 宣布 美国 美国']);
  assert.deepEqual(suggested(text, 'commitment'), []);
  assert.deepEqual(suggested(statement('俄乌双方应停火。'), 'commitment'), ['应停火 应 俄乌双方']);
});

test('what someone once promised is told and not promised', () => {
  assert.deepEqual(suggested(statement('美方曾承诺不退出，中方曾经同意参加。'), 'commitment'), []);
});
