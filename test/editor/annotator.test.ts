// An annotator's first quarter of an hour, on the sample that is broken as newspapers are: look at the outline,
// hover a treaty, tag a span by keyboard, clean the document, save, come back.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '中蒙联合声明-newspaper.statement.txt';
/** In the print these words run over a column's edge, with stray spaces in the second line. */
const printed = '出席两国建交\n\n80 周 年';
const read = '出席两国建交80周年';

let temporary: string;
let folder: string;
let workbench: Workbench;

before(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  folder = join(temporary, 'samples');
  await cp(join(root, 'samples'), folder, { recursive: true });
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
  });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(temporary, { recursive: true, force: true });
});

/** The tags as the tree shows them: the words and the label's name. */
const tagsInTree = () => workbench.inSight('Tags by Section', 2);

async function countsSettled(wanted: (count: number) => boolean): Promise<number> {
  const total = async () => {
    const { errors, warnings, infos } = await workbench.problems();
    return errors + warnings + infos;
  };
  return until('the number of problems', total, wanted);
}

test('the outline shows the clean headings of the broken text', async () => {
  await workbench.foldPane('samples');
  const rows = await workbench.outline();
  await workbench.screenshot('outline');
  const labels = rows.map((row) => row.label);
  assert.match(
    labels[0] ?? '',
    /^中华人民共和国和蒙古国在两国建交80周年之际关于弘扬睦邻传统、深化全面战略伙伴关系的联合声明/,
  );
  const sections = labels.filter((label) => /^[一二三四五六七]　/.test(label));
  assert.deepEqual(sections.map((label) => label[0]).join(''), '一二三四五六七');
});

test('a hover tells what a treaty is', async () => {
  const words = await workbench.hoverOn('《联合国');
  await workbench.screenshot('hover');
  assert.match(words, /Convention against Corruption/);
  assert.match(words, /Cited here/);
});

test('a tag made by keyboard stays on its words through cleaning, saving and reloading', async () => {
  const before = await countsSettled((count) => count > 50);
  await workbench.goTo(1);
  await workbench.select(printed);
  await workbench.press('Control+Alt+1');
  await workbench.command('Jiaozhu: Show the Tagging Panel');
  const panel = await workbench.webView(extension);
  await until(
    'the tagged words in the panel',
    () => panel.locator('body').textContent(),
    (text) => text?.includes(read) === true,
  );
  const tagged = await tagsInTree();
  assert.equal(tagged.length, 1);
  assert.match(tagged[0] ?? '', new RegExp(`^${read}, `));
  await workbench.screenshot('tagged');

  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Clean the Document');
  const after = await countsSettled((count) => count < 10);
  assert.ok(after < before, `${before} problems before, ${after} after cleaning`);
  assert.match(await workbench.editorText(), new RegExp(read));
  assert.deepEqual(await tagsInTree(), tagged);
  await workbench.screenshot('cleaned');

  await workbench.focusEditor();
  await workbench.save();
  const sidecar = JSON.parse(await readFile(join(folder, `${name}.annotations.json`), 'utf8'));
  assert.equal(sidecar.items.length, 1);

  await workbench.reload();
  await workbench.waitForExtension(extension);
  await until('the tag after reloading', tagsInTree, (tags) => tags.length > 0);
  assert.deepEqual(await tagsInTree(), tagged);
  await workbench.screenshot('reloaded');
});

test('the window can be looked at in each kind of theme', async () => {
  await workbench.goTo(1);
  await workbench.select(read);
  await workbench.press('ArrowLeft', 'ArrowRight');
  for (const kind of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    await workbench.theme(kind);
    await workbench.screenshot(`theme-${kind}`);
  }
});

test('Delete and F2 in the list of tags act on the tag, and leave the text alone', async () => {
  const source = await workbench.editorText();
  const list = workbench.page.locator('.pane .monaco-list[aria-label*="Tags by Section"]');
  const row = '.monaco-list-row[aria-level="2"]';
  // A list that is being filled anew forgets a click: a person would click again.
  const click = (words: string) =>
    until(
      `“${words}” to be chosen`,
      async () => {
        await list.locator(row, { hasText: words }).click();
        return list.locator(`${row}.selected.focused`, { hasText: words }).count();
      },
      (chosen) => chosen === 1,
    );
  const wordsInTree = async () => (await tagsInTree()).map((label) => label.split(',')[0]);
  await workbench.goTo(1);
  // A key that comes while the list is being filled may be lost: a person would press it again.
  for (const [i, words] of ['睦邻传统', '战略伙伴关系'].entries()) {
    await until(
      `“${words}” in the list`,
      async () => {
        await workbench.select(words);
        await workbench.press('Control+Alt+7');
        return until('one more tag', tagsInTree, (tags) => tags.length === i + 2, 5000).catch(() => []);
      },
      (tags) => tags.length === i + 2,
    );
  }

  await click('战略伙伴关系');
  await workbench.press('Delete');
  await until('the tag to go', tagsInTree, (tags) => tags.length === 2);
  assert.deepEqual(await wordsInTree(), ['睦邻传统', read]);

  await click('睦邻传统');
  await workbench.press('F2');
  const panel = await workbench.webView(extension);
  await until(
    'the keyboard in the note',
    () => panel.locator('vscode-textarea.note:focus').count(),
    (count) => count === 1,
  );
  await workbench.type('noted');
  await until('the note in the list', tagsInTree, (tags) => tags[0]?.endsWith(', noted') === true);

  // The arrows say which tag is meant, not the click that came before.
  await click(read);
  await workbench.press('ArrowUp', 'ArrowUp', 'Delete');
  await until('the noted tag to go', tagsInTree, (tags) => tags.length === 1);
  assert.deepEqual(await wordsInTree(), [read]);
  assert.equal(await workbench.editorText(), source);

  await click(read);
  await workbench.press('Enter');
  await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  assert.equal(await workbench.selectedText(), read);
});

test('a page-jump mark tagged as printed is told by its printed words, and so is what is undone', async () => {
  const said = (text: string) =>
    until(
      text,
      () => workbench.statusBar(),
      (items) => items.includes(text),
    );
  await workbench.goTo(1);
  await workbench.select('（下转第3版）');
  await workbench.press('Control+Alt+0');
  await said('“（下转第3版）” tagged: As printed (sic)');
  const inTree = await until('the mark in the list', tagsInTree, (tags) =>
    tags.some((tag) => tag.startsWith('（下转')),
  );
  assert.ok(inTree.includes('（下转第3版）, As printed (sic)'), inTree.join('\n'));
  await workbench.press('Control+Alt+u');
  await said('Undone: （下转第3版）, As printed (sic)');
});

test('the menu of a statement begins with its kind, and leads to the walkthrough', async () => {
  await workbench.command('Jiaozhu: About This Statement');
  const title = workbench.page.locator('.quick-input-title');
  await until(
    'the kind of the text',
    () => title.textContent(),
    (text) => /^Joint statement · \d+ sections/.test(text ?? ''),
  );
  await workbench.screenshot('menu');
  await workbench.answer('How to Begin');
  await workbench.page.getByText('Annotate a Diplomatic Statement').first().waitFor();
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
