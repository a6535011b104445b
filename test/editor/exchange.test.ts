// Tags go out to other tools and come back, by the pickers and by keyboard, as a person does it.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '中哈联合声明.statement.txt';
const stem = '中哈联合声明.statement';

let folder: string;
/** The folder that is proposed for brat. */
const brat = () => join(folder, 'jiaozhu-export-brat');
let workbench: Workbench;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await cp(join(root, 'samples'), folder, { recursive: true });
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
    settings: { 'jiaozhu.annotator': 'Li' },
    viewport: { width: 1400, height: 900 },
  });
  await workbench.waitForExtension(extension);
  await until(
    'the statement to be read',
    () => workbench.statusBar(),
    (items) => items.some((item) => /Instruments cited: \d+/.test(item)),
  );
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

const picker = () => workbench.page.locator('.quick-input-widget');
const rows = () =>
  picker()
    .locator('.quick-input-list .monaco-list-row')
    .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));

/** Waits for the picker of that title, and gives its rows. */
async function picking(title: string, step?: string): Promise<string[]> {
  await until(
    `the picker “${title}”`,
    () => picker().locator('.quick-input-title').allInnerTexts(),
    (titles) => titles.some((each) => each.includes(title) && (!step || each.includes(step))),
  );
  return until('its rows', rows, (all) => all.length > 0);
}

/** Gives the path that a dialog asks for. */
async function path(to: string, isAsked: (now: string) => boolean): Promise<void> {
  const input = picker().locator('.quick-input-box input');
  await until('the dialog', () => input.inputValue(), isAsked);
  await input.fill(to);
  // While it looks at what is there, the dialog takes no answer; a folder it enters first.
  await until(
    'the dialog to close',
    async () => {
      const isThere = (await input.isVisible()) && (await input.inputValue()).startsWith(to);
      if (isThere) await workbench.press('Enter');
      return isThere;
    },
    (isThere) => !isThere,
  );
}

async function notified(words: RegExp): Promise<string> {
  const all = await until(
    `a message ${words}`,
    () => workbench.notifications(),
    (texts) => texts.some((text) => words.test(text)),
  );
  return all.find((text) => words.test(text))!;
}

/** Tags words with a label, by its name. */
async function tag(words: string, label: string): Promise<void> {
  await workbench.select(words);
  await workbench.press('Control+Alt+q');
  await workbench.answer(label);
  await until(
    'the tag',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.includes('tagged')),
  );
}

test('tags go to brat: what it cannot hold is told before, and files are in the folder that was chosen', async () => {
  await tag('上海合作组织', 'Organisation');
  await tag('双方重申', 'Position');
  await workbench.command('Jiaozhu: Export Tags…');
  const extents = await picking('Export Tags', '1/3');
  assert.match(extents.join('\n'), new RegExp(`This Statement.*${name}`));
  await workbench.press('Enter');
  const formats = await picking('Export Tags', '2/3');
  assert.ok(
    formats.some((row) => /^brat standoff, .*\.ann/.test(row)),
    formats.join('\n'),
  );
  await workbench.screenshot('export-formats-light');
  await workbench.answer('brat');
  await picking('Export Tags', '3/3');
  await workbench.screenshot('export-details-light');
  await workbench.press('Enter');
  const folders = await picking('Export Tags to brat');
  assert.match(folders[0]!, /jiaozhu-export-brat, a folder of its own/);
  await workbench.screenshot('export-folder-light');
  await workbench.press('Enter');
  await notified(/Exported to jiaozhu-export-brat\. Documents: 1, tags: 2, files: \d/);
  const files = await readdir(brat());
  assert.ok(files.includes(`${stem}.ann`) && files.includes(`${stem}.txt`), files.join());
  const annotations = await readFile(join(brat(), `${stem}.ann`), 'utf8');
  assert.match(annotations, /^T\d+\torganisation \d+ \d+\t上海合作组织$/m);
  await workbench.screenshot('export-summary-light');
});

test('tags go to one file of doccano, by the dialog for files', async () => {
  await workbench.command('Jiaozhu: Export Tags…');
  await picking('Export Tags', '1/3');
  await workbench.press('Enter');
  await picking('Export Tags', '2/3');
  await workbench.answer('doccano');
  await picking('Export Tags', '3/3');
  await workbench.press('Enter');
  const file = join(folder, 'out.jsonl');
  await path(file, (now) => now.endsWith('.jsonl'));
  await notified(/Exported to out\.jsonl\. Documents: 1, tags: 2/);
  const { entities } = JSON.parse(await readFile(file, 'utf8'));
  assert.deepEqual(
    entities.map(({ label }: { label: string }) => label),
    ['position', 'organisation'],
  );
});

const ownTags = async () => {
  const sidecar = await readFile(join(folder, `${name}.Li.annotations.json`), 'utf8').catch(() => '');
  return [...sidecar.matchAll(/"exact": ?"([^"]*)"/g)].map(([, words]) => words).sort();
};

/** Goes to the preview of an import of the brat files. */
async function preview(): Promise<string[]> {
  await workbench.command('Jiaozhu: Import Tags…');
  await picking('Import Tags', '1/4');
  await workbench.press('Enter');
  await path(join(brat(), `${stem}.ann`), (now) => now.startsWith(folder));
  // brat's files say whose tags these are, so that nothing is asked on that.
  return picking('Import Tags', '4/4');
}

test('an import that is given up changes nothing; one that is agreed to merges, and is one step of undo', async () => {
  const file = join(brat(), `${stem}.ann`);
  const before = await until('both tags to be kept', ownTags, (tags) => tags.length === 2);
  const text = await readFile(join(brat(), `${stem}.txt`), 'utf8');
  const start = Array.from(text.slice(0, text.indexOf('联合国'))).length;
  const changed = (await readFile(file, 'utf8')).replace(/^(T\d+\t)organisation /m, '$1party ');
  await writeFile(file, `${changed.trimEnd()}\nT77\torganisation ${start} ${start + 3}\t联合国\n`);
  // What only the file has changed is taken; a conflict is what both have.
  assert.match((await preview()).join('\n'), /Import, added: 1, changed: 1\n/);
  await workbench.press('Escape');
  assert.deepEqual(await ownTags(), before);
  await workbench.select('上海合作组织');
  await workbench.command('Jiaozhu: Change Label of Tag…');
  await workbench.answer('Place');
  await until(
    'the label to be kept',
    () => readFile(join(folder, `${name}.Li.annotations.json`), 'utf8'),
    (sidecar) => sidecar.includes('"value":"place"'),
  );
  const rows = await preview();
  await workbench.screenshot('import-preview-light');
  assert.match(rows.join('\n'), /Import, added: 1, changed: 0, conflicts: 1/);
  assert.match(rows.join('\n'), /Conflicts: 1, What is here stays/);
  await workbench.press('Escape');
  assert.deepEqual(await ownTags(), before);

  await preview();
  await workbench.theme('dark');
  await workbench.screenshot('import-preview-dark');
  await workbench.press('ArrowDown', 'Enter');
  await picking('Conflicts of the Import: 1');
  await workbench.answer('Decide One by One');
  const sides = await picking('1/1');
  assert.match(sides.join('\n'), /Here: Place.*\n.*Import: Party/s);
  await workbench.screenshot('import-conflict-dark');
  await workbench.press('ArrowDown', 'Enter');
  const decided = await picking('Import Tags', '4/4');
  assert.match(decided.join('\n'), /decided one by one: 1/);
  await workbench.press('ArrowUp', 'Enter');
  await notified(/Imported into documents: 1\. Tags: added: 1, changed: 1, conflicts: 1\./);
  const kept = await until('the tags to be kept', ownTags, (tags) => tags.length === 3);
  assert.ok(kept.includes('联合国'));
  await workbench.theme('light');
  await workbench.command('Jiaozhu: Undo Tagging');
  assert.deepEqual(await until('the import to be undone', ownTags, (tags) => tags.length === 2), before);
});
