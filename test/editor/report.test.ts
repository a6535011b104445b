// The reports of a statement and of a folder: figures as tables and pictures, saved, read without sight, and led by to
// the places that they count.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SaxesParser } from 'saxes';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { storeOf } from '../annotations/marked-text.ts';
import { parseCsv } from '../citations/strict-csv.ts';
import { accessibilityViolations } from './accessibility.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { root } from './host/place.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '中哈联合声明.statement.txt';
const hostile = '<img src=x onerror="window.ran=1">.statement.txt';
/** Words, each tagged wherever it stands, with its label. */
const tags = {
  Li: {
    哈萨克斯坦共和国总统: 'person',
    上海合作组织: 'organisation',
    双方重申: 'position',
    双方将: 'commitment',
  },
  Wang: {
    哈萨克斯坦共和国总统: 'person',
    联合国: 'organisation',
    双方: '<img src=x onerror="window.ran=1">',
  },
};

let folder: string;
let workbench: Workbench;
/** How many tags each annotator has of each label. */
const counts: Record<string, Record<string, number>> = { Li: {}, Wang: {} };

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await cp(join(root, 'samples'), folder, { recursive: true });
  const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
  await writeFile(join(folder, hostile), `${'北原国和东山国联合公报'}\n\n一、双方恪守《联合国宪章》。\n`);
  for (const [annotator, words] of Object.entries(tags)) {
    const store = storeOf(text);
    for (const [word, label] of Object.entries(words)) {
      for (const { index } of text.matchAll(new RegExp(word, 'g'))) {
        store.add({ label, range: { start: index, end: index + word.length } });
        counts[annotator]![label] = (counts[annotator]![label] ?? 0) + 1;
      }
    }
    store.add({ label: 'reviewed', range: { start: 0, end: 0 }, scope: 'document' });
    const sidecar = `${name}.${annotator}.annotations.json`;
    const page = withAnnotations(newSidecar(), store.snapshot.anchored, text, sha256);
    await writeFile(join(folder, sidecar), serialiseSidecar(page, { document: name, sidecar }));
  }
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

/** The page of the report that is in sight, when it has a figure. */
const report = (title: string) => workbench.webView(extension, `main h2:text-is("${title}")`);

/** The cells of a figure's table. */
async function table(title: string): Promise<string[][]> {
  const page = await report(title);
  return page
    .locator('section', { has: page.locator(`h2:text-is("${title}")`) })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    );
}

const sumOf = (rows: string[][], column: string) => {
  const at = rows[0]!.indexOf(column);
  return rows.slice(1).reduce((sum, row) => sum + Number(row[at]), 0);
};

test('the report of a statement counts what its files of tags hold', async () => {
  await workbench.command('Jiaozhu: Show the Report of This Statement');
  const rows = await until(
    'the labels by section',
    () => table('Labels by Section'),
    (all) => all.length > 5,
  );
  assert.deepEqual(rows[0], [
    'Section',
    'Organisation',
    'Person',
    'Commitment',
    'Position',
    tags.Wang.双方,
    'All Tags',
  ]);
  assert.equal(sumOf(rows, 'Person'), counts.Li!.person! + counts.Wang!.person!);
  assert.equal(sumOf(rows, 'Commitment'), counts.Li!.commitment);
  assert.equal(sumOf(rows, tags.Wang.双方), counts.Wang![tags.Wang.双方]);
  const page = await report('Labels by Section');
  await page.locator('select').selectOption('Wang');
  await until(
    'one annotator’s tags alone',
    () => table('Labels by Section'),
    (all) => sumOf(all, 'Person') === counts.Wang!.person,
  );
  await page.locator('select').selectOption('Everyone together');
  const agreement = await until(
    'the measures',
    () => table('Agreement by Label'),
    (all) => all.length === 7,
  );
  const person = agreement.find(([label]) => label === 'Person')!;
  assert.deepEqual(person.slice(1, 4), [String(2 * counts.Li!.person!), '1.000', '1.000']);
  const confusions = await table('Confusions of Labels: Li (rows) and Wang (columns)');
  assert.equal(confusions.find(([label]) => label === 'Person')?.[2], String(counts.Li!.person));
  const dates = await table('Instruments by Date of Signature');
  assert.deepEqual(dates[1], ['联合国宪章', '1945-06-26', 'registry', dates[1]![3]]);
  assert.equal(await page.locator('section svg[role=img]').count(), 6);
});

test('a statement’s report is the same to the eye and to a screen reader, in every theme', async () => {
  for (const kind of ['light', 'high-contrast', 'dark'] as const) {
    await workbench.theme(kind);
    const page = await report('Labels by Section');
    await workbench.screenshot(`report-statement-${kind}`);
    assert.deepEqual(await accessibilityViolations(page, 'editor'), []);
    const [ground, text] = await page
      .locator('section svg[role=img]')
      .first()
      .evaluate((svg) => [getComputedStyle(document.body).backgroundColor, svg.getAttribute('fill')]);
    assert.notEqual(ground, text);
  }
  await workbench.theme('light');
});

test('a cell leads to its first tag by keyboard, and the picture by the mouse', async () => {
  const page = await report('Labels by Section');
  const section = page.locator('section', { has: page.locator('h2:text-is("Labels by Section")') });
  await section.locator('tbody button').first().focus();
  await workbench.press('ArrowDown', 'ArrowRight', 'Enter');
  await until(
    'the tag to be selected',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.includes(`(${'哈萨克斯坦共和国总统'.length} selected)`)),
  );
  await section.locator('svg .linked').last().click();
  await until(
    'another place',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.includes('(2 selected)')),
  );
  await workbench.screenshot('report-beside');
});

test('the report of the folder counts all statements, open or not', async () => {
  await workbench.command('View: Close All Editors');
  await workbench.command('Jiaozhu: Show the Report of the Folder');
  const rows = await until(
    'all statements',
    () => table('Labels by Statement'),
    (all) => all.length === 7,
  );
  const page = await report('Labels by Statement');
  const row = rows.find(([first]) => first === name)!;
  const all = [...Object.values(counts.Li!), ...Object.values(counts.Wang!)].reduce(
    (sum, each) => sum + each,
    0,
  );
  assert.equal(row.at(-1), String(all));
  assert.deepEqual(rows.find(([first]) => first === hostile)?.at(-1), '0');
  const statements = await table('Instruments by Statement');
  assert.ok(statements.some(([first, date]) => first === name && /^2027-09/.test(date ?? '')));
  const pairs = await table('Pairs of Instruments');
  assert.deepEqual(pairs[0], ['Instrument', 'Cited With', 'Sections', 'Statements']);
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => 'ran' in window), false);
  for (const kind of ['dark', 'light'] as const) {
    await workbench.theme(kind);
    await workbench.screenshot(`report-folder-${kind}`);
    assert.deepEqual(await accessibilityViolations(await report('Labels by Statement'), 'editor'), []);
  }
  for (const [at, title] of [
    'Agreement by Label',
    'Confusions of Labels: Li (rows) and Wang (columns)',
    'Instruments by Date of Signature',
    'Instruments by Statement',
    'Instruments Cited Together',
    'Pairs of Instruments',
  ].entries()) {
    await page.locator(`h2:text-is("${title}")`).evaluate((head) => head.scrollIntoView());
    await workbench.screenshot(`report-folder-${at}`);
  }
});

/** Saves a figure by a button of its own, and gives what was written. */
async function saved(title: string, button: string, file: string): Promise<string> {
  const page = await report(title);
  await page
    .locator('section', { has: page.locator(`h2:text-is("${title}")`) })
    .locator('button', { hasText: button })
    .click();
  const input = workbench.page.locator('.quick-input-widget .quick-input-box input');
  await until(
    'the dialog',
    () => input.inputValue(),
    (path) => path.endsWith(`labels-by-statement${file.slice(file.indexOf('.'))}`),
  );
  const path = join(folder, file);
  await input.fill(path);
  return until(
    file,
    async () => {
      // While it looks whether the file is there, the dialog takes no answer.
      if (await input.isVisible()) await workbench.press('Enter');
      return readFile(path, 'utf8');
    },
    (text) => text.length > 0,
  );
}

test('a figure is saved as CSV for a spreadsheet', async () => {
  const text = await saved('Labels by Statement', 'Save as CSV…', 'labels.csv');
  assert.ok(text.startsWith('\ufeff'));
  const [head, ...rows] = parseCsv(text.slice(1));
  assert.deepEqual(head, [
    'statement',
    'organisation',
    'person',
    'commitment',
    'position',
    tags.Wang.双方,
    'tags',
  ]);
  assert.equal(rows.length, 6);
  assert.equal(rows.find(([first]) => first === name)![2], String(counts.Li!.person! + counts.Wang!.person!));
});

test('a picture is saved as an SVG that stands by itself', async () => {
  const text = await saved('Labels by Statement', 'Save as SVG…', 'labels.svg');
  const names: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    names.push(local);
    for (const attribute of Object.keys(attributes)) assert.doesNotMatch(attribute, /^on|^href$/);
  });
  parser.on('error', (error) => assert.fail(error));
  parser.write(text).close();
  assert.equal(names[0], 'svg');
  assert.ok(names.includes('rect') && names.includes('text') && names.includes('title'));
  assert.ok(!names.includes('script') && !names.includes('style') && !names.includes('foreignObject'));
  assert.doesNotMatch(text, /var\(--|class="plot/);
  assert.match(text, /哈联合声明/);
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
