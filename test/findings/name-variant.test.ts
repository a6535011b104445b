import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, mended, messages } from './reading.ts';

const rule = 'name-variant';
const usual = '《甲国和乙国湿地候鸟保护合作协定》';
const misread = '《甲国和乙国湿地候鸟保护台作协定》';

test('the rarer of two spellings is shown with the other, and mended', () => {
  const text = `双方重申恪守${usual}。主管部门执行${misread}。${usual}有效期五年。`;
  assert.deepEqual(marked(rule, text), [misread]);
  assert.deepEqual(messages(rule, text), [
    'Elsewhere the document writes 《甲国和乙国湿地候鸟保护合作协定》: one of the two may be misread.',
  ]);
  assert.equal(mended(rule, text), text.replace('台作', '合作'));
});

test('a character that is missing', () => {
  const short = '《甲国和乙国湿地候鸟保合作协定》';
  const text = `双方恪守${usual}，执行${short}，延长${usual}。`;
  assert.deepEqual(marked(rule, text), [short]);
  assert.equal(mended(rule, text), text.replace('保合作', '保护合作'));
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['one spelling', `双方恪守${usual}，执行${usual}。`],
  ['both as often', `双方恪守${usual}，执行${misread}。`],
  [
    'another party',
    '双方恪守《中甲湿地候鸟保护协定》，执行《中蒙湿地候鸟保护协定》，延长《中甲湿地候鸟保护协定》。',
  ],
  ['another year', '《2031年湿地候鸟保护协定》、《2032年湿地候鸟保护协定》、《2031年湿地候鸟保护协定》'],
  ['another number', '《第一号湿地候鸟保护协定》《第二号湿地候鸟保护协定》《第一号湿地候鸟保护协定》'],
  ['short titles', '《湿地协定》《湿她协定》《湿地协定》'],
  ['a light word', '《关于湿地候鸟的保护协定》《关于湿地候鸟保护协定》《关于湿地候鸟的保护协定》'],
  ['two known names', '《禁止化学武器公约》《禁止生物武器公约》《禁止化学武器公约》'],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(marked(rule, text), []));
}
