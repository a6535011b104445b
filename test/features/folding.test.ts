import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { snapshotOf } from './sample.ts';

const text = `甲国和乙国联合声明

双方声明如下：

一、关于贸易

双方同意扩大贸易。

二、关于文化

双方支持互办展览。


`;

test('a section folds up to its last word, so that the next heading stays in sight', () => {
  const ranges = foldingRanges(snapshotOf(text));
  assert.deepEqual(
    ranges.filter(({ startLine }) => startLine >= 4),
    [
      { startLine: 4, endLine: 6 },
      { startLine: 8, endLine: 10 },
    ],
  );
});

test('a client that takes only so many gets the outermost', () => {
  assert.deepEqual(foldingRanges(snapshotOf(text), 1), [{ startLine: 4, endLine: 6 }]);
  assert.deepEqual(foldingRanges(snapshotOf(text), 0), []);
});

test('preamble, chapters, articles, items, annexes and signatures fold', () => {
  const treaty = `甲国和乙国渔业协定

甲国政府和乙国政府，
达成协议如下：

第一章　总则

第一条　双方：

（一）交换资料：

1．渔情；

2．水情；

（二）互派专家。

本协定于二〇三一年五月二日在甲城签订，一式两份。

甲国代表　　　　乙国代表
张三（签字）　　李四（签字）

附件一

鱼类名录

一、鲑鱼。
`;
  const lines = treaty.split('\n');
  const folded = foldingRanges(snapshotOf(treaty)).map(({ startLine, endLine }) => [
    lines[startLine]!.slice(0, 4),
    lines[endLine]!.slice(0, 4),
  ]);
  for (const part of [
    ['甲国政府', '达成协议'],
    ['第一章　', '（二）互'],
    ['第一条　', '（二）互'],
    ['（一）交', '2．水情'],
    ['本协定于', '张三（签'],
    ['附件一', '一、鲑鱼'],
  ]) {
    assert.ok(
      folded.some(([from, to]) => from === part[0] && to === part[1]),
      `${part} in ${JSON.stringify(folded)}`,
    );
  }
});
