import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline, statementOf } from './outline.ts';

const lines = (...texts: string[]) => texts.join('\n');

test('an annex has its own title, articles and numbers', () => {
  const text = lines(
    '甲国和乙国协定',
    '第一条',
    '双方修路。',
    '本协定于二〇三一年五月六日在山城签订，一式两份，两种文本同等作准。',
    '附件一',
    '关于路标的议定书',
    '第一条',
    '路标用木。',
    '附件二：车辆名单',
    '1. 货车；',
    '2. 客车。',
  );
  assert.deepEqual(outline(text, ['paragraph', 'sentence']), [
    'title 甲国和乙国协定',
    'article 第一条　双方修路',
    'closing 本协定于二〇三一年五月六日在山城签订…',
    'annex 附件一　关于路标的议定书',
    '  title 关于路标的议定书',
    '  article 第一条　路标用木',
    'annex 附件二　车辆名单',
    '  title 车辆名单',
    '  section 1.　货车',
    '  section 2.　客车',
  ]);
});

test('a protocol in the same text stands beside the annexes, not in the last of them', () => {
  const text = lines(
    '甲国和乙国协定',
    '第一条',
    '双方修路。',
    '附件一',
    '一、路标用木。',
    '附加议定书',
    '关于委员会的议定书',
    '一、委员会每年开会一次。',
  );
  assert.deepEqual(outline(text, ['paragraph', 'sentence']), [
    'title 甲国和乙国协定',
    'article 第一条　双方修路',
    'annex 附件一',
    '  section 一、路标用木',
    'annex 附加议定书　关于委员会的议定书',
    '  title 关于委员会的议定书',
    '  section 一、委员会每年开会一次',
  ]);
  assert.deepEqual(
    outline(lines('议定书', '甲国和乙国议定如下：', '第一条', '双方修路。'), ['paragraph', 'sentence']),
    ['title 议定书', 'preamble 甲国和乙国议定如下', 'article 第一条　双方修路'],
  );
});

test('signatures behind the annexes are those of the agreement', () => {
  const text = lines(
    '甲国和乙国协定',
    '第一条',
    '双方修路。',
    '附件一',
    '路标用木。',
    '二〇三一年五月六日于山城',
  );
  assert.deepEqual(outline(text, ['title', 'paragraph', 'sentence']), [
    'article 第一条　双方修路',
    'annex 附件一',
    'closing 二〇三一年五月六日于山城',
  ]);
});

test('a word that only cites an annex opens none', () => {
  assert.deepEqual(outline(lines('甲国和乙国协定', '第一条', '双方修路。', '附件一所列各项免税。')), [
    'article 第一条　双方修路',
  ]);
});

test('a second document behind the signatures is a document of its own', () => {
  const text = lines(
    '甲国和乙国联合声明',
    '双方满意。',
    '甲国总统　乙国总统',
    '二〇三一年五月六日于山城',
    '甲国和乙国关于修路的议定书',
    '第一条',
    '双方修路。',
    '二〇三一年五月七日于山城',
  );
  assert.deepEqual(outline(text, ['sentence']), [
    'title 甲国和乙国联合声明',
    'paragraph 双方满意',
    'closing 甲国总统　乙国总统',
    '  paragraph 甲国总统　乙国总统',
    '  paragraph 二〇三一年五月六日于山城',
    'document 甲国和乙国关于修路的议定书',
    '  title 甲国和乙国关于修路的议定书',
    '  article 第一条　双方修路',
    '    paragraph 双方修路',
    '  closing 二〇三一年五月七日于山城',
    '    paragraph 二〇三一年五月七日于山城',
  ]);
  assert.equal(statementOf(text).kind, 'joint-statement');
});

test('what a newspaper prints behind the note of its source is another item', () => {
  const text = lines(
    '甲国政府声明',
    '（二〇三一年五月六日）',
    '甲国满意。',
    '（山城社二〇三一年五月六日电）修路的人们',
    '路修好了。',
  );
  assert.deepEqual(outline(text, ['sentence']), [
    'title 甲国政府声明',
    'dateline （二〇三一年五月六日）',
    'paragraph 甲国满意',
    'closing （山城社二〇三一年五月六日电）',
    '  paragraph （山城社二〇三一年五月六日电）',
    'document 修路的人们',
    '  title 修路的人们',
    '  paragraph 路修好了',
  ]);
});

test('a date in the middle of a text ends nothing', () => {
  assert.deepEqual(
    outline(lines('甲国公报', '双方满意。', '二〇三一年五月六日', '双方又同意修路。'), ['sentence']),
    ['title 甲国公报', 'paragraph 双方满意', 'paragraph 二〇三一年五月六日', 'paragraph 双方又同意修路'],
  );
});

test('an order with the agreement that it carries out: every numbering in its place', () => {
  const text = lines(
    '甲方司令员停火命令',
    '甲方司令员停火命令',
    '全体人员：',
    '协定已经签字，特命令如下：',
    '一、停火。',
    '二、后撤。',
    '甲方司令员张三乙方司令员李四',
    '（山城社五月六日电）',
    '[附] 甲方和乙方停火协定',
    '序言',
    '双方为停火，同意下列条款：',
    '第一条　界线',
    '一、界线如图。',
    '二、双方后撤。',
    '第二条　委员会',
    '甲、通则',
    '三、双方：',
    '子、停火；',
    '丑、后撤。',
    '四、费用均摊。',
    '乙、组织',
    '（一）组成',
    '五、委员六人。',
    '六、子、委员任期一年。',
    '丑、委员可以连任。',
    '（二）职司',
    '七、委员会每日开会。',
    '第三条　附则',
    '八、本协定自签字之时生效。',
    '一九三一年五月六日以甲文、乙文订于山城，各文本同样有效。',
    '双方在协定以外又商定，界线以南的桥梁由双方共同看守，看守的人数相等，每月轮换一次。',
    '二、桥梁每年修一次。',
    '一九三一年五月六日以甲文、乙文订于山城，各文本同样有效。',
    '甲方司令员　张三（签字）　　　乙方司令员　李四（签字）',
  );
  assert.deepEqual(outline(text, ['paragraph', 'sentence']), [
    'title 甲方司令员停火命令',
    'title 甲方司令员停火命令',
    'preamble 全体人员',
    'section 一、停火',
    'section 二、后撤',
    'closing 甲方司令员张三乙方司令员李四',
    'annex [附]　甲方和乙方停火协定',
    '  title 甲方和乙方停火协定',
    '  preamble 序言',
    '  article 第一条　界线',
    '    item 一、界线如图',
    '    item 二、双方后撤',
    '  article 第二条　委员会',
    '    section 甲、通则',
    '      item 三、双方',
    '        item 子、停火',
    '        item 丑、后撤',
    '      item 四、费用均摊',
    '    section 乙、组织',
    '      item （一）组成',
    '        item 五、委员六人',
    '        item 六、委员任期一年',
    '          item 子、委员任期一年',
    '          item 丑、委员可以连任',
    '      item （二）职司',
    '        item 七、委员会每日开会',
    '  article 第三条　附则',
    '    item 八、本协定自签字之时生效',
    '  closing 一九三一年五月六日以甲文、乙文订于山城…',
    'document 双方在协定以外又商定…',
    '  section 二、桥梁每年修一次',
    '  closing 一九三一年五月六日以甲文、乙文订于山城…',
  ]);
});
