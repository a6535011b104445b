import assert from 'node:assert/strict';
import { test } from 'node:test';
import { found, marked, mended, messages } from './reading.ts';

const rule = 'instrument-near-miss';

test('a title with one wrong character is shown with the name that was meant, and mended', () => {
  const raw = '双方重申恪守《不扩散核武器条的》，支持其三大支柱。';
  assert.deepEqual(marked(rule, raw), ['《不扩散核武器条的》']);
  assert.deepEqual(messages(rule, raw), [
    'No instrument of this name is known. Did you mean 《不扩散核武器条约》?',
  ]);
  assert.equal(mended(rule, raw), raw.replace('条的', '条约'));
});

test('a character that was lost or doubled', () => {
  assert.equal(mended(rule, '双方恪守《不扩散核武条约》。'), '双方恪守《不扩散核武器条约》。');
  assert.equal(mended(rule, '双方恪守《不扩扩散核武器条约》。'), '双方恪守《不扩散核武器条约》。');
});

test('two wrong characters only in a long title', () => {
  const long = '双方支持《联合国气侯变化框架公的》。';
  assert.equal(mended(rule, long), '双方支持《联合国气候变化框架公约》。');
  assert.deepEqual(found(rule, '双方恪守《不扩傲核武器条的》。'), []);
});

test('the fix of a title that is broken over lines changes the wrong character alone', () => {
  const raw = [
    '双方重申恪守《不扩散核武',
    '器条的》宗旨和原则，愿在',
    '平等互利的基础上，进一步',
    '深化两国各领域务实合作，',
    '并为此建立定期磋商机制，',
    '每年轮流在两国举行会议，',
    '检查本声明的落实情况，就',
    '共同关心的问题交换意见。',
  ].join('\n\n');
  const [finding] = found(rule, raw);
  assert.equal(raw.slice(finding!.start, finding!.end), '《不扩散核武\n\n器条的》');
  assert.deepEqual(
    finding!.edits.map(({ start, end, text }) => [raw.slice(start, end), text]),
    [['的', '约']],
  );
  assert.equal(mended(rule, raw), raw.replace('条的', '条约'));
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['a known name', '双方恪守《不扩散核武器条约》和《联合国宪章》。'],
  ['another known name that is near', '双方恪守《禁止化学武器公约》和《禁止生物武器公约》。'],
  ['another party', '双方重申《中甲睦邻友好合作条约》和《中蒙睦邻友好合作条约》的重要性。'],
  ['another year', '双方重申2031年《2031年可持续发展议程》的重要性。'],
  ['another number', '双方遵守《第三个联合公报》。'],
  ['only a light word is different', '双方恪守《关于难民的地位公约》。'],
  ['a short title', '双方恪守《联合国完章》。'],
  ['no known name is near', '双方签署了《关于湿地候鸟保护合作的协定》。'],
  ['a film', '双方观看了电影《不朽的友谊》。'],
  [
    'a defined short form',
    '2031年1月5日签署的《湿地候鸟保护合作协定》（以下简称《湿地协定》）。双方履行《湿地协定》。',
  ],
  ['two known names are as near', '双方发表《中華人民共和國日俄羅斯聯邦聯合聲明》。'],
  ['an unclosed title', '双方恪守《不扩散核武器条的，支持其三大支柱。'],
];
for (const [why, text] of quiet) {
  test(`nothing is said: ${why}`, () => assert.deepEqual(found(rule, text), []));
}
