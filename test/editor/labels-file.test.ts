// The labels file of a folder changes under tags that are there: nothing is lost, and what may follow is offered.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { annotationOf } from '../annotations/marked-text.ts';
import { packagedExtension, Workbench } from './driver.ts';
import { changeMode } from './modes.ts';
import { until } from './waiting.ts';

const extension = 'jiaozhu.jiaozhu';
const text = '中华人民共和国和蒙古国联合声明\n\n中方重申恪守《联合国宪章》。蒙方对此表示赞赏。\n';
const [open, closed] = ['甲.statement.txt', '乙.statement.txt'];
const party = { id: 'party', name: { zh: '当事方', en: 'Party' }, colour: '#b5200d', key: '1' };
const place = { id: 'place', name: { zh: '地点', en: 'Place' }, key: 'A' };

let folder: string;
let workbench: Workbench;
const path = (name: string) => join(folder, name);
const sidecarOf = (name: string) => path(`${name}.annotations.json`);
const writeLabels = (...labels: object[]) =>
  writeFile(path('.jiaozhu/labels.json'), JSON.stringify({ labels }, null, 2));

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiaozhu-'));
  await mkdir(path('.jiaozhu'));
  await writeLabels(party, place);
  const start = text.indexOf('蒙方');
  for (const name of [open, closed]) {
    await writeFile(path(name), text);
    const tag = annotationOf(
      `urn:x:${name}`,
      { start, end: start + 2 },
      { quotes: [{ exact: '蒙方', prefix: '', suffix: '' }] },
    );
    const odd = { ...tag, id: `urn:y:${name}`, label: 'actor' };
    const sidecar = withAnnotations(newSidecar(), name === open ? [tag, odd] : [tag], text, sha256);
    await writeFile(
      sidecarOf(name),
      serialiseSidecar(sidecar, { document: name, sidecar: `${name}.annotations.json` }),
    );
  }
  workbench = await Workbench.start({ folder, extensionVsix: packagedExtension(), at: { file: path(open) } });
  await workbench.waitForExtension(extension);
});

after(async () => {
  await workbench?.close();
  await rm(folder, { recursive: true, force: true });
});

const labelsIn = async (name: string): Promise<string[]> => {
  const { items } = JSON.parse(await readFile(sidecarOf(name), 'utf8'));
  return items.map((item: { body: { value: string }[] }) => item.body[0]!.value).sort();
};

async function notice(wanted: RegExp): Promise<void> {
  await until(
    `a message with ${wanted}`,
    () => workbench.notifications(),
    (texts) => texts.some((each) => wanted.test(each)),
    15_000,
  );
}

test('a capital letter tags with its label', async () => {
  // The tags of the file are read by the time that the status bar tells of the statement.
  await until(
    'the statement’s status',
    () => workbench.statusBar(),
    (items) => items.some((item) => /Instruments cited: \d/.test(item)),
  );
  await changeMode(workbench, 'Tagging');
  await workbench.goTo(3);
  await workbench.select('中方');
  await workbench.press('Shift+A');
  await until(
    'the new tag in the file',
    () => labelsIn(open),
    (labels) => labels.includes('place'),
  );
  await changeMode(workbench, 'Correcting');
});

test('an id that is changed in the labels file is noticed, and the tags of the whole folder follow on request', async () => {
  await writeLabels({ ...party, id: 'state-party' }, place);
  await notice(/carry the label “party”, which is now called “state-party”: 2\. Change them\?/);
  await workbench.screenshot('label-renamed');
  await workbench.page
    .locator('.notification-list-item')
    .getByRole('button', { name: 'Change Them' })
    .click();
  await until(
    'the open file to follow',
    () => labelsIn(open),
    (labels) => labels.includes('state-party'),
  );
  await until(
    'the other file to follow',
    () => labelsIn(closed),
    (labels) => labels.includes('state-party'),
  );
  assert.deepEqual(await labelsIn(open), ['actor', 'place', 'state-party']);
});

test('a label that the scheme does not have is mapped to one that it has, as one step of undo', async () => {
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Map Unknown Labels…');
  await workbench.page.locator('.quick-input-widget', { hasText: 'no label “actor” (1)' }).waitFor();
  await workbench.screenshot('label-mapping');
  await workbench.answer('Place');
  await until(
    'the mapped label',
    () => labelsIn(open),
    (labels) => !labels.includes('actor'),
  );
  assert.deepEqual(await labelsIn(open), ['place', 'place', 'state-party']);
  await workbench.focusEditor();
  await workbench.command('Jiaozhu: Undo Tagging');
  await until(
    'the label as it was',
    () => labelsIn(open),
    (labels) => labels.includes('actor'),
  );
});

test('a labels file that is broken for a while takes nothing away', async () => {
  await writeFile(path('.jiaozhu/labels.json'), '{"labels": [');
  await notice(/labels\.json, line 1: .*not valid JSON/);
  await changeMode(workbench, 'Tagging');
  await workbench.goTo(3);
  await workbench.select('赞赏');
  await workbench.press('Shift+A');
  await until(
    'one more tag of a label that the file had',
    () => labelsIn(open),
    (labels) => labels.filter((label) => label === 'place').length === 2,
  );
  assert.deepEqual(await labelsIn(open), ['actor', 'place', 'place', 'state-party']);
});
