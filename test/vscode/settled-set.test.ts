import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { isSettled } from '../../client/src/annotations/adjudication/settled-sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import { Statement, tagsOf } from './stand-in/statement.ts';

const text = '双方重申支持多边主义，主张维护国际法。';
const annotators = () => ['Li', 'Wang'];

/** A statement that Li and Wang have tagged, as Li has it open. */
async function taggedByTwo(t: TestContext) {
  const statement = new Statement(t, text);
  for (const [annotator, words] of [
    ['Wang', '双方重申'],
    ['Li', '双方'],
  ] as const) {
    const editor = await statement.open({ annotator });
    editor.tag(words);
    await editor.close();
  }
  return statement;
}

function fileOf(path: string) {
  const reading = parseSidecar(readFileSync(path, 'utf8'));
  assert.ok(reading.ok);
  return reading.sidecar;
}

test('a settled set is kept in a file of its own, which says whose tags were settled', async (t) => {
  const statement = await taggedByTwo(t);
  const editor = await statement.open({ annotator: 'Li' });
  const settled = await editor.tagged.openSettled('settled', annotators);
  assert.equal(await editor.tagged.openSettled('settled', annotators), settled);
  await editor.tagged.flush();
  assert.ok(!existsSync(statement.sidecar('settled')), 'nothing is settled yet');
  settled.store.add({ label: 'party', range: { start: 0, end: 2 } });
  await editor.tagged.flush();
  const sidecar = fileOf(statement.sidecar('settled'));
  assert.ok(isSettled(sidecar));
  assert.equal(sidecar.annotations.length, 1);
  assert.deepEqual(
    editor.tagged.others.map(({ annotator }) => annotator),
    ['Wang'],
  );
  await editor.close();
  const next = await statement.open({ annotator: 'Li' });
  assert.deepEqual(
    next.tagged.others.map(({ annotator, isSettled }) => [annotator, isSettled]),
    [
      ['Wang', false],
      ['settled', true],
    ],
  );
});

test('a settled set moves with the text, and is written where that is saved', async (t) => {
  const statement = await taggedByTwo(t);
  const editor = await statement.open({ annotator: 'Li' });
  const settled = await editor.tagged.openSettled('settled', annotators);
  settled.store.add({ label: 'party', range: { start: 0, end: 2 } });
  await editor.tagged.flush();
  const before = readFileSync(statement.sidecar('settled'), 'utf8');
  editor.type(0, 0, '会上，');
  settled.store.add({ label: 'concept', range: { start: 9, end: 13 } });
  await editor.tagged.flush();
  assert.equal(readFileSync(statement.sidecar('settled'), 'utf8'), before, 'the text is not saved');
  await editor.save();
  assert.equal(fileOf(statement.sidecar('settled')).annotations.length, 2);
  await editor.close();
  const again = await (await statement.open()).tagged.openSettled('settled', annotators);
  assert.deepEqual(tagsOf(again.store), ['party 双方', 'concept 多边主义']);
});

test('what was settled on unsaved text is there after a crash', async (t) => {
  const statement = await taggedByTwo(t);
  const editor = await statement.open({ annotator: 'Li' });
  const settled = await editor.tagged.openSettled('settled', annotators);
  editor.type(0, 0, '会上，');
  settled.store.add({ label: 'party', range: { start: 3, end: 5 } });
  await editor.tagged.flush();
  const next = await statement.open({ annotator: 'Li', text: editor.document.text, dirty: true });
  const again = await next.tagged.openSettled('settled', annotators);
  assert.deepEqual(tagsOf(again.store), ['party 双方']);
});

test('a file of a settled set that cannot be parsed is never written over', async (t) => {
  const statement = await taggedByTwo(t);
  writeFileSync(statement.sidecar('settled'), '{ "items": [ half');
  const editor = await statement.open({ annotator: 'Li' });
  const settled = await editor.tagged.openSettled('settled', annotators);
  assert.equal(settled.trouble?.readOnly, true);
  settled.store.add({ label: 'party', range: { start: 0, end: 2 } });
  await editor.tagged.flush();
  assert.equal(readFileSync(statement.sidecar('settled'), 'utf8'), '{ "items": [ half');
});

test('what is as printed by the settled set is so while it is settled', async (t) => {
  const statement = await taggedByTwo(t);
  const editor = await statement.open({ annotator: 'Li' });
  const settled = await editor.tagged.openSettled('settled', annotators);
  settled.store.add({ label: 'sic', range: { start: 4, end: 6 } });
  assert.deepEqual(editor.tagged.asPrinted, [{ start: 4, end: 6 }]);
});

test('work on a settled set from elsewhere is taken in', async (t) => {
  const statement = await taggedByTwo(t);
  const here = await statement.open({ annotator: 'Li' });
  const there = await statement.open({ annotator: 'Wang' });
  const one = await here.tagged.openSettled('settled', annotators);
  const other = await there.tagged.openSettled('settled', annotators);
  one.store.add({ label: 'party', range: { start: 0, end: 2 } });
  await here.tagged.flush();
  await there.told(statement.sidecar('settled'));
  other.store.add({ label: 'concept', range: { start: 6, end: 10 } });
  await there.tagged.flush();
  await here.told(statement.sidecar('settled'));
  assert.deepEqual(tagsOf(one.store), ['party 双方', 'concept 多边主义']);
});
