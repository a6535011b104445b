// The tagging panel as an annotator looks at it all day: by keyboard, by screen reader, narrow and wide, in each kind
// of theme, and with texts that would like to be more than text.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { placeOf, storeOf } from '../annotations/marked-text.ts';
import { accessibilityViolations } from './accessibility.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const script = '<img src=x onerror="window.ran=1"></script><script>window.ran=1</script>';
const name = '中蒙联合声明.statement.txt';
const text = `中华人民共和国和蒙古国联合声明

应蒙古国总统邀请，中华人民共和国主席于2031年5月6日至8日对蒙古国进行国事访问。

一、政治互信

双方重申恪守《联合国宪章》宗旨和原则。中方支持蒙方奉行的对外政策，反对任何形式的单边主义。

双方同意保持高层往来。

二、经贸合作

双方同意扩大农产品贸易，落实《中蒙经贸合作中期规划》。${script}

三、人文交流

中方愿每年向蒙方提供奖学金名额。双方支持两国青年友好往来。

2031年5月8日于乌兰巴托
`;

const guideline = `标**施事的国家或一方**，连同其修饰语。

## 标

1. 单独的“双方”“中方”
2. 国名，见[规范](https://example.org/guide)

| 文本 | 标 |
|---|---|
| 双方同意 | 双方 |

> 例：**“中方”**支持蒙方。

## 不标

- 作地点用的国名，见[此处](javascript:window.ran=1)
- ${script}
`;

const scheme = {
  groups: [
    { id: 'who', name: { zh: '谁', en: 'Who' } },
    { id: 'what', name: { zh: '什么', en: 'What' } },
  ],
  labels: [
    {
      id: 'party',
      name: { zh: '当事方', en: 'Party' },
      colour: '#b5200d',
      key: '1',
      group: 'who',
      guideline,
    },
    { id: 'person', name: { zh: '人物', en: 'Person' }, colour: '#0b6e4f', key: '2', group: 'who' },
    {
      id: 'organisation',
      name: { zh: '组织', en: 'Organisation' },
      colour: '#7a3e9d',
      key: '3',
      group: 'who',
    },
    { id: 'date', name: { zh: '日期', en: 'Date' }, colour: '#005f9e', key: '5', group: 'what' },
    { id: 'instrument', name: { zh: '文书', en: 'Instrument' }, colour: '#3b4bc4', key: '6', group: 'what' },
    { id: 'commitment', name: { zh: '承诺', en: 'Commitment' }, colour: '#a0195f', key: '7', group: 'what' },
    { id: 'position', name: { zh: '立场', en: 'Position' }, colour: '#5c6b00', key: 'P', group: 'what' },
    { id: 'hostile', name: `${script}\u202e`, description: script, colour: '#00696b', guideline: script },
    ...Array.from({ length: 5 }, (_, n) => ({
      id: `topic-${n}`,
      name: { zh: `议题${n}`, en: `Topic ${n}` },
    })),
  ],
  attributes: [
    {
      id: 'stance',
      name: { zh: '表态动词', en: 'Verb of stance' },
      kind: 'choice',
      choices: ['重申', '支持'],
      labels: ['position'],
    },
    { id: 'doubtful', name: { zh: '存疑', en: 'Doubtful' }, kind: 'flag', labels: ['position'] },
    { id: 'strength', name: { zh: '强度', en: 'Strength' }, kind: 'number', labels: ['position'] },
    { id: 'speaker', name: { zh: '表态者', en: 'Speaker' }, kind: 'text', labels: ['position'] },
  ],
  relations: [{ id: 'holder', name: { zh: '持有者', en: 'Held by' }, from: ['position'], to: ['party'] }],
};

/** What another day and a machine have left: tags that are linked and chained, and suggestions. */
function sidecar(): string {
  const store = storeOf(text);
  const add = (label: string, words: string, more = {}) =>
    store.add({ label, range: placeOf(text, words), ...more })!.id;
  const party = add('party', '中方支持'.slice(0, 2), { chain: '中国' });
  add('party', '中华人民共和国主席'.slice(0, 7), { chain: '中国' });
  const position = add('position', '支持蒙方奉行的对外政策', {
    note: script,
    attributes: { stance: '支持', mood: script, strength: 'high' },
  });
  store.change([position], { relations: [{ type: 'holder', target: party }] });
  add('hostile', '高层往来');
  add('commitment', '二、经贸合作', { scope: 'section', note: '本节' });
  add('instrument', '中华人民共和国和蒙古国', { scope: 'document' });
  for (const words of ['双方重申', '双方同意保持', '双方同意扩大', '双方支持两国']) {
    add('party', words.slice(0, 2 + words.indexOf('双方')), {
      review: 'suggested',
      range: { start: text.indexOf(words), end: text.indexOf(words) + 2 },
    });
  }
  add('date', '2031年5月6日至8日', { review: 'suggested' });
  return serialiseSidecar(withAnnotations(newSidecar(), store.toStore(), text, sha256), {
    document: name,
    sidecar: `${name}.annotations.json`,
  });
}

let folder: string;
let workbench: Workbench;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await mkdir(join(folder, '.jiaozhu'));
  await writeFile(join(folder, '.jiaozhu/labels.json'), JSON.stringify(scheme));
  await writeFile(join(folder, name), text);
  await writeFile(join(folder, `${name}.annotations.json`), sidecar());
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
    viewport: { width: 1280, height: 1400 },
  });
  await workbench.waitForExtension(extension);
  await showPanel();
  await workbench.foldPane('Tags by Section');
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

const panel = () => workbench.webView(extension, '.palette .label');

/** Shows the panel, and waits for it to have the keyboard. */
async function showPanel(): Promise<Frame> {
  await workbench.command('Jiaozhu: Show the Tagging Panel');
  const page = await panel();
  await page.locator('.palette .label:focus').waitFor();
  return page;
}

/** Puts the cursor into words of the text. */
async function cursorAt(words: string): Promise<void> {
  await workbench.goTo(1);
  await workbench.select(words);
  await workbench.press('ArrowLeft', 'ArrowRight');
}

/** The card of the tag on just these words. */
function cardOf(page: Frame, words: string) {
  return page.locator('.tags-section .tag', {
    has: page.locator('.words', { hasText: new RegExp(`^${words}$`) }),
  });
}

/** What the panel holds, once it is as wanted. */
async function panelText(wanted: RegExp, selector = 'main'): Promise<string> {
  const page = await panel();
  return until(
    `${wanted} in ${selector}`,
    () => page.locator(selector).first().innerText(),
    (shown) => wanted.test(shown),
    10_000,
  );
}

async function selected(wanted: string): Promise<void> {
  const items = () => workbench.statusBar();
  await until(`“${wanted}” to be selected`, items, (all) =>
    all.some((item) => item.includes(`(${[...wanted].length} selected)`)),
  );
}

test('the tag at the cursor shows its words, attributes, links and chain', async () => {
  await cursorAt('支持蒙方奉行');
  const page = await panel();
  const card = cardOf(page, '支持蒙方奉行的对外政策');
  assert.equal(await card.locator('.words').innerText(), '支持蒙方奉行的对外政策');
  assert.match(await card.locator('.links').innerText(), /Links\s+Held by\s+中方/);
  assert.match(
    await card.locator('.fields').innerText(),
    /mood\s+“<img.*which the label scheme does not know/s,
  );
  assert.match(await card.locator('.fields').innerText(), /Strength\s+“high”/);
  await workbench.screenshot('panel-tag');
});

test('attributes are set by keyboard, and a word is no number', async () => {
  const page = await panel();
  const card = cardOf(page, '支持蒙方奉行的对外政策');
  const strength = card.locator('.number-value input');
  await strength.focus();
  await workbench.type('viel');
  await workbench.press('Tab');
  await card.locator('.mistake', { hasText: 'This is no number' }).waitFor();
  await strength.focus();
  await workbench.press('Home', 'Shift+End');
  await workbench.type('０.5');
  await workbench.press('Enter');
  await until(
    'the number in place of the old value',
    () => card.locator('.fields').innerText(),
    (shown) => !shown.includes('high') && !shown.includes('no number'),
  );
  await card.locator('.flag input').focus();
  await workbench.press('Space');
  await card.locator('.flag input:checked').waitFor();
  await card.locator('.text-value input').focus();
  await workbench.type('中方');
  await workbench.press('Tab');
  await cursorAt('双方重申');
  await cursorAt('支持蒙方奉行');
  await until(
    'the attributes after coming back',
    async () => [
      await card.locator('.number-value input').inputValue(),
      await card.locator('.text-value input').inputValue(),
      await card.locator('.flag input:checked').count(),
    ],
    ([strengthNow, speaker, doubtful]) => strengthNow === '0.5' && speaker === '中方' && doubtful === 1,
  );
});

test('a link leads to the other tag, and tells there that it leads from here', async () => {
  const page = await panel();
  await page.locator('.links .end', { hasText: '中方' }).first().focus();
  await workbench.press('Enter');
  await selected('中方');
  const shown = await panelText(/Links from Elsewhere/, '.tags-section');
  assert.match(shown, /Held by\s+支持蒙方奉行的对外政策/);
  assert.match(shown, /Chain “\u2068?中国\u2069?”, tags: 2/);
  await workbench.screenshot('panel-chain');
});

test('the guideline of a label opens by keyboard, is text through and through, and closes', async () => {
  const page = await showPanel();
  await workbench.press('Home', 'g');
  await page.locator('.guideline h2:focus').waitFor();
  const shown = await panelText(/施事的国家/, '.guideline');
  assert.match(shown, /<img src=x onerror/);
  assert.match(shown, /此处\s*\(javascript:window\.ran=1\)/);
  assert.equal(await page.locator('.guideline [role=link]').count(), 1);
  assert.equal(await page.locator('.guideline strong').first().innerText(), '施事的国家或一方');
  await workbench.screenshot('panel-guideline');
  assert.deepEqual(await accessibilityViolations(page), []);
  await workbench.press('Escape');
  await page.locator('.palette .label:focus').waitFor();
  await page.locator('.guideline').waitFor({ state: 'hidden' });
});

test('labels are filtered as one types, and tag what is selected', async () => {
  const page = await panel();
  await workbench.goTo(1);
  await workbench.select('奖学金名额');
  await page.locator('.palette .filter input').focus();
  await workbench.type('topic 3');
  assert.deepEqual(await page.locator('.palette .label .name').allInnerTexts(), ['Topic 3']);
  await workbench.press('Enter');
  await panelText(/奖学金名额/, '.tags-section');
  await workbench.press('Escape');
  assert.equal(await page.locator('.palette .label').count(), 14);
  await workbench.press('Escape');
  await workbench.page.locator('.monaco-editor.focused').first().waitFor();
});

test('sections are marked as reviewed by keyboard, and gone to', async () => {
  const page = await showPanel();
  await page.locator('.parts .part').first().waitFor();
  await page.locator('.progress-section .fold').focus();
  await workbench.press('Tab', 'Home');
  const row = (words: string) => page.locator('.part', { hasText: words });
  for (let i = 0; i < 20 && !(await row('经贸').evaluate((one) => one.matches(':focus'))); i++) {
    await workbench.press('ArrowDown');
  }
  await workbench.press('b');
  await page.locator('.part[aria-checked=true]', { hasText: '经贸' }).waitFor();
  assert.ok(await row('经贸').evaluate((one) => one.matches(':focus')), 'the keyboard stays on its row');
  await panelText(/reviewed: 1 of/, '.progress-section');
  await workbench.press('Enter');
  await workbench.page.locator('.monaco-editor.focused').first().waitFor();
  await panelText(/On the Section and the Document/, '.tags-section');
  assert.match(await panelText(/本节|on the section/), /on the section/);
  await workbench.press('Control+Shift+Alt+Z');
  await panelText(/reviewed: 1 of \d+ · document finished/, '.progress-section');
  await workbench.screenshot('panel-progress');
  await workbench.press('Control+Shift+Alt+Z');
  await panelText(/^((?!document finished)[\s\S])*$/, '.progress-section');
});

test('suggestions are answered by keyboard, each shown in the text, and the next has the keyboard', async () => {
  await workbench.goTo(1);
  const page = await showPanel();
  const rows = page.locator('.suggestion');
  const focused = () =>
    page.locator('.suggestion:focus').evaluate((row) => ({
      words: row.querySelector('.found')?.textContent,
      label: row.querySelector('.label-name')?.textContent,
      id: row.dataset.suggestion,
    }));
  const total = async () =>
    Number(/of (\d+)/.exec(await page.locator('.queue-section .aside').innerText())?.[1]);
  await rows.first().waitFor();
  // From the labels over the tags to the suggestions.
  await workbench.press('Alt+PageDown', 'Alt+PageDown');
  await page.locator('.suggestion:focus').waitFor();
  await workbench.screenshot('panel-queue');
  const count = await total();
  const first = await focused();
  await workbench.press('ArrowDown');
  const second = await focused();
  assert.notEqual(second.id, first.id);
  await selected(second.words ?? '');
  await workbench.press('ArrowUp');
  assert.equal((await focused()).id, first.id);

  await workbench.press('x');
  await until('one less', total, (now) => now === count - 1);
  assert.equal((await focused()).id, second.id, 'the next one has the keyboard');
  await workbench.press('Enter');
  await until('two less', total, (now) => now === count - 2);
  assert.equal(await page.locator('.suggestion:focus').count(), 1);

  await workbench.press('Escape');
  await workbench.page.locator('.monaco-editor.focused').first().waitFor();
  await workbench.command('Jiaozhu: Undo Tagging');
  await workbench.command('Jiaozhu: Undo Tagging');
  await until('all of them again', total, (now) => now === count);
});

test('all suggestions of a label in a section are accepted at once', async () => {
  await workbench.goTo(1);
  await workbench.select('双方重申');
  const page = await showPanel();
  const row = page.locator('.suggestion', { has: page.locator('.found', { hasText: /^双方$/ }) });
  await row.first().click();
  const button = page.locator('.actions .link', { hasText: /^Accept all “Party” in this section/ });
  await button.waitFor();
  const waiting = Number(/\((\d+)\)$/.exec(await button.innerText())?.[1]);
  const count = async () => Number(await page.locator('.label[data-label=party] .count').innerText());
  const before = await count();
  await button.focus();
  await workbench.press('Enter');
  await until('all of them to be tags', count, (now) => now === before + waiting);
  assert.deepEqual(await accessibilityViolations(page), []);
});

test('nothing of a file runs or is more than text', async () => {
  const page = await panel();
  await cursorAt('高层往来');
  await page.locator('.tags-section .relabel [role=combobox]', { hasText: '<img src=x' }).first().waitFor();
  assert.equal(await page.locator('.label[data-label=hostile] .name').innerText(), `${script}\u202e`);
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.equal(await page.evaluate(() => 'ran' in window), false);
  assert.equal(await workbench.page.evaluate(() => 'ran' in window), false);
});

for (const kind of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
  test(`axe-core finds nothing wrong in ${kind}`, async () => {
    await workbench.theme(kind);
    await cursorAt('支持蒙方奉行');
    const page = await panel();
    await cardOf(page, '支持蒙方奉行的对外政策').waitFor();
    await workbench.screenshot(`panel-${kind}`);
    assert.deepEqual(await accessibilityViolations(page), []);
  });
}

test('in a wide side bar everything is still in its place', async () => {
  const side = await workbench.page.locator('.part.sidebar').boundingBox();
  assert.ok(side);
  const edge = side.x + side.width;
  await workbench.page.mouse.move(edge, 600);
  await workbench.page.mouse.down();
  await workbench.page.mouse.move(edge + 330, 600, { steps: 5 });
  await workbench.page.mouse.up();
  await workbench.page.mouse.move(edge + 500, 600);
  await workbench.theme('light');
  await cursorAt('支持蒙方奉行');
  const page = await panel();
  await cardOf(page, '支持蒙方奉行的对外政策').waitFor();
  await workbench.screenshot('panel-wide');
  const widest = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(widest <= 0, `${widest} px hang out at the side`);
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
