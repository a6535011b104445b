// What an annotator does about findings, one by one and together: mends with a look before, leaves places as printed,
// decides on doubtful line breaks, cleans by saving, and reopens what was opened in the wrong encoding.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { openFile } from './open-file.ts';
import { openQuickFixes, quickFix } from './quick-fixes.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';

const marked = `甲国和乙国关于湿地保护的联合声明

双方重申恪守《联合国宪章》宗旨。（下转第3版）

甲国感谢乙国的热情款待和周到安排。（上接第1版）

双方商定保持接触。（下转第7版）
`;
/** Radicals in the place of characters, and a quotation mark set apart from its words. */
const broken = `甲国和乙国关于湿地保护的联合声明

双⽅重申“ 恪守”⼋⼗年前的《联合国宪章》，愿开展⾼⽔平合作。
`;
const mended = `甲国和乙国关于湿地保护的联合声明

双方重申“恪守”八十年前的《联合国宪章》，愿开展高水平合作。
`;
/** “甲国和乙国联合声明”, and sentences on keeping the peace, in GB 18030. */
const misread = Buffer.from(
  'bcd7b9fabacdd2d2b9fac1aabacfc9f9c3f70a0acbabb7bdd6d8c9eaa3acb8f7b9fad3a6b5b1b9b2cdacceacbba4bacdc6bdd3ebb0b2c8aba1a30acbabb7bdb6d4c1bdb9fab9d8cfb5b5c4b7a2d5b9b8d0b5bdc2fad2e2a3acd4b8bcccd0f8c0a9b4f3bacfd7f7a1a30a',
  'hex',
);

/** Codes that the column may have cut, or that stand in two columns: only a person can tell. */
const cutCodes = `双方注意到编号为A/79/31

2的文件，愿就此同各方保持沟通。

双方商定，热线010-6500

1234昼夜开通，由专人负责接听。

`;

let folder: string;
let workbench: Workbench;
const path = (name: string) => join(folder, name);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  const sample = await readFile(join(root, 'samples/中蒙联合声明-newspaper.statement.txt'), 'utf8');
  const files: Record<string, string | Uint8Array> = {
    'marked.statement.txt': marked,
    'broken.statement.txt': broken,
    // Before the second section.
    'doubtful.statement.txt': sample.replace('\n二\n', `\n${cutCodes}二\n`),
    'misread.txt': misread,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path(name), content);
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: path('marked.statement.txt') },
  });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

const tagsInTree = () => workbench.inSight('Tags by Section', 2);
const saidInStatusBar = (what: RegExp) =>
  until(
    String(what),
    () => workbench.statusBar(),
    (items) => items.some((item) => what.test(item ?? '')),
  );
const warnings = (count: number) =>
  until(
    `${count} warnings`,
    () => workbench.problems(),
    (problems) => problems.warnings === count,
  );

/** Tags what is selected. While the tags of a file are still being read, a person presses the key again. */
async function tag(digit: number): Promise<void> {
  await until(
    'the tag to be made',
    async () => {
      await workbench.press(`Control+Alt+${digit}`);
      await workbench.page.waitForTimeout(200);
      return workbench.statusBar();
    },
    (items) => items.some((item) => /tagged: /i.test(item ?? '')),
  );
}

async function cursorOn(words: string): Promise<void> {
  await workbench.goTo(1);
  await workbench.select(words);
  await workbench.press('ArrowLeft');
}

test('likely mends in bulk are shown in a preview, where some are taken or none', async () => {
  await warnings(3);
  const preview = workbench.page.locator('.panel', { hasText: 'Refactor Preview' });
  const boxes = preview.locator('.monaco-list-row .edit-checkbox');
  const openPreview = async () => {
    await cursorOn('（下转第3版）');
    await quickFix(workbench, 'Mend everywhere, likely ones too: page marks');
    await boxes.nth(3).waitFor();
  };
  await openPreview();
  assert.equal(await preview.locator('.edit-checkbox[aria-checked="true"]').count(), 0);
  await workbench.screenshot('preview');
  await preview.getByRole('button', { name: 'Discard' }).click();
  await boxes.first().waitFor({ state: 'hidden' });
  assert.equal(await workbench.editorText(), marked);

  await openPreview();
  await boxes.nth(1).click();
  await boxes.nth(3).click();
  await preview.getByRole('button', { name: 'Apply' }).click();
  await warnings(1);
  assert.equal(await workbench.editorText(), marked.replaceAll(/（下转第\d版）/g, ''));
  await workbench.press('Control+z');
  await warnings(3);
  assert.equal(await workbench.editorText(), marked);
});

test('one place is left as printed from the menu, and its rule is set from there', async () => {
  await cursorOn('（下转第3版）');
  assert.deepEqual(await openQuickFixes(workbench), [
    'Remove the page mark',
    'Mend everywhere, likely ones too: page marks',
    'Leave “（下转第3版）” as printed (sic)',
    'Change how page marks are reported…',
  ]);
  await workbench.screenshot('quick-fixes');
  await workbench.press('Escape');
  await quickFix(workbench, 'Leave “（下转第3版）” as printed (sic)');
  await warnings(2);
  await saidInStatusBar(/“（下转第3版）” tagged: As printed \(sic\)/);
  await workbench.press('Control+Alt+u');
  await warnings(3);

  await cursorOn('（上接第1版）');
  await quickFix(workbench, 'Change how page marks are reported…');
  const setting = workbench.page.locator('.settings-editor .setting-item', { hasText: 'Jump-mark' });
  await setting.first().waitFor();
  await workbench.screenshot('rule-setting');
  await until(
    'the settings to close',
    async () => {
      await workbench.press('Escape');
      return setting.count();
    },
    (count) => count === 0,
    5000,
  );
  await workbench.settings({ 'jiaozhu.rules.jump-mark': 'hint' });
  await warnings(0);
  await workbench.settings({ 'jiaozhu.rules.jump-mark': 'default' });
  await warnings(3);
});

test('doubtful line breaks that cleaning leaves are among the problems, and each is decided by keyboard', async () => {
  await openFile(workbench, 'doubtful.statement.txt');
  await saidInStatusBar(/Recognised as: Newspaper page/);
  const source = await workbench.editorText();
  await workbench.press('Control+Alt+k');
  const left = await until(
    'what cleaning has done',
    () => workbench.notifications(),
    (all) => all.some((text) => /line breaks joined.*doubtful line breaks left/.test(text)),
  );
  const count = Number(/(\d+) doubtful/.exec(left.join())?.[1]);
  assert.ok(count >= 2, left.join());
  const cleaned = await workbench.editorText();
  // With the three of the other file, and what is likely in this one.
  const { warnings: reported } = await until(
    'the breaks among the problems',
    () => workbench.problems(),
    (problems) => problems.warnings >= 3 + count,
  );

  const title = workbench.page.locator('.quick-input-title');
  const asks = (index: number, of: number) =>
    until(
      `doubtful line break ${index} of ${of}`,
      () => title.textContent(),
      (text) => text === `Doubtful line break ${index} of ${of}`,
    );
  await workbench.page
    .locator('.notification-list-item', { hasText: `${count} doubtful line breaks left` })
    .getByRole('button', { name: 'Show', exact: true })
    .click();
  await asks(1, count);
  await workbench.screenshot('doubtful-break');
  await workbench.answer('Decide later');
  await asks(2, count);
  await workbench.answer('Back to the one before');
  await asks(1, count);
  await workbench.answer('Join the two lines');
  await asks(1, count - 1);
  await warnings(reported - 1);
  await workbench.press('Escape');
  await title.waitFor({ state: 'hidden' });

  // The same by quick-fix, where the review has left the cursor.
  await quickFix(workbench, 'Leave this line break as printed (sic)');
  await warnings(reported - 2);
  if (count > 2) await workbench.press('Escape');
  else {
    await workbench.command('Jiaozhu: Show Doubtful Line Breaks');
    await until(
      'that nothing is in doubt',
      () => workbench.notifications(),
      (all) => all.includes('No line break is in doubt.'),
    );
  }

  // The join, then the cleaning: one step each.
  await workbench.focusEditor();
  await workbench.press('Control+z');
  assert.equal(await workbench.editorText(), cleaned);
  await workbench.press('Control+z');
  assert.equal(await workbench.editorText(), source);
  await workbench.command('File: Revert File');
});

test('saving cleans where that is wanted, tags stay on their words, and one undo takes it back', async () => {
  await workbench.settings({ 'jiaozhu.cleanOnSave': true });
  await openFile(workbench, 'broken.statement.txt');
  for (const [words, digit] of [
    ['双⽅', 1],
    ['“ 恪守”', 8],
    ['⼋⼗年', 5],
  ] as const) {
    await workbench.goTo(1);
    await workbench.select(words);
    await tag(digit);
  }
  await workbench.command('Jiaozhu: Show the Tagging Panel');
  await workbench.webView(extension, '.palette .label');
  const tags = await until('three tags', tagsInTree, (all) => all.length === 3);
  assert.deepEqual(
    tags.map((tag) => tag.split(',')[0]),
    ['双方', '“恪守”', '八十年'],
  );
  await workbench.goTo(1);
  await workbench.press('End');
  await workbench.type(' ');
  await workbench.save();
  await saidInStatusBar(/Kangxi radicals replaced/);
  assert.equal(await workbench.editorText(), mended);
  assert.equal(await readFile(path('broken.statement.txt'), 'utf8'), mended);
  assert.deepEqual(await tagsInTree(), tags);
  await workbench.focusEditor();
  await workbench.press('Control+z');
  assert.equal(await workbench.editorText(), broken.replace('\n', ' \n'));
  assert.deepEqual(await tagsInTree(), tags);
  await workbench.press('Control+y');
  await workbench.save();
  await workbench.settings({ 'jiaozhu.cleanOnSave': false });
});

test('where a text comes from is told, and a person may say otherwise for the folder', async () => {
  await workbench.command('Jiaozhu: About This Statement');
  await workbench.answer('Say Where');
  const rows = workbench.page.locator('.quick-input-widget .monaco-list-row');
  await until(
    'what the text was recognised as',
    () => rows.allInnerTexts(),
    (texts) => texts.some((text) => /As the Text Tells by Itself.*Recognised as: Digital text/s.test(text)),
  );
  await workbench.answer('OCR');
  await saidInStatusBar(/Read as: Text read from a picture \(OCR\), by the settings/);
  const settings = JSON.parse(await readFile(path('.vscode/settings.json'), 'utf8'));
  assert.deepEqual(settings, { 'jiaozhu.profile': 'ocr' });
});

test('a file that was opened in the wrong encoding is touched only after it is reopened', async () => {
  await openFile(workbench, 'misread.txt');
  const notice = workbench.page.locator('.notification-list-item', { hasText: 'in the wrong encoding' });
  await notice.first().waitFor();
  await workbench.screenshot('misread');
  await notice.getByRole('button', { name: 'Reopen as GB18030' }).click();
  // Now it reads like a statement.
  await saidInStatusBar(/Joint statement.*Findings: 0/);
  assert.match(
    await workbench.editorText(),
    /^甲国和乙国联合声明\n\n双方重申，各国应当共同维护和平与安全。\n/,
  );

  await workbench.goTo(3);
  await workbench.type('双 方 重 申 恪 守 宪 章 宗 旨 和 原 则 。');
  await workbench.press('Enter', 'Enter');
  await workbench.press('Control+Alt+k');
  await until(
    'the clean text',
    () => workbench.editorText(),
    (now) => now.includes('双方重申恪守宪章宗旨和原则。'),
  );
  await workbench.goTo(1);
  await workbench.select('甲国');
  await tag(1);
  await workbench.screenshot('rightly-read');
  await workbench.save();
  const text = new TextDecoder('gb18030').decode(await readFile(path('misread.txt')));
  assert.match(text, /^甲国和乙国联合声明\n\n双方重申恪守宪章宗旨和原则。\n/);
  const sidecar = await until(
    'the tag in its file',
    () => readFile(path('misread.txt.annotations.json'), 'utf8'),
    (kept) => kept.includes('"exact":"甲国"'),
  );

  // Opened anew, it is misread again: the tags stay as they are, and nothing more is made.
  await workbench.open({ file: path('misread.txt') });
  await workbench.waitForExtension(extension);
  await notice.first().waitFor();
  await workbench.command('Change Language Mode');
  await workbench.answer('Diplomatic Statement');
  await saidInStatusBar(/opened in the wrong encoding/);
  const before = await workbench.editorText();
  await workbench.press('Control+a', 'Control+Alt+2', 'Control+Alt+k');
  await workbench.page.waitForTimeout(1000);
  assert.equal(await workbench.editorText(), before);
  assert.equal(await readFile(path('misread.txt.annotations.json'), 'utf8'), sidecar);
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
