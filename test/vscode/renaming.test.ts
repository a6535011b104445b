import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type * as vscode from 'vscode';
import type { OpenStatements } from '../../client/src/vscode/tagging/tagged-documents.ts';
import { contextIn, EditedDocument, files, folderFor, standIn, tagsOf } from './stand-in/open-statement.ts';

const { OpenStatements: Statements } = await import('../../client/src/vscode/tagging/tagged-documents.ts');
const { moveTagsAlong } = await import('../../client/src/vscode/tagging/renaming.ts');
const { happens, workspace, Uri } = standIn;

const text = '双方重申支持多边主义。';

/** A window with its statements; nothing but their tags is asked for. */
function windowOn(t: TestContext, folder: string): OpenStatements {
  const never = () => ({ dispose: () => {} });
  const documents = new Statements(
    contextIn(folder),
    files,
    {
      of: async () => ({ labels: [], groups: [], attributes: [], relations: [] }),
      onDidChange: never,
    } as never,
    { onStarted: never, asPrinted: () => {} } as never,
    { onDidChange: never, is: () => false } as never,
  );
  const moving = moveTagsAlong(documents.departures);
  t.after(() => {
    moving.dispose();
    documents.dispose();
    workspace.textDocuments = [];
  });
  return documents;
}

/** Opens a document and waits for its tags. */
async function show(t: TestContext, documents: OpenStatements, document: EditedDocument) {
  happens.open.fire(document);
  await t.waitFor(() => assert.ok(documents.of(document.here)), { timeout: 5000 });
  return documents.of(document.here)!;
}

/** Renames a file or folder as the editor does, up to what it tells afterwards. */
async function rename(from: string, to: string): Promise<() => void> {
  const renamed = { files: [{ oldUri: new Uri(from), newUri: new Uri(to) }] };
  const waited: Promise<unknown>[] = [];
  happens.willRename.fire({ ...renamed, waitUntil: (until: Promise<unknown>) => waited.push(until) });
  await Promise.all(waited);
  renameSync(from, to);
  return () => happens.didRename.fire(renamed);
}

function close(document: EditedDocument): void {
  document.isClosed = true;
  happens.close.fire(document);
}

/** Makes the document clean in the way of a renaming: the text stays, and is unsaved in the one that it becomes. */
function letGo(document: EditedDocument): void {
  document.isDirty = false;
  happens.change.fire({ document, contentChanges: [] } as unknown as vscode.TextDocumentChangeEvent);
}

const add = (tagged: Awaited<ReturnType<typeof show>>, start: number, label: string) =>
  tagged.store.add({ label, range: { start, end: start + 2 } })!;

const orders = [
  'told, opened, closed',
  'opened, told, closed',
  'opened, closed, told',
  'closed, told, opened',
];
for (const order of orders) {
  test(`a document that is renamed with unsaved text keeps the tags on it (${order})`, async (t) => {
    const folder = folderFor(t);
    const path = join(folder, 'a.txt');
    writeFileSync(path, text);
    const documents = windowOn(t, folder);
    const old = new EditedDocument(path);
    const tagged = await show(t, documents, old);
    add(tagged, 0, 'saved');
    const { id } = add(tagged, 4, 'deleted');
    await documents.flush();
    happens.change.fire(old.type(0, 0, '甲'));
    add(tagged, 3, 'unsaved');
    tagged.store.remove([id]);

    const tell = await rename(path, join(folder, 'b.txt'));
    const heir = new EditedDocument(join(folder, 'b.txt'));
    letGo(old);
    const steps: Record<string, () => unknown> = {
      told: tell,
      // The editor opens what is on disk, and puts the unsaved text into it.
      opened: async () => {
        await show(t, documents, heir);
        happens.change.fire(heir.type(0, 0, '甲'));
      },
      closed: () => close(old),
    };
    for (const step of order.split(', ')) await steps[step]!();

    await t.waitFor(() => assert.deepEqual(tagsOf(documents.of(heir.here)!), ['saved 双方', 'unsaved 重申']));
    heir.save();
    happens.save.fire(heir);
    const file = join(folder, 'b.txt.annotations.json');
    await t.waitFor(() => assert.match(readFileSync(file, 'utf8'), /"unsaved"/), { timeout: 5000 });
    assert.doesNotMatch(readFileSync(file, 'utf8'), /"deleted"/);
    await t.waitFor(() => assert.deepEqual(readdirSync(join(folder, 'storage', 'journal')), []));
    assert.deepEqual(readdirSync(folder).sort(), ['b.txt', 'b.txt.annotations.json', 'storage']);
    assert.deepEqual(standIn.conversation.said, []);
  });
}

test('a tag that is made right before a renaming goes along, and nothing stays behind', async (t) => {
  const folder = folderFor(t);
  const path = join(folder, 'a.txt');
  writeFileSync(path, text);
  const documents = windowOn(t, folder);
  const old = new EditedDocument(path);
  const tagged = await show(t, documents, old);
  add(tagged, 0, 'party');
  const tell = await rename(path, join(folder, 'b.txt'));
  // And one while it is being renamed.
  add(tagged, 2, 'verb');
  tell();
  close(old);
  const heir = new EditedDocument(join(folder, 'b.txt'));
  await show(t, documents, heir);
  await t.waitFor(() => assert.deepEqual(tagsOf(documents.of(heir.here)!), ['party 双方', 'verb 重申']));
  await documents.flush();
  assert.match(readFileSync(join(folder, 'b.txt.annotations.json'), 'utf8'), /"verb"/);
  assert.equal(existsSync(`${path}.annotations.json`), false);
});

test('a folder that is renamed takes the unsaved tags of its documents along', async (t) => {
  const folder = folderFor(t);
  mkdirSync(join(folder, '甲'));
  const path = join(folder, '甲', 'a.txt');
  writeFileSync(path, text);
  const documents = windowOn(t, folder);
  const old = new EditedDocument(path);
  const tagged = await show(t, documents, old);
  happens.change.fire(old.type(0, 0, '甲'));
  add(tagged, 1, 'party');
  const tell = await rename(join(folder, '甲'), join(folder, '乙'));
  letGo(old);
  const heir = new EditedDocument(join(folder, '乙', 'a.txt'), old.getText());
  heir.isDirty = true;
  await show(t, documents, heir);
  close(old);
  tell();
  await t.waitFor(() => assert.deepEqual(tagsOf(documents.of(heir.here)!), ['party 双方']));
});

test('tags that already lie beside the new name are kept with those that come', async (t) => {
  const folder = folderFor(t);
  const path = join(folder, 'a.txt');
  const documents = windowOn(t, folder);
  for (const [name, start] of [
    ['b.txt', 2],
    ['a.txt', 0],
  ] as const) {
    writeFileSync(join(folder, name), text);
    const document = new EditedDocument(join(folder, name));
    add(await show(t, documents, document), start, name);
    await documents.flush();
    if (name === 'b.txt') close(document);
  }
  const tell = await rename(path, join(folder, 'b.txt'));
  const heir = new EditedDocument(join(folder, 'b.txt'));
  await show(t, documents, heir);
  tell();
  await t.waitFor(() => assert.deepEqual(tagsOf(documents.of(heir.here)!), ['a.txt 双方', 'b.txt 重申']));
  assert.match(standIn.conversation.said.splice(0).join(), /stay in a\.txt\.annotations\.json/);
});
