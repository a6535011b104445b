import assert from 'node:assert/strict';
import { test } from 'node:test';
import { step } from '../../server/src/features/step.ts';
import type { StepParams } from '../../server/src/protocol.ts';
import { atCursor, broken, snapshotOf } from './sample.ts';

const text = `甲国和乙国联合声明

应甲国邀请，乙国代表团访问甲国。双方声明如下：

一、关于贸易

双方同意扩大贸易，为此将：

——开放口岸；

——便利通关。

二、关于文化

双方支持互办展览。本年内：

——互派剧团。

二〇三一年五月二日于甲城
`;

/** The first words of the place that a step from the mark leads to. */
function from(marked: string, unit: StepParams['unit'], direction: StepParams['direction']): string | null {
  const { snapshot, offset } = atCursor(marked);
  const found = step(snapshot, { offset, unit, direction });
  return found && snapshot.analysis.raw.slice(found.start, found.start + 4);
}

/** The first words of every stop from one end to the other. */
function stops(whole: string, unit: StepParams['unit'], direction: StepParams['direction']): string[] {
  const snapshot = snapshotOf(whole);
  const found: string[] = [];
  let offset = direction === 'next' ? -1 : whole.length;
  for (;;) {
    const result = step(snapshot, { offset, unit, direction });
    if (result === null) return found;
    found.push(whole.slice(result.start, result.start + 4));
    offset = result.start;
  }
}

test('sections: the title, the preamble, every section and the closing', () => {
  assert.deepEqual(stops(text, 'section', 'next'), [
    '甲国和乙',
    '应甲国邀',
    '一、关于',
    '二、关于',
    '二〇三一',
  ]);
});

test('items, whatever section they stand in', () => {
  assert.deepEqual(stops(text, 'item', 'next'), ['——开放', '——便利', '——互派']);
});

test('paragraphs: all that has lines of its own', () => {
  assert.deepEqual(stops(text, 'paragraph', 'next').length, text.split(/\n+/).filter(Boolean).length);
});

test('back leads to the same places', () => {
  for (const unit of ['section', 'item', 'paragraph'] as const) {
    assert.deepEqual(stops(text, unit, 'previous'), stops(text, unit, 'next').reverse(), unit);
  }
});

test('from the middle of a part, back leads to where it began', () => {
  const inside = text.replace('互办', '互▮办');
  assert.equal(from(inside, 'section', 'previous'), '二、关于');
  assert.equal(from(inside, 'paragraph', 'previous'), '双方支持');
  assert.equal(from(inside, 'item', 'previous'), '——便利');
  assert.equal(from(inside, 'item', 'next'), '——互派');
});

test('behind the last part there is none', () => {
  assert.equal(from(`${text}▮`, 'section', 'next'), null);
  assert.equal(from('▮', 'paragraph', 'next'), null);
  assert.equal(from('▮', 'paragraph', 'previous'), null);
});

test('articles count as sections', () => {
  const treaty = '甲国和乙国渔业协定\n\n第一条　适用于领海。\n\n第二条\n\n有效期十年。\n';
  assert.deepEqual(stops(treaty, 'section', 'next').slice(1), ['第一条　', '第二条\n']);
});

test('numbered paragraphs behind a preamble are stops, as printed in columns and clean', () => {
  const printed = [
    '甲国和乙国关于深化海上合作的',
    '联合新闻公报',
    '应甲国总统邀请，乙国总统于二',
    '〇三一年四月访问甲国。双方达',
    '成以下共识：',
    '一、双方高度评价两国关系愿继',
    '续深化合作。',
    '二、双方同意加强海上的合作和',
    '渔业合作。',
    '三、双方重申支持多边主义。',
    '二〇三一年四月五日于山城',
  ];
  const clean = `${printed[0]}${printed[1]}\n${printed.slice(2, 5).join('')}\n${printed.slice(5, 7).join('')}\n${printed.slice(7, 9).join('')}\n${printed[9]}\n${printed[10]}\n`;
  for (const raw of [printed.join('\n'), printed.join('\n\n'), clean]) {
    assert.deepEqual(
      stops(raw, 'section', 'next').map((words) => words.slice(0, 2)),
      ['甲国', '应甲', '一、', '二、', '三、', '二〇'],
      raw,
    );
  }
});

test('a column that cuts the lines is no obstacle', () => {
  assert.deepEqual(
    stops(broken, 'section', 'next').map((words) => words.charAt(0)),
    ['甲', '应', '一', '二'],
  );
});
