import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline } from './outline.ts';

const drawn = (...texts: string[]) => outline(texts.join('\n'), ['title', 'paragraph', 'sentence']);

test('a list that is quoted does not break the numbers around it', () => {
  assert.deepEqual(
    drawn(
      '甲国和乙国联合声明',
      '一、双方重申下列原则：',
      '“一、互相尊重；',
      '二、互不侵犯；',
      '三、互利。”',
      '双方满意。',
      '二、双方修路。',
    ),
    [
      'section 一、双方重申下列原则',
      '  quotation “一、互相尊重',
      '    item 一、互相尊重',
      '    item 二、互不侵犯',
      '    item 三、互利。”',
      'section 二、双方修路',
    ],
  );
});

test('articles that are quoted are not those of the treaty that quotes them', () => {
  assert.deepEqual(
    drawn(
      '甲国和乙国议定书',
      '第一条',
      '协定改为：“第六条　双方修路。',
      '第七条　双方架桥。”',
      '第二条',
      '本议定书有效。',
      '第三条',
      '附则如下：“',
      '第一条　完。',
      '第二条　又完。”',
      '第四条',
      '本议定书长期有效。',
    ),
    [
      'article 第一条　协定改为：“第六条　双方修路',
      '  quotation 第七条　双方架桥。”',
      '    article 第七条　双方架桥。”',
      'article 第二条　本议定书有效',
      'article 第三条　附则如下：“',
      '  quotation 第一条　完',
      '    article 第一条　完',
      '    article 第二条　又完。”',
      'article 第四条　本议定书长期有效',
    ],
  );
});

test('a quotation that is never closed holds nothing', () => {
  assert.deepEqual(drawn('甲国公报', '一、双方说：', '“一、互相尊重。', '二、双方修路。', '三、双方满意。'), [
    'section 一、双方说',
    'section 二、双方修路',
    'section 三、双方满意',
  ]);
});

test('words in quotation marks are no quotation of numbers', () => {
  assert.deepEqual(drawn('甲国公报', '一、双方满意。', '“一国两制”是', '好的。”', '二、双方修路。'), [
    'section 一、双方满意',
    'section 二、双方修路',
  ]);
});
