import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockEnd, classifyBlock } from '../../server/src/statement/heading.ts';

/** Text with | after its mark, and what the mark is. */
const OPENINGS: readonly [string, string, number][] = [
  ['一|', 'bare', 1],
  ['一、|总体关系', 'han-point', 1],
  ['三．|总体关系', 'han-point', 3],
  ['第一章| 总则', 'chapter', 1],
  ['第 一 章| 总 则', 'chapter', 1],
  ['第三编|', 'part', 3],
  ['第 二 十 一 条|', 'article', 21],
  ['第二节| 期限', 'division', 2],
  ['第十二条|　生效', 'article', 12],
  ['第十二條|', 'article', 12],
  ['第5条|', 'article', 5],
  ['I.| 总体关系', 'roman-point', 1],
  ['1.|双方同意。', 'arabic-point', 1],
  ['2、|双方同意。', 'arabic-point', 2],
  ['1.2| 我们认为', 'decimal', 2],
  ['（一）|交换资料；', 'han-bracket', 1],
  ['(3)|交换资料；', 'arabic-bracket', 3],
  ['2）|交换资料；', 'arabic-closing', 2],
  ['（甲）|称「馆长」者', 'stem-bracket', 1],
  ['a)|交换资料；', 'latin-closing', 1],
  ['(b)|交换资料；', 'latin-bracket', 2],
  ['㈡|交换资料；', 'han-bracket', 2],
  ['A.|总体关系', 'latin-point', 1],
  ['1 .| 双 方 同 意', 'arabic-point', 1],
  ['1.|3月5日双方会谈。', 'arabic-point', 1],
  ['一、|两国满意。', 'han-point', 1],
  ['1.2.3| 我们认为', 'subdecimal', 3],
  ['###| 会谈', 'hash', 3],
  ['[附]| 停火协定', 'annex', 0],
  ['[ 附 ]| 停 火 协 定', 'annex', 0],
  ['附录二：|路标', 'annex', 0],
  ['甲、|通则', 'stem-point', 1],
  ['子、|通则', 'branch-point', 1],
  ['①|交换资料；', 'circled', 1],
  ['——|扩大贸易。', 'dash', 0],
  ['──|扩大贸易。', 'dash', 0],
  ['—— |扩大贸易。'.replace('— |', '—| '), 'dash', 0],
  ['•|扩大贸易。', 'bullet', 0],
  ['附件一|', 'annex', 0],
  ['序言|', 'foreword', 0],
];

for (const [marked, scheme, value] of OPENINGS) {
  test(`${marked} opens as ${scheme}`, () => {
    const text = marked.replace('|', '');
    const form = classifyBlock(text);
    assert.equal(form.scheme, scheme);
    assert.equal(form.value, value);
    assert.equal(form.mark, marked.indexOf('|'));
  });
}

const PLAIN = [
  '双方重申恪守承诺。',
  '第三条所述的期限为五年。',
  '第一次会晤在北京举行。',
  '3.5亿元贷款已经发放。',
  '2024年双方隆重庆祝建交。',
  '一、二年级的学生参加了联欢。',
  '一方面，双方应加强合作。',
  '1992年6月19日签订的条约有效。',
  '——',
  '十分高兴地看到合作进展。',
  '序言部分指出了困难。',
  '（下转第7版）',
];

for (const text of PLAIN) {
  test(`${text} opens nothing`, () => {
    assert.equal(classifyBlock(text).scheme, 'plain');
  });
}

test('a short block without an end mark is a heading', () => {
  assert.equal(classifyBlock('一、总体关系').heading, true);
  assert.equal(classifyBlock('一、双方同意扩大贸易。').heading, false);
  assert.equal(classifyBlock('一、双方同意：').heading, false);
});

test('the end is known behind closing marks', () => {
  assert.equal(blockEnd('他说：“合作是好的。”'), 'stop');
  assert.equal(blockEnd('声明如下：'), 'colon');
  assert.equal(blockEnd('交换资料；'), 'pause');
  assert.equal(blockEnd('总则'), 'open');
  assert.equal(blockEnd(''), 'open');
});

test('white space alone is blank', () => {
  assert.equal(classifyBlock(' 　').scheme, 'blank');
  assert.equal(classifyBlock('').scheme, 'blank');
});
