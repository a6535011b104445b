import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, mended } from './reading.ts';

const rule = 'missing-stop';

/** A statement with these paragraphs in its middle. */
function statement(...middle: string[]): string {
  return [
    '甲国和乙国关于湿地保护的联合声明',
    '应甲国主席邀请，乙国总统对甲国进行国事访问，两国元首举行会谈。',
    ...middle,
    '双方将共同开展候鸟迁徙路线的调查，并互相通报调查结果。',
    '双方满意地回顾了两国合作的历程，决定继续扩大各领域的往来。',
    '二〇三一年五月三日于云城',
  ].join('\n');
}

test('a paragraph of sentences without its last stop is shown at its end, and mended', () => {
  const text = statement('双方商定，由两国主管部门设立联合工作组。工作组每年至少举行一次会议');
  assert.deepEqual(marked(rule, text), ['议']);
  assert.equal(mended(rule, text), text.replace('次会议', '次会议。'));
});

test('a long one without a stop inside as well', () => {
  const text = statement(
    '双方强调，湿地是候鸟迁徙的重要停歇地，愿为此加强主管部门之间的联系，交换监测资料，共同培养专业人员',
  );
  assert.deepEqual(marked(rule, text), ['员']);
});

test('the stop goes behind the last character also where the paragraph is cut by a column', () => {
  const lines = [
    '双方重申恪守联合国宪章的',
    '宗旨和原则，愿在平等互利',
    '的基础上，进一步深化两国',
    '各领域务实合作。为此双方',
    '愿意建立定期的磋商机制。',
    '双方强调，湿地是候鸟停歇',
    '的地方，愿为此加强主管部',
    '门之间的联系。主管部门每',
    '年至少举行一次会议',
    '——双方将共同开展候鸟迁徙',
    '路线的调查，并互相通报调',
    '查的结果，检查本声明的落',
    '实情况。',
  ];
  const raw = lines.join('\n\n');
  assert.equal(mended(rule, raw), raw.replace('一次会议\n', '一次会议。\n'));
  assert.notEqual(mended(rule, raw), raw);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['all stops are there', statement('双方商定，由两国主管部门设立联合工作组。工作组每年举行一次会议。')],
  ['a heading', statement('一、关于湿地保护和候鸟迁徙的合作')],
  ['a short line', statement('双方，愿意，合作')],
  [
    'a paragraph that announces a list',
    statement('双方商定，设立工作组。工作组每年举行一次会议，议题包括如下几个方面：'),
  ],
  [
    'a stop inside the closing quotation mark',
    statement('甲方强调，合作应当长久。乙方援引古语说，“千里之行，始于足下。”'),
  ],
  [
    'an item with a semicolon',
    statement('——加强主管部门之间的联系，交换监测资料，共同培养专业人员，互派专家；'),
  ],
  ['it ends in a bracket', statement('双方商定，设立工作组。工作组每年举行一次会议（在两国轮流举行）')],
  [
    'it goes on at a page mark',
    statement('双方商定，设立工作组。工作组每年至少在两国轮流举行一次会议（下转第7版）'),
  ],
  [
    'a text in which most paragraphs have none',
    [
      '甲国新闻',
      ...Array.from({ length: 6 }, () => '代表团昨天抵达云城，受到热烈欢迎。今天上午举行会谈，下午参观湿地'),
    ].join('\n'),
  ],
  [
    'the last paragraph of a text',
    '甲国和乙国发表声明。双方同意设立工作组。\n双方商定，由两国主管部门设立工作组。工作组每年至少举行一次会议',
  ],
  [
    'the title',
    '甲国和乙国关于湿地保护、候鸟迁徙、河流治理，以及其他共同关心的问题的联合声明\n双方同意合作。',
  ],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
