import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EditedDocument, folderFor, openTags, standIn, tagsOf } from './stand-in/open-statement.ts';

const ending = '.annotations.json';

test('a document whose name is as long as one with a file of tags can be, is tagged', async (t) => {
  const path = join(folderFor(t), `${'声'.repeat(78)}.txt`);
  assert.equal(Buffer.byteLength(path.slice(path.lastIndexOf('/') + 1)), 255 - ending.length);
  writeFileSync(path, '双方重申支持多边主义。');
  const tagged = await openTags(new EditedDocument(path));
  tagged.store.add({ label: 'party', range: { start: 0, end: 2 } });
  await tagged.flush();
  assert.equal(tagged.trouble, undefined);
  assert.deepEqual(tagsOf(await openTags(new EditedDocument(path))), ['party 双方']);
});

test('where the name is longer, it is said before anything is tagged', async (t) => {
  const path = join(folderFor(t), `${'声'.repeat(79)}.txt`);
  writeFileSync(path, '双方重申支持多边主义。');
  const tagged = await openTags(new EditedDocument(path));
  assert.match(tagged.trouble!.message, /name of this file is too long/);
  assert.equal(tagged.trouble!.readOnly, true);
  assert.equal(existsSync(`${path}${ending}`), false);
  assert.deepEqual(standIn.conversation.said, []);
});
