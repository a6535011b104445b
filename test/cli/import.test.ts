import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import { sidecarOf, sidecarWith, tagOn } from './tagged-files.ts';
import { filesHere, inFolder, read, run } from './trial.ts';

const text = '中吉联合声明\n\n双方重申恪守《联合国\n宪章》。\n';

/** The labels in a file of tags, by the words that they are on. */
function labels(file: string, document = text): Record<string, string> {
  const reading = parseSidecar(read(file));
  assert.ok(reading.ok);
  const { annotations } = openSidecar(reading.sidecar, document, sha256);
  return Object.fromEntries(
    annotations.map(({ spans, state, label, quotes }) => [
      state === 'orphan' ? `?${quotes[0]!.exact}` : document.slice(spans[0]!.start, spans[0]!.end),
      label,
    ]),
  );
}

async function exported(...more: string[]) {
  const { code, err } = await run(['export', '--to', 'jsonl', '--output', 'out.jsonl', '--force', ...more]);
  assert.deepEqual([code, err], [0, []]);
}

test('what was exported, raw or clean, comes back and changes nothing', async (t) => {
  const tags = sidecarOf(text, { 双方: 'party', '《联合国\n宪章》': 'instrument' });
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': tags });
  for (const form of ['raw', 'clean']) {
    await exported('--text', form, 'a.txt');
    const { code, out } = await run(['import', 'out.jsonl']);
    assert.deepEqual([code, out], [0, '1 document: 0 tags added, 0 changed.\n']);
    assert.equal(read('a.txt.annotations.json'), tags);
  }
});

test('tags go to documents that have none, on the raw text; the file is found out by its beginning', async (t) => {
  inFolder(t, {
    'a.txt': text,
    'a.txt.annotations.json': sidecarOf(text, { 双方: 'party', '《联合国\n宪章》': 'instrument' }),
  });
  await exported('--text', 'clean', 'a.txt');
  mkdirSync('other');
  writeFileSync('other/a.txt', `\ufeff${text.replaceAll('\n', '\r\n')}`);
  const { code, out } = await run(['import', '--into', 'other', 'out.jsonl']);
  assert.deepEqual(
    [code, out],
    [0, 'other/a.txt: 2 tags added, 0 changed.\n1 document: 2 tags added, 0 changed.\n'],
  );
  const crlf = text.replaceAll('\n', '\r\n');
  assert.deepEqual(labels('other/a.txt.annotations.json', crlf), {
    双方: 'party',
    '《联合国\r\n宪章》': 'instrument',
  });
});

test('a document that is not there is made, and nothing is written over', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarOf(text, { 双方: 'party' }) });
  await exported('a.txt');
  const dry = await run(['import', '--dry-run', '--into', 'new', 'out.jsonl']);
  assert.deepEqual([dry.code, existsSync('new')], [1, false]);
  assert.match(dry.out, /new\/a\.txt: to be made; 1 tag to add/);
  const { code, out } = await run(['import', '--into', 'new', '--annotator', '李', 'out.jsonl']);
  assert.equal(code, 0);
  assert.match(out, /^new\/a\.txt \(李\): made; 1 tag added/);
  assert.equal(read('new/a.txt'), text);
  assert.deepEqual(labels('new/a.txt.李.annotations.json'), { 双方: 'party' });
});

test('a conflict is told, and settled as asked', async (t) => {
  const mine = tagOn(text, '双方', { note: '甲', modified: '2031-05-10T00:00:00Z' });
  inFolder(t, {
    'a.txt': text,
    'a.txt.annotations.json': sidecarWith(text, [tagOn(text, '双方', { label: 'person' })]),
  });
  await exported('a.txt');
  writeFileSync('a.txt.annotations.json', sidecarWith(text, [mine]));
  const first = await run(['import', 'out.jsonl']);
  assert.equal(first.code, 1);
  assert.match(first.out, /1 conflict, 1 change of the import NOT taken/);
  assert.deepEqual(first.err, [
    'a.txt: the tag on “双方”: its label is “party” here and “person” in the import; what is here stays.',
  ]);
  assert.deepEqual(labels('a.txt.annotations.json'), { 双方: 'party' });
  const check = await run(['import', '--check', '--on-conflict', 'theirs', 'out.jsonl']);
  assert.match(check.out, /^a\.txt: to change: “双方” \(person\)\n/);
  assert.match(check.out, /0 tags to add, 1 to change, 1 conflict\.\n/);
  assert.deepEqual(labels('a.txt.annotations.json'), { 双方: 'party' });
  // Nothing is left open then.
  assert.equal((await run(['import', '--on-conflict', 'theirs', 'out.jsonl'])).code, 0);
  assert.deepEqual(labels('a.txt.annotations.json'), { 双方: 'person' });
});

test('what was changed in brat alone is taken; what was changed here as well is a conflict', async (t) => {
  const tag = tagOn(text, '双方', { note: '甲', attributes: { weight: 1 } });
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarWith(text, [tag]) });
  await run(['export', '--to', 'brat', '--output', 'out', 'a.txt']);
  const line = 'T1\tparty 8 10\t双方\n#1\tAnnotatorNotes T1\t甲\n';
  assert.equal(read('out/a.ann'), line);
  assert.equal((await run(['import', '--check', '--from', 'brat', 'out'])).code, 0);
  writeFileSync('out/a.ann', 'T1\tperson 8 12\t双方重申\n#1\tAnnotatorNotes T1\t乙\n');
  // Here something else has changed meanwhile.
  const ours = { ...tag, attributes: { weight: 2 }, modified: '2031-05-10T00:00:00Z' };
  writeFileSync('a.txt.annotations.json', sidecarWith(text, [ours]));
  const { code, out, err } = await run(['import', '--from', 'brat', 'out']);
  assert.deepEqual([code, err], [0, []]);
  assert.match(out, /0 tags added, 1 changed/);
  assert.deepEqual(labels('a.txt.annotations.json'), { 双方重申: 'person' });
  assert.match(read('a.txt.annotations.json'), /"weight": ?2/);
  assert.match(read('a.txt.annotations.json'), /乙/);
  assert.equal((await run(['import', '--check', '--from', 'brat', 'out'])).code, 0);
  // And now the same.
  writeFileSync('out/a.ann', line.replace('party', 'instrument'));
  const third = await run(['import', '--from', 'brat', 'out']);
  assert.equal(third.code, 1);
  assert.match(
    third.err.join(),
    /its label is “person” here and “instrument” in the import; what is here stays/,
  );
});

test('what was changed here alone stays when what went out comes back as it was', async (t) => {
  const tag = tagOn(text, '双方', { note: '甲', attributes: { weight: 1 } });
  inFolder(t, { 'a.txt': text });
  for (const format of ['doccano', 'prodigy']) {
    writeFileSync('a.txt.annotations.json', sidecarWith(text, [tag]));
    await run(['export', '--to', format, '--output', `out-${format}`, 'a.txt']);
    const ours = { ...tag, note: '乙', attributes: { weight: 2 }, modified: '2031-05-10T00:00:00Z' };
    writeFileSync('a.txt.annotations.json', sidecarWith(text, [ours]));
    const { code, out, err } = await run(['import', '--from', format, `out-${format}`]);
    assert.deepEqual([code, out, err], [0, '1 document: 0 tags added, 0 changed.\n', []]);
  }
});

test('a corrected text: words are looked for, and what is not found for certain waits', async (t) => {
  inFolder(t, {
    'a.txt': text,
    'a.txt.annotations.json': sidecarOf(text, { '《联合国\n宪章》': 'instrument', 双方: 'party' }),
  });
  await exported('a.txt');
  const corrected = `${text.replace('双方重申', '两国重申')}（新华社）\n`;
  mkdirSync('b');
  writeFileSync('b/a.txt', corrected);
  const { code, err } = await run(['import', '--into', 'b', 'out.jsonl']);
  assert.equal(code, 1);
  assert.match(err.join(), /the words of 1 tag are not in the document/);
  assert.deepEqual(labels('b/a.txt.annotations.json', corrected), {
    '?双方': 'party',
    '《联合国\n宪章》': 'instrument',
  });
});

test('what the import lacks stays unless asked otherwise', async (t) => {
  inFolder(t, { 'a.txt': text, 'a.txt.annotations.json': sidecarOf(text, { 双方: 'party' }) });
  await exported('a.txt');
  writeFileSync('a.txt.annotations.json', sidecarOf(text, { 双方: 'party', 重申: 'position' }));
  const { out } = await run(['import', 'out.jsonl']);
  assert.match(out, /1 that the import does not have, kept/);
  assert.equal(Object.keys(labels('a.txt.annotations.json')).length, 2);
  await run(['import', '--remove-missing', 'out.jsonl']);
  assert.deepEqual(labels('a.txt.annotations.json'), { 双方: 'party' });
});

test('several annotators go out in folders and come back to their files', async (t) => {
  const files = {
    'a.txt': text,
    'a.txt.李.annotations.json': sidecarOf(text, { 双方: 'party' }),
    'a.txt.王.annotations.json': sidecarOf(text, { 重申: 'position' }),
  };
  inFolder(t, files);
  await exported('a.txt');
  mkdirSync('b');
  writeFileSync('b/a.txt', text);
  assert.equal((await run(['import', '--into', 'b', 'out.jsonl'])).code, 0);
  assert.deepEqual(labels('b/a.txt.李.annotations.json'), { 双方: 'party' });
  assert.deepEqual(labels('b/a.txt.王.annotations.json'), { 重申: 'position' });
});

test('what cannot be read is told with its line, and the rest is imported', async (t) => {
  const line = (name: string, more: object) => JSON.stringify({ jiaozhu: 1, name, text, tags: [], ...more });
  inFolder(t, {
    'x.jsonl': [
      line('a.txt', {
        tags: [
          { label: 'party', spans: [{ start: 8, end: 10, text: '双方' }] },
          { label: 'party', spans: [{ start: 8, end: 10, text: '三方' }] },
          { label: 'party', spans: [{ start: 80, end: 1e9 }] },
          { spans: [] },
        ],
      }),
      'no json',
    ].join('\n'),
    'b.txt': text,
    'b.txt.annotations.json': '{',
    'y.jsonl': line('b.txt', {}),
  });
  const { code, err } = await run(['import', '--from', 'jsonl', 'x.jsonl', 'y.jsonl']);
  assert.equal(code, 2);
  assert.match(
    err[0]!,
    /^warning: x\.jsonl:1: The tag “party” is said to be on “三方”, but at its place stands “双方”/,
  );
  assert.match(err[1]!, /^warning: x\.jsonl:1: The tag “party” has a place that is not in the text/);
  assert.match(err[2]!, /^warning: x\.jsonl:1: A tag here has no label/);
  assert.match(err.join('\n'), /jiaozhu: x\.jsonl:2: This is not valid JSON/);
  assert.match(err.join('\n'), /jiaozhu: b\.txt\.annotations\.json:1:/);
  assert.equal(read('b.txt.annotations.json'), '{');
  assert.deepEqual(labels('a.txt.annotations.json'), { 双方: 'party', '?三方': 'party', '?': 'party' });
});

test('hostile names stay in the folder; hostile members become text', async (t) => {
  inFolder(t);
  mkdirSync('in');
  mkdirSync('elsewhere');
  symlinkSync('../elsewhere', 'in/link');
  const lines = [
    '../../evil.txt',
    '/abs.txt',
    '.git/hooks/x',
    'link/out.txt',
    'a\u202e.txt',
    '__proto__',
  ].map((name) => JSON.stringify({ jiaozhu: 1, name, text: '双方', tags: [], annotator: '../x' }));
  const tag =
    '{"id":"__proto__","label":"constructor","spans":[{"start":0,"end":2}],"attributes":{"__proto__":"<img onerror=x>"}}';
  writeFileSync('x.jsonl', [...lines, `{"jiaozhu":1,"name":"z","text":"双方","tags":[${tag}]}`].join('\n'));
  const { code, err } = await run(['import', '--into', 'in', 'x.jsonl']);
  assert.equal(code, 2);
  assert.match(err.join('\n'), /in\/link\/out\.txt: leads out of in by a link/);
  assert.deepEqual(filesHere(), ['elsewhere', 'in', 'x.jsonl']);
  for (const name of ['evil.txt', 'abs.txt', '-git/hooks/x.txt', 'a.txt', '__proto__.txt', 'z.txt']) {
    assert.ok(existsSync(`in/${name}`), name);
  }
  assert.match(readFileSync('in/z.txt.annotations.json', 'utf8'), /"__proto__":"<img onerror=x>"/);
});

test('a format that nobody can tell is asked for', async (t) => {
  inFolder(t, { 'x.unknown': 'x' });
  const { code, err } = await run(['import', 'x.unknown']);
  assert.deepEqual([code, err.length], [2, 1]);
  assert.match(err[0]!, /say which format this is: --from jsonl, /);
  assert.match((await run(['import', '--from', 'csv', 'x.unknown'])).err[0]!, /CSV is only written/);
  assert.match((await run(['import', 'none.jsonl'])).err[0]!, /none\.jsonl: there is no such file/);
});
