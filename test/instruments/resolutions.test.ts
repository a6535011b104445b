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
    'several at once',
    '双方支持安理会第1718（2006）、1874（2009）和2087号决议。',
    [
      'unbracketed 《联合国安全理事会第1718号决议》+《联合国安全理事会第1874号决议》+《联合国安全理事会第2087号决议》 安理会第1718（2006）、1874（2009）和2087号决议',
    ],
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
