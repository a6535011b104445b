import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statement, suggested } from './example.ts';

const both = '双方 中国、俄罗斯';
const positions = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'position');

test('a position goes from its verb, with its manner, to its last clause; the subject stands outside', () => {
  assert.deepEqual(positions('双方坚决反对单边制裁，包括对第三国企业的制裁。'), [
    `坚决反对单边制裁，包括对第三国企业的制裁 反对 ${both}`,
  ]);
  assert.deepEqual(positions('双方高度评价会谈成果，一致认为合作前景广阔；双方高兴地指出，贸易增长。'), [
    `高度评价会谈成果 高度评价 ${both}`,
    `一致认为合作前景广阔 认为 ${both}`,
    `高兴地指出，贸易增长 指出 ${both}`,
  ]);
});

test('two stances in a sentence are two positions of one speaker', () => {
  assert.deepEqual(positions('双方重申主权平等原则，强调对话的意义，并谴责一切恐怖袭击。'), [
    `重申主权平等原则 重申 ${both}`,
    `强调对话的意义 强调 ${both}`,
    `谴责一切恐怖袭击 谴责 ${both}`,
  ]);
  assert.deepEqual(positions('双方谴责一切恐怖袭击并认为反恐须有共同标准。'), [
    `谴责一切恐怖袭击 谴责 ${both}`,
    `认为反恐须有共同标准 认为 ${both}`,
  ]);
});

test('the one who is supported does not speak', () => {
  assert.deepEqual(positions('中方支持俄方举办运动会，反对抵制体育赛事。俄方对此表示感谢。'), [
    '支持俄方举办运动会 支持 中方 中国',
    '反对抵制体育赛事 反对 中方 中国',
    '对此表示感谢 感谢 俄方 俄罗斯',
  ]);
});

test('a speaker is carried over to the next sentence, and told as carried over', () => {
  assert.deepEqual(positions('俄方重申一个中国原则。坚定支持中方的举措。在此基础上，反对外来干涉。'), [
    '重申一个中国原则 重申 俄方 俄罗斯',
    '坚定支持中方的举措 支持 俄方 俄罗斯 ←俄方',
    '反对外来干涉 反对 俄方 俄罗斯 ←俄方',
  ]);
});

test('a speaker is carried over to the members of a list, until another speaks', () => {
  const text = statement(
    '一',
    '双方将采取以下措施：',
    '——支持青年创业；',
    '——高度评价文化年成果。中方欢迎俄方艺术团来访，赞赏其演出。',
    '——反对体育政治化。',
    '二',
    '支持无人署名的倡议。',
  );
  assert.deepEqual(suggested(text, 'position'), [
    `支持青年创业 支持 ${both} ←双方`,
    `高度评价文化年成果 高度评价 ${both} ←双方`,
    '欢迎俄方艺术团来访 欢迎 中方 中国',
    '赞赏其演出 赞赏 中方 中国',
    '反对体育政治化 反对 中方 中国 ←中方',
    `支持无人署名的倡议 支持 ${both} ←双方`,
  ]);
});

test('what a list is announced to hold is said by its members', () => {
  const text = statement('双方声明：', '——湿地属于全人类；', '——中方反对填湖造地；', '——候鸟不识国界。');
  assert.deepEqual(suggested(text, 'position'), [
    `湿地属于全人类 声明 ${both} ←双方`,
    '反对填湖造地 反对 中方 中国',
    `候鸟不识国界 声明 ${both} ←双方`,
  ]);
});

test('the preamble is spoken by those whom it names', () => {
  const text = statement(
    '中华人民共和国和俄罗斯联邦（以下称“双方”），',
    '回顾以往的协定，',
    '坚信湿地应当得到保护，',
    '声明如下：',
    '一',
    '重申合作的意愿。',
  );
  const named = '中华人民共和国和俄罗斯联邦';
  assert.deepEqual(suggested(text, 'position'), [
    `坚信湿地应当得到保护 相信 ${named} 中国、俄罗斯 ←${named}`,
    `重申合作的意愿 重申 ${named} 中国、俄罗斯 ←${named}`,
  ]);
});

test('他们 and 它 are those who spoke before', () => {
  assert.deepEqual(positions('俄方表示关切。它强调，候鸟保护刻不容缓。'), [
    '表示关切 关切 俄方 俄罗斯',
    '强调，候鸟保护刻不容缓 强调 俄方 俄罗斯 ←俄方',
  ]);
});

test('a sentence about someone else has no speaker of ours', () => {
  assert.deepEqual(positions('双方满意。国际社会普遍关心湿地，支持各国努力。'), []);
  assert.deepEqual(positions('双方的立场没有改变，两国关系稳定，支持率很高。'), []);
});

test('what 认为 tells is one position, whatever verbs it holds', () => {
  assert.deepEqual(positions('双方认为，各国应支持联合国，应当反对霸权，国际社会须作出努力。'), [
    `认为，各国应支持联合国，应当反对霸权，国际社会须作出努力 认为 ${both}`,
  ]);
  assert.deepEqual(positions('双方强调，反对一切形式的歧视。'), [`强调，反对一切形式的歧视 强调 ${both}`]);
  assert.deepEqual(positions('俄方声明：俄方认识到湿地的价值。'), ['认识到湿地的价值 认识到 俄方 俄罗斯']);
});

test('a stance may end the clause that says what it is about', () => {
  assert.deepEqual(positions('中方对候鸟数量减少表示深切关切，就灾情向俄方致以慰问。'), [
    '对候鸟数量减少表示深切关切 关切 中方 中国',
    '就灾情向俄方致以慰问 慰问 中方 中国',
  ]);
  assert.deepEqual(positions('俄方对湿地保护区给予的帮助，表示感谢。'), [
    '对湿地保护区给予的帮助，表示感谢 感谢 俄方 俄罗斯',
  ]);
});

test('a stance that is denied is told so', () => {
  assert.deepEqual(positions('中方不支持这一提案，绝不承认其结果。'), [
    '不支持这一提案 不支持 中方 中国',
    '绝不承认其结果 不承认 中方 中国',
  ]);
});

test('nouns and parts of words are no verbs', () => {
  assert.deepEqual(
    positions('支持力度加大。在俄方支持下，工程完工。应邀来访的代表团。反对派离席。欢迎仪式隆重。愿景宏大。'),
    [],
  );
});

test('what someone says in quotation marks is not said by the document', () => {
  assert.deepEqual(positions('双方认为，一位学生说得好：“我支持候鸟。我们反对填湖。”'), [
    `认为，一位学生说得好：“我支持候鸟。我们反对填湖。” 认为 ${both}`,
  ]);
});

test('愿 is a position, and in traditional characters it is the same', () => {
  const text = '中華人民共和國和俄羅斯聯邦聯合聲明\n雙方願深化合作，譴責恐怖主義。\n';
  assert.deepEqual(suggested(text, 'position'), [`願深化合作 愿 ${both}`, `譴責恐怖主義 谴责 ${both}`]);
});

test('a person speaks as well', () => {
  const text = '新闻公报\n2031年5月2日，德国总理默克尔会见中国外交部长王毅。默克尔表示，两国关系良好。\n';
  assert.deepEqual(suggested(text, 'position'), ['表示，两国关系良好 声明 默克尔']);
});
