import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, testExamples } from './marked.ts';

const identities = (text: string) =>
  find(text).flatMap(({ identity, members }) => members ?? identity ?? '?');

test('a resolution is known by its body and its number, however they are printed', () => {
  for (const words of [
    '安理会第1718号决议',
    '联合国安理会第1718（2006）号决议',
    '安全理事会第1718(2006)号决议',
    '聯合國安全理事會第一七一八號決議',
    '安理会1718号决议',
    '安理会第一千七百一十八号决议',
    '聯合國安理會第1718號（2006年）決議',
    '安理会第S/RES/1718号决议',
  ]) {
    assert.deepEqual(identities(`双方支持${words}。`), ['《联合国安全理事会第1718号决议》'], words);
  }
  for (const words of [
    '联大第377（V）号决议',
    '联合国大会第377(V)号决议',
    '联合国大会一九五〇年十一月三日第377号决议',
  ]) {
    assert.deepEqual(identities(`双方支持${words}。`), ['《联合国大会第377号决议》'], words);
  }
});

test('the Council has the year beside its number, the Assembly had the session: where nothing else tells', () => {
  for (const [words, identity] of [
    ['第1718（2006）号决议', '《联合国安全理事会第1718号决议》'],
    ['第377A（V）号决议', '《联合国大会第377A号决议》'],
    ['第ES-9/1号决议', '《联合国大会第ES-9/1号决议》'],
    ['联大第76/300号决议', '《联合国大会第76/300号决议》'],
    ['经社理事会第1503（XLVIII）号决议', '《联合国经济及社会理事会第1503号决议》'],
    ['人权理事会第16/18号决议', '《联合国人权理事会第16/18号决议》'],
    ['世界卫生大会第12（1998）号决议', '《第12号决议》'],
    ['国际山地组织第12（1998）号决议', '《第12号决议》'],
    ['第16/18号决议', '《第16/18号决议》'],
  ] as const) {
    assert.deepEqual(identities(`双方支持${words}。`), [identity], words);
  }
});

testExamples([
  [
    'one that is registered',
    '双方支持联大第9001（XXVI）号决议。第9001号决议长存，该决议有效。',
    [
      'unbracketed ga-9001 联大第9001（XXVI）号决议',
      'unbracketed ga-9001 第9001号决议',
      'anaphor ga-9001 该决议 →1',
    ],
  ],
  [
    'several at once, one mention each',
    '双方支持安理会第1718（2006）、1874（2009）和2087号决议。上述三项决议有效。',
    [
      'unbracketed ? 安理会第1718（2006）',
      'unbracketed ? 1874（2009）',
      'unbracketed ? 2087号决议',
      'anaphor 《联合国安全理事会第1718号决议》+《联合国安全理事会第1874号决议》+《联合国安全理事会第2087号决议》 上述三项决议',
    ],
  ],
  [
    'several with their dates, and what they are about',
    '安全理事会二〇〇一年六月一日通过的第1351（2001）号、二〇〇二年五月三日通过的第1405（2002）号及2003年1月8日第1455（2003）号有关山地局势的决议。',
    [
      'unbracketed ? 第1351（2001）号 2001-06-01 通过',
      'unbracketed ? 第1405（2002）号 2002-05-03 通过',
      'unbracketed ? 第1455（2003）号 2003-01-08',
    ],
  ],
  [
    'the body of the first in a list is that of the rest',
    '安理会第1718号决议、第1874号决议和联大第377号决议。',
    ['unbracketed ? 安理会第1718号决议', 'unbracketed ? 第1874号决议', 'unbracketed ? 联大第377号决议'],
  ],
  [
    'by the number of one that is registered with its year, and the other way round',
    '聯合國安全理事會第8001號決議、安理会第8001（2011）号决议和第8001号决议。',
    [
      'unbracketed sc-8001 聯合國安全理事會第8001號決議',
      'unbracketed sc-8001 安理会第8001（2011）号决议',
      'unbracketed sc-8001 第8001号决议',
    ],
  ],
  [
    'the same number of another body',
    '大会第8001号决议。第8001号决议。',
    ['unbracketed ? 大会第8001号决议', 'unbracketed ? 第8001号决议 →0'],
  ],
  [
    'numbers of other things',
    '第3条和第5号文件。2016年的决议。第三届会议的决议。第12号和第13号令。第一、第二项决议。',
    [],
  ],
  [
    'the session before the number',
    '1947年11月3日聯大通過的（二屆）第110號決議，該決議有效。',
    ['unbracketed ? （二屆）第110號決議 1947-11-03 通過', 'anaphor ? 該決議 →0'],
  ],
  [
    'by its day',
    '按照一九七一年十二月二十一日联合国安全理事会的决议。',
    ['unbracketed ? 联合国安全理事会的决议 1971-12-21'],
  ],
  [
    'by its subject, before the body and after it',
    '“促进和平利用国际合作”联大决议和联合国大会《促进和平利用国际合作》决议。',
    [
      'unbracketed peaceful-uses “促进和平利用国际合作”联大决议',
      'unbracketed peaceful-uses 联合国大会《促进和平利用国际合作》决议',
    ],
  ],
  [
    'a proposal before an assembly',
    '联合国会员国否决了“山地问题”提案。这项提案无效。',
    ['unbracketed ? “山地问题”提案', 'anaphor ? 这项提案 →0'],
  ],
  ['none', '双方通过一项决议、三项决议和安理会有关决议。\n代表提出“山地问题”提案。', []],
]);
