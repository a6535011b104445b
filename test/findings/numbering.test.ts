import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, mended, messages } from './reading.ts';

const rule = 'numbering';

/** A treaty whose articles bear these numbers. */
function treaty(...numbers: string[]): string {
  const articles = numbers.map((number) => `第${number}条 双方保护迁徙于两国之间的候鸟。`);
  return ['甲国和乙国关于湿地保护的协定', ...articles].join('\n');
}

/** A statement whose sections stand under these numbers. */
function sections(...numbers: string[]): string {
  const parts = numbers.flatMap((number) => [number, '双方重申愿加强湿地保护的合作。']);
  return ['甲国和乙国联合声明', '双方声明如下：', ...parts].join('\n');
}

test('an article that is missing', () => {
  const text = treaty('一', '二', '四', '五');
  assert.deepEqual(marked(rule, text), ['第四条']);
  assert.deepEqual(messages(rule, text), ['Number 4 follows number 2: number 3 is missing.']);
  assert.equal(mended(rule, text), text);
});

test('a number that stands for another between its neighbours is mended', () => {
  const text = treaty('一', '二', '二', '四');
  assert.deepEqual(marked(rule, text), ['第二条']);
  assert.equal(mended(rule, text), treaty('一', '二', '三', '四'));
});

test('a number that stands twice', () => {
  assert.deepEqual(messages(rule, treaty('一', '二', '二', '三')), ['Number 2 stands here a second time.']);
});

test('a section that is missing', () => {
  assert.deepEqual(messages(rule, sections('一', '二', '三', '五', '六')), [
    'Number 5 follows number 3: number 4 is missing.',
  ]);
});

test('items of a list', () => {
  const items = (...numbers: number[]) =>
    ['甲国和乙国协定', '第一条 双方商定：', ...numbers.map((n) => `${n}. 保护候鸟及其栖息的湿地；`)].join(
      '\n',
    );
  assert.deepEqual(messages(rule, items(1, 2, 4, 5)), ['Number 4 follows number 2: number 3 is missing.']);
  assert.deepEqual(marked(rule, items(1, 2, 3, 4)), []);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['numbers that count on', treaty('一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一')],
  ['sections that count on', sections('一', '二', '三', '四')],
  ['an excerpt from the middle', treaty('七', '八', '九', '十二')],
  ['an excerpt that leaves out much', treaty('一', '二', '九', '十')],
  [
    'a new list',
    ['协定', '一、双方商定如下。', '二、双方同意。', '附件', '一、名单如下。', '二、地图如下。'].join('\n'),
  ],
  [
    'articles that run on through chapters',
    [
      '甲国和乙国协定',
      '第一章 总则',
      '第一条 双方合作。',
      '第二条 双方通报。',
      '第二章 附则',
      '第三条 本协定生效。',
    ].join('\n'),
  ],
  ['a sentence that begins with an article', `${treaty('一', '二', '三')}\n第五条所述措施由双方商定。`],
  [
    'two levels',
    [
      '声明',
      '一、总则',
      '（一）双方合作。',
      '（二）双方通报。',
      '二、附则',
      '（一）生效。',
      '（二）失效。',
    ].join('\n'),
  ],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
