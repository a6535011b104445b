// A lead annotator settles what two annotators have tagged differently: by keyboard, and leaves and comes back.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { recordOf } from '../../client/src/annotations/adjudication/record.ts';
import { isSettled } from '../../client/src/annotations/adjudication/settled-sidecar.ts';
import { reviewedLabelId } from '../../client/src/annotations/labels.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../client/src/annotations/store.ts';
import { placeOf, storeOf } from '../annotations/marked-text.ts';
import { accessibilityViolations } from './accessibility.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const script = '<img src=x onerror="window.ran=1">';
const name = '中蒙联合声明.statement.txt';
const text = `中华人民共和国和蒙古国联合声明

应蒙古国总统邀请，中华人民共和国主席于2031年5月6日至8日对蒙古国进行国事访问。

一、政治互信

双方重申恪守《联合国宪章》宗旨和原则。中方支持蒙方奉行的对外政策，反对任何形式的单边主义。

二、经贸合作

双方同意扩大农产品贸易，落实《中蒙经贸合作中期规划》。

2031年5月8日于乌兰巴托
`;

type Words = readonly (readonly [
  label: string,
  words: string,
  more?: Parameters<AnnotationStore['change']>[1],
])[];

const li: Words = [
  ['party', '蒙古国总统'],
  ['instrument', '《联合国宪章》'],
  ['position', '中方支持蒙方奉行的对外政策', { attributes: { stance: '支持' }, note: `看主语${script}` }],
  ['commitment', '双方同意扩大农产品贸易'],
  ['place', '乌兰巴托'],
];
const wang: Words = [
  ['person', '蒙古国总统'],
  ['instrument', '《联合国宪章》'],
  ['position', '支持蒙方奉行的对外政策，反对任何形式的单边主义', { attributes: { stance: '反对' } }],
  ['commitment', '双方同意扩大农产品贸易'],
];

const stores = { Li: tagged(li), Wang: tagged(wang) };

function tagged(words: Words): AnnotationStore {
  const store = storeOf(text);
  for (const [label, quote, more] of words) {
    const { id } = store.add({ label, range: placeOf(text, quote) })!;
    if (more) store.change([id], more);
  }
  return store;
}

/** Writes an annotator's file, in which the statement is marked as finished, or is not. */
async function writeTags(annotator: keyof typeof stores, finished: boolean): Promise<void> {
  const store = stores[annotator];
  const mark = finished
    ? store.add({ label: reviewedLabelId, range: { start: 0, end: text.length }, scope: 'document' })
    : undefined;
  const file = withAnnotations(newSidecar(), store.toStore(), text, sha256);
  if (mark) store.remove([mark.id]);
  await writeFile(
    sidecar(annotator),
    serialiseSidecar(file, { document: name, sidecar: `${name}.${annotator}.annotations.json` }),
  );
}

let folder: string;
let workbench: Workbench;
const sidecar = (annotator: string) => join(folder, `${name}.${annotator}.annotations.json`);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await writeFile(join(folder, name), text);
  await writeTags('Li', false);
  await writeTags('Wang', false);
  workbench = await Workbench.start({
    folder,
    extensionVsix: packagedExtension(),
    at: { file: join(folder, name) },
    settings: { 'jiaozhu.annotator': 'Chen' },
  });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the settling, and waits until its page has the keyboard. */
async function settle(): Promise<Frame> {
  // The palette lists what can be done when it opens.
  await until(
    'the statement to be read',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.includes('Recognised as')),
  );
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Settle the Annotators’ Tags');
  const page = await workbench.webView(extension, '.adjudication .entry');
  await until(
    'the keyboard in the list of differences',
    () => page.evaluate(() => document.hasFocus() && document.activeElement?.className),
    (focused) => String(focused).startsWith('entry'),
  );
  return page;
}

const progressOf = (page: Frame) => page.locator('.progress').textContent();

/** Presses a key, and waits for what the page says of the progress then. */
async function press(page: Frame, key: string, progress: string): Promise<void> {
  await workbench.press(key);
  await until(
    `“${progress}” after ${key}`,
    () => progressOf(page),
    (told) => told === progress,
    10_000,
  );
}

/** Whether an element is within what is seen of the page. */
const isInSight = (page: Frame, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

/** What is in the settled file: words, label, and how that was decided. */
async function settledTags(): Promise<readonly string[]> {
  const reading = parseSidecar(await readFile(sidecar('settled'), 'utf8'));
  assert.ok(reading.ok && isSettled(reading.sidecar));
  return openSidecar(reading.sidecar, text, sha256)
    .annotations.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
    .map((tag) => {
      const words = tag.spans.map(({ start, end }) => text.slice(start, end)).join('…');
      const record = recordOf(tag)!;
      return `${words} ${tag.label} ${record.decision} ${record.from ?? ''}`.trim();
    });
}

test('as soon as the second annotator has finished, settling is offered', async () => {
  await writeTags('Wang', true);
  await writeTags('Li', true);
  await until(
    'the offer',
    () => workbench.notifications(),
    (all) => all.some((each) => each.includes('is finished by 2 annotators')),
  );
  await writeTags('Li', false);
});

test('two annotators’ tags stand side by side, and are settled by keys alone', async () => {
  const page = await settle();
  assert.equal(await progressOf(page), 'settled: 0 of 3; agreed on: 2');
  const sides = await page.locator('.columns .side').allInnerTexts();
  assert.deepEqual(sides, ['Li', 'Wang']);
  await until(
    'who has not finished',
    async () => {
      const unfinished = page.locator('.history:visible').first();
      const told = await unfinished.textContent({ timeout: 1000 }).catch(() => '');
      // VS Code may not tell of a change that comes at the heel of another: it is made once more.
      if (told === '') await writeTags('Li', false);
      return told;
    },
    (told) => told === 'Not marked as finished by: Li',
  );
  await workbench.screenshot('adjudication-label');
  const decisions = page.locator('.decisions');
  assert.deepEqual(
    (await decisions.locator('.button').allInnerTexts()).map((button) => button.replace(/\s+/g, ' ')),
    ['Take Li ←', 'Take Wang →', 'Both b', 'Neither x', 'Edit… e'],
  );
  assert.ok(await isInSight(page, '.decisions'), 'what can be decided is in sight');
  await press(page, 'ArrowRight', 'settled: 1 of 3; agreed on: 2');
  assert.equal(await page.locator('.what').textContent(), 'words differ · attributes differ · note differs');
  assert.match(
    (await page.locator('.unseen[role=status]').textContent()) ?? '',
    /^Settled\. “.*”: .* Still open: 2$/,
  );
  await workbench.screenshot('adjudication');
  assert.equal(await page.evaluate(() => 'ran' in window), false, 'a note is text, whatever it holds');
  assert.deepEqual(await accessibilityViolations(page), []);
  // A decision is on the difference that is seen: the next one has to be.
  await workbench.press('n');
  await until(
    'the next difference',
    () => page.locator('.what').textContent(),
    (what) => what === 'not tagged by all',
  );
  assert.match(await decisions.innerText(), /No Tag, as Wang/);
  await press(page, 'x', 'settled: 2 of 3; agreed on: 2');
  await press(page, 'u', 'settled: 1 of 3; agreed on: 2');
  assert.equal(
    await page.locator('.what').textContent(),
    'not tagged by all',
    'it is the one that is open again',
  );
});

test('the work goes on where it was left, after a new start', async () => {
  await until('the settled file', settledTags, (tags) => tags.length === 3);
  assert.deepEqual(await settledTags(), [
    '蒙古国总统 person taken Wang',
    '《联合国宪章》 instrument agreed',
    '双方同意扩大农产品贸易 commitment agreed',
  ]);
  await workbench.open({ file: join(folder, name) });
  await workbench.waitForExtension(extension);
  const page = await settle();
  assert.equal(await progressOf(page), 'settled: 1 of 3; agreed on: 2');
  const form = page.locator('.edit');
  // The form is given up from its list of labels, which Escape closes first where it is open.
  await workbench.press('e');
  const label = form.locator('.edit-label');
  await until(
    'the keyboard in the list of labels',
    () => page.evaluate(() => document.activeElement?.className),
    (focused) => focused === 'edit-label',
  );
  assert.ok(await isInSight(page, '.edit-label'), 'the form is in sight');
  const isOpen = () => label.evaluate((list) => 'open' in list && list.open === true);
  await workbench.press('Space');
  await until('an open list', isOpen, (open) => open);
  await workbench.press('Escape');
  await until('a closed list', isOpen, (open) => !open);
  assert.ok(await form.isVisible(), 'the list alone was closed');
  await workbench.press('Escape');
  await form.waitFor({ state: 'hidden' });
  await press(page, 'ArrowLeft', 'settled: 2 of 3; agreed on: 2');
  await press(page, 'u', 'settled: 1 of 3; agreed on: 2');
  await workbench.press('e');
  await form.waitFor();
  assert.equal(await form.locator('mark').textContent(), '中方支持蒙方奉行的对外政策');
  await form.getByRole('button', { name: 'End a Character Later' }).press('Enter');
  await until(
    'a longer tag',
    () => form.locator('mark').textContent(),
    (words) => words === '中方支持蒙方奉行的对外政策，',
  );
  await workbench.screenshot('adjudication-edit');
  assert.deepEqual(await accessibilityViolations(page), []);
  await press(page, 'Control+Enter', 'settled: 2 of 3; agreed on: 2');
  assert.equal(await page.locator('.done').isVisible(), false);
  await press(page, 'ArrowLeft', 'settled: 3 of 3; agreed on: 2');
  await page.locator('.done').waitFor();
  assert.match(
    (await page.locator('.unseen[role=status]').textContent()) ?? '',
    /^Settled\. Nothing is open any more\./,
  );
  assert.equal(
    await page.locator('.list > .place').textContent(),
    '',
    'what is settled is none of the open ones',
  );
  await until('all in the file', settledTags, (tags) => tags.length === 5);
  assert.deepEqual(await settledTags(), [
    '蒙古国总统 person taken Wang',
    '《联合国宪章》 instrument agreed',
    '中方支持蒙方奉行的对外政策， position edited',
    '双方同意扩大农产品贸易 commitment agreed',
    '乌兰巴托 place taken Li',
  ]);
});

test('what is settled can be exported from the page, whose statement stays at hand', async () => {
  const page = await workbench.webView(extension, '.adjudication');
  const sidebar = workbench.page.locator('.sidebar');
  await page.locator('.entry').first().focus();
  await workbench.command('校注 Jiaozhu: Focus on Tags by Section View');
  await until(
    'the statement of the page in the list of tags',
    () => sidebar.innerText(),
    (words) => words.includes('No tags yet.'),
  );
  await page.locator('.done .button').first().click();
  const input = workbench.page.locator('.quick-input-widget');
  await until(
    'what to export',
    () => input.innerText(),
    (words) => words.includes(name),
  );
  await workbench.press('Escape');
});

test('it can be read in every kind of theme, narrow and wide', async () => {
  const page = await workbench.webView(extension, '.adjudication');
  for (const theme of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    await workbench.theme(theme);
    await workbench.screenshot(`adjudication-${theme}`);
    assert.deepEqual(await accessibilityViolations(page), [], theme);
  }
  await workbench.page.setViewportSize({ width: 700, height: 800 });
  await until(
    'a narrow page',
    () => page.evaluate(() => window.innerWidth),
    (width) => width < 400,
  );
  await workbench.screenshot('adjudication-narrow');
  assert.deepEqual(await accessibilityViolations(page), []);
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    'nothing is cut off',
  );
  assert.ok(await isInSight(page, '.decisions'), 'what can be decided is in sight');
  assert.deepEqual(workbench.complaints, []);
});
