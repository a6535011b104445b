import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EditedDocument, folderFor, openTags, standIn, tagsOf } from './stand-in/open-statement.ts';

const { Departures } = await import('../../client/src/vscode/tagging/departures.ts');
const { moveTagsAlong } = await import('../../client/src/vscode/tagging/renaming.ts');

/** Two documents of which one's name is the other's and more, both tagged. */
async function neighbours(folder: string): Promise<void> {
  writeFileSync(join(folder, '声明.txt'), '双方重申支持多边主义。');
  writeFileSync(join(folder, '声明.txt.old'), '中方反对霸权。');
  const old = await openTags(new EditedDocument(join(folder, '声明.txt.old')));
  old.store.add({ label: 'party', range: { start: 0, end: 2 } });
  await old.flush();
}

test('the file of tags of a neighbour whose name begins with the document’s is the neighbour’s', async (t) => {
  const folder = folderFor(t);
  await neighbours(folder);
  const theirs = join(folder, '声明.txt.old.annotations.json');
  const before = readFileSync(theirs, 'utf8');
  writeFileSync(join(folder, '声明.txt.Li.annotations.json'), '{"items": []}');
  const document = new EditedDocument(join(folder, '声明.txt'));
  const tagged = await openTags(document);
  assert.deepEqual(
    tagged.others.map(({ annotator }) => annotator),
    ['Li'],
  );
  tagged.edit(document.type(0, 0, '甲'));
  document.save();
  await tagged.saved();
  assert.equal(readFileSync(theirs, 'utf8'), before);
  const old = await openTags(new EditedDocument(join(folder, '声明.txt.old')));
  assert.deepEqual(tagsOf(old), ['party 中方']);
});

test('a document that comes to lie beside later takes its file of tags back', async (t) => {
  const folder = folderFor(t);
  await neighbours(folder);
  const aside = join(mkdtempSync(join(folder, 'aside-')), '声明.txt.old');
  renameSync(join(folder, '声明.txt.old'), aside);
  const theirs = join(folder, '声明.txt.old.annotations.json');
  const before = readFileSync(theirs, 'utf8');
  const document = new EditedDocument(join(folder, '声明.txt'));
  const tagged = await openTags(document);
  assert.equal(tagged.others.length, 1);
  renameSync(aside, join(folder, '声明.txt.old'));
  tagged.edit(document.type(0, 0, '甲'));
  document.save();
  await tagged.saved();
  assert.equal(readFileSync(theirs, 'utf8'), before);
});

test('a renamed document takes its own files of tags along, and none of its neighbours’', async (t) => {
  const folder = folderFor(t);
  const names = ['声明', '声明.txt', '声明.txt.bak'];
  for (const name of names) {
    writeFileSync(join(folder, name), '双方');
    writeFileSync(join(folder, `${name}.annotations.json`), '{"items": []}');
  }
  writeFileSync(join(folder, '声明.Li.annotations.json'), '{"items": []}');
  const moving = moveTagsAlong(new Departures(new Map()));
  t.after(() => moving.dispose());
  renameSync(join(folder, '声明'), join(folder, '新'));
  const [oldUri, newUri] = ['声明', '新'].map((name) => new standIn.Uri(join(folder, name)));
  standIn.happens.didRename.fire({ files: [{ oldUri, newUri }] });
  await t.waitFor(() => assert.ok(readdirSync(folder).includes('新.annotations.json')));
  await t.waitFor(() => assert.ok(readdirSync(folder).includes('新.Li.annotations.json')));
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('声明')),
    ['声明.txt', '声明.txt.annotations.json', '声明.txt.bak', '声明.txt.bak.annotations.json'],
  );
});
