import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, messages } from './reading.ts';

const rule = 'empty-section';

test('a section with nothing under its numeral', () => {
  const text = [
    '甲国和乙国联合声明',
    '双方声明如下：',
    ...['一', '双方愿加强合作。', '二', '双方互相通报。', '三', '四', '双方同意互访。'],
  ].join('\n');
  assert.deepEqual(marked(rule, text), ['三']);
  assert.deepEqual(messages(rule, text), [
    'Nothing stands under 三: its text may be lost, or it is no heading.',
  ]);
});

test('an article with nothing but its number', () => {
  const text = [
    '甲国和乙国协定',
    ...['第一条', '双方合作。', '第二条', '第三条', '双方通报。', '第四条', '本协定生效。'],
  ].join('\n');
  assert.deepEqual(marked(rule, text), ['第二条']);
});

test('a chapter without articles', () => {
  const text = [
    '甲国和乙国协定',
    ...['第一章 总则', '第一条 双方合作。', '第二章 通报', '第三章 附则', '第二条 本协定生效。'],
  ].join('\n');
  assert.deepEqual(marked(rule, text), ['第二章 通报']);
});

test('a heading behind which the text breaks off', () => {
  const text = [
    '甲国和乙国联合声明',
    ...['一、湿地', '双方愿加强合作。', '二、候鸟', '双方互相通报。', '三、河流'],
  ].join('\n');
  assert.deepEqual(marked(rule, text), ['三、河流']);
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  [
    'every heading has its text',
    ['声明', '一、湿地', '双方合作。', '二、候鸟', '双方通报。', '三、河流', '双方互访。'].join('\n'),
  ],
  [
    'a table of contents before the text',
    [
      '甲国和乙国协定',
      ...['第一章 总则', '第二章 通报', '第三章 附则'],
      ...[
        '第一章 总则',
        '第一条 双方合作。',
        '第二章 通报',
        '第二条 双方通报。',
        '第三章 附则',
        '第三条 生效。',
      ],
    ].join('\n'),
  ],
  ['a list of names', ['名单', '一、甲国', '二、乙国', '三、丙国'].join('\n')],
  [
    'articles whose text has no stop',
    ['协定', '第一条 双方合作', '第二条 双方通报', '第三条 本协定生效'].join('\n'),
  ],
  [
    'a section that holds others',
    [
      '协定',
      '第一章 总则',
      '第一节 目的',
      '第一条 双方合作。',
      '第二节 范围',
      '第二条 双方通报。',
      '第三节 期限',
      '第三条 生效。',
      '第二章 附则',
      '第四条 生效。',
      '第三章 其他',
      '第五条 作准。',
    ].join('\n'),
  ],
  [
    'an article that was struck out',
    ['协定', '第一条', '双方合作。', '第二条（删除）', '第三条', '双方通报。', '第四条', '生效。'].join('\n'),
  ],
  [
    'its text stands on another page',
    ['声明', '一、湿地', '双方合作。', '二、候鸟', '双方通报。', '三、河流（下转第7版）'].join('\n'),
  ],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
