import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatedMessage } from '../../server/src/l10n/rules.ts';
import { found, marked, mended, messages } from './reading.ts';

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

test('each system of numerals is mended in its own form', () => {
  const forms: readonly (readonly [list: string, spoilt: string, due: string])[] = [
    ['（一） （二） （三） （四） （五）', '（三）', '（二）'],
    ['1. 2. 3. 4. 5.', '4.', '3.'],
    ['（1） （2） （3） （4） （5）', '（4）', '（3）'],
    ['1） 2） 3） 4） 5）', '2）', '3）'],
    ['① ② ③ ④ ⑤', '③', '②'],
    ['⑴ ⑵ ⑶ ⑷ ⑸', '⑶', '⑵'],
    ['甲、 乙、 丙、 丁、 戊、', '丁、', '丙、'],
    ['子、 丑、 寅、 卯、 辰、', '卯、', '寅、'],
    ['I. II. III. IV. V.', 'IV.', 'III.'],
    ['Ⅰ. Ⅱ. Ⅲ. Ⅳ. Ⅴ.', 'Ⅳ.', 'Ⅲ.'],
    ['(a) (b) (c) (d) (e)', '(d)', '(c)'],
    ['(A) (B) (C) (D) (E)', '(D)', '(C)'],
    ['1.1 1.2 1.3 1.4 1.5', '1.4', '1.3'],
    ['壹、 贰、 叁、 肆、 伍、', '肆、', '叁、'],
    ['壹、 貳、 參、 肆、 伍、', '肆、', '參、'],
    ['第一条 第二条 第三条 第四条 第五条', '第四条', '第三条'],
    ['第一條 第二條 第三條 第四條 第五條', '第四條', '第三條'],
    ['第1条 第2条 第3条 第4条 第5条', '第4条', '第3条'],
  ];
  for (const [list, wrong, due] of forms) {
    const good = list.split(' ').map((mark) => `${mark} 双方保护候鸟。`);
    const at = good.findIndex((line) => line.startsWith(due));
    const textOf = (lines: readonly string[]) => ['甲国和乙国协定', '双方议定：', ...lines].join('\n');
    const bad = textOf(good.with(at, good[at]!.replace(due, wrong)));
    assert.equal(mended(rule, bad), textOf(good), bad);
    assert.deepEqual(marked(rule, textOf(good)), [], list);
  }
});

test('a number above ten is written as its neighbours are', () => {
  const run = (from: number, numerals: readonly string[]) =>
    treaty(...'一二三四五六七八九十'.slice(0, from - 1), ...numerals);
  const forms: readonly (readonly [bad: readonly string[], good: readonly string[]])[] = [
    [
      ['十一', '十三', '十三', '十四'],
      ['十一', '十二', '十三', '十四'],
    ],
    [
      ['一一', '一三', '一三', '一四'],
      ['一一', '一二', '一三', '一四'],
    ],
    [
      ['11', '13', '13', '14'],
      ['11', '12', '13', '14'],
    ],
  ];
  for (const [bad, good] of forms) assert.equal(mended(rule, run(11, bad)), run(11, good));
});

test('the first number of a list', () => {
  const text = treaty('二', '二', '三', '四');
  assert.deepEqual(messages(rule, text), ['A list begins with 1: number 2 may be misread.']);
  assert.equal(mended(rule, text), treaty('一', '二', '三', '四'));
});

test('a number that is surely another is told in the numerals of the print', () => {
  assert.deepEqual(messages(rule, sections('一', '二', '三', '三', '五')), [
    '三 stands twice; 四 is due here.',
  ]);
  assert.deepEqual(messages(rule, treaty('一', '二', '七', '四', '五')), [
    '三 is due here: 七 may be misread.',
  ]);
});

test('more than one number that is missing', () => {
  assert.deepEqual(messages(rule, treaty('一', '二', '五', '六')), [
    'Number 5 follows number 2: numbers 3 to 4 are missing.',
  ]);
});

test('two that have changed places, or one among others: shown, and left to the person', () => {
  for (const numbers of [
    ['一', '二', '四', '三', '五'],
    ['一', '二', '三', '一', '四', '五'],
    ['一', '二', '五', '三', '四'],
  ]) {
    const text = treaty(...numbers);
    assert.equal(found(rule, text).length, 1, numbers.join(' '));
    assert.equal(mended(rule, text), text);
  }
  assert.deepEqual(messages(rule, treaty('一', '二', '四', '三', '五')), [
    'Number 4 is out of order: number 3 is due behind number 2.',
  ]);
});

test('a list that begins again in its middle', () => {
  const text = treaty('一', '二', '三', '一', '二');
  assert.deepEqual(messages(rule, text), [
    'The numbers begin again at 1 in the middle of a list: number 4 is due behind number 3.',
  ]);
});

test('the other place is named with what stands there', () => {
  const text = treaty('一', '二', '二', '三');
  const [repeat] = found(rule, text);
  assert.deepEqual(
    repeat!.related!.map(({ start, end }) => [start, text.slice(start, end)]),
    [[text.indexOf('第二条'), '第二条']],
  );
  assert.equal(relatedMessage(repeat!), 'Number 2 stands here already.');
});

test('a number behind one that stands on the line of its article', () => {
  const text = ['协定', '第一条 1. 双方合作；', '3. 双方通报；', '4. 双方互访。', '第二条 生效。'].join('\n');
  assert.deepEqual(messages(rule, text), ['Number 3 follows number 1: number 2 is missing.']);
});

test('in an excerpt, a number between its neighbours', () => {
  const text = treaty('七', '八', '八', '十', '十四');
  assert.deepEqual(marked(rule, text), ['第八条']);
  assert.equal(mended(rule, text), treaty('七', '八', '九', '十', '十四'));
});

test('the second of the sections, read for the first', () => {
  const text = sections('一', '一', '三', '四');
  assert.equal(mended(rule, text), sections('一', '二', '三', '四'));
});

test('paragraphs that are numbered through the articles', () => {
  const text = (...numbers: number[]) => {
    const item = (number: number) => `${number}. 双方保护候鸟。`;
    const article = (name: string, own: readonly number[]) => [name, ...own.map(item)];
    return [
      '甲国和乙国协定',
      ...article('第一条', [1, 2, 3]),
      ...article('第二条', [4, 5]),
      ...article('第三条', numbers),
    ].join('\n');
  };
  assert.deepEqual(marked(rule, text(6, 7, 8)), []);
  assert.deepEqual(messages(rule, text(6, 8, 9)), ['Number 8 follows number 6: number 7 is missing.']);
  assert.deepEqual(messages(rule, text(7, 8, 9)), ['Number 7 follows number 5: number 6 is missing.']);
  assert.equal(mended(rule, text(5, 7, 8)), text(6, 7, 8));
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
  [
    'items that begin anew under each article',
    ['协定', '第一条 双方：', '1. 合作；', '2. 通报。', '第二条 双方：', '1. 合作；', '2. 通报。'].join('\n'),
  ],
  [
    'articles of an annex',
    [
      '协定',
      '第一条 双方合作。',
      '第二条 本协定生效。',
      '附件',
      '第一条 名单如下。',
      '第二条 地图如下。',
    ].join('\n'),
  ],
  [
    'a second document',
    [
      '甲国和乙国协定',
      '第一条 双方合作。',
      '第二条 本协定生效。',
      '甲国和乙国关于湿地的议定书',
      '第一条 双方合作。',
      '第二条 本议定书生效。',
    ].join('\n'),
  ],
  [
    'an item on the line of its article',
    ['协定', '第一条 （一）双方合作；', '（二）双方通报；', '（三）双方互访。', '第二条 生效。'].join('\n'),
  ],
  [
    'a second list behind a paragraph',
    ['声明', '双方商定：', '1. 合作；', '2. 通报。', '双方满意地回顾了历程。', '1. 互访；', '2. 会谈。'].join(
      '\n',
    ),
  ],
  [
    'items that stand within a line',
    ['协定', '第一条 双方：', '（一）合作；（二）通报；', '（三）互访；', '（四）会谈。'].join('\n'),
  ],
  [
    'letters of which one is a Roman number too',
    ['协定', '双方：', ...[...'ABCDEFGHIJK'].map((letter) => `(${letter}) 合作；`)].join('\n'),
  ],
  [
    'a text in two languages',
    [
      '宣言',
      '1.1 双方合作。',
      '1.1 We cooperate.',
      '1.2 双方通报。',
      '1.2 We inform.',
      '1.3 双方互访。',
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

test('a numeral alone on its line is not found within the text before it (三股势力)', () => {
  const text = sections('一', '二', '四', '五').replace('\n四', '\n双方打击“三股势力”，三年来成效显著。\n四');
  assert.deepEqual(messages(rule, text), ['Number 4 follows number 2: number 3 is missing.']);
});

test('a number is found within a paragraph only where it opens something', () => {
  const items = (words: string) =>
    [
      '甲国和乙国协定',
      '第一条 双方商定：',
      '一、保护候鸟。',
      `二、${words}`,
      '四、保护鱼类。',
      '五、保护湿地。',
    ].join('\n');
  assert.deepEqual(messages(rule, items('依照附表三、附表五保护两栖动物。')), [
    'Number 4 follows number 2: number 3 is missing.',
  ]);
  assert.deepEqual(messages(rule, items('保护两栖动物。三、保护昆虫。')), []);
});

test('a list that begins anew where a heading is missing is told once, with the heading', () => {
  const items = ['一、保护候鸟。', '二、保护湿地。'];
  const text = [
    '甲国和乙国协定',
    '第一条　范围',
    '双方合作。',
    '第二条　措施',
    ...items,
    ...items,
    '第四条　执行',
    '双方设立委员会。',
    '第五条　生效',
    '本协定自签字之日起生效。',
  ].join('\n');
  assert.deepEqual(messages(rule, text), ['Number 4 follows number 2: number 3 is missing.']);
});

test('a list that runs on into the next article lacks its first number there', () => {
  const list = (...numbers: string[]) => numbers.map((n) => `${n}、双方保护候鸟及其栖息的湿地。`);
  const text = [
    '甲国和乙国协定',
    '第一条',
    ...list('一', '二', '三', '四', '五'),
    '第二条',
    ...list('七', '八', '九'),
  ].join('\n');
  assert.deepEqual(messages(rule, text), ['Number 7 follows number 5: number 6 is missing.']);
});
