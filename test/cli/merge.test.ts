import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { filesHere, inFolder, read, run } from './trial.ts';

const text = '中蒙联合声明\n\n中方重申恪守《联合国宪章》。\n蒙方对此表示赞赏。\n双方同意继续磋商。\n';
const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };

/** A sidecar after somebody worked on it; `name` makes ids, `hour` times. */
function worked(
  file: string,
  name: string,
  hour: number,
  work: (store: AnnotationStore) => void,
  on = text,
): string {
  const reading = parseSidecar(file);
  const sidecar = reading.ok ? reading.sidecar : newSidecar();
  let ids = 0;
  const store = createAnnotationStore(on, openSidecar(sidecar, on, sha256).annotations, {
    creator: name,
    now: () => new Date(Date.UTC(2025, 0, 1, hour)).toISOString(),
    newId: () => `${name}${++ids}`,
  });
  work(store);
  return serialiseSidecar(withAnnotations(sidecar, store.toStore(), store.text, sha256), names);
}

function tag(words: string, label = 'party') {
  return (store: AnnotationStore) => {
    const start = store.text.indexOf(words);
    store.add({ label, range: { start, end: start + words.length } });
  };
}

/** The words and labels of a sidecar on a text. */
function tags(file: string, on: string): string[] {
  const reading = parseSidecar(file);
  assert.ok(reading.ok, JSON.stringify(reading));
  const { annotations } = openSidecar(reading.sidecar, on, sha256);
  return annotations.map(
    ({ label, spans, state }) =>
      `${label} ${state === 'orphan' ? '?' : on.slice(spans[0]!.start, spans[0]!.end)}`,
  );
}

const base = worked('', 'b', 0, tag('中方'));
const ours = worked(base, 'o', 1, tag('联合国宪章', 'instrument'));
const theirs = worked(base, 't', 2, tag('蒙方'));

test('merge writes the tags of both to OURS, or elsewhere, and says nothing', async (t) => {
  inFolder(t, { base, ours, theirs });
  assert.deepEqual(await run(['merge', 'base', 'ours', 'theirs', '--output', 'both']), {
    code: 0,
    out: '',
    err: [],
  });
  assert.equal(read('ours'), ours);
  assert.deepEqual(tags(read('both'), text), ['party 中方', 'instrument 联合国宪章', 'party 蒙方']);
  assert.deepEqual(await run(['merge', 'base', 'ours', 'theirs']), { code: 0, out: '', err: [] });
  assert.equal(read('ours'), read('both'));
  assert.deepEqual(filesHere(), ['base', 'both', 'ours', 'theirs']);
});

test('the name is that of the file and not of the version that a driver is given', async (t) => {
  inFolder(t, { base, '.merge_file_a': ours, '.merge_file_b': theirs, 'c.txt': text });
  await run(['merge', 'base', '.merge_file_a', '.merge_file_b', '--document', 'c.txt.annotations.json']);
  const page = JSON.parse(read('.merge_file_a'));
  assert.deepEqual([page.id, page.items[0].target.source], ['c.txt.annotations.json', 'c.txt']);
  await run(['merge', 'base', '.merge_file_b', '.merge_file_a', '--output', 'out']);
  assert.equal(JSON.parse(read('out')).items[0].target.source, 'a.txt');
});

test('what both changed differently is told in both languages, with exit code 1', async (t) => {
  const relabelled = (label: string, hour: number) =>
    worked(base, 'x', hour, (store) => store.change(['b1'], { label }));
  inFolder(t, { base, ours: relabelled('person', 1), theirs: relabelled('place', 2) });
  const { code, err } = await run(['merge', 'base', 'ours', 'theirs', '--output', 'o']);
  assert.equal(code, 1);
  assert.deepEqual(err, [
    'a.txt.annotations.json: the tag on “中方”: both sides changed its label: “place” counts, “person” is kept in its note.',
    'a.txt.annotations.json: merged, with 1 conflict. No tag is lost; what did not count stands in notes that begin with ⚠.',
  ]);
  assert.match(read('o'), /合并冲突 Merge conflict: 标签 label: person/);
  const chinese = await run(['merge', 'base', 'ours', 'theirs'], { env: { LANG: 'zh_CN' } });
  assert.equal(
    chinese.err[0],
    'a.txt.annotations.json：“中方”的标注：两边都改了标签：采用“place”，“person”保留在备注中。',
  );
});

test('a tag that one side removed and the other changed is kept, and told', async (t) => {
  const changed = worked(base, 'x', 1, (store) => store.change(['b1'], { note: '待查' }));
  inFolder(t, { base, ours: worked(base, 'x', 1, (store) => store.remove(['b1'])), theirs: changed });
  const { code, err } = await run(['merge', 'base', 'ours', 'theirs']);
  assert.equal(code, 1);
  assert.match(err[0]!, /the tag on “中方”: one side removed it, the other changed it; it was kept/);
  assert.deepEqual(tags(read('ours'), text), ['party 中方']);
});

test('a file that is no file of tags ends it, and nothing is written', async (t) => {
  inFolder(t, {
    base,
    ours,
    theirs,
    empty: '',
    broken: '{"items": [',
    binary: new Uint8Array([0, 255]),
    hostile: '{"items": [], "jiaozhu:format": 99}',
  });
  for (const bad of ['empty', 'broken', 'binary', 'hostile', 'none']) {
    for (const files of [
      ['base', bad, 'theirs'],
      ['base', 'ours', bad],
    ]) {
      const { code, out, err } = await run(['merge', ...files]);
      assert.deepEqual([code, out, err.length], [2, '', 1], files.join(' '));
      assert.match(err[0]!, new RegExp(`^jiaozhu: ${bad}`));
    }
  }
  assert.deepEqual([read('ours'), read('broken')], [ours, '{"items": [']);
  // An empty base is how Git says that there was none.
  assert.equal((await run(['merge', 'empty', 'ours', 'theirs'])).code, 0);
  assert.equal(tags(read('ours'), text).length, 3);
});

test('merge wants three files, or one, and --install alone', async (t) => {
  inFolder(t, { base });
  assert.match((await run(['merge'])).err[0]!, /takes three files, BASE OURS THEIRS, or one .* was given 0/);
  assert.match((await run(['merge', 'a', 'b'])).err[0]!, /was given 2/);
  assert.match((await run(['merge', '--install', 'a'])).err[0]!, /--install goes alone, without “a”/);
  assert.match((await run(['merge', 'base'])).err[0]!, /base: no conflict markers/);
});

test('the two sides of conflict markers are merged, with the version before them or without', async (t) => {
  const marked = (diff3: boolean) => {
    const [b, o, r] = [base, ours, theirs].map((file) =>
      file.split('"items": [\n')[1]!.replace(/\n\]\n\}\n$/, ''),
    );
    const before = diff3 ? `||||||| 1234\n${b}\n` : '';
    const head = base.split('"items": [\n')[0];
    return `${head}"items": [\n<<<<<<< HEAD\n${o}\n${before}=======\n${r}\n>>>>>>> other\n]\n}\n`;
  };
  inFolder(t, { 'a.txt': text });
  for (const diff3 of [true, false]) {
    writeFileSync('a.txt.annotations.json', marked(diff3));
    assert.deepEqual(await run(['merge', 'a.txt.annotations.json']), { code: 0, out: '', err: [] });
    const file = read('a.txt.annotations.json');
    assert.deepEqual(tags(file, text), ['party 中方', 'instrument 联合国宪章', 'party 蒙方']);
    // The document is there, so that the file can say again which text it counts in.
    assert.equal(JSON.parse(file)['jiaozhu:text'].sha256, sha256(text));
  }
});

test('markers without an end, or about what is no file of tags, are left alone', async (t) => {
  const cut = '{\n"items": [\n<<<<<<< HEAD\n{"id": "a"}\n';
  inFolder(t, {
    'cut.annotations.json': cut,
    'odd.annotations.json': '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n',
  });
  for (const [file, line] of [
    ['cut.annotations.json', 3],
    ['odd.annotations.json', 1],
  ] as const) {
    const { code, err } = await run(['merge', file]);
    assert.equal(code, 2);
    assert.match(err[0]!, new RegExp(`^jiaozhu: ${file}:${line}: The two sides of the conflict markers`));
  }
  assert.equal(read('cut.annotations.json'), cut);
});

test('a file of tags with conflict markers is known as such by the other commands', async (t) => {
  inFolder(t, {
    'a.txt': text,
    'a.txt.annotations.json': `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> x\n`,
  });
  const { err } = await run(['lint', 'a.txt']);
  assert.match(
    err[0]!,
    /a\.txt\.annotations\.json:1: This file holds the conflict markers .* “jiaozhu merge” with its name/,
  );
});
