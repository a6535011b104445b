import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { moment } from '../../client/src/vscode/tagging/awaited-text.ts';
import { Statement, tagsOf } from './stand-in/statement.ts';

const before = '双方重申支持多边主义。';
const after = '双方重申支持多边主义。\n中方反对霸权，中方支持协商。';

/** A statement open as it was, and the file of tags of an annotator for what it becomes. */
async function pulled(t: TestContext, annotator = '') {
  const statement = new Statement(t, after);
  const elsewhere = await statement.open({ annotator });
  elsewhere.tag('双方');
  elsewhere.tag('反对', 'verb');
  elsewhere.tag('支持协商', 'concept');
  await elsewhere.close();
  const sidecar = readFileSync(statement.sidecar(annotator), 'utf8');
  rmSync(statement.sidecar(annotator));
  writeFileSync(statement.path, before);
  const editor = await statement.open();
  t.after(() => editor.close());
  editor.tag('双方');
  await editor.tagged.flush();
  return { statement, editor, sidecar };
}

const pulledTags = ['party 双方', 'verb 反对', 'concept 支持协商'];

for (const tagMeanwhile of [false, true]) {
  test(`a pull whose file of tags is told before its text${tagMeanwhile ? ', with a tag made meanwhile' : ''}`, async (t) => {
    const { statement, editor, sidecar } = await pulled(t);
    writeFileSync(statement.path, after);
    writeFileSync(statement.sidecar(), sidecar);
    await editor.told(statement.sidecar());
    assert.deepEqual(editor.tags, ['party 双方']);
    if (tagMeanwhile) {
      editor.tag('重申', 'verb');
      await editor.tagged.flush();
      assert.equal(readFileSync(statement.sidecar(), 'utf8'), sidecar);
    }
    editor.reload(after);
    await wait(200);
    await editor.tagged.flush();
    const expected = tagMeanwhile ? ['party 双方', 'verb 重申', 'verb 反对', 'concept 支持协商'] : pulledTags;
    assert.deepEqual(editor.tags, expected);
    assert.deepEqual((await statement.open()).tags, expected);
  });
}

test('a pull whose text is told before its file of tags', async (t) => {
  const { statement, editor, sidecar } = await pulled(t);
  const own = readFileSync(statement.sidecar(), 'utf8');
  writeFileSync(statement.path, after);
  editor.reload(after);
  await wait(moment / 2);
  assert.equal(readFileSync(statement.sidecar(), 'utf8'), own);
  writeFileSync(statement.sidecar(), sidecar);
  await editor.told(statement.sidecar());
  assert.deepEqual(editor.tags, pulledTags);
  await editor.tagged.flush();
  assert.equal(readFileSync(statement.sidecar(), 'utf8'), sidecar);
});

test('a text that comes long after its file of tags has them where the file says', async (t) => {
  const { statement, editor, sidecar } = await pulled(t);
  writeFileSync(statement.sidecar(), sidecar);
  await editor.told(statement.sidecar());
  await wait(moment * 1.2);
  assert.ok(editor.tags.includes('concept ⌀'));
  assert.equal(readFileSync(statement.sidecar(), 'utf8'), sidecar);
  editor.reload(after);
  await wait(200);
  assert.deepEqual(editor.tags, pulledTags);
  await editor.tagged.flush();
  assert.equal(readFileSync(statement.sidecar(), 'utf8'), sidecar);
});

test('another annotator’s tags for a text that comes after them', async (t) => {
  const { statement, editor, sidecar } = await pulled(t, 'Li');
  writeFileSync(statement.sidecar('Li'), sidecar);
  await editor.told(statement.sidecar('Li'));
  await editor.tagged.flush();
  editor.reload(after);
  await wait(200);
  assert.deepEqual(tagsOf(editor.tagged.others[0]!.store), pulledTags);
  await editor.tagged.flush();
  assert.equal(readFileSync(statement.sidecar('Li'), 'utf8'), sidecar);
});

test('another annotator’s tags that come while our text is unsaved, of words that stand there many times', async (t) => {
  const text = '双方同意。\n'.repeat(8);
  const statement = new Statement(t, text);
  const li = await statement.open({ annotator: 'Li' });
  for (let i = 0; i < 8; i++)
    li.tagged.store.add({ label: 'party', range: { start: i * 6, end: i * 6 + 2 } });
  await li.close();
  const sidecar = readFileSync(statement.sidecar('Li'), 'utf8');
  rmSync(statement.sidecar('Li'));
  const editor = await statement.open();
  editor.type(12, 12, '新增一句话。\n');
  writeFileSync(statement.sidecar('Li'), sidecar);
  await editor.told(statement.sidecar('Li'));
  const expected = Array.from({ length: 8 }, () => 'party 双方');
  assert.deepEqual(tagsOf(editor.tagged.others[0]!.store), expected);
  editor.type(0, 0, '甲');
  await editor.save();
  assert.notEqual(readFileSync(statement.sidecar('Li'), 'utf8'), sidecar);
  assert.deepEqual((await statement.open({ annotator: 'Li' })).tags, expected);
});

test('another annotator’s tags whose words are not found stay as they are in their file', async (t) => {
  const { statement, editor, sidecar } = await pulled(t, 'Li');
  writeFileSync(statement.sidecar('Li'), sidecar);
  await editor.told(statement.sidecar('Li'));
  editor.type(0, 0, '甲');
  await editor.save();
  assert.equal(readFileSync(statement.sidecar('Li'), 'utf8'), sidecar);
});

test('unsaved text that the editor brings back: all tags lie where they lay, of words that stand there many times', async (t) => {
  const text = '双方同意。\n'.repeat(8);
  const statement = new Statement(t, text);
  for (const annotator of ['', 'Li']) {
    const editor = await statement.open({ annotator });
    for (let i = 0; i < 8; i++)
      editor.tagged.store.add({ label: 'party', range: { start: i * 6, end: i * 6 + 2 } });
    await editor.close();
  }
  const unsaved = `甲${text.slice(0, 12)}新增一句话。\n${text.slice(12)}`;
  const editor = await statement.open({ text: unsaved, dirty: true });
  t.after(() => editor.close());
  const expected = Array.from({ length: 8 }, () => 'party 双方');
  assert.deepEqual(editor.tags, expected);
  assert.deepEqual(tagsOf(editor.tagged.others[0]!.store), expected);
});
