// Takes the README's pictures in the real VS Code, on a sample. It is no part of `npm test`, which takes others of
// the same things: `node scripts/pictures.mjs` runs it when what they show has changed.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { changeMode } from './modes.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '中蒙联合声明-newspaper.statement.txt';
const pictures = join(root, 'docs/pictures');
const viewport = { width: 960, height: 610 };

let temporary: string;
let workbench: Workbench;

before(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  const folder = join(temporary, 'samples');
  await cp(join(root, 'samples'), folder, { recursive: true });
  await mkdir(pictures, { recursive: true });
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
    viewport,
    // Only what the pictures are about.
    settings: {
      // The other pictures are of other things.
      'jiaozhu.suggestions': 'off',
      'editor.minimap.enabled': false,
      'editor.fontSize': 15,
      'editor.lineNumbersMinChars': 3,
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
    },
  });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(temporary, { recursive: true, force: true });
});

/** @param height of the window's upper part that is taken, in CSS pixels */
async function picture(of: string, height = viewport.height): Promise<void> {
  // Hovers and notifications fade in.
  await workbench.page.waitForTimeout(800);
  await workbench.page.screenshot({
    path: join(pictures, `${of}.png`),
    clip: { x: 0, y: 0, width: viewport.width, height },
  });
}

/** The panel takes the focus some time after it was asked to; keys that are pressed sooner go astray. */
async function panelHasFocus(): Promise<void> {
  await workbench.page.waitForTimeout(1500);
}

async function tag(words: string, digit: number): Promise<void> {
  await workbench.goTo(1);
  await workbench.select(words);
  await workbench.press(`Control+Alt+${digit}`);
}

test('the outline and a hover on the broken text', async () => {
  await workbench.foldPane('samples');
  await workbench.foldPane('Timeline');
  await workbench.outline();
  await workbench.hoverOn('《联合国');
  await picture('outline-and-hover');
  await workbench.press('Escape');
});

test('the quick-fixes of a spaced line', async () => {
  await workbench.page.mouse.move(2, 2);
  await workbench.goTo(1);
  await workbench.select('满 意 地');
  await workbench.press('ArrowLeft');
  await workbench.command('Quick Fix...');
  await workbench.page.locator('.action-widget').first().waitFor();
  await picture('quick-fixes');
  await workbench.press('Escape');
});

test('tags before and after cleaning', async () => {
  // Underlines want room; a hover, which takes its lines from here too, has none to give.
  await workbench.settings({ 'editor.lineHeight': 1.8 });
  await tag('出席两国建交\n\n80 周 年', 7);
  await workbench.command('Jiaozhu: Show the Tagging Panel');
  await workbench.webView(extension);
  await panelHasFocus();
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Clean the Document');
  await workbench.page.locator('.notification-list-item').first().waitFor();
  await picture('cleaned');
  await workbench.command('Notifications: Clear All Notifications');

  await tag('中华人民共和国主席', 3);
  await tag('2029年10月14日至17日', 5);
  await tag('乌兰巴托', 4);
  await tag('《中华人民共和国和蒙古国友好合作关系条约》', 6);
  await tag('中蒙边界线长达四千多公里，两国是搬不走的邻居', 8);
  await tag('双方将把《中蒙友好合作关系条约》的各项原则贯穿于交往的各个方面', 7);
  await tag('《中蒙友好合作关系条约》', 6);
  await workbench.command('Jiaozhu: Edit Note of Tag…');
  await panelHasFocus();
  await workbench.type('短题，全名见上文1994年条约');
  await workbench.focusEditor();
  await until(
    'the tags in the tree',
    async () => (await workbench.tree('Tags by Section')).filter((row) => row.level === 2).length,
    (count) => count === 8,
  );
  await workbench.goTo(1);
  await workbench.select('《中蒙友好合作关系条约》');
  await workbench.press('ArrowLeft', 'ArrowRight');
  await workbench.theme('dark');
  await picture('tagged');
});

test('tagging mode, with suggestions', async () => {
  await workbench.theme('light');
  await workbench.settings({ 'jiaozhu.suggestions': 'on' });
  await changeMode(workbench, 'Tagging');
  await workbench.goTo(1);
  await workbench.select('双方重申');
  await workbench.press('ArrowLeft', 'n', 'n');
  await until(
    'a suggestion to be told',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.startsWith('Suggestion')),
  );
  await picture('tagging-mode');
  await changeMode(workbench, 'Correcting');
});

test('the instruments that are cited, with the mentions of one', async () => {
  await workbench.theme('light');
  await workbench.command('Jiaozhu: Show the Instruments Cited');
  await workbench.foldPane('Tagging');
  await workbench.foldPane('Tags by Section');
  const list = workbench.page.locator('.pane .monaco-list[aria-label*="Instruments Cited"]');
  const row = (words: string) => list.locator('.monaco-list-row', { hasText: words }).first();
  await row('中蒙友好合作关系条约').click();
  await row('将把《中蒙').click();
  await until(
    'the mention to be selected',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.includes('(12 selected)')),
  );
  await workbench.page.mouse.move(2, 2);
  await picture('instruments', 470);
});

test('the report of the statement', async () => {
  await workbench.command('Jiaozhu: Show the Report of This Statement');
  const page = await workbench.webView(extension, 'section svg[role=img]');
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await page.locator('h2', { hasText: 'Labels by Section' }).waitFor();
  await picture('report');
});
