import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { mend } from './mend.ts';

const service = createStatementService();

/** A column of eight ems, in which the text is one paragraph. */
const column = (...lines: string[]) => lines.join('\n');

/** Words enough for the census to see a column of sixteen ems. */
const filler = [
  '双方一致认为两国关系正处于历史上',
  '最好的时期，愿意共同努力把合作提',
  '高到新的水平，给两国的人民带来更',
  '多的利益，并为地区的和平作出贡献',
  '，这是双方共同的责任，也是国际社',
  '会的期待。',
];

test('line-break: lines of a column are joined, and the number that they cut is whole again', () => {
  const raw = column(
    ...filler,
    '双方将继续落实在二〇一九年及以后',
    '达成的各项共识，并于 2024 年 5 月 1',
    '6 日前提交报告。双方还将保持密切的',
    '沟通和协调，共同维护两国的利益。',
    '',
  );
  const { text } = mend('line-break', raw);
  assert.ok(text.includes('5 月 16 日前'), text);
  assert.ok(text.includes('贡献，这是'), 'a closing mark at the start of a line belongs to the line before');
});

test('line-break: a text that nobody wrapped keeps its lines', () => {
  const raw =
    '关于合作的联合声明\n双方举行了会谈。\n一\n双方同意在各领域扩大合作，为此成立联合委员会，每年举行一次会议。\n——扩大贸易。\n——便利往来。\n';
  assert.deepEqual(service.analyse(raw).artefacts, []);
});

test('line-break: a title on two lines is one title', () => {
  const raw = '甲国和乙国在建交五十周年之际\n关于深化合作的联合声明\n\n双方举行了会谈。\n';
  assert.ok(mend('line-break', raw).text.startsWith('甲国和乙国在建交五十周年之际关于深化合作的联合声明\n'));
});

/** Lists of lines of one width: a column has never cut them, and nothing may join them unseen. */
const lists: Readonly<Record<string, string>> = {
  'dash items': '——加强政治互信\n——扩大经贸合作\n——深化人文交流\n——维护地区和平\n',
  'numbered items': '一、政治互信\n二、经贸合作\n三、人文交流\n四、地区和平\n',
  titles: '《巴黎协定》\n《北京宣言》\n《开罗宣言》\n《上海公报》\n',
  verse: '两个黄鹂鸣翠柳\n一行白鹭上青天\n窗含西岭千秋雪\n门泊东吴万里船\n',
  'verse with its marks': '两个黄鹂鸣翠柳，\n一行白鹭上青天。\n窗含西岭千秋雪，\n门泊东吴万里船。\n',
  signatories: '中华人民共和国代表\n俄罗斯联邦政府代表\n印度共和国政府代表\n巴西联邦共和国代表\n',
  'a table of numbers': '2019 1234 5678\n2020 1334 5778\n2021 1434 5878\n2022 1534 5978\n',
  telephones: '010 6596 1114\n010 6596 1115\n010 6596 1116\n010 6596 1117\n',
};

for (const [name, raw] of Object.entries(lists)) {
  test(`line-break: ${name} of one width are not joined unseen`, () => {
    const { edits } = service.cleaning(service.analyse(raw));
    assert.equal(applyEdits(raw, edits), raw);
  });
}

test('line-break: date and place at the end stay on their line, though the line before fills its column', () => {
  const last = '访 湖 。 访 期 通 过 外 交 途 径 商 定 。';
  for (const date of ['2031年5月2日于乙城', '二〇三一年五月二日于乙城', '2031年5月2日']) {
    const raw = column(...filler, '乙国总统感谢款待，请对方方便时再次', last, date, '');
    const { edits } = service.cleaning(service.analyse(raw));
    assert.match(applyEdits(raw, edits), new RegExp(`商定。\\n+${date}\\n$`));
  }
});

test('line-break: signatures side by side stay where they were set', () => {
  const raw = [
    ...filler,
    ...filler,
    '　　　　甲方代表　　　　　　　乙方代表',
    '　　　　　主　席　　　　　　　　总　统',
    '　　　　（签字）　　　　　　　（签字）',
    '',
  ].join('\n');
  const { edits } = service.cleaning(service.analyse(raw));
  assert.ok(applyEdits(raw, edits).endsWith(raw.slice(raw.indexOf('　　　　甲方'))));
});

test('line-break: the head of a newspaper page is no line of the title', () => {
  const raw = [
    '人民日报 2031年5月9日 星期五 第3版',
    '甲国和乙国在建交五十周年之际',
    '关于深化合作的联合声明',
    '',
    ...filler,
    ...filler,
    '',
  ].join('\n');
  const cleaned = applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
  assert.match(cleaned, /^人民日报.*第3版\n/);
});

test('line-break: words of an alphabet keep their space, behind a comma too', () => {
  const english = [
    'The two sides agreed to deepen cooperation,',
    'in all areas and to develop the relations.',
    'They noted with satisfaction the progress,',
    'and agreed to meet again before next May.',
  ];
  const { text } = mend('line-break', `${english.join('\n')}\n`);
  assert.ok(!/[a-z],[a-z]|\.[A-Z]/.test(text), text);
});

test('line-break: two titles stay two', () => {
  const raw = '甲国和乙国联合声明\n关于合作的谅解备忘录\n双方举行了会谈。\n';
  assert.equal(mend('line-break', raw).places, 0);
});

test('line-break: blank lines that part paragraphs stay where no blank line stands within one', () => {
  const column = [...filler, '', ...filler, '', '双方同意保持接触。', '', ...filler, ''].join('\n');
  const cleaned = applyEdits(column, service.cleaning(service.analyse(column)).edits);
  const paragraph = filler.join('');
  assert.deepEqual(cleaned.split('\n'), [
    paragraph,
    '',
    paragraph,
    '',
    '双方同意保持接触。',
    '',
    paragraph,
    '',
  ]);
});

test('line-break: where the house style wants a space beside numbers, a break beside one becomes a space', () => {
  const column = [...filler, '双方回顾两国政府领导人上次在首都于', '2031 年举行的会谈，表示满意。', ''].join(
    '\n',
  );
  const options = { style: { digitSpacing: 'one', yearDash: '—' }, profile: 'auto' } as const;
  const cleaned = applyEdits(column, service.cleaning(service.analyse(column, options)).edits);
  assert.match(cleaned, /首都于 2031 年举行/);
  assert.deepEqual(service.cleaning(service.analyse(cleaned, options)).edits, []);
});
