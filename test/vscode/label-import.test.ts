// How labels come in in the editor: a file of labels that is there is added to or replaced as it is answered, and one that
// cannot be read is left alone.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseLabels } from '../../client/src/annotations/label-file.ts';
import { files, folderFor, standIn } from './stand-in/open-statement.ts';

const { importLabels } = await import('../../client/src/vscode/exchange/label-import.ts');

const codebook = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="1" name="party" isCodable="true"/><Code guid="2" name="Firm stance" isCodable="true"/></Codes></CodeBook>`;
const mine = '{"labels": [{ "id": "party", "name": "当事方", "mine": 1 }]}\n';

/** Chooses the file and answers what is asked; gives what was said. */
async function choose(t: TestContext, name: string, content: string, there?: string, answer?: string) {
  const folder = folderFor(t);
  writeFileSync(join(folder, name), content);
  const path = join(folder, '.jiaozhu', 'labels.json');
  if (there !== undefined) {
    mkdirSync(join(folder, '.jiaozhu'));
    writeFileSync(path, there);
  }
  const { conversation, Uri } = standIn;
  Object.assign(standIn.workspace, { workspaceFolders: [{ uri: Uri.file(folder) }] });
  Object.assign(standIn.window, {
    showOpenDialog: async () => [Uri.file(join(folder, name))],
    showTextDocument: async () => {},
  });
  conversation.said.length = 0;
  conversation.answer = answer;
  t.after(() => {
    conversation.answer = undefined;
    Object.assign(standIn.workspace, { workspaceFolders: [] });
  });
  await importLabels(files);
  return {
    said: conversation.said.join('\n'),
    text: existsSync(path) ? readFileSync(path, 'utf8') : undefined,
  };
}

const idsOf = (text: string | undefined) => parseLabels(text ?? '').scheme.labels.map(({ id }) => id);

test('a codebook becomes the labels of a folder without any', async (t) => {
  const { said, text } = await choose(t, 'codebook.qdc', codebook);
  assert.deepEqual(idsOf(text), ['party', 'firm-stance', 'sic']);
  assert.match(said, /^Labels imported: 2\./);
});

test('labels that are there are added to or replaced, as it is answered; else nothing is done', async (t) => {
  const added = await choose(t, 'codebook.qdc', codebook, mine, 'Add Those That Are Missing');
  assert.ok(added.text!.startsWith('{"labels": [{ "id": "party", "name": "当事方", "mine": 1 },'));
  assert.deepEqual(idsOf(added.text), ['party', 'firm-stance', 'sic']);
  assert.match(added.said, /has labels already.*Labels imported: 1\./s);
  const replaced = await choose(t, 'codebook.qdc', codebook, mine, 'Replace');
  assert.doesNotMatch(replaced.text!, /当事方/);
  assert.deepEqual(idsOf(replaced.text), ['party', 'firm-stance', 'sic']);
  assert.equal((await choose(t, 'codebook.qdc', codebook, mine)).text, mine);
});

test('labels that cannot be read are left alone, whatever is answered', async (t) => {
  for (const broken of ['{"labels": [', '[]']) {
    const { said, text } = await choose(t, 'codebook.qdc', codebook, broken, 'Replace');
    assert.equal(text, broken);
    assert.match(said, /^codebook\.qdc could not be imported: labels\.json, line 1: /);
  }
});

test('a file without labels says so, with its line where it has one, and nothing is made', async (t) => {
  const { said, text } = await choose(t, 'tasks.json', '[{"text": "x"}]');
  assert.equal(text, undefined);
  assert.match(said, /^tasks\.json could not be imported: No labels are said in this file/);
  assert.match((await choose(t, 'a.qdc', '<CodeBook>\n<')).said, /a\.qdc could not be imported: line \d: /);
});
