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

test('a year that the body tells is not the year of the document', () => {
  const undated = (...paragraphs: string[]) =>
    suggested(['中华人民共和国和俄罗斯联邦联合声明', ...paragraphs].join('\n'), 'date');
  assert.deepEqual(undated('1949年建交以来，两国友好。', '今年是建交之年，双方将于10月2日庆祝。'), [
    '1949年 1949',
    '今年',
    '10月2日',
  ]);
  assert.deepEqual(undated('双方将落实2030年可持续发展议程。', '今年会谈，明年再议。'), ['今年', '明年']);
  assert.deepEqual(undated('根据2023年至2027年规划，双方合作。', '今年会谈，同年换文。'), [
    '2023年至2027年 2023/2027',
    '今年',
    '同年',
  ]);
});

test('the date of the document is that of the visit or the news that its first paragraph tells', () => {
  const visit =
    '中华人民共和国和蒙古国联合声明\n应甲主席邀请，乙总统于2031年5月1日至3日对中国进行访问。\n双方满意，今年再会。\n';
  assert.deepEqual(suggested(visit, 'date').at(-1), '今年 2031');
  const news = '新闻公报\n新华社甲城二〇三一年六月五日电 双方会谈。\n今年再会。\n';
  assert.deepEqual(suggested(news, 'date').at(-1), '今年 2031');
  const former =
    '中华人民共和国和蒙古国联合声明\n双方忆及，应甲主席邀请，乙总统曾于2021年5月1日访问中国。\n今年再会。\n';
  assert.deepEqual(suggested(former, 'date').at(-1), '今年');
  const closed =
    '中华人民共和国和蒙古国条约\n第一条\n今年再会。\n双方忆及1994年4月29日在甲城签署的条约，一式两份。\n';
  assert.deepEqual(suggested(closed, 'date')[0], '今年');
  const begun = '甲国声明\n2001年7月16日，双方签署条约。\n双方满意。\n今年再会。\n';
  assert.deepEqual(suggested(begun, 'date').at(-1), '今年');
  const dayFirst = '新闻公报\n2031年5月2日，应甲总统邀请，乙总统访问甲国。\n今年再会。\n';
  assert.deepEqual(suggested(dayFirst, 'date').at(-1), '今年 2031');
  assert.deepEqual(suggested('播报（20310502）\n今天，双方满意。\n今年再会。\n', 'date').at(-1), '今年 2031');
});

test('a day without a year is of the sentence or the document, and of no other', () => {
  assert.deepEqual(dates('1949年10月1日，纪念日设立。', '双方将于9月3日集会。'), [
    '1949年10月1日 1949-10-01',
    '9月3日 2031-09-03',
  ]);
  assert.deepEqual(dates('2020年1月1日，双方换文。3月5日生效。双方将于6月1日会晤。'), [
    '2020年1月1日 2020-01-01',
    '3月5日',
    '6月1日 2031-06-01',
  ]);
  assert.deepEqual(dates('1982年12月10日订立的公约于11月16日生效。'), [
    '1982年12月10日 1982-12-10',
    '11月16日',
  ]);
  assert.deepEqual(dates('每年3月22日是水日，农历五月五日是节日。'), ['3月22日', '五月五日']);
});

test('同年 and 同日 go by a date of the paragraph, and not by one in a title or of another thing', () => {
  assert.deepEqual(dates('《2001年条约》于同年生效。'), ['同年']);
  assert.deepEqual(dates('双方于2029年会晤。', '同年换文。'), ['2029年 2029']);
  assert.deepEqual(dates('双方依照2010年10月8日决议行事。同日，俄方宣布。'), [
    '2010年10月8日 2010-10-08',
    '同日',
  ]);
  assert.deepEqual(dates('双方珍视同日本的友谊，会谈始于2029年。'), ['2029年 2029']);
});

test('years of an era are told where they go with this calendar', () => {
  assert.deepEqual(dates('民国三十八年十月一日，昭和二十年八月十五日，康熙二十八年七月，公元前1046年。'), [
    '民国三十八年十月一日 1949-10-01',
    '昭和二十年八月十五日',
    '康熙二十八年七月',
    '公元前1046年',
  ]);
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
