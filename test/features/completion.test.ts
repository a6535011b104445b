import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, InsertReplaceEdit, TextEdit } from 'vscode-languageserver';
import { completion, completionCard } from '../../server/src/features/completion.ts';
import { atCursor, service } from './sample.ts';

function offered(marked: string, insertReplace = false): readonly CompletionItem[] {
  const { snapshot, offset } = atCursor(marked);
  return completion(snapshot, offset, service.registry, { insertReplace, labelDetails: true }).items;
}

const labels = (marked: string) => offered(marked).map(({ label }) => label);

/** The text after the first of what is offered is taken. */
function taken(marked: string): string {
  const { snapshot, offset } = atCursor(marked);
  const [item] = completion(snapshot, offset, service.registry, {
    insertReplace: false,
    labelDetails: false,
  }).items;
  const { range, newText } = item!.textEdit as TextEdit;
  const { start, end } = snapshot.lines.toOffsets(range);
  const { raw } = snapshot.analysis;
  return raw.slice(0, start) + newText + raw.slice(end);
}

test('inside 《 the names of the registry are offered, those that the text cites first', () => {
  const all = labels('双方恪守《不扩散核武器条约》。双方重申《▮');
  assert.equal(all[0], '不扩散核武器条约');
  assert.equal(all.filter((label) => label === '不扩散核武器条约').length, 1);
  assert.equal(all.length, 60);
});

test('an instrument that only the text knows is offered too', () => {
  assert.equal(labels('双方签署《甲乙湿地合作协定》。《甲乙▮')[0], '甲乙湿地合作协定');
});

test('of very many that the text cites, no more are offered than anybody looks through', () => {
  const many = Array.from({ length: 100 }, (_, i) => `《甲乙第${i}号协定》`).join('、');
  assert.equal(labels(`双方签署${many}。双方重申《▮`).length, 60);
  assert.deepEqual(labels(`双方签署${many}。双方重申《第99号▮`), ['甲乙第99号协定']);
});

test('typed characters stand in a name in this order, with others between them', () => {
  assert.ok(labels('重申《中俄睦邻▮').includes('中华人民共和国和俄罗斯联邦睦邻友好合作条约'));
  assert.equal(labels('重申《宪章联合国▮').length, 0);
});

test('in English and by another name', () => {
  assert.equal(labels('重申《non-prolif▮')[0], '不扩散核武器条约');
  assert.equal(labels('重申《核不扩散▮')[0], '不扩散核武器条约');
});

test('in a text of traditional characters the titles are in these', () => {
  assert.equal(labels('雙方聲明，兩國恪守《聯合國憲▮')[0], '聯合國憲章');
});

test('the nearest comes first', () => {
  assert.equal(labels('重申《联合国宪▮')[0], '联合国宪章');
  const proliferation = labels('重申《non-prolif▮');
  const memorandum = '关于乌克兰加入不扩散核武器条约的安全保证备忘录';
  assert.ok(proliferation.indexOf(memorandum) > proliferation.indexOf('不扩散核武器条约'));
});

test('the title is closed where it is not', () => {
  assert.equal(taken('重申《联合国宪▮'), '重申《联合国宪章》');
  assert.equal(taken('重申《联合国宪▮》，并'), '重申《联合国宪章》，并');
  assert.equal(taken('重申《联合国宪▮，并遵守《甲》'), '重申《联合国宪章》，并遵守《甲》');
  assert.equal(taken('重申《〈联合国宪▮'), '重申《〈联合国宪章〉');
});

test('a client that can choose may replace the rest of a title', () => {
  const [item] = offered('重申《联合▮国宪章》，并', true);
  const { insert, replace, newText } = item!.textEdit as InsertReplaceEdit;
  assert.deepEqual([insert.start.character, insert.end.character], [3, 5]);
  assert.deepEqual([replace.start.character, replace.end.character], [3, 8]);
  assert.ok(!newText.includes('》'));
});

test('the cursor ends up behind the mark that closes the title', () => {
  for (const insertReplace of [false, true]) {
    const [item] = offered('重申《联合国宪▮》，并', insertReplace);
    const { newText } = item!.textEdit!;
    const edit = item!.textEdit as InsertReplaceEdit & TextEdit;
    const { start, end } = insertReplace ? edit.insert : edit.range;
    assert.deepEqual([newText, start.character, end.character], ['联合国宪章》', 3, 8]);
  }
});

test('what is being written is not what the text cites', () => {
  assert.ok(!labels('双方签署《甲乙协▮定》。该协定有效。《协定》重要。').includes('甲乙协定'));
  assert.ok(labels('双方签署《甲乙协▮定》。双方落实《甲乙协定》。').includes('甲乙协定'));
  assert.ok(!labels('双方签署《甲乙协定▮》').includes('甲乙协定'));
});

test('outside a title nothing is offered', () => {
  for (const text of ['双方▮', '《联合国宪章》▮', '《联合国。▮', '▮', '《联合国\n▮']) {
    assert.deepEqual(labels(text), [], text);
  }
});

test('the client keeps what fits, in this order', () => {
  const items = offered('重申《中俄▮');
  assert.ok(items.length > 1);
  assert.ok(items.every(({ filterText }) => filterText === '中俄'));
  const order = items.map(({ sortText }) => sortText!);
  assert.deepEqual(order, [...order].sort());
});

test('an item says what it is when it is looked at', () => {
  const [item] = offered('重申《不扩散核武器条约▮');
  assert.equal(item!.labelDetails?.description, '1968');
  const card = completionCard(item!.data, service, true)!;
  assert.equal(card.detail, 'Treaty, in force');
  assert.ok(card.documentation.value.startsWith('**《不扩散核武器条约》**'));
});
