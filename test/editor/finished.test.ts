// One statement from raw to finished, by keyboard alone: suggestions are accepted and rejected, the text is cleaned and
// corrected while it is tagged, the scheme changes, and the file is changed by others; every tag stays on its words, or
// waits in the tray.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { quotedWords } from '../../client/src/annotations/annotation.ts';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import type { StoredAnnotation } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { changeMode, type Mode } from './modes.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = 'birds.statement.txt';

/** Set on a measure of 16, with a line that is spaced out and a title that runs over two lines. */
const raw = `中华人民共和国和哈萨克斯坦共

和国关于保护湿地候鸟的联合声明

应哈萨克斯坦共和国总统阿依达

尔·努尔兰别科夫邀请，中华人民共

和国主席李明远于2031年4月10日至

12 日 对 哈 萨 克 斯 坦 共 和 国 进 行 国 事

访问。两国元首声明如下：

一

双方重申恪守《联合国宪章》宗

旨和原则，坚定支持彼此维护国家主

权和安全。双方强调，《 生 物 多 样 性

公约》是保护候鸟的重要基础，愿全

面落实其各项规定。

二

中方支持哈方建设伊犁河湿地保

护区，将为此提供技术援助。中方反

对任何非法猎捕候鸟的行为，谴责破

坏湿地的活动。

三

双方商定，同年秋季在乌鲁木齐

举行保护候鸟委员会首次会议。双方

欢迎上海合作组织为此发挥作用。
`;

let folder: string;
let workbench: Workbench;
const path = (file: string) => join(folder, file);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await writeFile(path(name), raw);
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: path(name) },
  });
  await workbench.waitForExtension(extension);
  await isRead();
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The tags as their file has them, each on the text as its file has it: `review label: words`, in order of place. */
async function tagsInFile(): Promise<string[]> {
  const text = [...(await readFile(path(name), 'utf8')).replaceAll('\r\n', '\n')];
  const reading = parseSidecar(await readFile(path(`${name}.annotations.json`), 'utf8'));
  assert.ok(reading.ok);
  const start = (tag: StoredAnnotation) => tag.places[0]?.codePoints?.start ?? -1;
  return [...reading.sidecar.annotations]
    .sort((a, b) => start(a) - start(b))
    .map((tag) => {
      const words = tag.places.map(({ codePoints }) =>
        text.slice(codePoints?.start, codePoints?.end).join('').replace(/\s/g, ''),
      );
      return tag.state === 'orphan'
        ? `lost ${tag.label}: ${quotedWords(tag)}`
        : `${tag.review} ${tag.label}: ${words.join('…')}`;
    });
}

/** The tags as soon as their file has them as wanted. */
const tags = (what: string, wanted: (tags: readonly string[]) => boolean, patience?: number) =>
  until(what, () => tagsInFile().catch(() => [] as string[]), wanted, patience);

/** The file is written right after the text: until then its places are those of the text before. */
const same = (before: readonly string[]) => (all: readonly string[]) => isDeepStrictEqual(all, before);

const has = (tag: string) => (all: readonly string[]) => all.includes(tag);

/** The tags as a person sees them in the list: words and label. */
const tagsInTree = () => workbench.inSight('Tags', 2);

/** Waits until the server has read the statement: the status bar tells its kind. */
const isRead = () => said('Joint statement');

/** What was said last in the status bar. */
const said = (part: string | RegExp) =>
  until(
    `“${part}” in the status bar`,
    () => workbench.statusBar(),
    (items) => items.some((item) => (typeof part === 'string' ? item.includes(part) : part.test(item))),
    8000,
  );

const mode = (wanted: Mode) => changeMode(workbench, wanted);

/** Goes from the head of the text to the first suggestion of these words. */
async function suggestion(words: string): Promise<void> {
  await workbench.goTo(1);
  const announced = async () =>
    (await workbench.statusBar()).find((item) => item.startsWith('Suggestion: ')) ?? '';
  const place = async () =>
    (await workbench.page.locator('[id="status.editor.selection"]').textContent()) ?? '';
  // What was said of an earlier one must not be taken for what is said of the next.
  await until('earlier words to go', announced, (told) => told === '', 8000);
  for (let before = '', step = 0; step < 60; step += 1) {
    await workbench.press('n');
    // Two on the same words in two places are said alike, so that it is the place that tells them apart.
    before = await until(
      'the next suggestion',
      place,
      (now) => now !== before && now.includes('selected'),
      8000,
    );
    await workbench.page.waitForTimeout(250);
    const told = await until('the words on it', announced, (now) => now !== '', 8000);
    if (told.includes(`“${words}”`)) return;
  }
  assert.fail(`“${words}” is not suggested.`);
}

test('suggestions of the raw text are accepted and rejected, and words are tagged, by single keys', async () => {
  await workbench.command('Jiaozhu: Show the Tagging Panel');
  const panel = await workbench.webView(extension, '.palette .label');
  // The page takes the keyboard when it is there.
  await panel.locator('.palette .label:focus').waitFor();
  await mode('Tagging');
  await suggestion('《生物多样性公约》');
  await workbench.press('a');
  await tags('the accepted one', has('accepted instrument: 《生物多样性公约》'));
  await suggestion('双方');
  await workbench.press('x');
  await tags('the rejected one', has('rejected party: 双方'));
  await workbench.goTo(1);
  await workbench.select('阿依达\n\n尔·努尔兰别科夫');
  await workbench.press('3');
  await tags('the person', has('accepted person: 阿依达尔·努尔兰别科夫'));
  await workbench.goTo(1);
  await workbench.select('技术援助');
  await workbench.press('c', '7');
  await tags('the clause', (all) => all.some((tag) => /^accepted commitment: .*技术援助/.test(tag)));
  await workbench.screenshot('finished-tagging');
});

test('the text is cleaned in the middle of it, and undone, and cleaned again', async () => {
  const before = await tagsInFile();
  await mode('Tagging');
  await workbench.press('Control+Alt+k');
  await said(/line breaks? joined|Cleaned/i).catch(() => undefined);
  await until(
    'the text to be clean',
    () => workbench.editorText(),
    (now) => now.includes('《生物多样性公约》') && now.includes('阿依达尔·努尔兰别科夫'),
  );
  await workbench.save();
  await tags('the tags on the cleaned text', same(before));
});

test('a label that gets another name in the scheme keeps its tags', async () => {
  const labels = diplomaticScheme.labels.map((label) =>
    label.id === 'person' ? { ...label, name: { zh: '人', en: 'Human being' } } : label,
  );
  await mkdir(path('.jiaozhu'), { recursive: true });
  await writeFile(path('.jiaozhu/labels.json'), JSON.stringify({ ...diplomaticScheme, labels }, null, 2));
  await until('the new name in the list', tagsInTree, (rows) =>
    rows.some((row) => row.includes('阿依达尔·努尔兰别科夫') && row.includes('Human being')),
  );
  await tags('the tag', has('accepted person: 阿依达尔·努尔兰别科夫'));
});

test('a proper name is retyped, and its tag holds the new one; tagging goes on', async () => {
  await mode('Correcting');
  await workbench.goTo(1);
  await workbench.select('阿依达尔·努尔兰别科夫');
  await workbench.type('艾达尔·努尔兰别克');
  await workbench.save();
  await tags('the name as it is now', has('accepted person: 艾达尔·努尔兰别克'));
  await mode('Tagging');
  await suggestion('上海合作组织');
  await workbench.press('a');
  await tags('one more', has('accepted organisation: 上海合作组织'));
});

test('the line ends are toggled, with an edit that is not saved, and the window is reloaded', async () => {
  const before = await tagsInFile();
  await mode('Correcting');
  await workbench.command('Change End of Line Sequence');
  await workbench.answer('CRLF');
  await workbench.goTo(1);
  await workbench.select('国事访问');
  await workbench.press('ArrowLeft');
  await workbench.type('正式');
  await until(
    'the text to be unsaved',
    () => workbench.page.locator('.tabs-container .tab.dirty').count(),
    (count) => count === 1,
  );
  // VS Code keeps what is unsaved after a second without a key.
  await workbench.page.waitForTimeout(2500);
  await workbench.reload();
  await workbench.waitForExtension(extension);
  await isRead();
  assert.match(await workbench.editorText(), /正式国事访问/);
  await workbench.save();
  const text = await readFile(path(name), 'utf8');
  assert.match(text, /正式国事访问/);
  assert.ok(text.includes('\r\n'));
  await tags('the tags', same(before));
});

test('another program changes the file: words that are there keep their tags, the others wait in the tray', async () => {
  const before = await tagsInFile();
  const text = await readFile(path(name), 'utf8');
  // Wrapped anew, with a new sentence, and without what was promised.
  const changed = text
    .replace('两国元首声明如下：', '访问在友好气氛中进行。\r\n两国元首声明如下：')
    .replace(/，?将为此提供技术援助/, '')
    .replace(/(.{12})(?=.)/gu, '$1\r\n');
  // A window that was just reloaded may not watch the folder yet: then the program writes once more.
  const after = await until(
    'what became of them',
    async () => {
      await writeFile(path(name), changed);
      return tags('a lost one', (all) => all.some((tag) => tag.startsWith('lost')), 6000).catch(() => []);
    },
    (all) => all.length > 0,
  );
  assert.deepEqual(
    after.filter((tag) => !tag.startsWith('lost')).sort(),
    before.filter((tag) => !tag.includes('commitment')).sort(),
  );
  assert.equal(after.filter((tag) => /^lost commitment: .*技术援助/.test(tag)).length, 1);
  await workbench.screenshot('finished-changed-outside');
});

test('every section is marked as reviewed', async () => {
  await mode('Tagging');
  for (const heading of ['一', '二', '三']) {
    await workbench.goTo(1);
    await workbench.select(`\n${heading}\n`);
    await workbench.press('ArrowLeft', 'ArrowRight', 'b');
  }
  const all = await tags('three marks', (now) => now.filter((tag) => tag.includes('reviewed')).length === 3);
  assert.equal(all.filter((tag) => tag.startsWith('lost')).length, 1);
  await workbench.theme('dark');
  await workbench.screenshot('finished-dark');
});

test('where suggestions are off, it is said that they are, and by which setting', async () => {
  await mode('Tagging');
  await workbench.settings({ 'jiaozhu.suggestions': 'off' });
  await workbench.press('n');
  await said('Nothing is suggested: jiaozhu.suggestions is off in the settings.');
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
