import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLevelOf } from '../../server/src/rules.ts';
import { found, marked, messages } from './reading.ts';

const rule = 'missing-provision';

/** A convention of six articles in two chapters, whose third says this. */
function convention(says: string): string {
  return [
    '湿地候鸟保护公约',
    '第一章 总则',
    '第一条 缔约国保护候鸟。',
    '第二条 缔约国互相通报湿地的状况。',
    `第三条 ${says}`,
    '第二章 附则',
    '第四条 争端由缔约国协商解决。',
    '第五条 本公约须经批准。',
    '第六条 本公约自第三十日起生效。',
  ].join('\n');
}

test('an article of the document itself that it does not have', () => {
  const text = convention('缔约国依照本公约第八条的规定设立委员会。');
  assert.deepEqual(marked(rule, text), ['第八条']);
  assert.deepEqual(messages(rule, text), [
    '第八条 is cited, but the document ends with 第六条: one of the two may be misread, or articles are lost.',
  ]);
  assert.deepEqual(
    found(rule, text)[0]!.related!.map(({ start, end }) => text.slice(start, end).trim()),
    ['第六条'],
  );
});

const missing: readonly (readonly [says: string, cited: readonly string[]])[] = [
  ['缔约国可以依照第三十条提出修正。', ['第三十条']],
  ['依照第二条和第二十条采取的措施应予通报。', ['第二十条']],
  ['依照本公约第二条第一款、第十一条至第十三条采取措施。', ['第十一条', '第十三条']],
  ['委员会依照第四章的规定设立。', ['第四章']],
  ['締約國依照本公約第八條採取措施。', ['第八條']],
  ['缔约国依照本公约第8条采取措施。', ['第8条']],
];
for (const [says, cited] of missing) {
  test(`it has none: ${says}`, () => assert.deepEqual(marked(rule, convention(says)), cited));
}

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['articles that there are', convention('依照第一条、本公约第五条和第二章采取措施。')],
  ['the article of another instrument', convention('缔约国重申《联合国宪章》第五十一条。')],
  ['another without 《》', convention('缔约国重申联合国宪章第五十一条和第五十二条。')],
  ['another that the paragraph names', convention('宪章规定的权利（第五十一条）不受影响。')],
  [
    'an annex',
    `${convention('委员会依照附件一第十二条设立。')}\n附件一\n委员会规则\n第一条 委员会由三人组成。`,
  ],
  [
    'a text that breaks off',
    ['湿地公约', '第一条 缔约国合作。', '第二条 缔约国通报。', '第三条 依照第三十条提出修正。'].join('\n'),
  ],
  [
    'an excerpt',
    ['湿地公约', '第七条 缔约国合作。', '第八条 依照第三十条通报。', '第九条 本公约生效。'].join('\n'),
  ],
  ['a text of no articles', '声明\n双方依照第三十条采取措施。\n二〇三一年五月三日'],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}

/** A protocol that cites these annexes, with what stands behind its signatures. */
function protocol(says: string, ...behind: string[]): string {
  return [
    '甲国和乙国湿地协定',
    '第一条　双方合作。',
    `第二条　${says}`,
    '第三条　本协定自签字之日起生效。',
    '二〇三一年五月三日于山城',
    ...behind,
  ].join('\n');
}
const annexes = [
  '附件一',
  '候鸟名录',
  '名录所列为越境迁徙的鸟类。',
  '附件二',
  '湿地名单',
  '名单所列为双方指定的湿地。',
];

test('an annex that is cited and not among the others is no more than a hint', () => {
  const text = protocol('名录见本协定附件一和附件三，名单见附件二。', ...annexes);
  assert.deepEqual(marked(rule, text), ['附件三']);
  assert.deepEqual(messages(rule, text), ['附件三 is cited, but is not among the annexes of the document.']);
  assert.equal(defaultLevelOf(found(rule, text)[0]!), 'hint');
});

test('annexes that are cited where a whole document has none', () => {
  const text = protocol('名录见附件一，名单见附件2。附件一可以修订。');
  assert.deepEqual(marked(rule, text), ['附件一', '附件2']);
  assert.match(messages(rule, text)[0]!, /^附件一 is cited, but no annex stands behind the document/);
  assert.equal(defaultLevelOf(found(rule, text)[0]!), 'hint');
});

const annexed: readonly (readonly [why: string, text: string])[] = [
  ['all are there', protocol('名录见附件一，名单见附件二。', ...annexes)],
  [
    'a single one without a number',
    protocol('名录见附件一。', '附件', '候鸟名录', '名录所列为越境迁徙的鸟类。'),
  ],
  ['of another instrument', protocol('双方保护《湿地公约》附件三所列鸟类。', ...annexes)],
  ['copies', protocol('双方交换附件一式两份，并交存附件三份。')],
  ['an excerpt', '第二条　名录见附件一。\n第三条　双方合作。'],
];
for (const [why, text] of annexed)
  test(`no annex is missing: ${why}`, () => assert.deepEqual(marked(rule, text), []));
