import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition, withoutOrigin } from '../../server/src/features/definition.ts';
import { atCursor, surroundings, withRanges, workspaceOf } from './sample.ts';

/** The text with the place that is gone to in [ ]. */
function wentTo(marked: string): string {
  const { snapshot, offset } = atCursor(marked);
  const links = definition(snapshot, offset, surroundings);
  for (const { targetUri } of links) assert.equal(targetUri, snapshot.uri);
  return withRanges(
    snapshot,
    links.map(({ targetSelectionRange }) => targetSelectionRange),
  );
}

test('a short form leads to the first full title', () => {
  assert.equal(
    wentTo('双方签署《甲乙湿地合作规划纲要》。双方认为《纲要》重要。《▮纲要》自即日起生效。'),
    '双方签署[《甲乙湿地合作规划纲要》]。双方认为《纲要》重要。《纲要》自即日起生效。',
  );
});

test('so do 该条约, a defined term and another name of the same treaty', () => {
  const text =
    '双方重申[《不扩散核武器条约》]（以下简称“条约”）是基石。该条约、《核不扩散条约》和条约都须遵守。';
  const plain = text.replace(/[[\]]/g, '');
  for (const words of ['该条约', '《核不扩散条约》', '条约都']) {
    assert.equal(wentTo(plain.replace(words, `${words[0]}▮${words.slice(1)}`)), text, words);
  }
});

test('a title that a column has torn leads back as a whole', () => {
  const text = '甲方和乙方在正式会谈中重申恪守《不扩散核武\n器条约》。\n\n该▮条约生效已久。\n';
  assert.equal(
    wentTo(text),
    '甲方和乙方在正式会谈中重申恪守[《不扩散核武\n器条约》]。\n\n该条约生效已久。\n',
  );
});

test('本协定 leads to the title of the document', () => {
  assert.equal(
    wentTo('甲国和乙国渔业协定\n\n第一条　本▮协定适用于领海。\n'),
    '[甲国和乙国渔业协定]\n\n第一条　本协定适用于领海。\n',
  );
});

test('and so does its full name in its own text', () => {
  assert.equal(
    wentTo('甲国和乙国渔业协定\n\n第一条　《甲国和乙国▮渔业协定》自签署之日起生效。\n'),
    '[甲国和乙国渔业协定]\n\n第一条　《甲国和乙国渔业协定》自签署之日起生效。\n',
  );
});

test('a first mention leads to itself, from which editors go on to its references', () => {
  assert.equal(wentTo('双方恪守《联合国▮宪章》。'), '双方恪守[《联合国宪章》]。');
});

test('what comes with the answer is the whole mention that it starts from', () => {
  const { snapshot, offset } = atCursor('双方恪守《联合国宪章》。《联合国▮宪章》有效。');
  const links = definition(snapshot, offset, surroundings);
  assert.deepEqual(links[0]!.originSelectionRange, {
    start: { line: 0, character: 12 },
    end: { line: 0, character: 19 },
  });
  assert.deepEqual(withoutOrigin(links), [{ uri: snapshot.uri, range: links[0]!.targetSelectionRange }]);
});

test('elsewhere there is nothing to go to', () => {
  const { snapshot, offset } = atCursor('双▮方恪守《联合国宪章》。');
  assert.deepEqual(definition(snapshot, offset, surroundings), []);
});

test('where another file is the instrument, it is read there and not where this one names it', () => {
  const around = workspaceOf({
    'file:///a': '甲国和乙国渔业协定\n\n第一条　本协定适用于领海。\n',
    'file:///b': '丙国声明\n\n丙国注意到《甲国和乙国渔业协定》。\n',
  });
  const { snapshot, offset } = atCursor('双方签署《甲国和乙国渔业协定》。该▮协定有效。');
  const links = definition(snapshot, offset, around);
  assert.deepEqual(
    links.map(({ targetUri }) => targetUri),
    ['file:///a'],
  );
  assert.deepEqual(links[0]!.targetSelectionRange.end, { line: 0, character: 9 });
});

test('of several instruments, each is read where it stands', () => {
  const around = workspaceOf({ 'file:///a': '甲国和乙国渔业协定\n\n第一条　本协定适用于领海。\n' });
  const { snapshot, offset } = atCursor(
    '双方签署《甲国和乙国渔业协定》和《甲国和乙国航空协定》。上述两▮协定有效。',
  );
  assert.deepEqual(
    definition(snapshot, offset, around).map(({ targetUri }) => targetUri),
    ['file:///a', snapshot.uri],
  );
});

test('a text reads itself, whatever other file holds it too', () => {
  const text = '甲国和乙国渔业协定\n\n第一条　本▮协定适用于领海。\n';
  const { snapshot, offset } = atCursor(text);
  const around = workspaceOf({ 'file:///copy': snapshot.analysis.raw });
  const [only, ...others] = definition(snapshot, offset, around);
  assert.deepEqual([only!.targetUri, only!.targetSelectionRange.start.line, others], [snapshot.uri, 0, []]);
});

test('the title of the document leads to itself, from which editors go on to its references', () => {
  const text = '甲国和乙国▮渔业协定\n\n第一条　本协定适用于领海。\n';
  assert.equal(wentTo(text), '[甲国和乙国渔业协定]\n\n第一条　本协定适用于领海。\n');
});

test('the document itself is not another file', () => {
  const text = '甲国和乙国渔业协定\n\n第一条　本▮协定适用于领海。\n';
  const { snapshot, offset } = atCursor(text);
  const around = workspaceOf({ [snapshot.uri]: snapshot.analysis.raw });
  assert.equal(definition(snapshot, offset, around).length, 1);
});

test('本协定 is the document around it, where a text holds several', () => {
  const text = `甲国和乙国渔业协定

第一条　本协定适用于领海。

本协定于二〇三一年五月二日在甲城签订。

甲国代表　　　　乙国代表
张三（签字）　　李四（签字）

甲国和丙国航空协定

第一条　本▮协定适用于领空。

本协定于二〇三一年五月三日在丙城签订。

甲国代表　　　　丙国代表
张三（签字）　　王五（签字）
`;
  assert.ok(wentTo(text).includes('[甲国和丙国航空协定]'));
});
