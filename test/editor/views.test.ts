// The lists of tags by keyboard: filter, group, several at once, lost words brought back, another annotator's tags,
// a passage copied with its tags, and a concordance over the folder.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packagedExtension, Workbench } from './driver.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '东山国和西海国联合声明.statement.txt';
const text = `东山国和西海国联合声明

应西海国总统邀请，东山国总统于2031年5月6日访问西海国。

一、双方重申相互尊重主权，支持扩大农业合作。

二、双方愿加强海关合作，支持在海关联盟框架内扩大农业
合作。

2031年5月6日于望海城
`;
const elsewhere = `北原国和东山国联合公报

一、双方将继续推进农 业
合作，并交换有关资料。

2032年1月1日于北原
`;
/** A tag of another annotator on 总统 in 西海国总统. */
const theirs = {
  '@context': ['http://www.w3.org/ns/anno.jsonld', { jiaozhu: 'urn:jiaozhu:' }],
  id: 'x',
  type: 'AnnotationPage',
  'jiaozhu:format': 1,
  items: [
    {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      type: 'Annotation',
      creator: { type: 'Person', name: 'Wang' },
      motivation: 'tagging',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'person' },
        { type: 'TextualBody', purpose: 'commenting', value: '*office* <img onerror=alert(1)> \u202eabc' },
      ],
      target: {
        source: 'x',
        selector: [
          { type: 'TextQuoteSelector', exact: '西海国总统', prefix: '应', suffix: '邀请，东山国总统' },
        ],
      },
      'jiaozhu:review': 'accepted',
      'jiaozhu:state': 'anchored',
    },
  ],
};

let folder: string;
let workbench: Workbench;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await writeFile(join(folder, name), text);
  await writeFile(join(folder, '北原国和东山国联合公报.txt'), elsewhere);
  await writeFile(join(folder, `${name}.Wang.annotations.json`), JSON.stringify(theirs));
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
    settings: { 'jiaozhu.annotator': 'Li' },
  });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = (title: string, level = 2) => workbench.inSight(title, level);
const listOf = (title: string) => workbench.page.locator(`.pane .monaco-list[aria-label*="${title}"]`);
const said = (words: string) =>
  until(
    words,
    () => workbench.statusBar(),
    (items) => items.includes(words),
  );
/** The first cell of each row's label. */
const wordsIn = async (title: string, level = 2) =>
  (await rows(title, level)).map((label) => label.split(',')[0]);

async function tag(words: string, digit: number): Promise<void> {
  await workbench.goTo(1);
  await workbench.select(words);
  await workbench.press(`Control+Alt+${digit}`);
}

/** Puts the keys at a row of a list; one that is being filled anew forgets a click. */
async function at(title: string, words: string): Promise<void> {
  const row = listOf(title).locator(`.monaco-list-row[aria-label^="${words}"]`).first();
  await until(
    `“${words}” to be chosen`,
    async () => {
      await row.click();
      return row.evaluate((element) => element.classList.contains('focused'));
    },
    (chosen) => chosen,
  );
}

test('the filter leaves the tags that have what is typed, and Escape in the list ends it', async () => {
  await workbench.command('校注 Jiaozhu: Focus on Tags by Section View');
  await workbench.webView(extension);
  await workbench.foldPane('Tagging');
  await tag('相互尊重主权', 8);
  await tag('扩大农业合作', 7);
  await tag('加强海关合作', 7);
  await tag('海关联盟', 2);
  await until(
    'four tags',
    () => rows('Tags by Section'),
    (labels) => labels.length === 4,
  );
  await workbench.command('Jiaozhu: Filter Tags…');
  const field = workbench.page.locator('.quick-input-widget .quick-input-box input');
  await field.waitFor();
  await field.fill('海关');
  await until(
    'two tags',
    () => wordsIn('Tags by Section'),
    (words) => words.length === 2,
  );
  assert.deepEqual(await wordsIn('Tags by Section'), ['加强海关合作', '海关联盟']);
  await workbench.press('Enter');
  await workbench.screenshot('views-filtered');
  await at('Tags by Section', '海关联盟');
  await workbench.press('Escape');
  await until(
    'all tags again',
    () => rows('Tags by Section'),
    (labels) => labels.length === 4,
  );
});

test('the list is grouped otherwise, and several tags are taken at once', async () => {
  await workbench.command('Jiaozhu: Group the Tags By…');
  await workbench.answer('Tags by Label');
  const labels = ['Organisation', 'Commitment', 'Position'];
  await until(
    'tags by label',
    () => wordsIn('Tags by Label', 1),
    (found) => found.join() === labels.join(),
  );
  await at('Tags by Label', '扩大农业合作');
  await workbench.press('Shift+ArrowDown', 'Delete');
  await said('Tags removed: 2');
  await until(
    'two tags',
    () => wordsIn('Tags by Label'),
    (words) => words.length === 2,
  );
  await workbench.press('Control+Alt+u');
  await until(
    'four tags',
    () => wordsIn('Tags by Label'),
    (words) => words.length === 4,
  );
  await workbench.command('Jiaozhu: Group the Tags By…');
  await workbench.answer('Tags by Section');
});

test('a tag that has lost its words waits in the tray, with the places where they may be', async () => {
  await workbench.goTo(1);
  await workbench.select('加强海关合作，');
  await workbench.press('Delete');
  await until(
    'the tray',
    () => rows('Lost Words', 1),
    (labels) => labels.length === 1,
  );
  assert.match((await rows('Lost Words', 1))[0] ?? '', /^加强海关合作, Commitment, words deleted at /);
  await workbench.goTo(9);
  await workbench.type('注：加强海关的合作');
  await at('Lost Words', '加强海关合作');
  await workbench.press('ArrowRight');
  await until(
    'a place',
    () => rows('Lost Words', 2),
    (labels) => labels.length > 0,
  );
  await workbench.screenshot('views-lost');
  assert.match((await rows('Lost Words', 2))[0] ?? '', /^Probably here: .*加强海关的合作/);
  await workbench.press('ArrowDown', 'Control+Enter');
  await said('Commitment: the tag has words again');
  await until(
    'the words in the list',
    () => wordsIn('Tags by Section'),
    (words) => words.includes('加强海关的合作'),
  );
  await until(
    'the tray to go',
    () => listOf('Lost Words').count(),
    (count) => count === 0,
  );
});

test('another annotator’s tags are shown on request, told by the hover, and taken over', async () => {
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Show or Hide Other Annotators’ Tags');
  await said('Tags shown beside yours: Wang');
  // VS Code keeps the spaces of a text by unbreakable ones.
  const hover = (await workbench.hoverOn('西海国总统')).replaceAll('\u00a0', ' ');
  await workbench.screenshot('views-hover');
  assert.match(hover, /Person/);
  assert.match(hover, /Wang/);
  assert.ok(hover.includes('*office* <img onerror=alert(1)>'), hover);
  assert.ok(hover.includes('[U+202E]'), hover);
  await workbench.press('Escape');
  await workbench.command('Jiaozhu: Group the Tags By…');
  await workbench.answer('Tags by Annotator');
  await until(
    'both annotators',
    () => wordsIn('Tags by Annotator', 1),
    (names) => names.join() === 'Li (you),Wang',
  );
  await workbench.theme('dark');
  await workbench.screenshot('views-annotators-dark');
  await workbench.theme('light');
  await at('Tags by Annotator', '西海国总统');
  await workbench.press('Control+Enter');
  await said('Tags taken over: 1');
  await until(
    'one’s own tag',
    () => wordsIn('Tags by Annotator'),
    (words) => words.filter((each) => each === '西海国总统').length === 2,
  );
});

test('a passage is copied with its tags', async () => {
  await workbench.goTo(1);
  await workbench.select('应西海国总统邀请');
  await workbench.command('Jiaozhu: Copy with Tags…');
  await workbench.answer('XML');
  await said('Copied with tags: 1');
  const copied = await workbench.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^<statement>应<person note="[^"]+">西海国总统<\/person>邀请<\/statement>$/);
});

test('a concordance finds words over line breaks in all statements; a click or Enter leads to the place', async () => {
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Concordance of Words or a Label…');
  await workbench.answer('农业合作');
  const page = workbench.page.locator('.editor-group-container.active');
  const lines = () => page.locator('.view-line').allInnerTexts();
  const places = await until(
    'the places',
    lines,
    (all) => all.filter((line) => line.includes('农业合作')).length >= 4,
  );
  assert.match((places[0] ?? '').replaceAll('\u00a0', ' '), /places: 3 · in 2 of 2 statements/);
  await workbench.screenshot('views-concordance');
  await workbench.theme('dark');
  await workbench.screenshot('views-concordance-dark');
  await workbench.theme('light');
  await page.locator('.view-line', { hasText: '联合公报' }).last().click();
  await workbench.page.locator('.tab', { hasText: '联合公报' }).first().waitFor();
  await workbench.screenshot('views-concordance-beside');
  await workbench.press('Enter');
  await until(
    'the words to be selected',
    () => workbench.statusBar(),
    (items) => items.some((item) => /Ln 4, Col 3 \(6 selected\)|\(\d selected\)/.test(item)),
  );
  assert.equal(await workbench.selectedText(), '农 业\n合作');
});

test('whoever types a label’s name and presses Enter gets the places of the label', async () => {
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Concordance of Words or a Label…');
  await workbench.answer('Person');
  const head = workbench.page.locator('.editor-group-container.active .view-line').first();
  const told = await until(
    'the concordance of the label',
    async () => (await head.innerText()).replaceAll('\u00a0', ' '),
    (line) => line.includes('Person'),
  );
  await workbench.screenshot('views-concordance-label');
  assert.doesNotMatch(told, /“Person”/, 'not of the word');
  assert.match(told, /places: [1-9]/);
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
