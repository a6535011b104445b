import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { hanNumeralValue } from '../../server/src/statement/numeral.ts';
import { foundBy, leaves, mends } from './example.ts';

mends('zero-letter', 'likely', {
  二O二四年五月: '二〇二四年五月',
  二OOO年: '二〇〇〇年',
  二0二四年: '二〇二四年',
  第一O五条: '第一〇五条',
  北纬四O度O六分OO秒: '北纬四〇度〇六分〇〇秒',
  '一 九 五 O 年': '一 九 五 〇 年',
  '2O24年': '2024年',
  l949年: '1949年',
  I972年: '1972年',
  '1O月l6日': '10月16日',
  '2024年l月I日': '2024年1月1日',
  第1O条: '第10条',
});

leaves('zero-letter', [
  '二〇二四年',
  '二○二四年',
  'OPEC成员国',
  '王OO先生',
  'G20和P5',
  'IO年',
  'COVID年',
  'A3O日',
  '5O米',
  '4O月',
  '99O9年',
  '一氧化碳CO二年',
]);

const service = createStatementService();

test('zero-circle: a circle is zero without a word, and is mended for those who ask', () => {
  const raw = '双方于二○二四年签署协定。\n';
  assert.equal(hanNumeralValue('二○二四'), 2024);
  const analysis = service.analyse(raw);
  assert.deepEqual(service.findings(analysis), []);
  const [finding] = service.findings(analysis, { levels: { 'zero-circle': 'hint' } });
  assert.deepEqual(
    [finding!.rule, finding!.level, finding!.edits],
    ['zero-circle', 'hint', [{ start: 4, end: 5, text: '〇' }]],
  );
});

test('zero-circle: what is no numeral stays', () => {
  for (const raw of ['○扩大贸易\n', '张○○\n', '选择○或者×\n'])
    assert.deepEqual(foundBy('zero-circle', raw), []);
});
