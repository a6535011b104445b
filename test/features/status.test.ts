import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { status } from '../../server/src/features/status.ts';
import { service, snapshotOf } from './sample.ts';

const sample = (name: string) =>
  readFileSync(
    new URL(encodeURIComponent(`${name}.statement.txt`), new URL('../../samples/', import.meta.url)),
    'utf8',
  );

/** Sections and articles of a text. */
function partsOf(raw: string): [number, number] {
  const { sections, articles } = status(snapshotOf(raw), [], service.registry);
  return [sections, articles];
}

test('a joint statement has sections', () => {
  assert.deepEqual(partsOf(sample('中哈联合声明')), [7, 0]);
  assert.deepEqual(partsOf(sample('中尼会谈新闻公报')), [5, 0]);
});

test('a treaty has articles, and chapters for sections', () => {
  const articles = Array.from({ length: 10 }, (_, i) => `第${i + 1}条　双方保护候鸟。`);
  assert.deepEqual(partsOf(['甲国和乙国湿地协定', ...articles].join('\n')), [0, 10]);
  const chapters = [
    '甲国和乙国湿地协定',
    '第一章　总则',
    ...articles.slice(0, 4),
    '第二章　附则',
    ...articles.slice(4),
  ];
  assert.deepEqual(partsOf(chapters.join('\n')), [2, 10]);
});

test('articles of an annex are not those of the treaty', () => {
  const raw = [
    '甲国和乙国湿地协定',
    '第一条　双方合作。',
    '第二条　双方通报。',
    '附件',
    '湿地名录',
    '第一条　名录如下。',
  ];
  assert.deepEqual(partsOf(raw.join('\n')), [0, 2]);
});
