import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { createAnnotationStore } from '../../client/src/annotations/annotation-store.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { inFolder, inRepository, read, run } from './trial.ts';

const text = [
  '中蒙联合声明',
  '',
  '一、双方重申恪守《联合国宪章》的宗旨和原则。',
  '二、中方支持蒙方的倡议，蒙方对此表示赞赏。',
  '三、双方谴责一切形式的恐怖主义。',
  '四、双方同意继续在中方和蒙方之间举行磋商。',
  '五、本声明于乌兰巴托签署。',
  '',
].join('\n');
const document = '声明 a.txt';
const sidecar = `${document}.annotations.json`;
const noGit = spawnSync('git', ['--version']).status === 0 ? false : 'Git is not installed';
/** Nobody's own settings, and no editor that would wait for a message. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_EDITOR: 'true',
  LC_ALL: 'C',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'a'],
      [`GIT_${who}_EMAIL`, 'a@b'],
    ]),
  ),
};

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A repository whose document has a tag on 中方, and Git that merges tags by this command. */
function repository(t: TestContext): void {
  inFolder(t, { [document]: text });
  git('init', '-q', '-b', 'main');
  const { status, stderr } = spawnSync(
    process.execPath,
    [inRepository('client/src/cli/main.ts'), 'merge', '--install'],
    { encoding: 'utf8', env },
  );
  assert.equal(status, 0, stderr);
  edit('b', (store) => tag(store, '中方'));
  commit('Begin');
}

function commit(message: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

/** Somebody opens the document, works on its tags and its text, and saves both. */
function edit(name: string, work: (store: AnnotationStore) => void): void {
  const there = read(document);
  let file = '';
  try {
    file = read(sidecar);
  } catch {
    // The first to tag.
  }
  const reading = parseSidecar(file);
  const before = reading.ok ? reading.sidecar : newSidecar();
  let ids = 0;
  const store = createAnnotationStore(there, openSidecar(before, there, sha256).annotations, {
    creator: name,
    now: () => new Date(Date.UTC(2025, 0, 1, 0, name.charCodeAt(0))).toISOString(),
    newId: () => `${name}${++ids}`,
  });
  work(store);
  writeFileSync(document, store.text);
  const after = withAnnotations(before, store.toStore(), store.text, sha256);
  writeFileSync(sidecar, serialiseSidecar(after, { document, sidecar }));
}

function tag(store: AnnotationStore, words: string, label = 'party'): void {
  const start = store.text.indexOf(words);
  assert.ok(start >= 0, words);
  store.add({ label, range: { start, end: start + words.length } });
}

function correct(store: AnnotationStore, old: string, corrected: string): void {
  const start = store.text.indexOf(old);
  store.edit([{ start, end: start + old.length, text: corrected }]);
}

/** The tags as whoever opens the document after the merge sees them, in order of place. */
function opened(): string[] {
  const there = read(document);
  const reading = parseSidecar(read(sidecar));
  assert.ok(reading.ok, JSON.stringify(reading));
  const { annotations } = openSidecar(reading.sidecar, there, sha256);
  return [...annotations]
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start)
    .map(
      ({ id, spans, state }) =>
        `${id} ${state === 'orphan' ? '?' : there.slice(spans[0]!.start, spans[0]!.end)}`,
    );
}

/** On two branches that begin at one commit, then merged into the first. */
function onBranches(one: () => void, other: () => void): ReturnType<typeof spawnSync> {
  git('checkout', '-q', '-b', 'one');
  one();
  commit('One');
  git('checkout', '-q', '-b', 'other', 'main');
  other();
  commit('Other');
  git('checkout', '-q', 'one');
  return spawnSync('git', ['merge', '--no-edit', 'other'], { encoding: 'utf8', env });
}

const tagging = () =>
  edit('o', (store) => {
    tag(store, '联合国宪章', 'instrument');
    tag(store, '赞赏', 'position');
    tag(store, '恐怖主义', 'position');
    tag(store, '乌兰巴托', 'place');
  });
const correcting = () =>
  edit('t', (store) => {
    correct(store, '双方重申', '双方再次重申');
    correct(store, '谴责一切', '强烈谴责一切');
    tag(store, '磋商', 'commitment');
    tag(store, '蒙方', 'party');
  });
const all = ['o1 联合国宪章', 'b1 中方', 't2 蒙方', 'o2 赞赏', 'o3 恐怖主义', 't1 磋商', 'o4 乌兰巴托'];

for (const [title, one, other] of [
  ['theirs', tagging, correcting],
  ['ours', correcting, tagging],
] as const) {
  test(`two people tag, and one of them corrects the text (${title}): Git merges, and all tags are on their words`, {
    skip: noGit,
  }, (t) => {
    repository(t);
    const { status, stderr, stdout } = onBranches(one, other);
    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.match(read(document), /双方再次重申.*强烈谴责一切/s);
    assert.deepEqual(opened(), all);
  });
}

test('both correct the text in different places: all tags are on their words', { skip: noGit }, (t) => {
  repository(t);
  const { status, stdout } = onBranches(() => {
    tagging();
    edit('p', (store) => correct(store, '签署。', '签署，一式两份。'));
  }, correcting);
  assert.equal(status, 0, String(stdout));
  assert.deepEqual(opened(), all);
  // The file says that it counts in what Git made of the two texts.
  assert.equal(JSON.parse(read(sidecar))['jiaozhu:text'].sha256, sha256(read(document)));
});

test('words that stand alike in many places, and words that the other corrected, are where they were', {
  skip: noGit,
}, (t) => {
  inFolder(t, { [document]: `中蒙联合声明\n\n${'中方支持。\n'.repeat(6)}双方同意进行磋商。\n` });
  git('init', '-q', '-b', 'main');
  spawnSync(process.execPath, [inRepository('client/src/cli/main.ts'), 'merge', '--install'], { env });
  commit('Begin');
  edit('b', (store) => tag(store, '双方'));
  commit('Tag');
  const lineStart = (line: number) => read(document).split('\n').slice(0, line).join('\n').length + 1;
  const { status, stdout } = onBranches(
    () =>
      edit('o', (store) => {
        const start = lineStart(5);
        store.add({ label: 'party', range: { start, end: start + 2 } });
        tag(store, '同意进行磋商', 'commitment');
      }),
    () =>
      edit('t', (store) => {
        correct(store, '联合声明\n\n', '联合声明\n\n蒙方欢迎。\n');
        correct(store, '同意进行磋商', '一致同意继续进行新的磋商');
      }),
  );
  assert.equal(status, 0, String(stdout));
  assert.deepEqual(
    opened().map((each) => each.slice(3)),
    ['中方', '双方', '同意继续进行新的磋商'],
  );
  const reading = parseSidecar(read(sidecar));
  assert.ok(reading.ok);
  const there = openSidecar(reading.sidecar, read(document), sha256);
  // Nothing had to be looked for.
  assert.deepEqual([there.sameText, there.moved, there.lost], [true, [], []]);
  assert.equal(there.annotations.find(({ id }) => id === 'o1')!.spans[0]!.start, lineStart(6));
});

test('two people tag for the first time: Git has no version before theirs, and both tags are there', {
  skip: noGit,
}, (t) => {
  inFolder(t, { [document]: text });
  git('init', '-q', '-b', 'main');
  spawnSync(process.execPath, [inRepository('client/src/cli/main.ts'), 'merge', '--install'], { env });
  commit('Begin');
  assert.equal(onBranches(tagging, () => edit('t', (store) => tag(store, '磋商'))).status, 0);
  assert.deepEqual(opened(), ['o1 联合国宪章', 'o2 赞赏', 'o3 恐怖主义', 't1 磋商', 'o4 乌兰巴托']);
});

test('both change one label: Git stops with a conflict, the file is whole, and nothing is lost', {
  skip: noGit,
}, (t) => {
  repository(t);
  const relabel = (name: string, label: string) => () =>
    edit(name, (store) => store.change(['b1'], { label }));
  const { status, stdout, stderr } = onBranches(relabel('o', 'person'), relabel('p', 'place'));
  assert.equal(status, 1);
  assert.match(
    `${stdout}${stderr}`,
    /both sides changed its label: “place” counts, “person” is kept in its note/,
  );
  const [item] = JSON.parse(read(sidecar)).items;
  assert.equal(item.body[0].value, 'place');
  assert.match(item.body[1].value, /label: person/);
  commit('Merge');
  assert.equal(git('status', '--porcelain'), '');
});

test('a rebase merges as well', { skip: noGit }, (t) => {
  repository(t);
  git('checkout', '-q', '-b', 'one');
  tagging();
  commit('One');
  git('checkout', '-q', 'main');
  correcting();
  commit('Main');
  git('checkout', '-q', 'one');
  git('rebase', '-q', 'main');
  assert.deepEqual(opened(), all);
});

test('without the driver Git leaves markers: they are merged by name, and the tags of both are there', {
  skip: noGit,
}, async (t) => {
  repository(t);
  git('config', '--remove-section', 'merge.jiaozhu');
  assert.equal(onBranches(tagging, correcting).status, 1);
  assert.match(read(sidecar), /^<<<<<<< /m);
  assert.match(read(document), /双方再次重申/);
  assert.equal((await run(['merge', sidecar])).code, 0);
  assert.deepEqual(opened(), all);
});

test('--install says what it did, does it once, and says where it cannot', { skip: noGit }, async (t) => {
  inFolder(t, { '.gitattributes': '*.txt text' });
  assert.match((await run(['merge', '--install'])).err[0]!, /Git cannot do it here: .*not a git repository/);
  git('init', '-q');
  const first = await run(['merge', '--install']);
  assert.match(first.out, /merges files of tags by: jiaozhu merge %O %A %B --document %P\n.*commit it/);
  assert.equal(read('.gitattributes'), '*.txt text\n*.annotations.json merge=jiaozhu\n');
  assert.equal(git('config', 'merge.jiaozhu.driver'), 'jiaozhu merge %O %A %B --document %P\n');
  assert.match((await run(['merge', '--install'])).out, /says already/);
  assert.equal(read('.gitattributes'), '*.txt text\n*.annotations.json merge=jiaozhu\n');
});
