import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDateline } from '../../server/src/statement/dateline.ts';
import { outline } from './outline.ts';

const head = (...texts: string[]) =>
  outline(texts.join('\n'), ['sentence']).filter((line) => !line.startsWith('  '));

test('a title that is printed twice is two titles', () => {
  assert.deepEqual(head('甲国政府声明*', '甲国政府声明', '甲国满意。'), [
    'title 甲国政府声明*',
    'title 甲国政府声明',
    'paragraph 甲国满意',
  ]);
  assert.deepEqual(head('祝贺条约签订十周年的电报', '祝贺条约', '签订十周年的电报', '甲国满意。'), [
    'title 祝贺条约签订十周年的电报',
    'title 祝贺条约签订十周年的电报',
    'paragraph 甲国满意',
  ]);
});

test('a title may run over three lines', () => {
  assert.deepEqual(head('甲国和乙国', '关于加强山地合作的', '联合声明', '双方满意。'), [
    'title 甲国和乙国关于加强山地合作的联合声明',
    'paragraph 双方满意',
  ]);
});

test('a date line or lead is parted from the text behind it', () => {
  assert.deepEqual(head('甲国公报', '（2031年5月6日）双方举行会谈。公报全文如下：', '公报', '双方满意。'), [
    'title 甲国公报',
    'dateline （2031年5月6日）',
    'paragraph 双方举行会谈。公报全文如下',
    'title 公报',
    'paragraph 双方满意',
  ]);
  assert.deepEqual(head('甲国和乙国联合公报', '新华社山城5月6日电（记者张三）双方举行会谈。'), [
    'title 甲国和乙国联合公报',
    'dateline 新华社山城5月6日电（记者张三）',
    'paragraph 双方举行会谈',
  ]);
});

test('the lines of a web page before the title of an instrument are no titles', () => {
  assert.deepEqual(head('首页', '文库', '目录', '甲国和乙国联合声明', '双方满意。'), [
    'paragraph 首页',
    'paragraph 文库',
    'paragraph 目录',
    'title 甲国和乙国联合声明',
    'paragraph 双方满意',
  ]);
});

test('a title in Markdown is without its sign, its headings are sections', () => {
  assert.deepEqual(
    outline('# 甲国公报\n\n## 会谈\n\n双方满意。\n\n### 修路\n\n双方修路。\n\n## 附记\n\n完。', [
      'sentence',
      'paragraph',
    ]),
    ['title 甲国公报', 'section 会谈', '  section 修路', 'section 附记'],
  );
});

const DATELINES = [
  '2031年5月6日',
  '二〇三一年五月六日',
  '二○三一年五月六日于山城',
  '二OO一年七月十六日',
  '2031年5月6日，山城',
  '2031年5月6日至7日',
  '（一九七二年二月二十八日）',
  '新华社北京5月16日电',
  '新華社北京5月16日電',
  '（新华社1971年10月26日讯）',
  '新华社',
  '1997年',
  '2019-02-16',
  '一九四八年十二月十日山城大会通过并颁布',
];
for (const text of DATELINES) test(`${text} is a date line`, () => assert.ok(isDateline(text)));

for (const text of ['双方满意。', '2024年，双方隆重庆祝建交七十五周年。', '山城', '关于1992年条约的说明'])
  test(`${text} is none`, () => assert.ok(!isDateline(text)));
