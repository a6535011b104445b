import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { sidecarOf, sidecarWith, tagOn } from './tagged-files.ts';
import { inFolder, read, run } from './trial.ts';

const text = '双方\n 同意合作。\n';
const ids = (file: string) => [...read(file).matchAll(/^\{"id":"([^"]+)"/gm)].map(([, id]) => id);

/** A Web Annotation of some words. */
function annotation(id: string, start: number, end: number): string {
  const selector = { type: 'TextPositionSelector', start, end };
  const body = { type: 'TextualBody', purpose: 'tagging', value: 'party' };
  return JSON.stringify([{ id, type: 'Annotation', body, target: { source: 'a.txt', selector } }]);
}

test('what the format left out is not missing in it, and is not removed', async (t) => {
  // brat can quote no line end, and a column of CoNLL has no white space.
  const tags = [
    tagOn(text, '\n', { id: 'urn:test:line', label: 'sic' }),
    tagOn(text, '双方', { id: 'urn:test:words' }),
  ];
  for (const format of ['brat', 'conll']) {
    await t.test(format, async (t) => {
      inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarWith(text, tags) });
      await run(['export', '--to', format, '--output', 'out', 'a.txt']);
      const kept = await run(['import', '--from', format, 'out']);
      assert.deepEqual([kept.code, kept.out], [0, '1 document: 0 tags added, 0 changed.\n']);
      await run(['import', '--from', format, '--remove-missing', 'out']);
      assert.deepEqual(ids('a.txt.annotations.json').sort(), ['urn:test:line', 'urn:test:words']);
    });
  }
});

test('what one of several files has is not missing in the others', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarOf(text, { 合作: 'party' }) });
  mkdirSync('in');
  writeFileSync('in/a.txt', text);
  writeFileSync('in/1.jsonld', annotation('urn:test:1', 0, 2));
  writeFileSync('in/2.jsonld', annotation('urn:test:2', 4, 6));
  const check = await run(['import', '--from', 'w3c', '--remove-missing', '--check', 'in']);
  assert.match(check.out, /^a\.txt: 2 tags to add, 0 to change, 1 to remove\.\n1 document: 2 tags to add/m);
  const { code, out } = await run(['import', '--from', 'w3c', '--remove-missing', 'in']);
  assert.deepEqual(
    [code, out],
    [0, 'a.txt: 2 tags added, 0 changed, 1 removed.\n1 document: 2 tags added, 0 changed, 1 removed.\n'],
  );
  assert.deepEqual(ids('a.txt.annotations.json'), ['urn:test:1', 'urn:test:2']);
});

test('where not all could be read, nothing is missing for certain', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarOf(text, { 双方: 'party', 合作: 'place' }) });
  mkdirSync('in');
  writeFileSync('in/a.txt', text);
  const before = read('a.txt.annotations.json');
  // A line that cannot be read may be the one of the tag, and so may one that quotes other words.
  for (const line of ['T1\tparty 0.5 2\t双方', 'T1\tparty 0 2\t三方']) {
    writeFileSync('in/a.ann', `${line}\nT2\tplace 6 8\t合作\n`);
    const { code, out } = await run(['import', '--from', 'brat', '--remove-missing', 'in']);
    assert.equal(code, 1);
    assert.match(out, / (?:1 not read|1 among the lost words)\.\n$/);
    assert.ok(ids('a.txt.annotations.json').includes('urn:test:双方'));
    writeFileSync('a.txt.annotations.json', before);
  }
  writeFileSync('in/a.ann', 'T2\tplace 6 8\t合作\n');
  writeFileSync('in/b.ann', 'T2\tplace 6 8\t合作\n');
  const { code, out, err } = await run(['import', '--from', 'brat', '--remove-missing', 'in']);
  assert.equal(code, 2);
  assert.match(err.join('\n'), /nothing was removed, since not all could be imported/);
  assert.equal(out, '1 document: 0 tags added, 0 changed.\n');
  assert.equal(read('a.txt.annotations.json'), before);
});

test('tags that begin or end at white space come back from columns as they went out', async (t) => {
  const tags = [tagOn(text, '\n 同意', { id: 'urn:test:p' }), tagOn(text, '合作。\n', { id: 'urn:test:q' })];
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarWith(text, tags) });
  await run(['export', '--to', 'conll', '--output', 'out', 'a.txt']);
  const { code, out } = await run(['import', '--from', 'conll', 'out']);
  assert.deepEqual([code, out], [0, '1 document: 0 tags added, 0 changed.\n']);
});

test('words that are not where the file says, and lines that cannot be read, are in the sum', async (t) => {
  inFolder(t);
  mkdirSync('in');
  writeFileSync('in/a.txt', text);
  writeFileSync('in/a.ann', 'T1\tparty 0 2\t合作\nT2\tparty -1 2\tx\nT3\tparty 1.5 2\tx\n');
  for (const added of [2, 0]) {
    const { code, out } = await run(['import', '--from', 'brat', '--into', 'o', 'in']);
    assert.equal(code, 1);
    assert.ok(out.endsWith(`: ${added} tags added, 0 changed, 2 among the lost words, 1 not read.\n`), out);
  }
});

test('a document whose tags cannot be written is not made', async (t) => {
  const line = (name: string) =>
    JSON.stringify({ jiaozhu: 1, name, text, tags: [{ label: 'party', spans: [{ start: 0, end: 2 }] }] });
  inFolder(t, { 'x.jsonl': `${line('a.txt')}\n${line('b.txt')}\n` });
  // A folder where the tags are to be is in the way as a full disk would be.
  mkdirSync('o/a.txt.annotations.json', { recursive: true });
  const { code, out } = await run(['import', '--into', 'o', 'x.jsonl']);
  assert.equal(code, 2);
  assert.equal(existsSync('o/a.txt'), false);
  assert.match(out, /\n1 document, 1 of them new: 1 tag added, 0 changed\.\n$/);
});
