import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeStatement } from '../../client/src/documents/first-lines.ts';

test('a title at the head of a text makes it a statement', () => {
  for (const head of [
    '中华人民共和国和蒙古国联合声明\n\n应蒙古国总统邀请……',
    '中华人民共和国政府和尼泊尔政府\n关于加强睦邻友好的联合公报\n（2031年3月4日，加德满都）',
    '中華人民共和國與新西蘭聯合聲明\n一、雙方認為……',
    '人民日报 2029年10月17日 第2版\n\n 中 华 人 民 共 和 国 和\n\n蒙 古 国 联 合 声 明\n\n应蒙古国总统邀请',
    '中华人民共和国和新西兰候鸟保护协定（草案）\n缔约双方……',
    '\ufeff中非合作论坛峰会北京宣言\r\n我们，各国国家元首……',
    '山城外交關係公約\n本公約各當事國：鑑於各國人民……',
    '山城人权宣言\n联合国大会通过并颁布',
    '甲国和乙国会谈纪要\n两国代表团举行了会谈。',
    '标题 [转载] 山城合作组织宪章\n第一条 宗旨',
    '甲国政府和乙国政府关于修路的谅解备忘录\n双方……',
    '甲国和乙国关于边界的换文\n两国政府……',
  ]) {
    assert.ok(looksLikeStatement(head), head);
  }
});

test('what only speaks of statements is none', () => {
  for (const head of [
    '',
    'Meeting notes\n\n- buy milk',
    '读书笔记：昨天读了一篇关于联合声明写法的文章，写得很好。作者认为两国政府的措辞各有讲究。',
    '论公报\n本文讨论公报的文体。',
    '小区物业服务协议\n甲方与乙方约定如下：',
    'const declaration = 宣言;',
  ]) {
    assert.ok(!looksLikeStatement(head), head);
  }
});

test('a title far below the head does not count', () => {
  assert.ok(!looksLikeStatement(`${'正文一行。\n'.repeat(20)}两国政府联合声明\n`));
});
