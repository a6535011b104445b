// What an annotator does about the treaties that a statement cites: looks at the list of them, orders it, goes to a
// mention and back from a mention to the list, exports the list; and moves by the structure of the text.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { parseCsv } from '../citations/strict-csv.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { openFile } from './open-file.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '中蒙联合声明-newspaper.statement.txt';
const view = 'Instruments Cited';

/** There are several 北京宣言, and nobody knows the memorandum. */
const ambiguous = `甲国和乙国联合声明

双方重申恪守《北京宣言》，签署《甲国和乙国关于养护雪豹的谅解备忘录》。
`;
const quiet = `甲国和乙国联合声明

双方商定保持接触。
`;

let temporary: string;
let folder: string;
let workbench: Workbench;

before(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  folder = join(temporary, 'samples');
  await cp(join(root, 'samples'), folder, { recursive: true });
  await writeFile(join(folder, 'ambiguous.statement.txt'), ambiguous);
  await writeFile(join(folder, 'quiet.statement.txt'), quiet);
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

const inSight = (level: number) => workbench.inSight(view, level);
const titles = (labels: readonly string[]) => labels.map((label) => label.split(', ')[0]!);
const list = () => workbench.page.locator(`.pane .monaco-list[aria-label*="${view}"]`);
const row = (words: string) => list().locator('.monaco-list-row', { hasText: words }).first();

/** Clicks a row until it is the chosen one: a list that is being filled anew forgets a click. */
async function choose(words: string): Promise<void> {
  await until(
    `“${words}” to be chosen`,
    async () => {
      await row(words).click();
      return list().locator('.monaco-list-row.selected', { hasText: words }).count();
    },
    (count) => count > 0,
  );
}

/** Opens or closes a row by the keys of the tree. */
async function unfold(words: string): Promise<void> {
  await choose(words);
  await until(
    `“${words}” to be open`,
    async () => {
      if ((await row(words).getAttribute('aria-expanded')) !== 'true') await workbench.press('ArrowRight');
      return row(words).getAttribute('aria-expanded');
    },
    (expanded) => expanded === 'true',
  );
}

/** The button of the view's title with this name, which shows when the mouse is there. */
async function titleButton(label: string): Promise<void> {
  const header = workbench.page.locator(`.sidebar .pane-header[aria-label*="${view}"]`);
  await header.hover();
  await header.locator(`.action-label[aria-label^="${label}"]`).click();
}

/** Chooses from the menu of a row. */
async function fromMenu(of: Locator, label: string): Promise<void> {
  const entry = workbench.page.locator(`.context-view .action-label[aria-label="${label}"]`);
  await of.click({ button: 'right' });
  await entry.waitFor({ timeout: 3000 });
  // A menu that has only just opened takes no click, lest the one that opened it choose an entry.
  while ((await entry.count()) > 0) await entry.click({ timeout: 2000 }).catch(() => undefined);
}

test('the list shows what is cited, by kind, in the broken text', async () => {
  await workbench.command('Jiaozhu: Show the Instruments Cited');
  await workbench.foldPane('Tagging');
  await workbench.foldPane('Tags by Section');
  const groups = await until(
    'the groups',
    () => inSight(1),
    (labels) => labels.length > 3,
  );
  assert.deepEqual(titles(groups).slice(0, 3), [
    'Treaties',
    'Agreements and Protocols',
    'Conventions and Covenants',
  ]);
  assert.equal(
    (await inSight(2))[0],
    '中蒙友好合作关系条约, Treaties, mentions: 3, 1994-04-29, 中华人民共和国和蒙古国友好合作关系条约',
  );
  const unknown = (await inSight(2)).find((label) => label.includes('谅解备忘录'));
  assert.match(unknown ?? '', /, not in the registry, /);
});

test('a mention shows the words about it, and a click selects it in the text', async () => {
  await unfold('中蒙友好合作关系条约');
  const mentions = await until(
    'the mentions with their words',
    () => inSight(3),
    (labels) => labels.length === 3 && labels.every((label) => !label.startsWith('《')),
  );
  assert.match(mentions[1]!, /《中蒙友好合作关系条约》.*, line 56, other title$/);
  await workbench.screenshot('instruments');
  await choose('56');
  await until(
    'the mention to be selected',
    () => workbench.statusBar(),
    (items) => items.some((item) => /^Ln 5\d, .*\(\d+ selected\)/.test(item)),
  );
  await workbench.focusEditor();
  assert.equal((await workbench.selectedText()).replace(/\s/g, ''), '《中蒙友好合作关系条约》');
});

test('the list can be ordered by date, without groups', async () => {
  await titleButton('List the Instruments without Groups');
  await titleButton('Order the Instruments');
  await workbench.answer('By Date');
  const dates = (labels: readonly string[]) => labels.flatMap((label) => /\d{4}-\d\d-\d\d/.exec(label) ?? []);
  await until(
    'the oldest first',
    () => inSight(1),
    (labels) => titles(labels)[0] === '联合国宪章',
  );
  const shown = dates(await inSight(1));
  assert.ok(shown.length > 5);
  assert.deepEqual(shown, shown.toSorted());
  await workbench.theme('dark');
  await workbench.screenshot('instruments-dark');
  await workbench.theme('light');
});

test('from the text, a key leads to the mention in the list', async () => {
  // In the print the title stands on two lines.
  await workbench.goTo(450, 14);
  await workbench.press('Control+Shift+Alt+m');
  await until(
    'the mention in the list',
    () => list().locator('.monaco-list-row.focused').getAttribute('aria-label'),
    (label) => /《不扩散核武器条约》.*, line 450/.test(label ?? ''),
  );
});

test('the list is exported for Excel', async () => {
  await titleButton('Export the Instruments Cited');
  await workbench.answer('CSV for Excel');
  // The pick that was answered gives way to the dialog, which begins with the folder of the document.
  const input = workbench.page.locator('.quick-input-widget .quick-input-box input');
  await until(
    'the dialog',
    () => input.inputValue(),
    (path) => path.endsWith('中蒙联合声明-newspaper.csv'),
  );
  const file = join(folder, 'cited.csv');
  await input.fill(file);
  const text = await until(
    'the file',
    async () => {
      // While it looks whether the file is there, the dialog takes no answer.
      if (await input.isVisible()) await workbench.press('Enter');
      return readFile(file, 'utf8');
    },
    (read) => read.length > 0,
  );
  const [head, first, ...others] = parseCsv(text.replace(/^\ufeff/, ''));
  assert.ok(text.startsWith('\ufeff'));
  assert.deepEqual([head![0], first![0], first!.at(-3)], ['identity', 'cn-mn-friendly-relations-1994', '3']);
  assert.ok(others.length > 20);
});

test('keys lead from section to section and from paragraph to paragraph, and the breadcrumbs tell where', async () => {
  const page = workbench.page;
  const line = async () =>
    /^Ln (\d+),/.exec((await page.locator('[id="status.editor.selection"]').textContent()) ?? '')?.[1];
  const leads = async (key: string, to: string) => {
    await workbench.press(key);
    await until(`line ${to} by ${key}`, line, (at) => at === to, 5000);
  };
  await workbench.goTo(2);
  await leads('Control+Shift+Alt+Quote', '4');
  await leads('Control+Shift+Alt+BracketRight', '28');
  await leads('Control+Shift+Alt+Quote', '30');
  await leads('Control+Shift+Alt+Semicolon', '28');
  await leads('Control+Shift+Alt+BracketLeft', '4');
  await workbench.goTo(70);
  const crumbs = await until(
    'the section in the breadcrumbs',
    () => page.locator('.monaco-breadcrumbs .monaco-breadcrumb-item').allInnerTexts(),
    (items) => /^一/.test(items[1] ?? ''),
  );
  assert.ok(crumbs.length > 2, crumbs.join(' > '));
  const sticky = await until(
    'the heading above the text',
    () => page.locator('.sticky-widget .sticky-line-content').allInnerTexts(),
    (lines) => lines.length > 0,
  );
  assert.equal(sticky[0]?.trim(), '一');
  await workbench.screenshot('structure');
});

test('F12 leads from a short form to the title', async () => {
  await workbench.goTo(150, 19);
  await workbench.press('F12');
  await until(
    'the cursor at the title',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.startsWith('Ln 148, Col 7')),
  );
});

test('all mentions of an instrument are found, in the other files of the folder too', async () => {
  const { page } = workbench;
  const files = page.locator('.reference-zone-widget .ref-tree .monaco-list-row[aria-level="1"]');
  await workbench.goTo(276, 7);
  await workbench.press('Control+Shift+Alt+m');
  const mention = list().locator('.monaco-list-row.focused', { hasText: '《巴黎协定》' });
  await mention.waitFor();
  const found = await until(
    'the mentions in three files',
    async () => {
      await fromMenu(mention, 'Find All Mentions');
      await files.first().waitFor({ timeout: 3000 });
      return files.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
    },
    (labels) => labels.length === 3,
  );
  assert.ok(
    found.some((label) => label.includes('中尼会谈新闻公报')),
    found.join('\n'),
  );
  await workbench.screenshot('references');
  await workbench.press('Escape');
});

test('the list follows the active editor, and shows what could be meant where nobody can tell', async () => {
  await openFile(workbench, 'ambiguous.statement.txt');
  const top = await until(
    'what the other statement cites',
    () => inSight(1),
    (labels) => labels.length === 2,
  );
  assert.match(top[0]!, /^甲国和乙国关…豹的谅解备忘录, .*not in the registry/);
  assert.equal(top[1], 'Unresolved or Ambiguous, instruments: 1');
  await unfold('《北京宣言》');
  const below = await until(
    'the candidates',
    () => inSight(3),
    (labels) => labels.length > 2,
  );
  assert.match(below[0]!, /《北京宣言》.*, line 3, full title$/);
  const candidates = below.filter((label) => label.includes(', candidate, '));
  assert.equal(candidates.length, below.length - 1);
  assert.ok(
    candidates.some((label) => /北京宣言, candidate, \d{4}/.test(label)),
    candidates.join('\n'),
  );
  await workbench.screenshot('instruments-ambiguous');
});

test('a title that nobody knows is added to the instruments of the folder, and is known from then on', async () => {
  await fromMenu(row('甲国和乙国关'), 'Add to the Instruments of This Folder');
  await workbench.page.locator('.tab.active', { hasText: 'instruments.json' }).waitFor();
  await workbench.focusEditor();
  assert.equal(await workbench.selectedText(), 'instrument-1', 'what is to be chosen first');
  await workbench.save();
  const file = JSON.parse(await readFile(join(folder, '.jiaozhu/instruments.json'), 'utf8'));
  assert.equal(file.instruments[0].names.zh, '甲国和乙国关于养护雪豹的谅解备忘录');
  await openFile(workbench, 'ambiguous.statement.txt');
  await until(
    'the instrument to be known',
    () => inSight(1),
    (labels) => labels.length === 2 && !labels[0]!.includes('not in the registry'),
  );
});

test('a statement that cites nothing says so', async () => {
  await openFile(workbench, 'quiet.statement.txt');
  await workbench.page.getByText('This statement cites no treaty or other instrument.').waitFor();
  await openFile(workbench, name);
});

test('the order is remembered', async () => {
  await workbench.reload();
  await workbench.waitForExtension(extension);
  await until(
    'the oldest first',
    () => inSight(1),
    (labels) => titles(labels)[0] === '联合国宪章',
  );
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
