// What an annotator's folder may hold at its worst: files that are empty, broken, huge or no text at all. Nothing may
// be lost, nothing may run, nothing may hang, and what is wrong is said.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { openFile } from './open-file.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';

const statement = `中华人民共和国和蒙古国联合声明

双方重申恪守《联合国宪章》宗

旨和原则，反对单边主义。

一

双方愿深化经贸合作，扩大投资规模。
`;
/** The sample that is broken as newspapers are; in its print these words run over a column's edge. */
const sample = '中蒙联合声明-newspaper.statement.txt';
const printed = '出席两国建交\n\n80 周 年';
const read = '出席两国建交80周年';

const notJson = '\u{FEFF}{"items": [ nothing of the kind,\n';
const conflict = `{
<<<<<<< HEAD
"items": []
=======
"items": [{"id": "urn:x"}]
>>>>>>> theirs
}
`;
const brokenLabels = `{
  "labels": [
    { "id": "party", "name": { "zh": "当事方", "en": "Party of mine" },
  ]
}
`;
const script = '<img src=x onerror="document.title=1;window.ran=1"><script>window.ran=1</script>';
const hostileLabels = JSON.stringify({
  labels: Array.from({ length: 40 }, (_, index) => ({
    id: `label-${index}`,
    name: index === 0 ? script : index === 1 ? '很长的名称'.repeat(200) : `标签 ${index} {0} %s \u202e`,
    description: script,
    ...(index < 10 ? { key: String(index) } : {}),
  })),
});

const longLine = `联合声明。${'双方将继续加强在各领域的合作，'.repeat(66_667)}`.slice(0, 1_000_000);

/** Ten million bytes in paragraphs of which no two are alike. */
function hugeStatement(): string {
  const words = [
    '经贸',
    '投资',
    '能源',
    '农业',
    '科技',
    '教育',
    '文化',
    '卫生',
    '体育',
    '旅游',
    '交通',
    '金融',
  ];
  const lines = ['中华人民共和国和蒙古国联合声明'];
  for (let bytes = 0, n = 0; bytes < 10_000_000; n++) {
    const word = (step: number) => words[(n * step + (n >> 3)) % words.length];
    const line = `双方同意在第${n}项议程下深化${word(1)}、${word(5)}和${word(7)}领域合作，落实《中蒙${word(11)}合作规划》。`;
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  return lines.join('\n');
}

const command = '<command:jiaozhu.tags.remove?%5B%22urn:victim%22%5D#>';
/** Tags whose names and notes would be links if they were Markdown, and one that such a link would remove. */
const hostileTags = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'AnnotationPage',
  'jiaozhu:text': {
    sha256: createHash('sha256').update(statement).digest('hex'),
    length: statement.length,
  },
  items: [
    ['urn:a)b', '反对单边主义', `${command} [x](command:jiaozhu.tags.remove) https://evil.example`],
    ['urn:victim', '深化经贸合作', ''],
  ].map(([id, exact = '', value]) => {
    const start = statement.indexOf(exact);
    return {
      id,
      type: 'Annotation',
      created: '2026-01-01T00:00:00Z',
      motivation: 'tagging',
      creator: { type: 'Person', name: command },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: command },
        { type: 'TextualBody', purpose: 'commenting', value },
      ],
      target: {
        source: 'hover.statement.txt',
        selector: [
          { type: 'TextPositionSelector', start, end: start + exact.length },
          { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        ],
      },
    };
  }),
});

let folder: string;
let workbench: Workbench;
const path = (name: string) => join(folder, name);
const sidecarOf = (name: string) => path(`${name}.annotations.json`);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await mkdir(path('.jiaozhu'));
  const files: Record<string, string | Uint8Array> = {
    '.jiaozhu/labels.json': brokenLabels,
    'empty.statement.txt': '',
    'notjson.statement.txt': statement,
    'notjson.statement.txt.annotations.json': notJson,
    'conflict.statement.txt': statement,
    'conflict.statement.txt.annotations.json': conflict,
    'crlf.statement.txt': (await readFile(join(root, 'samples', sample), 'utf8')).replaceAll('\n', '\r\n'),
    'binary.statement.txt': Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
    'line.statement.txt': longLine,
    'huge.statement.txt': hugeStatement(),
    'hover.statement.txt': statement,
    'hover.statement.txt.annotations.json': hostileTags,
    'plain.txt': statement,
    'asked.txt': statement,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path(name), content);
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    settings: { 'files.autoSave': 'off' },
    at: { file: path('empty.statement.txt') },
  });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (name: string) => openFile(workbench, name);

/** Waits until the status bar tells of the statement in the active editor. */
async function statementIsRead(): Promise<void> {
  await until(
    'the statement’s status',
    () => workbench.statusBar(),
    (items) => items.some((item) => /Instruments cited: \d/.test(item)),
  );
}

async function panelText(wanted: RegExp): Promise<string> {
  await showPanel();
  const panel = await workbench.webView(extension, 'main');
  return until(
    `${wanted} in the panel`,
    () => panel.locator('main').innerText(),
    (text) => wanted.test(text),
    10_000,
  );
}

async function notification(wanted: RegExp): Promise<void> {
  await until(
    `a message with ${wanted}`,
    () => workbench.notifications(),
    (texts) => texts.some((text) => wanted.test(text)),
    10_000,
  );
}

async function tag(words: string): Promise<void> {
  await workbench.goTo(1);
  await workbench.select(words);
  await workbench.press('Control+Alt+1');
}

const tagsInTree = () => workbench.inSight('Tags by Section', 2);

async function showPanel(): Promise<void> {
  await workbench.command('Jiaozhu: Show the Tagging Panel');
  const panel = await workbench.webView(extension, '.palette .label');
  // The page takes the keyboard when it is there.
  await panel.locator('.palette .label:focus').waitFor();
  await workbench.focusEditor();
}

test('an empty statement is one, and a broken file of labels is told of with its line', async () => {
  await statementIsRead();
  await notification(/labels\.json.*4.*JSON/s);
  await panelText(/Party\s/);
  await workbench.press('Control+Alt+1');
  await workbench.command('Jiaozhu: Clean the Document');
  await notification(/Nothing to clean/);
});

for (const [name, content, trouble] of [
  ['notjson.statement.txt', notJson, 'not valid JSON'],
  ['conflict.statement.txt', conflict, 'conflict markers'],
] as const) {
  test(`${name}: a file of tags that cannot be read is said to be so, and is never written`, async () => {
    await open(name);
    await statementIsRead();
    await panelText(new RegExp(`${trouble}.*no tags can be made`, 's'));
    await tag('联合国宪章');
    await notification(new RegExp(trouble));
    assert.deepEqual(await tagsInTree(), []);
    await workbench.screenshot(`hostile-${name.split('.')[0]}`);
    await workbench.goTo(1);
    await workbench.type('新');
    await workbench.save();
    assert.equal(await readFile(sidecarOf(name), 'utf8'), content);
    assert.equal(await readFile(path(name), 'utf8'), `新${statement}`);
  });
}

test('a file of tags with conflict markers is merged on request, and tags can be made again', async () => {
  const name = 'conflict.statement.txt';
  await workbench.command('Jiaozhu: Merge the Two Sides of This Annotations File');
  await notification(/the two sides are merged\. Tags: 0\./);
  const { items } = JSON.parse(await readFile(sidecarOf(name), 'utf8'));
  assert.deepEqual(items, [{ id: 'urn:x' }]);
  await tag('联合国宪章');
  await until('the tag in the list', tagsInTree, (tags) => tags.length === 1);
  await until(
    'the tag in the file, beside what was there',
    () => readFile(sidecarOf(name), 'utf8'),
    (text) => text.includes('联合国宪章') && text.includes('urn:x'),
  );
});

test('labels with hostile names are shown as text', async () => {
  await writeFile(path('.jiaozhu/labels.json'), hostileLabels);
  await open('crlf.statement.txt');
  await panelText(/标签 39/);
  const panel = await workbench.webView(extension, '.label');
  assert.equal(await panel.locator('.palette .label').count(), 41, 'those of the file, and “as printed”');
  assert.equal(await panel.locator('.label .name').first().innerText(), script);
  await tag('声明');
  await until('the tag', tagsInTree, (tags) => tags.length === 1);
  await workbench.screenshot('hostile-labels');
  assert.equal(await panel.evaluate(() => 'ran' in window), false);
  assert.equal(await workbench.page.evaluate(() => 'ran' in window), false);
  assert.equal(await panel.locator('main img, main script').count(), 0);
});

test('a text that is set to be read-only can be tagged, but is not cleaned', async () => {
  const before = await workbench.editorText();
  await workbench.command('File: Set Active Editor Read-only in Session');
  await workbench.command('Jiaozhu: Clean the Document');
  await notification(/“crlf.statement.txt” cannot be changed/);
  assert.equal(await workbench.editorText(), before);
  assert.equal((await tagsInTree()).length, 1);
  await workbench.command('File: Set Active Editor Writeable in Session');
});

test('in a text with line ends of two characters tags stay on their words', async () => {
  const name = 'crlf.statement.txt';
  const there = (tags: readonly string[]) =>
    tags.length === 2 && tags.some((tag) => tag.startsWith(`${read}, `));
  await tag(printed);
  const tags = await until('two tags', tagsInTree, there);
  await workbench.command('Jiaozhu: Clean the Document');
  const text = await until(
    'the clean text',
    () => workbench.editorText(),
    (now) => now.includes(read),
  );
  assert.deepEqual(await until('two tags', tagsInTree, there), tags);
  await workbench.focusEditor();
  await workbench.save();
  assert.equal(await readFile(path(name), 'utf8'), text.replaceAll('\n', '\r\n'));
  // Positions count a line’s end as one character.
  const characters = [...text];
  type Item = { target: { selector: { start?: number; end?: number }[] } };
  const wordsInFile = async () => {
    const { items } = JSON.parse(await readFile(sidecarOf(name), 'utf8'));
    return items.map(({ target }: Item) => {
      const position = target.selector.find(({ start }) => start !== undefined);
      return characters.slice(position?.start, position?.end).join('');
    });
  };
  await until(
    'both tags at their places in their file',
    wordsInFile,
    (words) => words.sort().join() === [read, '声明'].sort().join(),
  );
  await workbench.open({ file: path(name) });
  await workbench.waitForExtension(extension);
  await showPanel();
  assert.deepEqual(await until('the tags again', tagsInTree, there), tags);
});

test('what was tagged on a text that is then given up is given up with it', async () => {
  await open('plain.txt');
  await statementIsRead();
  await showPanel();
  await tag('经贸合作');
  await until('the tag in its file', () => readFile(sidecarOf('plain.txt'), 'utf8'), Boolean);
  await workbench.goTo(1);
  await workbench.type('草稿：');
  await tag('单边主义');
  await until('two tags', tagsInTree, (tags) => tags.length === 2);
  await workbench.focusEditor();
  await workbench.command('View: Close Editor');
  await workbench.page.getByRole('button', { name: "Don't Save" }).click();
  await workbench.page.locator('.tab', { hasText: 'plain.txt' }).waitFor({ state: 'detached' });
  await open('plain.txt');
  await until('the tag that was saved', tagsInTree, (tags) => tags.length === 1);
  assert.match((await tagsInTree())[0] ?? '', /^经贸合作, /);
  assert.equal(await workbench.editorText(), statement);
});

test('in a hover only the links of the extension can be run, and they do what they say to any tag', async () => {
  await workbench.focusEditor();
  await open('hover.statement.txt');
  await until('both tags', tagsInTree, (tags) => tags.length === 2);
  const panel = await workbench.webView(extension, '.unknown');
  const unknown = panel.locator('.unknown');
  assert.deepEqual(await unknown.locator('li').allInnerTexts(), [`${command}\ntags: 2`]);
  await unknown.getByRole('button', { name: 'Map Unknown Labels…' }).click();
  await workbench.page
    .locator('.quick-input-title', { hasText: `The scheme has no label “${command}”` })
    .waitFor();
  await workbench.press('Escape');
  await workbench.focusEditor();
  assert.match(await workbench.hoverOn('反对单边主义'), /<command:jiaozhu.*https:\/\/evil\.example/s);
  const links = workbench.page.locator('.monaco-editor .monaco-hover:visible a');
  await workbench.screenshot('hostile-hover');
  assert.deepEqual(await links.allInnerTexts(), ['Change Label', 'Edit Note', 'Remove']);
  await links.last().click();
  await until(
    'the tag that was hovered over to be gone',
    tagsInTree,
    (tags) => tags.length === 1 && tags[0]?.startsWith('深化经贸合作') === true,
  );
});

test('bytes that are no text leave everything as it was', async () => {
  await workbench.focusEditor();
  await open('binary.statement.txt');
  await workbench.page.locator('.editor-placeholder-container, .monaco-editor-pane-placeholder').waitFor();
  await workbench.screenshot('hostile-binary');
});

for (const name of ['line.statement.txt', 'huge.statement.txt']) {
  test(`${name} is read, and VS Code answers as before`, async () => {
    await open(name);
    await statementIsRead();
    await workbench.focusEditor();
    await workbench.press('Control+Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+Alt+2');
    await until('the tag', tagsInTree, (tags) => tags.length === 1);
    await workbench.screenshot(`hostile-${name.split('.')[0]}`);
    await open('plain.txt');
    assert.match(await workbench.hoverOn('《联合国'), /Charter of the United Nations/);
  });
}

test('with “ask”, a text that reads like a statement becomes one only when a person says so', async () => {
  await workbench.settings({ 'jiaozhu.detect': 'ask' });
  await open('asked.txt');
  await notification(/asked\.txt.*reads like a diplomatic statement/);
  assert.ok((await workbench.statusBar()).some((item) => /^Plain Text/.test(item)));
  await workbench.page.locator('.notification-list-item').getByRole('button', { name: 'Yes' }).click();
  await statementIsRead();
});

test('nothing has crashed', async () => {
  const log = (await workbench.notifications()).join('\n');
  assert.doesNotMatch(log, /crash|terminated|unexpectedly/i);
  // What is shown as an error is in the console as well.
  const unexpected = workbench.complaints.filter(
    (complaint) => !/is not valid JSON|holds the conflict markers/.test(complaint),
  );
  assert.deepEqual(unexpected, []);
});
