import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broken } from '../features/sample.ts';
import { statement, suggested } from './example.ts';

const dates = (...paragraphs: string[]) => suggested(statement(...paragraphs), 'date').slice(1);

test('dates are told as ISO, in Arabic and Chinese numerals', () => {
  assert.deepEqual(dates('会谈于2030年11月6日举行，筹备始于2029年3月，构想出自2028年。'), [
    '2030年11月6日 2030-11-06',
    '2029年3月 2029-03',
    '2028年 2028',
  ]);
  assert.deepEqual(dates('二〇三〇年十一月六日和一九七二年二月二十八日，二OOO年七月十八日。'), [
    '二〇三〇年十一月六日 2030-11-06',
    '一九七二年二月二十八日 1972-02-28',
    '二OOO年七月十八日 2000-07-18',
  ]);
});

test('words for a year or a day are told by the document’s date or the date before', () => {
  assert.deepEqual(dates('今年是建交之年，去年贸易额增长，明年再议，今年9月开会。'), [
    '今年 2031',
    '去年 2030',
    '明年 2032',
    '今年9月 2031-09',
  ]);
  assert.deepEqual(dates('甲城会议于2029年12月30日召开，同日通过纲要，次日闭幕，同年12月31日公布。'), [
    '2029年12月30日 2029-12-30',
    '同日 2029-12-30',
    '次日 2029-12-31',
    '同年12月31日 2029-12-31',
  ]);
  assert.deepEqual(dates('双方于2029年8月会晤，9月3日换文。'), ['2029年8月 2029-08', '9月3日 2029-09-03']);
});

test('a day alone is one of the month told before', () => {
  assert.deepEqual(dates('2030年9月1日开幕，5日下午闭幕，代表团七日在甲城签字。'), [
    '2030年9月1日 2030-09-01',
    '5日 2030-09-05',
    '七日 2030-09-07',
  ]);
  assert.deepEqual(dates('会期三日，星期日在甲城，生日于家中。'), []);
});

test('the date of the document may stand at its end', () => {
  const text = '甲国和乙国新闻公报\n双方今年举行三次会晤。\n二〇三一年六月五日于甲城\n';
  assert.equal(suggested(text, 'date')[0], '今年 2031');
});

test('stretches are told from their first to their last day, month or year', () => {
  assert.deepEqual(dates('2024年至2025年，2023—2026年，2028－2032年规划，2030年5月16日至17日。'), [
    '2024年至2025年 2024/2025',
    '2023—2026年 2023/2026',
    '2028－2032年 2028/2032',
    '2030年5月16日至17日 2030-05-16/2030-05-17',
  ]);
  assert.deepEqual(dates('2030年5月30日至6月2日，2030年3月至5月，2029年12月至2030年1月。'), [
    '2030年5月30日至6月2日 2030-05-30/2030-06-02',
    '2030年3月至5月 2030-03/2030-05',
    '2029年12月至2030年1月 2029-12/2030-01',
  ]);
  assert.deepEqual(dates('2032年第一季度和2033年下半年，2034年底以前。'), [
    '2032年第一季度 2032-01/2032-03',
    '2033年下半年 2033-07/2033-12',
    '2034年底 2034',
  ]);
});

test('centuries and decades are told where they are exact', () => {
  assert.deepEqual(dates('20世纪90年代，二十一世纪，上世纪五十年代，本世纪中叶，1950年代。'), [
    '20世纪90年代 1990/1999',
    '二十一世纪 2001/2100',
    '上世纪五十年代 1950/1959',
    '本世纪中叶',
    '1950年代 1950/1959',
  ]);
});

test('what is no date is none', () => {
  assert.deepEqual(
    dates('三十五年来，2031年13月32日，每年5月，两年一次，5000年文明，同日益增长的需要。'),
    [],
  );
  assert.deepEqual(
    dates('双方忆及《1975年国际公路运输公约》，共建“21世纪海上丝绸之路”，落实2030年可持续发展议程。'),
    [],
  );
});

test('line breaks and spaces that print has put into a date change nothing', () => {
  assert.deepEqual(suggested(broken, 'date'), ['2031年5月2日至3日 2031-05-02/2031-05-03']);
});
