import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { availableFormats, loadFormat } from '../../client/src/annotations/formats/formats.ts';
import { sidecarOf } from './tagged-files.ts';
import { filesHere, inFolder, read, run } from './trial.ts';

const jsonl = (...lines: readonly object[]) =>
  lines.map((line) => `${JSON.stringify({ jiaozhu: 1, tags: [], ...line })}\n`).join('');
const below = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();

/** The formats that are written and read. */
async function bothWays() {
  const formats = await Promise.all(availableFormats.map(loadFormat));
  return formats.filter(({ write, reader, schemeReader }) => write && reader && !schemeReader);
}

test('a document of the same name in another folder is another one', async (t) => {
  const [one, other] = ['二〇二四年公报。双方同意。', '二〇二三年公报。双方同意。'];
  const tags = [{ id: 'a', label: 'party', spans: [{ start: 8, end: 10 }] }];
  inFolder(t, {
    'x.jsonl': jsonl({ name: '公报.txt', text: one, tags }, { name: '2023/公报.txt', text: other, tags }),
  });
  const { code, err } = await run(['import', '--into', 'into', 'x.jsonl']);
  assert.deepEqual([code, err], [0, []]);
  assert.deepEqual(below('into'), [
    '2023',
    '2023/公报.txt',
    '2023/公报.txt.annotations.json',
    '公报.txt',
    '公报.txt.annotations.json',
  ]);
});

test('two annotators of one document come into an empty folder as that, in every format', async (t) => {
  const text = '双方同意中国联合声明。\n';
  inFolder(t);
  mkdirSync('b');
  writeFileSync('b/声明.statement.txt', text);
  writeFileSync('b/声明.statement.txt.Li.annotations.json', sidecarOf(text, { 双方: 'party' }));
  writeFileSync('b/声明.statement.txt.王.annotations.json', sidecarOf(text, { 同意: 'position' }));
  for (const { id, corpusEnding = '' } of await bothWays()) {
    const output = `${id}-out${corpusEnding}`;
    assert.equal((await run(['export', '--to', id, '--output', output, 'b'])).code, 0, id);
    const { code } = await run(['import', '--from', id, '--into', id, output]);
    assert.equal(code, 0, id);
    const names = below(id);
    assert.deepEqual(
      names.filter((name) => name.endsWith('.json')),
      below('b').filter((name) => name.endsWith('.json')),
      id,
    );
    assert.equal(names.length, 3, id);
    await run(['export', '--to', id, '--output', `2-${output}`, id]);
    if (corpusEnding === '') assert.deepEqual(below(`2-${output}`), below(output), id);
  }
});

test('what goes out under other names comes back to its documents, in every format that says them', async (t) => {
  inFolder(t);
  mkdirSync('b');
  const names = ['a:b声明.txt', '声明.statement', '声明.txt'];
  for (const name of names) writeFileSync(`b/${name}`, `双方同意${name}。\n`);
  const named = names.map((name) => `b/${name}`);
  for (const { id, corpusEnding = '' } of await bothWays()) {
    const output = `${id}-out${corpusEnding}`;
    assert.equal((await run(['export', '--to', id, '--output', output, ...named])).code, 0, id);
    const { code, out } = await run(['import', '--from', id, '--into', 'b', output]);
    assert.deepEqual([code, out], [0, '3 documents: 0 tags added, 0 changed.\n'], id);
    assert.deepEqual(below('b'), names, id);
  }
});

test('a conversion keeps whose tags of which document these are', async (t) => {
  const [text, tags] = ['双方同意。', [{ label: 'party', spans: [{ start: 0, end: 2 }] }]];
  inFolder(t, {
    'x.jsonl': jsonl(...['Li', 'Wang'].map((annotator) => ({ name: 'a.txt', annotator, text, tags }))),
  });
  assert.equal((await run(['convert', '--to', 'brat', '--output', 'brat', 'x.jsonl'])).code, 0);
  const dry = await run(['import', '--dry-run', '--from', 'brat', '--into', 'b', 'brat']);
  assert.deepEqual([dry.code, dry.err], [1, []]);
  assert.match(dry.out, /^1 document, 1 of them new: /m);
  await run(['import', '--from', 'brat', '--into', 'b', 'brat']);
  assert.deepEqual(below('b'), ['a.txt', 'a.txt.Li.annotations.json', 'a.txt.Wang.annotations.json']);
});

test('tasks that were cut of one source are a document each, and come back to these', async (t) => {
  const task = (text: string) => ({ text, document: 'a.txt', label: [[0, 2, 'party']] });
  const lines = ['双方同意。', '中国欢迎。', '法国同意。'].map((text) => `${JSON.stringify(task(text))}\n`);
  inFolder(t, { 'x.jsonl': lines.join(''), 'y.jsonl': lines[2]! });
  const importing = (file: string) => run(['import', '--from', 'doccano', '--into', 'into', file]);
  const first = await importing('x.jsonl');
  assert.equal(first.code, 0);
  assert.deepEqual(first.err, [
    'into/a-2.txt: called so since into/a.txt is another document of this import, with another text.',
    'into/a-3.txt: called so since into/a.txt is another document of this import, with another text.',
  ]);
  assert.match(first.out, /3 documents, 3 of them new: 3 tags added, 0 changed\.\n$/);
  assert.equal(read('into/a-3.txt'), '法国同意。');
  const ids = ['a', 'a-2', 'a-3'].map(
    (name) => /"id":"(urn:[^"]*)"/.exec(read(`into/${name}.txt.annotations.json`))?.[1],
  );
  assert.equal(new Set(ids).size, 3);
  for (const [file, count] of [
    ['x.jsonl', '3 documents'],
    ['y.jsonl', '1 document'],
  ] as const) {
    const again = await importing(file);
    assert.deepEqual([again.err, again.out], [[], `${count}: 0 tags added, 0 changed.\n`]);
  }
  const dry = await run(['import', '--dry-run', '--from', 'doccano', '--into', 'other', 'x.jsonl']);
  assert.match(dry.out, /3 documents, 3 of them new: 3 tags to add/);
});

test('what cannot be kept as it is, or told from another’s, is refused with a word, and the rest comes in', async (t) => {
  const tag = { label: 'party', spans: [{ start: 0, end: 1 }] };
  const [text, tags] = ['双方', [tag]];
  inFolder(t, {
    'x.jsonl': jsonl(
      { name: '甲.txt', annotator: '王 明', text, tags: [{ id: '1', ...tag }] },
      { name: '甲.txt', annotator: '王-明', text, tags: [{ id: '2', ...tag, label: 'place' }] },
      { name: 'none.txt', text: '双\0方', tags },
      { name: 'bom.txt', text: '\ufeff双方', tags },
      { name: 'half.txt', text: '双\ud800方', tags },
    ),
  });
  const { code, err } = await run(['import', 'x.jsonl']);
  assert.equal(code, 2);
  assert.match(err[0]!, /^jiaozhu: 甲\.txt: not imported: .* “王-明” from “王 明”/);
  assert.match(err[1]!, /^jiaozhu: none\.txt: not made: .* NUL character/);
  assert.match(err[2]!, /^jiaozhu: bom\.txt: not made: .* U\+FEFF/);
  assert.match(err[3]!, /^jiaozhu: half\.txt: not made: .* half of a surrogate pair/);
  assert.deepEqual(filesHere(), ['x.jsonl', '甲.txt', '甲.txt.王-明.annotations.json']);
  assert.doesNotMatch(readFileSync('甲.txt.王-明.annotations.json', 'utf8'), /place"/);
});
