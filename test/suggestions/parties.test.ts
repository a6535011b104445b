import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statement, suggested } from './example.ts';

const parties = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'party').slice(2);

test('the parties of the title are what 双方, 两国 and 中方 mean', () => {
  assert.deepEqual(
    parties('双方商定，两国政府将签署议定书。中方赞赏俄方的努力。中国、俄罗斯联邦和俄罗斯。'),
    [
      '双方 中国、俄罗斯',
      '两国政府 中国、俄罗斯',
      '中方 中国',
      '俄方 俄罗斯',
      '中国 中国',
      '俄罗斯联邦 俄罗斯',
      '俄罗斯 俄罗斯',
    ],
  );
});

test('the preamble tells them where the title does not', () => {
  const text =
    '联合公报\n中华人民共和国和乌兹别克斯坦共和国（以下简称“双方”），声明如下：\n一\n双方重视合作。乌方表示感谢。\n';
  assert.deepEqual(suggested(text, 'party').slice(-2), ['双方 中国、乌兹别克斯坦', '乌方 乌兹别克斯坦']);
});

test('a title may call them by one character each', () => {
  const text = '中蒙联合声明\n双方满意。蒙方同意。中蒙两国人民友好，中蒙文化年闭幕。\n';
  assert.deepEqual(suggested(text, 'party'), [
    '中蒙 中国、蒙古',
    '双方 中国、蒙古',
    '蒙方 蒙古',
    '中蒙两国 中国、蒙古',
  ]);
});

test('three sides are three states', () => {
  const text = '中华人民共和国、蒙古国和俄罗斯联邦联合声明\n三方同意，各方将努力。双方无关。\n';
  assert.deepEqual(suggested(text, 'party').slice(3), [
    '三方 中国、蒙古、俄罗斯',
    '各方 中国、蒙古、俄罗斯',
    '双方',
  ]);
});

test('双方 and 两国 behind the characters of others are these, or nobody', () => {
  assert.deepEqual(parties('中美双方商定对话。').slice(0, 1), ['中美双方 中国、美国']);
  assert.deepEqual(parties('双方支持朝韩双方对话，两国应克制。'), [
    '双方 中国、俄罗斯',
    '朝韩双方 朝鲜、韩国',
    '两国',
  ]);
  assert.deepEqual(parties('俄乌双方应停火。北南双方应对话，冲突双方应克制，俄中蒙三方合作。'), [
    '俄乌双方',
    '北南双方',
    '冲突双方',
    '俄中蒙三方',
  ]);
  assert.deepEqual(parties('双方支持“两国方案”，会谈以利双方。'), ['双方 中国、俄罗斯', '双方 中国、俄罗斯']);
});

test('双方 and 两国 are others who were named together as a subject, or nobody; the parties, where they state something', () => {
  assert.deepEqual(parties('以色列和巴勒斯坦应停火，双方应保护平民。两国将对话。'), [
    '以色列 以色列',
    '巴勒斯坦 巴勒斯坦',
    '双方 以色列、巴勒斯坦',
    '两国',
  ]);
  assert.deepEqual(parties('美国和日本同意部署。两国将扩军。').at(-1), '两国');
  assert.deepEqual(parties('朝方和韩方应对话，双方应克制。').at(-1), '双方 朝鲜、韩国');
  assert.deepEqual(parties('双方关注美国和伊朗的谈判，双方强调对话。两国人民友好。').slice(-2), [
    '双方 中国、俄罗斯',
    '两国 中国、俄罗斯',
  ]);
  assert.deepEqual(parties('双方关注美国和伊朗的谈判。双方应克制。').at(-1), '双方');
  assert.deepEqual(parties('关于美国和伊朗的谈判，双方强调对话。').at(-1), '双方 中国、俄罗斯');
  assert.deepEqual(parties('中方注意到美国和伊朗停火，双方承诺对话，赞赏双方努力。').slice(-2), [
    '双方',
    '双方',
  ]);
  assert.deepEqual(parties('美国和日本同意部署。', '两国将合作。').at(-1), '两国 中国、俄罗斯');
  assert.deepEqual(parties('中国、日本、韩国合作。双方将努力。').at(-1), '双方 中国、俄罗斯');
});

test('two of three parties may be both sides', () => {
  const text = '中华人民共和国、蒙古国和俄罗斯联邦联合声明\n俄中蒙三方合作，中蒙双方同意。\n';
  assert.deepEqual(suggested(text, 'party').slice(3), [
    '俄中蒙三方 俄罗斯、中国、蒙古',
    '中蒙双方 中国、蒙古',
  ]);
});

test('another state is a party as well, and a place where it is the scene', () => {
  const text = statement('双方关注阿富汗局势。日本应正视历史，伊朗政府作出努力，在乌克兰设立走廊。');
  assert.deepEqual(suggested(text, 'party').slice(3), ['日本 日本', '伊朗政府 伊朗']);
  assert.deepEqual(suggested(text, 'place'), ['阿富汗', '乌克兰']);
});

test('words that only look like a side are none', () => {
  assert.deepEqual(parties('第三国和第三方不得干涉。'), []);
  assert.deepEqual(
    parties('另一方面，其中方案、地方、对方、多方、东方，在各方面，一个中国原则，两国元首。'),
    [],
  );
});

test('what a title names is not said by the document', () => {
  assert.deepEqual(parties('忆及《中俄睦邻友好合作条约》和《中华人民共和国和蒙古国边境条约》。'), []);
});

test('in traditional characters it is the same', () => {
  const text = '中華人民共和國和俄羅斯聯邦聯合聲明\n雙方同意。俄方贊賞。\n';
  assert.deepEqual(suggested(text, 'party').slice(2), ['雙方 中国、俄罗斯', '俄方 俄罗斯']);
});

test('the sides of a treaty are parties', () => {
  const text = '中华人民共和国和俄罗斯联邦引水条约\n第一条\n缔约双方应合作。缔约一方可通知缔约另一方。\n';
  assert.deepEqual(suggested(text, 'party').slice(2), ['缔约双方 中国、俄罗斯', '缔约一方', '缔约另一方']);
});

test('of those that one character may mean it is the one whom the opening names, or nobody', () => {
  const opening = '应中国国家主席邀请，巴西总统来访。\n双方满意。\n';
  assert.deepEqual(suggested(`中巴联合声明\n${opening}`, 'party').at(-1), '双方 中国、巴西');
  assert.deepEqual(suggested('中巴联合声明\n双方满意。\n', 'party'), ['双方']);
});

test('in a text without parties a side is the state that was named last', () => {
  const text =
    '新闻\n中国外交部长王毅会见哈萨克斯坦外长。哈方感谢中方，哈中关系良好。\n王毅会见匈牙利外长。匈方感谢中方。\n';
  assert.deepEqual(suggested(text, 'party'), [
    '哈方 哈萨克斯坦',
    '中方 中国',
    '哈中 哈萨克斯坦、中国',
    '匈方 匈牙利',
    '中方 中国',
  ]);
});

test('what a collection has put above a title does not hide the parties', () => {
  const text = '外交文件选\n中华人民共和国和美利坚合众国联合声明（2031年）\n（2031年5月2日）\n双方满意。\n';
  assert.equal(suggested(text, 'party').at(-1), '双方 中国、美国');
});
