import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleId } from '../../server/src/artefacts/artefact.ts';
import { defaultHouseStyle, type HouseStyle } from '../../server/src/artefacts/house-style.ts';
import type { Profile } from '../../server/src/artefacts/profile.ts';
import { defaultReadingOptions, type ReadingOptions } from '../../server/src/artefacts/reading-context.ts';
import { createStatementService } from '../../server/src/service.ts';
import { mend } from './mend.ts';

const service = createStatementService();

interface Example {
  readonly rule: RuleId;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Absent: as the text tells. */
  readonly profile?: Profile;
  readonly style?: Partial<HouseStyle>;
}

const examples: readonly Example[] = [
  {
    rule: 'letter-spacing',
    name: 'a stretched line, with its marks',
    before: '在 北 京 举 行 正 式 会 谈 ，并 共 同 出 席 。\n',
    after: '在北京举行正式会谈，并共同出席。\n',
  },
  { rule: 'letter-spacing', name: 'two spaces may be a heading', before: '第 一 条\n', after: '第 一 条\n' },
  {
    rule: 'letter-spacing',
    name: 'a spaced heading of an article stays',
    before: '第 十 二 条\n',
    after: '第 十 二 条\n',
  },
  { rule: 'letter-spacing', name: 'the gap of a signature stays', before: '甲　方：\n', after: '甲　方：\n' },
  {
    rule: 'mark-spacing',
    name: 'behind an opening mark',
    before: '解除“ 斩首”的能力\n',
    after: '解除“斩首”的能力\n',
  },
  {
    rule: 'mark-spacing',
    name: 'before a closing mark',
    before: '举行会谈 ，并出席\n',
    after: '举行会谈，并出席\n',
  },
  {
    rule: 'mark-spacing',
    name: 'on both sides of a stop',
    before: '互联互通 ， 用好班列\n',
    after: '互联互通，用好班列\n',
  },
  { rule: 'mark-spacing', name: 'an empty bracket stays', before: '签字（ ）\n', after: '签字（ ）\n' },
  {
    rule: 'digit-spacing',
    name: 'a date',
    before: '双方于 1998年 3月 4日签订协定。\n',
    after: '双方于1998年3月4日签订协定。\n',
  },
  {
    rule: 'digit-spacing',
    name: 'a count',
    profile: 'newspaper',
    before: '第 12 届会议\n',
    after: '第12届会议\n',
  },
  {
    rule: 'digit-spacing',
    name: 'the style of a text that was one from the beginning',
    before: '第 12 届会议于 2031 年举行\n',
    after: '第 12 届会议于 2031 年举行\n',
  },
  {
    rule: 'digit-spacing',
    name: 'a label before a date',
    before: '签订日期 2031年3月\n',
    after: '签订日期 2031年3月\n',
  },
  {
    rule: 'digit-spacing',
    name: 'digits of full width',
    profile: 'newspaper',
    before: '第 １２ 届会议\n',
    after: '第１２届会议\n',
  },
  {
    rule: 'digit-spacing',
    name: 'before any character, where spaces are noise',
    profile: 'ocr',
    before: '参加 12 会。\n',
    after: '参加12会。\n',
  },
  {
    rule: 'digit-spacing',
    name: 'one space on both sides, put in and taken away',
    style: { digitSpacing: 'one' },
    before: '第12届会议于  2031 年3月16日举行。\n',
    after: '第 12 届会议于 2031 年 3 月 16 日举行。\n',
  },
  {
    rule: 'digit-spacing',
    name: 'one space, but not beside marks, in names or in tables',
    style: { digitSpacing: 'one' },
    before: '（12）G20峰会，5G网络，20世纪\n3年    4年\n',
    after: '（12）G20峰会，5G网络，20 世纪\n3年    4年\n',
  },
  {
    rule: 'wide-space',
    name: 'in a sentence of a newspaper page',
    profile: 'newspaper',
    before: '双方对\u3000此表示\u00a0满意。\n',
    after: '双方对此表示满意。\n',
  },
  ...[
    '甲\u3000方：乙\u3000方：',
    '第一条\u3000宗旨',
    '二\u3000贸易',
    '签字人：\u3000某人',
    '赵一山\u3000李二河\u3000王\u3000江',
    '主席\u3000\u3000\u3000总统',
  ].map(
    (text): Example => ({
      rule: 'wide-space',
      name: `${text} stays`,
      profile: 'newspaper',
      before: `${text}\n`,
      after: `${text}\n`,
    }),
  ),
  {
    rule: 'wide-space',
    name: 'a text that was one from the beginning keeps its own',
    before: '联\u3000合\u3000声\u3000明\n',
    after: '联\u3000合\u3000声\u3000明\n',
  },
  { rule: 'year-dash', name: 'of full width', before: '2031－2032年\n', after: '2031—2032年\n' },
  { rule: 'year-dash', name: 'a waved one', before: '（1949~1986）\n', after: '（1949—1986）\n' },
  { rule: 'year-dash', name: 'the last two digits', before: '1949-86年\n', after: '1949—86年\n' },
  {
    rule: 'year-dash',
    name: 'as the house prints it',
    style: { yearDash: '－' },
    before: '2031—2032年\n',
    after: '2031－2032年\n',
  },
  ...[
    '第12-3号条约',
    '电话6596-1114',
    '电话010-1890-1950',
    '2031-05-16',
    'GB/T 1990-2011',
    '第1024-1100页',
    '2032-2031年',
    '-2031',
    '1949—1986年',
  ].map(
    (code): Example => ({
      rule: 'year-dash',
      name: `${code} stays`,
      before: `${code}\n`,
      after: `${code}\n`,
    }),
  ),
  {
    rule: 'bracket-spacing',
    name: 'on a page of a newspaper',
    profile: 'newspaper',
    before: '协定 （草案）\n',
    after: '协定（草案）\n',
  },
  {
    rule: 'bracket-spacing',
    name: 'a text that was one from the beginning keeps it',
    before: '协定 （草案）\n',
    after: '协定 （草案）\n',
  },
  {
    rule: 'bracket-spacing',
    name: 'a table keeps it',
    profile: 'newspaper',
    before: '进口 （亿）   出口 （亿）\n',
    after: '进口 （亿）   出口 （亿）\n',
  },
  {
    rule: 'digit-spacing',
    name: 'years and their dash',
    profile: 'newspaper',
    before: '在 2031－2032 年举行\n',
    after: '在2031－2032年举行\n',
  },
  {
    rule: 'digit-spacing',
    name: 'a telephone number is no count',
    before: '电话 010 6500 1234\n',
    after: '电话 010 6500 1234\n',
  },
  {
    rule: 'dash-item-spacing',
    name: 'behind the dash of an item',
    before: '—— 扩大贸易。\n',
    after: '——扩大贸易。\n',
  },
  {
    rule: 'dash-item-spacing',
    name: 'not in a sentence',
    before: '双方—— 包括观察员——同意。\n',
    after: '双方—— 包括观察员——同意。\n',
  },
  { rule: 'line-edge-space', name: 'at both edges', before: ' 双方同意。  \n', after: '双方同意。\n' },
  {
    rule: 'line-edge-space',
    name: 'behind the mark of byte order, which stays',
    before: '\ufeff 双方同意。\n',
    after: '\ufeff双方同意。\n',
  },
  {
    rule: 'line-edge-space',
    name: 'the indent of two columns of signatures stays',
    before: '   甲方代表              乙方代表\n',
    after: '   甲方代表              乙方代表\n',
  },
  { rule: 'line-edge-space', name: 'an indent stays', before: '　　双方同意。\n', after: '　　双方同意。\n' },
  { rule: 'jump-mark', name: 'at the end', before: '双方同意。（下转第4版）\n', after: '双方同意。\n' },
  { rule: 'jump-mark', name: 'at the head', before: '（上接第一版）双方同意。\n', after: '双方同意。\n' },
  {
    rule: 'jump-mark',
    name: 'not in a quotation',
    before: '报纸印有“（下转第4版）”字样。\n',
    after: '报纸印有“（下转第4版）”字样。\n',
  },
  {
    rule: 'jump-mark-spacing',
    name: 'before the mark',
    before: '双方同意。 （下转第4版）\n',
    after: '双方同意。（下转第4版）\n',
  },
  { rule: 'kangxi-radical', name: 'in words', before: '双⽅⾯谈。\n', after: '双方面谈。\n' },
  { rule: 'kangxi-radical', name: 'a numeral by itself', before: '⼆\n', after: '二\n' },
  { rule: 'kangxi-radical', name: 'the number of an item', before: '（⼀）贸易\n', after: '（一）贸易\n' },
  { rule: 'kangxi-radical', name: 'among other names', before: '中、⽇、韩\n', after: '中、日、韩\n' },
  { rule: 'kangxi-radical', name: 'one that is meant', before: '“⽔”归此类。\n', after: '“⽔”归此类。\n' },
  { rule: 'kangxi-radical', name: 'a list of radicals', before: '⼀、⼁、⼂\n', after: '⼀、⼁、⼂\n' },
  { rule: 'kangxi-radical', name: 'by its name', before: '⾔旁的字。\n', after: '⾔旁的字。\n' },
  { rule: 'radical-supplement', name: 'in words', before: '⻓期⻔户\n', after: '长期门户\n' },
  { rule: 'compatibility-ideograph', name: 'a copy', before: '2031\uf98e\n', after: '2031年\n' },
  {
    rule: 'compatibility-ideograph',
    name: 'a character in its own right stays',
    before: '\ufa0e\ufa29\n',
    after: '\ufa0e\ufa29\n',
  },
  { rule: 'full-width-alphanumeric', name: 'a year', before: '２０３１年\n', after: '2031年\n' },
  { rule: 'full-width-alphanumeric', name: 'marks stay', before: '（１），：\n', after: '（1），：\n' },
  { rule: 'invisible-character', name: 'in a word', before: '合\u200b作\u2060，\n', after: '合作，\n' },
  {
    rule: 'invisible-character',
    name: 'a joiner in an emoji stays',
    before: '👩\u200d🚀\n',
    after: '👩\u200d🚀\n',
  },
  {
    rule: 'invisible-character',
    name: 'the mark of byte order at the head stays, others go',
    before: '\ufeff双方\n\ufeff同意\n',
    after: '\ufeff双方\n同意\n',
  },
  {
    rule: 'invisible-character',
    name: 'a variation selector stays',
    before: '葛\u{e0100}飾\ufe00区\n',
    after: '葛\u{e0100}飾\ufe00区\n',
  },
];

for (const { rule, name, before, after, profile = 'auto', style } of examples) {
  const options: ReadingOptions = {
    ...defaultReadingOptions,
    profile,
    style: { ...defaultHouseStyle, ...style },
  };
  test(`${rule}: ${name}`, () => {
    assert.equal(mend(rule, before, options).text, after);
    assert.equal(mend(rule, after, options).text, after, 'and again');
  });
}

/** The classes of what a rule finds. */
function classes(rule: RuleId, raw: string): string[] {
  return service.analyse(raw).artefacts.flatMap((a) => (a.rule === rule ? [a.class] : []));
}

const doubts: readonly { rule: RuleId; name: string; raw: string }[] = [
  { rule: 'kangxi-radical', name: 'where radicals are spoken of', raw: '部首⽔的字。\n' },
  { rule: 'radical-supplement', name: 'a part of a character', raw: '甲⺡乙\n' },
  { rule: 'compatibility-ideograph', name: 'a shape of its own', raw: '\ufa19谷\n' },
  { rule: 'compatibility-ideograph', name: 'one outside the BMP', raw: '\u{2f800}\n' },
  { rule: 'full-width-alphanumeric', name: 'a code', raw: 'Ｔ－３４\n' },
  { rule: 'invisible-character', name: 'between letters', raw: 'co\u00adoperation\n' },
];

for (const { rule, name, raw } of doubts) {
  test(`${rule}: ${name} is no more than likely`, () => assert.deepEqual(classes(rule, raw), ['likely']));
}

test('unreadable-character: what it finds is named and not changed', () => {
  for (const [text, name] of [
    ['\ue001', 'U+E001'],
    ['\u{f0000}', 'U+F0000'],
    ['\ufffd\ufffd', 'U+FFFD U+FFFD'],
    ['(cid:123)', '(cid:123)'],
    ['\ud800', 'U+D800'],
    ['\u0007', 'U+0007'],
  ] as const) {
    const [artefact, ...others] = service.analyse(`双方${text}同意\n`).artefacts;
    assert.deepEqual(others, []);
    assert.deepEqual([artefact!.rule, artefact!.class], ['unreadable-character', 'suspect']);
    assert.deepEqual([artefact!.edits, artefact!.values], [[], [name]]);
  }
  assert.deepEqual(service.analyse('双方𠀀同意😀，\tÀ\u2028\n').artefacts, []);
});

test('letter-spacing: a short line by itself is closed only on request', () => {
  const [artefact] = service.analyse('姓 名 性 别 年 龄\n').artefacts;
  assert.equal(artefact!.class, 'likely');
});
