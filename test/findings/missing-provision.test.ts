import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  ['an annex', convention('委员会依照附件一第十二条设立。')],
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
