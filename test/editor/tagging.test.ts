// Tagging at speed, by keyboard alone: the tagging mode with its single keys, suggestions, units, links, merging and
// splitting, every occurrence; the text corrected in between; and an input method that may not write.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { quotedWords, type Review } from '../../client/src/annotations/annotation.ts';
import type { StoredAnnotation } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { inMode } from './modes.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const name = '甲乙联合声明.statement.txt';
/** A paragraph as a newspaper sets it. */
const column = (paragraph: string) => paragraph.replace(/.{20}(?=.)/gu, '$&\n');
/** Of our own writing: two states that there are, and what they never said. */
const text = [
  '中华人民共和国和蒙古国联合声明',
  '',
  column(
    '应中华人民共和国主席邀请，蒙古国总统于2041年5月18日至20日对中国进行国事访问。访问期间，两国元首举行会谈。',
  ),
  '',
  column(
    '一、双方重申恪守《联合国宪章》的宗旨和原则，支持多边主义，反对单边制裁，愿同国际社会一道维护国际法权威，共同应对全球性挑战。',
  ),
  column(
    '二、中方愿同蒙方扩大合作。双方同意扩大边境贸易，为两国企业开展边境贸易提供便利，继续办好各类展会。',
  ),
  column('三、双方将于2042年在乌兰巴托举行下一次会晤，届时讨论落实本声明的具体步骤，并通过新的合作计划。'),
  '',
].join('\n');

let folder: string;
let file: string;
let workbench: Workbench;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-tagging-'));
  file = join(folder, name);
  await writeFile(file, text);
  workbench = await Workbench.start({ folder, extensionVsix: packagedExtension(), at: { file } });
  await workbench.waitForExtension(extension);
  await until(
    'the statement to be read',
    () => workbench.statusBar(),
    (items) => items.some((item) => item.startsWith('Joint statement')),
  );
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What was said last in the status bar. */
const said = (part: string | RegExp) =>
  until(
    `“${part}” in the status bar`,
    () => workbench.statusBar(),
    (items) => items.some((item) => (typeof part === 'string' ? item.includes(part) : part.test(item))),
    5000,
  );

/** The tags as they are kept beside the text, `label: words`, in order of place, as soon as they are as wanted. */
async function tags(
  wanted: (tags: readonly string[]) => boolean,
  review: Review = 'accepted',
): Promise<readonly string[]> {
  return until(
    'the tags in the file',
    async () =>
      (await stored())
        .filter((tag) => tag.review === review)
        .map((tag) => `${tag.label}: ${quotedWords(tag)}`),
    wanted,
    8000,
  );
}

async function stored(): Promise<readonly StoredAnnotation[]> {
  const reading = parseSidecar(await readFile(`${file}.annotations.json`, 'utf8'));
  assert.ok(reading.ok);
  const start = (tag: StoredAnnotation) => tag.places[0]?.codePoints?.start ?? -1;
  return [...reading.sidecar.annotations].sort((a, b) => start(a) - start(b));
}

const has = (tag: string) => (all: readonly string[]) => all.includes(tag);

/** Puts the cursor before the next place where the words stand. */
async function cursorBefore(words: string): Promise<void> {
  await workbench.goTo(1);
  await workbench.select(words);
  await workbench.press('ArrowLeft');
}

/** Puts the cursor into the words, behind their first character. */
async function cursorInto(words: string): Promise<void> {
  await cursorBefore(words);
  await workbench.press('ArrowRight');
}

test('in tagging mode nothing is written: not by keys, not by an input method, not from the clipboard', async () => {
  await workbench.goTo(3);
  await workbench.press('Control+Alt+t');
  await inMode(workbench, 'Tagging');
  await workbench.focusEditor();
  const devtools = await workbench.page.context().newCDPSession(workbench.page);
  await workbench.press('z', 'Enter', 'Backspace', 'Delete', 'Space');
  await said('The text is read-only while you tag');
  await devtools.send('Input.imeSetComposition', { text: 'zhongguo', selectionStart: 8, selectionEnd: 8 });
  await devtools.send('Input.insertText', { text: '中国' });
  await workbench.page.evaluate(() => navigator.clipboard.writeText('从剪贴板来'));
  await workbench.press('Control+v', 'Control+x');
  assert.equal(await workbench.editorText(), text);
  assert.equal(await workbench.page.locator('.tabs-container .tab.dirty').count(), 0);
  // An input method finds nothing that it could write into, so it leaves the keys alone.
  assert.equal(
    await workbench.page.locator('.monaco-editor.focused textarea.inputarea').getAttribute('readonly'),
    'true',
  );
  await workbench.screenshot('tagging-mode');
});

test('one key leads back to the text, and the input method writes again', async () => {
  await workbench.goTo(3);
  await workbench.press('i');
  await inMode(workbench, 'Correcting');
  const devtools = await workbench.page.context().newCDPSession(workbench.page);
  await devtools.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 });
  await devtools.send('Input.insertText', { text: '是' });
  await until(
    'the character in the text',
    () => workbench.editorText(),
    (now) => now === text.replace('应中华', '是应中华'),
  );
  await workbench.goTo(3);
  await workbench.press('Delete');
  assert.equal(await workbench.editorText(), text);
  await workbench.save();
  await workbench.press('Control+Alt+t');
  await inMode(workbench, 'Tagging');
});

test('w, c, s and r select the word, the clause, the sentence and the reference, across a broken line', async () => {
  const selected = async (key: string, from: string) => {
    await cursorInto(from);
    await workbench.press(key);
    return workbench.page.waitForTimeout(400).then(() => workbench.selectedText());
  };
  assert.equal(await selected('w', '反对'), '反对');
  assert.equal(await selected('w', '和原'), '原\n则');
  assert.equal(await selected('c', '恪守'), '双方重申恪守《联合国宪章》的宗旨和原\n则');
  const sentence = await selected('s', '恪守');
  assert.equal(
    sentence.replaceAll('\n', ''),
    '一、双方重申恪守《联合国宪章》的宗旨和原则，支持多边主义，反对单边制裁，愿同国际社会一道维护国际法权威，共同应对全球性挑战。',
  );
  // What they have selected they make smaller as well.
  const smaller = async (key: string, words: string) => {
    await workbench.press(key);
    await said(`Selected: “${words}”`);
    return workbench.selectedText();
  };
  assert.equal(await smaller('c', '一'), '一');
  assert.equal(await selected('r', '国宪'), '《联合国宪章》');
  assert.equal(await smaller('w', '联合'), '联合');
});

test('a key of a label tags the selection; without one the reference at the cursor, or the word', async () => {
  await workbench.goTo(1);
  await workbench.select('多边主义');
  await workbench.press('7');
  await tags(has('commitment: 多边主义'));
  await cursorInto('边境');
  await workbench.press('4');
  await tags(has('place: 边境'));
  await cursorInto('合国宪');
  await workbench.press('6');
  await tags(has('instrument: 《联合国宪章》'));
  await workbench.screenshot('tagging-labels');
});

test('n leads to a suggestion and says it; a accepts, x rejects, and the next one is selected', async () => {
  // One that begins at the cursor is the first.
  await workbench.goTo(1);
  await workbench.press('n');
  await said(/^Suggestion: “中华人民共和国”, Party, .*suggestions left: \d+/);
  assert.equal(await workbench.selectedText(), '中华人民共和国');
  await workbench.goTo(3);
  await workbench.press('n');
  await said(/^Suggestion: “.+”, .+/);
  await workbench.screenshot('suggestions-light');
  const first = await workbench.selectedText();
  await workbench.press('a');
  const accepted = await tags((all) => all.some((tag) => tag.endsWith(`: ${first}`)));
  await said(/^Suggestion: “.+”, .+/);
  const second = await workbench.selectedText();
  assert.notEqual(second, '');
  await workbench.press('x');
  await tags((all) => all.some((tag) => tag.endsWith(`: ${second}`)), 'rejected');
  assert.ok(accepted.length > 0);
});

test('u takes back a rejection, and y does it again', async () => {
  const rejected = (await tags((all) => all.length === 1, 'rejected'))[0]!;
  await workbench.press('u');
  await tags((all) => all.length === 0, 'rejected');
  await workbench.press('y');
  await tags(has(rejected), 'rejected');
});

test('Shift+Enter accepts all suggestions of a label in the section, and no others', async () => {
  await cursorBefore('中方愿');
  await workbench.press('Shift+Enter');
  const all = await tags(has('party: 中方'));
  for (const words of ['蒙方', '双方']) assert.ok(all.includes(`party: ${words}`), words);
  const waiting = (await stored()).length;
  await workbench.press('u');
  await until('one step of undo', stored, (now) => now.length < waiting - 1);
  await workbench.press('y');
  await tags(has('party: 中方'));
});

test('the text is corrected in between, by one key there and one back', async () => {
  const before = await tags(() => true);
  await workbench.goTo(1);
  await workbench.select('展会');
  await workbench.press('i');
  await inMode(workbench, 'Correcting');
  await workbench.page.keyboard.insertText('博览会');
  await workbench.save();
  await workbench.press('Control+Alt+t');
  await inMode(workbench, 'Tagging');
  assert.deepEqual(await tags(() => true), before);
  assert.match(await workbench.editorText(), /各类博览会/);
});

test('m merges selected tags of a label, but none further on unless it is selected; k splits it again', async () => {
  await workbench.goTo(1);
  await workbench.select('单边制裁');
  await workbench.press('7');
  await tags(has('commitment: 单边制裁'));
  await cursorInto('多边主义');
  await workbench.press('m');
  await said('Select both tags of one label');
  await tags((all) => has('commitment: 多边主义')(all) && has('commitment: 单边制裁')(all));
  await workbench.goTo(1);
  await workbench.select('多边主义，反对单边制裁');
  await workbench.press('m');
  await tags(has('commitment: 多边主义…单边制裁'));
  await workbench.screenshot('tagging-merged');
  await cursorBefore('多边主义');
  await workbench.press('k');
  await tags((all) => has('commitment: 多边主义')(all) && has('commitment: 单边制裁')(all));
  await cursorBefore('边制裁');
  await workbench.press('k');
  await tags((all) => has('commitment: 单')(all) && has('commitment: 边制裁')(all));
  await workbench.press('u');
  await tags(has('commitment: 单边制裁'));
});

test('. repeats the last tag, l changes its label, d deletes it', async () => {
  await cursorInto('国际法');
  await workbench.press('.');
  await tags(has('commitment: 国际'));
  await workbench.press('l');
  await workbench.answer('Definition');
  await tags(has('definition: 国际'));
  await workbench.press('d');
  await tags((all) => !has('definition: 国际')(all));
});

test('v sets an attribute, with the choices that the label has', async () => {
  await workbench.goTo(1);
  await workbench.select('反对单边制裁');
  await workbench.press('8');
  await tags(has('position: 反对单边制裁'));
  await workbench.press('v');
  await workbench.answer('Verb of stance');
  await workbench.answer('反对');
  await until('the attribute in the file', stored, (all) =>
    all.some(({ label, attributes }) => label === 'position' && attributes.stance === '反对'),
  );
});

test('t on one tag and on another links the two; the status bar says what is marked, Escape gives it up', async () => {
  await workbench.goTo(1);
  await workbench.select('反对单边制裁');
  await workbench.press('t');
  await said('Link from “反对单边制裁” to any tag');
  await workbench.press('ArrowLeft', 'Escape');
  await said('Nothing is marked for linking any more');
  await inMode(workbench, 'Tagging');
  await workbench.select('反对单边制裁');
  await workbench.press('t');
  await cursorInto('中方愿');
  await workbench.press('t');
  await workbench.answer('Speaker');
  const all = await until('the link in the file', stored, (now) =>
    now.some(({ relations }) => relations.length > 0),
  );
  const [link] = all.find(({ label }) => label === 'position')!.relations;
  assert.equal(link?.type, 'speaker');
  assert.equal(link?.target, all.find((tag) => quotedWords(tag) === '中方')!.id);
});

test('t on a tag that may not be linked marks nothing; nor does one that was refused stay marked', async () => {
  await cursorInto('合国宪');
  await workbench.press('t');
  await said(/^The labels allow no link from Instrument/);
  await workbench.goTo(1);
  await workbench.select('总统');
  await workbench.press('3');
  await tags(has('person: 总统'));
  await workbench.press('t');
  await said('Link from “总统” to Party, Organisation');
  await workbench.goTo(1);
  await workbench.select('乌兰巴托');
  await workbench.press('4');
  await tags(has('place: 乌兰巴托'));
  await workbench.press('t');
  await said('The labels allow no link from Person to Place');
  assert.ok(!(await workbench.statusBar()).some((item) => item.startsWith('Link from')));
  await workbench.press('u', 'u');
  await tags((all) => !has('person: 总统')(all) && !has('place: 乌兰巴托')(all));
});

test('] and [ say which tag they have reached', async () => {
  await workbench.goTo(1);
  await workbench.press(']');
  await said(/^Tag 1 of \d+: “.+”, .+/);
  await workbench.press(']');
  await said(/^Tag 2 of \d+: “.+”, .+/);
  await workbench.press('[');
  await said(/^Tag 1 of \d+/);
});

test('h chains tags that mean the same', async () => {
  await cursorInto('中方愿');
  await workbench.press('h');
  await said('Same as “中方”');
  await cursorInto('双方同意');
  await workbench.press('h');
  await until(
    'the chain in the file',
    stored,
    (all) => all.filter(({ chain }) => chain === '中方').length === 2,
  );
  await workbench.press('Escape');
  await said('Nothing is marked');
});

test('o tags every occurrence, over a broken line too, after a preview; one step of undo takes all back', async () => {
  await workbench.goTo(1);
  await workbench.select('边境贸易');
  await workbench.press('o');
  await workbench.answer('Definition');
  await until(
    'the places in their context',
    () => workbench.page.locator('.quick-input-list .monaco-list-row').allInnerTexts(),
    (rows) => rows.length === 2 && rows.every((row) => row.includes('【边境贸易】')),
  );
  await workbench.screenshot('occurrences');
  await workbench.press('Enter');
  await tags((all) => all.filter((tag) => tag === 'definition: 边境贸易').length === 2);
  await workbench.focusEditor();
  await workbench.press('u');
  await tags((all) => !has('definition: 边境贸易')(all));
  await workbench.press('y');
});

test('o gives a place the attributes that accepting its suggestion gives', async () => {
  const dated = () =>
    until('the date in the file', stored, (all) => all.some((tag) => quotedWords(tag) === '2042年')).then(
      (all) => all.find((tag) => quotedWords(tag) === '2042年')?.attributes,
    );
  await workbench.goTo(1);
  await workbench.select('2042年');
  await workbench.press('a');
  const accepted = await dated();
  assert.notDeepEqual(accepted, {});
  await workbench.press('u');
  await tags((all) => !has('date: 2042年')(all));
  await workbench.goTo(1);
  await workbench.select('2042年');
  await workbench.press('o');
  await workbench.answer('Date');
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '【2042年】' }).waitFor();
  await workbench.press('Enter');
  assert.deepEqual(await dated(), accepted);
  await workbench.focusEditor();
  await workbench.press('u');
  await tags((all) => !has('date: 2042年')(all));
});

test('b marks the section as reviewed and takes the mark away', async () => {
  const marks = (count: number) =>
    until(
      'the mark in the file',
      stored,
      (all) => all.filter(({ label }) => label === 'reviewed').length === count,
    );
  await cursorInto('乌兰巴托');
  await workbench.press('b');
  await said('Reviewed: ');
  assert.equal((await marks(1)).find(({ label }) => label === 'reviewed')!.scope, 'section');
  await workbench.screenshot('tagging-reviewed');
  await workbench.press('b');
  await marks(0);
  await workbench.press('b');
  await marks(1);
});

test('cleaning works in tagging mode, and the text is read-only again after it', async () => {
  const before = await tags(() => true);
  await workbench.focusEditor();
  await workbench.press('Control+Alt+k');
  const cleaned = await until(
    'the text without the breaks',
    () => workbench.editorText(),
    (now) => now.includes('宗旨和原则，支持多边主义，反对'),
  );
  await workbench.save();
  assert.deepEqual(await tags(() => true), before);
  await inMode(workbench, 'Tagging');
  await workbench.press('z');
  await said('The text is read-only while you tag');
  assert.equal(await workbench.editorText(), cleaned);
});

test('how long from a key to the paint', async (t) => {
  const words = [
    '主席',
    '邀请',
    '总统',
    '访问',
    '期间',
    '元首',
    '会谈',
    '宗旨',
    '原则',
    '支持',
    '社会',
    '维护',
    '权威',
    '应对',
    '挑战',
  ];
  const times: number[] = [];
  for (const word of words) {
    await cursorInto(word);
    for (const key of ['7', 'd']) {
      await workbench.page.evaluate(watchForPaint);
      await workbench.press(key);
      times.push(
        await workbench.page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted),
      );
    }
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(part * (times.length - 1))]!.toFixed(0);
  t.diagnostic(`key to paint, ${times.length} keys: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
});

/** Runs in the page: from the next key to the frame in which the decorations of the text have changed. */
function watchForPaint(): void {
  const layer = document.querySelector('.monaco-editor.focused .view-overlays')!;
  const looks = () => [...layer.querySelectorAll('[class*="ced-"]')].map((each) => each.outerHTML).join();
  const before = looks();
  const painted = new Promise<number>((resolve) => {
    addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        const look = () => {
          if (looks() !== before || performance.now() - start > 3000) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  Object.assign(window, { painted });
}

test('suggestions and tags can be told apart in each kind of theme', async () => {
  await workbench.goTo(1);
  for (const kind of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    await workbench.theme(kind);
    await workbench.screenshot(`tagging-${kind}`);
  }
});

test('nothing complained in the console', () => {
  assert.deepEqual(workbench.complaints, []);
});
