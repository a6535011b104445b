// How documents come in in the editor: what would become of each is known before anything is written; open ones change
// as one step of tagging's undo, closed ones through their files, and what cannot be read is never written over.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type * as vscode from 'vscode';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { loadFormat } from '../../client/src/annotations/formats/formats.ts';
import type { TaggedText } from '../../client/src/annotations/formats/tagged-text.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { statementFacts } from '../../server/src/features/statement-facts.ts';
import { createStatementService } from '../../server/src/service.ts';
import { tag } from '../reports/example.ts';
import { EditedDocument, files, folderFor, openTags, standIn, tagsOf } from './stand-in/open-statement.ts';

const { countsOf, findTargets, planImport } = await import('../../client/src/vscode/exchange/import-plan.ts');
const { writeImports } = await import('../../client/src/vscode/exchange/import-writing.ts');
const { chosenBy, inputsOf } = await import('../../client/src/vscode/exchange/inputs.ts');
const { readInputs } = await import('../../client/src/vscode/exchange/reading-inputs.ts');
type Rooms = Parameters<typeof findTargets>[0];
type Tagged = Awaited<ReturnType<typeof openTags>>;

const text = '甲国和乙国联合声明\n\n双方恪守《联合国宪章》。双方重申。\n';
const now = '2026-01-02T03:04:05Z';
const service = createStatementService();
const { holdings } = await loadFormat('jsonl');
const keep = { settlement: 'mine', decided: new Map(), removeMissing: false } as const;
const never = { isCancellationRequested: false };
const uri = (path: string) => standIn.Uri.file(path) as unknown as vscode.Uri;

const charter = (more = {}) => tag(text, '联合国宪章', 'instrument', { id: 'urn:uuid:charter', ...more });
const parties = (more = {}) => tag(text, '双方', 'party', { id: 'urn:uuid:parties', ...more });

function sidecarOf(tags: readonly Annotation[]): string {
  const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
  return serialiseSidecar(withAnnotations(newSidecar(), tags, text, sha256), names);
}

/** A folder with one document, and its tags as a file beside it. */
function folderWith(t: TestContext, tags: readonly Annotation[] = []) {
  const folder = folderFor(t);
  const path = join(folder, 'a.txt');
  writeFileSync(path, text);
  const sidecar = `${path}.annotations.json`;
  if (tags.length > 0) writeFileSync(sidecar, sidecarOf(tags));
  return { folder, path, sidecar };
}

function rooms(open?: Tagged): Rooms {
  const documents = {
    of: (document: unknown) => (open && document === open.document ? open : undefined),
    flush: async () => open?.flush(),
  };
  const client = { statementFacts: async (_: unknown, raw: string) => statementFacts(service.analyse(raw)) };
  (standIn.workspace as { textDocuments: unknown[] }).textDocuments = open ? [open.document] : [];
  return { documents, files, client } as unknown as Rooms;
}

const incoming = (tags: readonly Annotation[], more: Partial<TaggedText> = {}): TaggedText => ({
  name: 'a.txt',
  text,
  tags,
  annotator: '',
  ...more,
});

async function plan(folder: string, read: readonly TaggedText[], at = rooms(), settings = {}) {
  const targets = (await findTargets(at, read, [uri(folder)], undefined, never))!;
  const imports = targets.flatMap(
    (each) => planImport(each, { holdings }, { ...keep, ...settings }, now) ?? [],
  );
  return { targets, imports };
}

test('a closed document’s file of tags gets what the import adds, and nothing is written before', async (t) => {
  const { folder, sidecar } = folderWith(t, [charter()]);
  const before = readFileSync(sidecar, 'utf8');
  const { imports } = await plan(folder, [incoming([charter(), parties({ creator: 'Wang' })])]);
  assert.deepEqual(countsOf(imports), {
    added: 1,
    changed: 0,
    conflicts: 0,
    untaken: 0,
    lost: 0,
    missing: 0,
  });
  assert.equal(readFileSync(sidecar, 'utf8'), before);
  assert.deepEqual((await writeImports(imports)).faults, []);
  const after = readFileSync(sidecar, 'utf8');
  assert.match(after, /urn:uuid:charter[\s\S]*urn:uuid:parties/);
  assert.match(after, /Wang/);
  const again = await plan(folder, [incoming([charter(), parties({ creator: 'Wang' })])]);
  assert.equal(again.imports[0]!.isChanged, false);
});

test('an open document changes as one step of its tagging’s undo, ids and creators as they were', async (t) => {
  const { folder, path } = folderWith(t, [charter()]);
  const open = await openTags(new EditedDocument(path));
  const at = rooms(open);
  const added = parties({
    creator: 'Wang',
    created: '2020-01-01T00:00:00Z',
    modified: '2020-01-01T00:00:00Z',
  });
  const { imports } = await plan(folder, [incoming([charter({ note: 'see there' }), added])], at);
  await writeImports(imports);
  assert.deepEqual(tagsOf(open), ['party 双方', 'instrument 联合国宪章']);
  const there = open.store.get('urn:uuid:parties');
  assert.deepEqual([there?.creator, there?.created], ['Wang', '2020-01-01T00:00:00Z']);
  assert.equal(open.store.get('urn:uuid:charter')?.note, 'see there');
  assert.equal(open.store.undo(), true);
  assert.deepEqual(tagsOf(open), ['instrument 联合国宪章']);
  assert.equal(open.store.get('urn:uuid:charter')?.note, '');
  assert.equal(open.store.snapshot.canUndo, false);
  await open.closed(false);
});

test('what counts of a conflict is as it was decided, for each or for all', async (t) => {
  const { folder } = folderWith(t, [charter({ note: 'mine' }), parties({ note: 'mine' })]);
  const read = [incoming([charter({ note: 'theirs' }), parties({ note: 'theirs' })])];
  const notes = ({ imports }: Awaited<ReturnType<typeof plan>>) => imports[0]!.tags.map(({ note }) => note);
  const first = await plan(folder, read);
  assert.deepEqual([countsOf(first.imports).conflicts, notes(first)], [2, ['mine', 'mine']]);
  assert.deepEqual(notes(await plan(folder, read, rooms(), { settlement: 'theirs' })), ['theirs', 'theirs']);
  const { conflictKey } = await import('../../client/src/vscode/exchange/import-plan.ts');
  const { planned, results } = first.imports[0]!;
  const second = results[0]!.conflicts.find(({ id }) => id === 'urn:uuid:parties')!;
  const decided = new Map([[conflictKey(planned.place, second), 'theirs' as const]]);
  const each = await plan(folder, read, rooms(), { decided });
  assert.deepEqual(each.imports[0]!.tags.map(({ id, note }) => [id, note]).sort(), [
    ['urn:uuid:charter', 'mine'],
    ['urn:uuid:parties', 'theirs'],
  ]);
});

test('tags that the import lacks stay, unless their removal was asked for', async (t) => {
  const { folder, sidecar } = folderWith(t, [charter(), parties()]);
  const kept = await plan(folder, [incoming([charter()])]);
  assert.deepEqual([countsOf(kept.imports).missing, kept.imports[0]!.isChanged], [1, false]);
  const removed = await plan(folder, [incoming([charter()])], rooms(), { removeMissing: true });
  await writeImports(removed.imports);
  assert.doesNotMatch(readFileSync(sidecar, 'utf8'), /urn:uuid:parties/);
});

test('what one of two files of a document lacks is not taken away for the other', async (t) => {
  const { folder, sidecar } = folderWith(t);
  const read = [incoming([charter()]), incoming([parties()])];
  const { imports, targets } = await plan(folder, read, rooms(), { removeMissing: true });
  assert.equal(targets.length, 1);
  await writeImports(imports);
  assert.match(readFileSync(sidecar, 'utf8'), /urn:uuid:charter[\s\S]*urn:uuid:parties/);
});

test('a file of tags that cannot be read is told, and never written over', async (t) => {
  const { folder, sidecar } = folderWith(t);
  writeFileSync(sidecar, '{ broken');
  const { targets, imports } = await plan(folder, [incoming([charter()])]);
  assert.match(targets[0]!.fault!, /a\.txt\.annotations\.json/);
  assert.deepEqual(imports, []);
  assert.equal(readFileSync(sidecar, 'utf8'), '{ broken');
});

test('tags that were changed while one decided are not written over', async (t) => {
  const { folder, path, sidecar } = folderWith(t, [charter()]);
  const closed = await plan(folder, [incoming([parties()])]);
  const theirs = sidecarOf([charter({ note: 'meanwhile' })]);
  writeFileSync(sidecar, theirs);
  assert.equal((await writeImports(closed.imports)).faults.length, 1);
  assert.equal(readFileSync(sidecar, 'utf8'), theirs);

  const open = await openTags(new EditedDocument(path));
  const { imports } = await plan(folder, [incoming([parties()])], rooms(open));
  open.store.change(['urn:uuid:charter'], { note: 'now' });
  assert.equal((await writeImports(imports)).faults.length, 1);
  assert.deepEqual(tagsOf(open), ['instrument 联合国宪章']);
  await open.closed(false);
});

test('words that are not in the document are lost words, and told', async (t) => {
  const { folder, sidecar } = folderWith(t);
  const other = '全然不同的文字，丙国在此。';
  const { imports } = await plan(folder, [incoming([tag(other, '丙国', 'party')], { text: other })]);
  assert.equal(countsOf(imports).lost, 1);
  await writeImports(imports);
  assert.match(readFileSync(sidecar, 'utf8'), /丙国/);
});

test('a document that is not there is one that would be made, and is made when it is written', async (t) => {
  const { folder } = folderWith(t);
  const { imports } = await plan(folder, [incoming([charter()], { name: '../new/b.txt' })]);
  const path = join(folder, 'new/b.txt');
  assert.deepEqual([imports[0]!.planned.place.isNew, existsSync(path)], [true, false]);
  await writeImports(imports);
  assert.equal(readFileSync(path, 'utf8'), text);
  assert.ok(existsSync(`${path}.annotations.json`));
});

test('nothing is written by way of a link to elsewhere', {
  skip: process.platform === 'win32' && 'links need rights there',
}, async (t) => {
  const { folder } = folderWith(t);
  const elsewhere = folderFor(t);
  symlinkSync(elsewhere, join(folder, 'link'));
  const { targets } = await plan(folder, [incoming([charter()], { name: 'link/b.txt' })]);
  assert.match(targets[0]!.fault!, /link/);
});

test('files are read from a folder without what is hidden or ours, and what cannot be read is told', async (t) => {
  const { folder } = folderWith(t, [charter()]);
  mkdirSync(join(folder, 'sub/.hidden'), { recursive: true });
  const line = JSON.stringify({ jiaozhu: 1, name: 'a.txt', annotator: '', form: 'raw', text, tags: [] });
  writeFileSync(join(folder, 'sub/a.jsonl'), `${line}\n`);
  writeFileSync(join(folder, 'sub/.hidden/b.jsonl'), `${line}\n`);
  writeFileSync(join(folder, 'sub/c.jsonl'), '{ broken\n');
  const format = await loadFormat('jsonl');
  const inputs = chosenBy(format.reader!, await inputsOf([uri(folder)]));
  assert.deepEqual(
    inputs.map(({ name }) => name),
    ['sub/a.jsonl', 'sub/c.jsonl'],
  );
  const told: number[] = [];
  const read = await readInputs(format, inputs, diplomaticScheme, never, (done) => told.push(done));
  assert.deepEqual([read?.documents.length, told], [1, [1, 2]]);
  assert.match(read!.problems[0]!, /^sub\/c\.jsonl:1: /);
  const cancelled = await readInputs(
    format,
    inputs,
    diplomaticScheme,
    { isCancellationRequested: true },
    () => {},
  );
  assert.equal(cancelled, undefined);
});

test('what lies beside a file is read from its folder alone', async (t) => {
  const { folder } = folderWith(t);
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in/a.ann'), '');
  writeFileSync(join(folder, 'in/a.txt'), 'x');
  const { inFolders } = await inputsOf([uri(join(folder, 'in'))]);
  const { beside } = inFolders.find(({ name }) => name === 'a.ann')!;
  assert.equal((await beside('./a.txt'))?.length, 1);
  for (const path of ['../a.txt', '/a.txt', 'b/../../a.txt', 'a\\..\\..\\a.txt']) {
    assert.equal(await beside(path), undefined, path);
  }
});

test('two annotators of a document that is not there make it once, each with a file of tags', async (t) => {
  const folder = folderFor(t);
  const read = ['Li', 'Wang'].map((annotator) =>
    incoming([parties()], { name: `${annotator}/b.txt`, path: 'b.txt', annotator }),
  );
  const { imports } = await plan(folder, read);
  assert.deepEqual(
    imports.map(({ planned: { place } }) => [place.name, place.annotator, place.isNew]),
    [
      ['b.txt', 'Li', true],
      ['b.txt', 'Wang', true],
    ],
  );
  assert.deepEqual((await writeImports(imports)).faults, []);
  assert.deepEqual(readdirSync(folder).sort(), [
    'b.txt',
    'b.txt.Li.annotations.json',
    'b.txt.Wang.annotations.json',
  ]);
});

test('documents of one name with texts of their own stay apart, and annotators that look alike are refused', async (t) => {
  const { folder } = folderWith(t);
  const other = `${text}又及。`;
  const { targets } = await plan(folder, [
    incoming([], { annotator: '王 明' }),
    incoming([], { annotator: '王-明' }),
    incoming([], { text: other }),
    incoming([], { name: 'c.txt', text: '双\0方' }),
  ]);
  assert.deepEqual(
    targets.map(({ place, fault }) => `${place.name} (${place.annotator}): ${fault ?? 'taken'}`.slice(0, 45)),
    [
      'a.txt (王-明): not imported: files of tags cannot tell its annotator'.slice(0, 45),
      'c.txt (): not made: its text has a NUL character'.slice(0, 45),
      'a.txt (王 明): taken',
      'a-2.txt (): taken',
    ],
  );
});
