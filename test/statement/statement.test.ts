import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatementNode } from '../../server/src/statement/node.ts';
import { census, outline, statementOf } from './outline.ts';

const lines = (...texts: string[]) => texts.join('\n');

const JOINT_STATEMENT = lines(
  '甲国和乙国关于加强山地合作的联合声明',
  '应甲国总统邀请，乙国总统于2031年5月6日访问甲国。',
  '甲国和乙国（以下称“双方”），声明如下：',
  '一',
  '双方重申，山是两国的纽带。',
  '双方将保护冰川。',
  '二',
  '双方商定：',
  '——共同修路。',
  '——互换种子，并且建立一个联合的种子银行以利后代。',
  '双方满意。',
  '三',
  '双方主张多边主义。',
  '二〇三一年五月六日于山城',
);

test('a joint statement has its title, preamble, numbered sections, dash items and closing', () => {
  const { kind, tree } = statementOf(JOINT_STATEMENT);
  assert.equal(kind, 'joint-statement');
  assert.equal(tree.label, '甲国和乙国关于加强山地合作的联合声明');
  assert.deepEqual(outline(JOINT_STATEMENT, ['sentence']), [
    'title 甲国和乙国关于加强山地合作的联合声明',
    'preamble 应甲国总统邀请…',
    '  paragraph 应甲国总统邀请…',
    '  paragraph 甲国和乙国（以下称“双方”），声明如下',
    'section 一　双方重申，山是两国的纽带',
    '  paragraph 双方重申，山是两国的纽带',
    '  paragraph 双方将保护冰川',
    'section 二　双方商定',
    '  paragraph 双方商定',
    '  item 共同修路',
    '  item 互换种子，并且建立一个联合的种子银行以利后代',
    '  paragraph 双方满意',
    'section 三　双方主张多边主义',
    '  paragraph 双方主张多边主义',
    'closing 二〇三一年五月六日于山城',
    '  paragraph 二〇三一年五月六日于山城',
  ]);
});

test('a jump lands on the numeral, the dashes, the title', () => {
  const { tree } = statementOf(JOINT_STATEMENT);
  const heading = (node: StatementNode) =>
    JOINT_STATEMENT.slice(node.heading.clean.start, node.heading.clean.end);
  const [title, , , section] = tree.children;
  assert.equal(heading(title!), '甲国和乙国关于加强山地合作的联合声明');
  assert.equal(heading(section!), '二');
  assert.equal(heading(section!.children[1]!), '——');
});

test('a section goes from its numeral to its last word', () => {
  const section = statementOf(JOINT_STATEMENT).tree.children[3]!;
  const text = JOINT_STATEMENT.slice(section.range.clean.start, section.range.clean.end);
  assert.ok(text.startsWith('二\n双方商定：') && text.endsWith('\n双方满意。'));
});

test('an item holds its sentences, without the dashes', () => {
  const text = lines('甲国和乙国联合声明', '声明如下：', '——共同修路。修路先勘测。');
  const item = statementOf(text).tree.children.at(-1)!;
  assert.equal(item.kind, 'item');
  assert.deepEqual(
    item.children.map(
      (child) => `${child.kind} ${text.slice(child.range.clean.start, child.range.clean.end)}`,
    ),
    ['sentence 共同修路。', 'sentence 修路先勘测。'],
  );
});

test('a lone numeral that continues no sequence is a paragraph', () => {
  assert.deepEqual(outline(lines('一', '双方满意。', '三', '双方同意。', '二', '双方重申。')), [
    'section 一　双方满意',
    'section 二　双方重申',
  ]);
});

test('a number that is missing leaves the others in their places', () => {
  assert.deepEqual(outline(lines('一', '甲。', '二', '乙。', '四', '丁。')), [
    'section 一　甲',
    'section 二　乙',
    'section 四　丁',
  ]);
});

test('sections may have headings, or begin with their number', () => {
  assert.deepEqual(outline(lines('一、总体关系', '双方满意。', '二、务实合作', '双方同意。')), [
    'section 一、总体关系',
    'section 二、务实合作',
  ]);
  assert.deepEqual(outline(lines('会谈公报', '1. 双方满意。', '2. 双方同意修路。')), [
    'section 1.　双方满意',
    'section 2.　双方同意修路',
  ]);
  assert.deepEqual(outline(lines('I. 总体关系', '双方满意。', 'II. 务实合作', '双方同意。')), [
    'section I.　总体关系',
    'section II.　务实合作',
  ]);
});

test('a list that a paragraph announces deep in the text is no list of sections', () => {
  const text = lines(
    '甲国和乙国会谈公报',
    '双方举行了会谈。',
    '双方商定：',
    '1. 修路。',
    '2. 架桥。',
    '会谈在友好的气氛中进行。',
  );
  assert.deepEqual(outline(text, ['title', 'sentence']), [
    'paragraph 双方举行了会谈',
    'paragraph 双方商定',
    'item 1.　修路',
    'item 2.　架桥',
    'paragraph 会谈在友好的气氛中进行',
  ]);
});

const VISIT = '应甲国总统邀请，乙国总统于2031年4月2日至5日访问甲国。两国元首交换意见，';
const CONSENSUS = [
  '一、双方高度评价两国关系的发展，愿继续深化合作。',
  '二、双方同意加强海上合作。双方将在渔业领域开展合作。',
  '三、双方重申支持多边主义。',
];
const endings = [
  '双方达成以下共识：',
  '達成以下共識：',
  '达成协议如下：',
  '双方商定：',
  '一致同意：',
  '达成下列各项协议：',
  '取得以下几点共识：',
  '并达成广泛共识。',
];
for (const ending of endings) {
  test(`numbered paragraphs behind a preamble are sections: ${ending}`, () => {
    const text = lines(
      '甲国和乙国联合新闻公报',
      VISIT + ending,
      ...CONSENSUS,
      '乙国总统感谢甲国总统的热情接待。',
      '二〇三一年四月五日于山城',
    );
    assert.deepEqual(outline(text, ['sentence', 'paragraph']), [
      'title 甲国和乙国联合新闻公报',
      'preamble 应甲国总统邀请…',
      'section 一、双方高度评价两国关系的发展，愿继续深化合作',
      'section 二、双方同意加强海上合作。双方将在渔业领域开展合作',
      'section 三、双方重申支持多边主义',
      'closing 二〇三一年四月五日于山城',
    ]);
  });
}

test('“the following consensus:” ends a preamble that no number follows', () => {
  const text = lines(
    '甲国和乙国联合新闻公报',
    `${VISIT}双方达成以下共识：`,
    '——修路。',
    '——架桥。',
    '二〇三一年四月五日于山城',
  );
  assert.deepEqual(
    outline(text, ['sentence', 'paragraph', 'title']).map((line) => line.trim().split(' ')[0]),
    ['preamble', 'item', 'item', 'closing'],
  );
});

test('a list of 一、 that is no more than a part of the text enumerates', () => {
  const clauses = ['一、修路；', '二、架桥。'];
  const rest = ['双方还讨论了渔业。', '双方还讨论了林业。', '双方还讨论了矿业。'];
  for (const list of [clauses, CONSENSUS]) {
    const text = lines('甲国和乙国会谈公报', '双方举行了会谈。', '双方商定：', ...list, ...rest);
    assert.ok(!outline(text).some((line) => /^\s*(?:section|preamble)/.test(line)));
  }
});

test('a treaty has chapters, articles, numbered paragraphs and a closing', () => {
  const text = lines(
    '甲国和乙国关于边境河流的协定',
    '甲国和乙国（以下称“缔约双方”），',
    '为保护界河，',
    '达成协议如下：',
    '第一章　总则',
    '第一条',
    '本协定适用于界河。',
    '第二条　缔约双方应：',
    '（一）交换水文资料；',
    '（二）通报汛情。',
    '前款所述资料免费提供。',
    '第二章　期限',
    '第三条',
    '一、本协定有效期五年。',
    '二、期满前可以书面通知终止。',
    '为此，双方全权代表签署本协定，以昭信守。',
    '本协定于二〇三一年五月六日在山城签订，一式两份，两种文本同等作准。',
    '甲国代表　　　乙国代表',
    '（签字）　　　（签字）',
  );
  const { kind } = statementOf(text);
  assert.equal(kind, 'treaty');
  assert.deepEqual(outline(text), [
    'preamble 甲国和乙国（以下称“缔约双方”）',
    'section 第一章　总则',
    '  article 第一条　本协定适用于界河',
    '  article 第二条　缔约双方应',
    '    item （一）交换水文资料',
    '    item （二）通报汛情',
    'section 第二章　期限',
    '  article 第三条　本协定有效期五年',
    '    item 一、本协定有效期五年',
    '    item 二、期满前可以书面通知终止',
    'closing 为此，双方全权代表签署本协定，以昭信守',
  ]);
});

test('the text of an article on a line of its own is no closing, whatever it says', () => {
  const text = lines('甲国和乙国条约', '第一条', '双方修路。', '第二条', '本条约两种文本同等作准。');
  assert.deepEqual(outline(text), ['article 第一条　双方修路', 'article 第二条　本条约两种文本同等作准']);
});

test('traditional characters are read as simplified ones are', () => {
  const text = lines(
    '甲國和乙國關於邊境河流的條約',
    '第一條',
    '雙方修路。',
    '第二條',
    '（甲）通報汛情；',
    '（乙）修堤。',
  );
  assert.equal(statementOf(text).kind, 'treaty');
  assert.deepEqual(outline(text), [
    'article 第一條　雙方修路',
    'article 第二條　通報汛情',
    '  item （甲）通報汛情',
    '  item （乙）修堤',
  ]);
});

test('lists nest by the order in which they begin', () => {
  const text = lines(
    '一、政治',
    '（一）互访',
    '1.元首互访；',
    '2.总理互访；',
    '（二）磋商',
    '1.外长磋商；',
    '二、经济',
    '双方满意。',
  );
  assert.deepEqual(outline(text), [
    'section 一、政治',
    '  item （一）互访',
    '    item 1.元首互访',
    '    item 2.总理互访',
    '  item （二）磋商',
    '    item 1.外长磋商',
    'section 二、经济',
  ]);
});

test('an outline shows letter-spaced headings without their spaces', () => {
  const text = lines('甲国和乙国协定', '第 一 章　总 则', '第 一 条', '双方修路。');
  assert.deepEqual(outline(text), ['section 第一章　总则', '  article 第一条　双方修路']);
});

test('an annex counts its articles anew', () => {
  const text = lines(
    '协定',
    '第一条　目的',
    '甲。',
    '第二条　范围',
    '乙。',
    '附件一',
    '第一条　名单',
    '丙。',
  );
  assert.deepEqual(outline(text), [
    'article 第一条　目的',
    'article 第二条　范围',
    'annex 附件一',
    '  article 第一条　名单',
  ]);
});

test('date lines stand before or after the title', () => {
  for (const dateline of ['（2031年5月6日，山城）', '新华社山城5月6日电', '二〇三一年五月六日']) {
    assert.deepEqual(outline(lines('甲国和乙国联合公报', dateline, '双方满意。'), ['paragraph']), [
      'title 甲国和乙国联合公报',
      `dateline ${dateline}`,
      `  sentence ${dateline}`,
    ]);
    assert.equal(
      outline(lines(dateline, '甲国和乙国联合公报', '双方满意。'), ['sentence'])[0],
      `dateline ${dateline}`,
    );
  }
});

test('two lines of one title are one title, two titles are two', () => {
  assert.deepEqual(outline(lines('甲国和乙国', '联合公报', '双方满意。'), ['paragraph']), [
    'title 甲国和乙国联合公报',
  ]);
  assert.deepEqual(outline(lines('甲国和乙国联合公报', '全文', '双方满意。'), ['paragraph']), [
    'title 甲国和乙国联合公报',
    'title 全文',
  ]);
});

test('the title says what a document is', () => {
  const kinds = [
    ['甲国和乙国联合声明', 'joint-statement'],
    ['甲国和乙国联合新闻公报', 'communique'],
    ['山城宣言', 'declaration'],
    ['关于建交的联合公报（1975年1月1日）', 'communique'],
    ['甲国政府声明', 'announcement'],
    ['关于界河的议定书', 'treaty'],
    ['缔结条约程序法', 'law'],
    ['甲乙两国友好条约签订十周年的贺电', 'letter'],
    ['山城外交关系公约', 'treaty'],
    ['甲国和乙国关于修路的谅解备忘录', 'treaty'],
    ['甲国和乙国代表团会谈纪要', 'treaty'],
    ['关于界河的换文', 'treaty'],
    ['山城合作組織憲章', 'treaty'],
    ['山城大会第六号决议', 'resolution'],
    ['山里的故事', 'unknown'],
  ];
  for (const [title, kind] of kinds) assert.equal(statementOf(`${title}\n双方满意。`).kind, kind, title);
});

test('a preamble tells the kind where the title is missing', () => {
  assert.equal(statementOf(lines('双方举行会谈，声明如下：', '一', '双方满意。')).kind, 'joint-statement');
});

test('a text without structure is paragraphs', () => {
  assert.deepEqual(outline(lines('双方满意。', '', '双方同意。'), ['sentence']), [
    'paragraph 双方满意',
    'paragraph 双方同意',
  ]);
  const empty = statementOf('');
  assert.deepEqual(census(empty.tree), { document: 1 });
});
