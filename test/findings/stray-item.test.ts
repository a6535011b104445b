import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, messages } from './reading.ts';

const rule = 'stray-item';

/** An agreement with these lines in its first article. */
function agreement(...lines: string[]): string {
  return [
    '甲国和乙国关于湿地保护的协定',
    '第一条 双方保护迁徙于两国之间的候鸟。',
    ...lines,
    '第二条 本协定自签署之日起生效。',
  ].join('\n');
}

test('an item whose number follows none', () => {
  const text = agreement('（二）双方互相通报湿地的状况；', '（三）双方共同培养专业人员。');
  assert.deepEqual(marked(rule, text), ['（二）']);
  assert.deepEqual(messages(rule, text), [
    '（二） continues no list: what stood before it may be lost, or its number is misread.',
  ]);
});

test('in any system of numerals', () => {
  for (const mark of ['2.', '（2）', '3）', '②', '乙、', '丑、', 'II.', '(b)', '二、']) {
    assert.deepEqual(marked(rule, agreement(`${mark} 双方互相通报湿地的状况。`)), [mark]);
  }
});

test('a dash item alone behind a whole sentence', () => {
  const text = agreement('——双方互相通报湿地的状况，并交换监测资料。');
  assert.deepEqual(marked(rule, text), ['——']);
  assert.deepEqual(messages(rule, text), [
    'An item alone, which nothing introduces: a sentence may be torn here, or the other items are lost.',
  ]);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['a list from its first item on', agreement('（一）双方合作；', '（二）双方通报。')],
  ['a list that goes on on another page', agreement('——互相通报湿地的状况。（下转第2版）')],
  ['a text that ends in a list', '甲国和乙国声明\n双方重申友好。\n——互相通报湿地的状况。'],
  ['dash items that are introduced', agreement('双方商定：', '——互相通报湿地的状况。')],
  ['several dash items', agreement('——互相通报湿地的状况。', '——共同培养专业人员。')],
  [
    'dash items with paragraphs between them',
    agreement('——互相通报湿地的状况。', '通报每年进行。', '——共同培养专业人员。'),
  ],
  [
    'a list whose first item stands in a line',
    agreement('双方：（一）合作；', '（二）通报；', '（三）互访。'),
  ],
  [
    'paragraphs that are numbered through the articles',
    [
      '甲国和乙国协定',
      '第一条 双方：',
      '1. 合作；',
      '2. 通报。',
      '第二条 双方：',
      '3. 互访；',
      '4. 会谈。',
    ].join('\n'),
  ],
  ['an excerpt from the middle', '（三）双方合作；\n（四）双方通报。\n双方满意地回顾了历程。'],
  ['an excerpt behind an ellipsis', agreement('……', '（三）双方合作；', '（四）双方通报。')],
  ['a number that is misread', agreement('（二）双方合作；', '（二）双方通报；', '（三）双方互访。')],
  ['who said it', '千里之行，始于足下。\n——一位古人'],
  ['articles of an excerpt', '协定\n双方议定如下。\n第七条 双方合作。\n第八条 双方通报。'],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
