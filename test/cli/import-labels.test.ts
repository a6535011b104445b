import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { parseLabels } from '../../client/src/annotations/label-file.ts';
import { sidecarOf } from './tagged-files.ts';
import { inFolder, read, run } from './trial.ts';

const text = '双方欢迎。\n';
const file = '.jiaozhu/labels.json';
const codebook = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="1" name="party" isCodable="true"/><Code guid="2" name="Firm stance" isCodable="true"/></Codes></CodeBook>`;

const idsIn = (path: string) => parseLabels(read(path)).scheme.labels.map(({ id }) => id);

test('a codebook becomes the labels of a folder that has none', async (t) => {
  inFolder(t, { 'codebook.qdc': codebook });
  const check = await run(['import', '--check', 'codebook.qdc']);
  assert.deepEqual(check, {
    code: 1,
    out: `${file}: to be made with 2 labels (party, firm-stance).\n`,
    err: [],
  });
  assert.equal(existsSync('.jiaozhu'), false);
  const { code, out, err } = await run(['import', 'codebook.qdc']);
  assert.deepEqual([code, out, err], [0, `${file}: made with 2 labels (party, firm-stance).\n`, []]);
  assert.deepEqual(idsIn(file), ['party', 'firm-stance', 'sic']);
  const again = await run(['import', '--check', 'codebook.qdc']);
  assert.equal(again.code, 0);
  assert.match(again.out, /to add: 0 labels\.$/m);
});

test('labels that are there stay as they are, to the letter; the others are added; --force replaces them all', async (t) => {
  inFolder(t, { 'codebook.qdc': codebook });
  mkdirSync('.jiaozhu');
  mkdirSync('2024');
  const mine = '{"labels": [{ "id": "party", "name": "当事方", "mine": 1 }]}\n';
  writeFileSync(file, mine);
  // Those of the folder above count for the folder.
  const { code, out, err } = await run(['import', '--into', '2024', 'codebook.qdc']);
  assert.equal(code, 0);
  assert.match(out, /labels\.json: added: 1 label \(firm-stance\)\.\n$/);
  assert.deepEqual(err, [
    'labels that are there already stay as they are: party. (--force puts the import in their place.)',
  ]);
  assert.equal(existsSync('2024/.jiaozhu'), false);
  assert.ok(read(file).startsWith(mine.slice(0, -4)));
  assert.deepEqual(idsIn(file), ['party', 'firm-stance', 'sic']);
  const forced = await run(['import', '--force', 'codebook.qdc'], { env: { LANG: 'zh_CN.UTF-8' } });
  assert.match(forced.out, /labels\.json：已替换为标签 2 个（party、firm-stance）。\n$/);
  assert.doesNotMatch(read(file), /当事方/);
});

test('labels of ours that cannot be read are never written over', async (t) => {
  inFolder(t, { 'codebook.qdc': codebook });
  mkdirSync('.jiaozhu');
  for (const broken of ['{"labels": [', '[]', '', '<<<<<<< ours\n{}', '{"labels":{}}']) {
    writeFileSync(file, broken);
    for (const more of [[], ['--force']]) {
      const { code, err } = await run(['import', ...more, 'codebook.qdc']);
      assert.equal(code, 2);
      assert.match(err.join(), /labels\.json: .+Nothing was imported; mend it, or move it away\.$/);
      assert.equal(read(file), broken);
    }
  }
  writeFileSync(file, '{"labels":[],"labels":[]}');
  const { code, err } = await run(['import', 'codebook.qdc']);
  assert.deepEqual([code, read(file)], [2, '{"labels":[],"labels":[]}']);
  assert.match(err.join(), /stands there twice/);
});

test('nothing is written through a link that leads out of the folder', async (t) => {
  inFolder(t, { 'codebook.qdc': codebook });
  mkdirSync('in');
  mkdirSync('out');
  symlinkSync('../out', 'in/.jiaozhu');
  const { code, err } = await run(['import', '--into', 'in', 'codebook.qdc']);
  assert.equal(code, 2);
  assert.match(err.join(), /leads out of .*in by a link/);
  assert.equal(existsSync('out/labels.json'), false);
});

test('what the labels of an export say comes back from its folder, whatever the format', async (t) => {
  inFolder(t, {
    'a.statement.txt': text,
    'a.statement.txt.annotations.json': sidecarOf(text, { 双方: 'party' }),
  });
  const all = diplomaticScheme.labels.map(({ id }) => id).sort();
  for (const format of ['jsonl', 'brat', 'doccano', 'label-studio', 'qdc', 'qdpx']) {
    const folder = `from-${format}`;
    const output =
      format === 'brat'
        ? folder
        : `${folder}/corpus.${format === 'label-studio' ? 'json' : format === 'doccano' ? 'jsonl' : format}`;
    assert.equal(
      (await run(['export', '--to', format, '--output', output, 'a.statement.txt'])).code,
      0,
      format,
    );
    const { code, err } = await run(['import', '--labels', '--into', `to-${format}`, folder]);
    assert.deepEqual([code, err.filter((line) => !line.startsWith('warning'))], [0, []], format);
    assert.deepEqual(idsIn(`to-${format}/${file}`).sort(), all, format);
  }
});

test('`export --to qdc` of a folder writes its labels, with documents or without', async (t) => {
  const documents = {
    'a.statement.txt': text,
    'a.statement.txt.annotations.json': sidecarOf(text, { 双方: 'party' }),
  };
  for (const files of [{}, { 'a.statement.txt': text }, documents]) {
    await t.test(`${Object.keys(files).length} files`, async (t) => {
      inFolder(t, files);
      mkdirSync('.jiaozhu');
      writeFileSync(file, '{"labels":[{"id":"party","name":"当事方"},{"id":"sic"}]}');
      const { code, out, err } = await run(['export', '--to', 'qdc', '--output', 'codes.qdc', '.']);
      assert.deepEqual([code, out], [0, '2 labels exported to codes.qdc.\n']);
      // That texts and tags stay here is told.
      assert.equal(err.length > 0, 'a.statement.txt' in files);
      assert.match(read('codes.qdc'), /<Code [^>]*name="当事方"/);
      const again = await run(['export', '--to', 'qdc', '.']);
      assert.deepEqual(
        [again.code, again.out.replaceAll('jiaozhu', 'codes')],
        [0, read('codes.qdc').replaceAll('jiaozhu', 'codes')],
      );
    });
  }
});

test('unknown labels of documents are told together, with what takes them where the files say what they are', async (t) => {
  inFolder(t, { 'a.statement.txt': text });
  mkdirSync('p q');
  writeFileSync('p q/a.statement.txt', text);
  writeFileSync('p q/a.statement.ann', 'T1\tSide 0 2\t双方\nT2\tVerb 2 4\t欢迎\n');
  writeFileSync('p q/annotation.conf', '[entities]\nSide\n');
  const first = await run(['import', '--from', 'brat', 'p q']);
  assert.deepEqual(first.err, [
    'labels that are not in the scheme: Verb. Their tags are kept; add them to .jiaozhu/labels.json, or map them in the editor.',
    "labels that are not in the scheme: Side. Their tags are kept; the files say what they are: “jiaozhu import --labels 'p q'” takes them.",
  ]);
  assert.equal((await run(['import', '--labels', 'p q'])).code, 0);
  const second = await run(['import', '--from', 'brat', 'p q']);
  assert.deepEqual(
    second.err.map((line) => /scheme: (.+?)\./.exec(line)?.[1]),
    ['Verb'],
  );
});

test('a file that cannot be read stops none of the others; without any labels nothing is made', async (t) => {
  inFolder(t, { 'codebook.qdc': codebook, 'broken.qdc': '<CodeBook>', 'plain.txt': 'x' });
  const none = await run(['import', '--labels', 'plain.txt']);
  assert.deepEqual([none.code, none.out, existsSync(file)], [2, '', false]);
  const { code, err } = await run(['import', 'broken.qdc', 'codebook.qdc']);
  assert.equal(code, 2);
  assert.match(err.join(), /broken\.qdc:\d+: This is not well-formed XML/);
  assert.deepEqual(idsIn(file), ['party', 'firm-stance', 'sic']);
  mkdirSync('empty');
  const folder = await run(['import', '--labels', 'empty']);
  assert.match(folder.err.join(), /empty: no files with labels there/);
});

test('options for tags do not go with labels, and --force not with tags', async (t) => {
  inFolder(t, { 'codebook.qdc': codebook, 'a.jsonl': '' });
  for (const option of [['--annotator', 'x'], ['--on-conflict', 'mine'], ['--remove-missing']]) {
    const { code, err } = await run(['import', ...option, 'codebook.qdc']);
    assert.deepEqual([code, err.length], [2, 1]);
    assert.ok(err[0]!.includes(option[0]!));
  }
  assert.equal((await run(['import', '--force', 'a.jsonl'])).code, 2);
});
