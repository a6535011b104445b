import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { EditedDocument, folderFor, openTags, standIn, tagsOf } from './stand-in/open-statement.ts';

/** A statement with two tags that are in their file. */
async function tagged(t: TestContext) {
  const path = join(folderFor(t), 'a.txt');
  writeFileSync(path, '双方重申支持多边主义。');
  const document = new EditedDocument(path);
  const statement = await openTags(document);
  for (const [start, label] of [
    [0, 'party'],
    [2, 'verb'],
  ] as const) {
    statement.store.add({ label, range: { start, end: start + 2 } });
  }
  await statement.flush();
  standIn.conversation.said.length = 0;
  return { path, file: `${path}.annotations.json`, document, statement };
}

const both = ['party 双方', 'verb 重申'];

test('a file of tags that vanishes takes none of them away, and is written again with the next', async (t) => {
  const { path, file, statement } = await tagged(t);
  rmSync(file);
  await statement.fileChanged(statement.file!);
  assert.deepEqual(tagsOf(statement), both);
  await t.waitFor(() => assert.match(standIn.conversation.said.join(), /a\.txt\.annotations\.json is gone/));
  assert.equal(existsSync(file), false);
  statement.store.add({ label: 'verb', range: { start: 4, end: 6 } });
  await statement.flush();
  assert.deepEqual(tagsOf(await openTags(new EditedDocument(path))), [...both, 'verb 支持']);
});

test('one that vanishes while the text is unsaved is written again when it is saved', async (t) => {
  const { path, file, document, statement } = await tagged(t);
  statement.edit(document.type(11, 11, '完'));
  rmSync(file);
  await statement.fileChanged(statement.file!);
  document.save();
  await statement.saved();
  assert.deepEqual(tagsOf(statement), both);
  assert.deepEqual(tagsOf(await openTags(new EditedDocument(path))), both);
  await t.waitFor(() => assert.match(standIn.conversation.said.join(), /was gone.* written again/));
});

test('where the unsaved text is given up, the tags are those that the file had last', async (t) => {
  const { file, document, statement } = await tagged(t);
  statement.edit(document.type(0, 0, '甲'));
  statement.store.add({ label: 'given up', range: { start: 5, end: 7 } });
  rmSync(file);
  statement.edit(document.type(0, 1, ''));
  document.isDirty = false;
  await statement.settled();
  assert.deepEqual(tagsOf(statement), both);
});

test('one that comes back, as when a branch is changed to and fro, is as it was', async (t) => {
  const { file, statement } = await tagged(t);
  const before = readFileSync(file, 'utf8');
  renameSync(file, `${file}.aside`);
  await statement.fileChanged(statement.file!);
  renameSync(`${file}.aside`, file);
  await statement.fileChanged(statement.file!);
  assert.deepEqual(tagsOf(statement), both);
  await statement.saved();
  assert.equal(readFileSync(file, 'utf8'), before);
});

test('nothing is said where the document has gone with its file', async (t) => {
  const { path, file, statement } = await tagged(t);
  rmSync(path);
  rmSync(file);
  await statement.fileChanged(statement.file!);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(standIn.conversation.said, []);
});

test('another annotator whose file vanishes is none any more, and it is not made anew', async (t) => {
  const { path, document } = await tagged(t);
  const statement = await openTags(document, 'Li');
  assert.equal(statement.others.length, 1);
  rmSync(`${path}.annotations.json`);
  await statement.fileChanged(statement.others[0]!.file!);
  assert.deepEqual(statement.others, []);
  statement.edit(document.type(0, 0, '甲'));
  document.save();
  await statement.saved();
  assert.equal(existsSync(`${path}.annotations.json`), false);
});
