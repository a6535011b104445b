// Tagging mode where it is less plain: a text that has no file yet, a file that nobody may write, a text that is not
// saved, and what VS Code itself offers in it.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { openFile } from './open-file.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '甲乙联合声明.statement.txt';
const locked = '丙丁联合声明.statement.txt';
/** With a radical that cleaning replaces, and a space that it leaves for a person. */
const text = '中国和蒙古国联合声明\n\n中方于 2041年5月18日 重申支持多边主义，提供⽅便。\n';

let folder: string;
let workbench: Workbench;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-mode-'));
  await writeFile(join(folder, name), text);
  await writeFile(join(folder, locked), text);
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
    settings: { 'files.readonlyInclude': { [`**/${locked}`]: true } },
  });
  await workbench.waitForExtension(extension);
  await statusHas('Joint statement');
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

function statusHas(part: string): Promise<unknown> {
  return until(
    `“${part}” in the status bar`,
    () => workbench.statusBar(),
    (items) => items.some((item) => item.includes(part)),
    8000,
  );
}

/** By composition, as a Chinese input method writes. */
async function compose(): Promise<void> {
  const devtools = await workbench.page.context().newCDPSession(workbench.page);
  await devtools.send('Input.imeSetComposition', { text: 'guo', selectionStart: 3, selectionEnd: 3 });
  await devtools.send('Input.insertText', { text: '国' });
}

test('a text that is not saved is saved by the usual key', async () => {
  await workbench.goTo(3);
  await workbench.page.keyboard.insertText('　');
  await workbench.press('Control+Alt+t');
  await statusHas('Tagging mode');
  // Keys that come while it is being saved write nothing either.
  await workbench.press('Control+s', 'z', 'z', 'z');
  await until(
    'the text to be saved',
    () => readFile(join(folder, name), 'utf8'),
    (saved) => saved === text.replace('中方', '　中方'),
  );
  await workbench.press('z');
  assert.equal(await workbench.editorText(), text.replace('中方', '　中方'));
});

test('quick-fixes are not offered, since they would write', async () => {
  await workbench.goTo(3);
  await workbench.select('于 2');
  await workbench.press('Control+.');
  await workbench.page.waitForTimeout(1000);
  assert.deepEqual(await workbench.page.locator('.action-widget').allInnerTexts(), []);
  assert.equal(await workbench.editorText(), text.replace('中方', '　中方'));
});

test('a file that nobody may write is tagged, and stays as it is', async () => {
  await openFile(workbench, locked);
  await workbench.goTo(3);
  await workbench.press('Control+Alt+t');
  await statusHas('Tagging mode');
  // A person who is faster than the file of tags is read presses once more.
  await until(
    'a tag',
    async () => {
      await workbench.press('1');
      return workbench.statusBar();
    },
    (items) => items.some((item) => /“中方” tagged|Already tagged/.test(item)),
  );
  await workbench.press('Control+Alt+k');
  await until(
    'a word on cleaning',
    () => workbench.notifications(),
    (all) => all.some((each) => each.includes('cannot be changed')),
  );
  assert.equal(await workbench.editorText(), text);
  await workbench.press('Escape', 'Escape', 'Escape');
  await workbench.page.waitForTimeout(500);
  await statusHas('Tagging mode');
  await workbench.press('i');
  await statusHas('Correcting mode');
  await workbench.type('x');
  await compose();
  assert.equal(await workbench.editorText(), text);
});

test('what is typed right after the key of the mode writes nothing', async () => {
  await openFile(workbench, name);
  await workbench.goTo(3);
  await statusHas('Tagging mode');
  const before = await workbench.editorText();
  await workbench.goTo(3);
  await workbench.press('i');
  await statusHas('Correcting mode');
  await workbench.press('Control+Alt+t', 'z', 'z', 'z');
  await statusHas('Tagging mode');
  assert.equal(await workbench.editorText(), before);
});

test('Escape closes the guideline and stays in the mode', async () => {
  await workbench.goTo(3);
  await workbench.press('g');
  await workbench.answer('Party');
  const panel = await workbench.webView(extension, '.guideline h2');
  await panel.locator('.guideline').waitFor();
  await workbench.focusEditor();
  await workbench.press('Escape');
  await panel.locator('.guideline').waitFor({ state: 'hidden' });
  await workbench.press('Escape', 'Escape');
  await workbench.page.waitForTimeout(500);
  await statusHas('Tagging mode');
});

test('the keys that undo in the text say what does so here', async () => {
  const before = await workbench.editorText();
  await workbench.goTo(3);
  for (const key of ['z', 'y', 'Shift+z']) await workbench.press(`Control+${key}`);
  await statusHas('U takes back tagging');
  assert.equal(await workbench.editorText(), before);
});

test('a text without a file is tagged as well, and nothing is written into it', async () => {
  await workbench.command('File: New Untitled Text File');
  await workbench.page.waitForTimeout(500);
  await workbench.page.keyboard.insertText(text);
  await workbench.command('Change Language Mode');
  await workbench.answer('Diplomatic Statement');
  await workbench.focusEditor();
  await statusHas('Correcting mode');
  await workbench.goTo(3);
  await workbench.press('Control+Alt+t');
  await statusHas('Tagging mode');
  await compose();
  await workbench.press('z');
  assert.equal(await workbench.editorText(), text);
  await workbench.press('1');
  await statusHas('“中方” tagged');
  await workbench.press('i');
  await statusHas('Correcting mode');
  await compose();
  assert.notEqual(await workbench.editorText(), text);
});
