import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { openSidecar } from '../../client/src/annotations/opening.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { parseSidecar } from '../../client/src/annotations/sidecar-parser.ts';
import type { FindingRecord } from '../../client/src/cli/lint-file.ts';
import { damaged, inFolder, mended, read, run } from './trial.ts';

const time = '2025-03-02T08:00:00.000Z';

/** The sidecar of `a.txt` in which these words of the text are tagged, each where it first stands. */
function sidecar(
  text: string,
  tags: Readonly<Record<string, string>>,
  review: Annotation['review'] = 'accepted',
) {
  const annotations = Object.entries(tags).map(([words, label], index): Annotation => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, words);
    const range = { start, end: start + words.length };
    return {
      id: `urn:uuid:${index}`,
      label,
      spans: [range],
      attributes: {},
      note: '',
      creator: '李',
      created: time,
      modified: time,
      review,
      state: 'anchored',
      scope: 'words',
      relations: [],
      quotes: [quoteOf(text, range)],
    };
  });
  const names = { document: 'a.txt', sidecar: 'a.txt.annotations.json' };
  return serialiseSidecar(withAnnotations(newSidecar(), annotations, text, sha256), names);
}

/** What the tags of the sidecar cover in the text. */
function covered(text: string, name: string): { sameText: boolean; words: string[] } {
  const reading = parseSidecar(read(name));
  assert.ok(reading.ok);
  const { annotations, sameText } = openSidecar(reading.sidecar, text, sha256);
  return { sameText, words: annotations.map(({ spans }) => text.slice(spans[0]!.start, spans[0]!.end)) };
}

const rulesFound = (out: string) => (JSON.parse(out) as FindingRecord[]).map(({ rule }) => rule);
const sic = { ' 友好': 'sic', '（下转第2版）': 'sic' };

test('what is tagged as printed is neither reported nor cleaned', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'a.txt.annotations.json': sidecar(damaged, sic) });
  const { code, out, err } = await run(['lint', '--format=json', 'a.txt']);
  assert.deepEqual(rulesFound(out), ['mark-spacing', 'mark-spacing', 'dash-item-spacing']);
  assert.deepEqual([code, err], [0, []]);
  const cleaned = await run(['clean', 'a.txt']);
  assert.equal(cleaned.out, mended.replace('“友好', '“ 友好'));
  assert.deepEqual(cleaned.err, []);
});

test('the marks of all annotators count', async (t) => {
  inFolder(t, {
    'a.txt': damaged,
    'a.txt.annotations.json': sidecar(damaged, { '——  ': 'sic' }),
    'a.txt.李四.annotations.json': sidecar(damaged, sic),
  });
  const { out } = await run(['lint', '--format=json', 'a.txt']);
  assert.deepEqual(rulesFound(out), ['mark-spacing', 'mark-spacing']);
});

test('other labels, and marks that nobody stands by, silence nothing', async (t) => {
  inFolder(t, {
    'a.txt': damaged,
    'a.txt.annotations.json': sidecar(damaged, { '（下转第2版）': 'date' }),
    'a.txt.b.annotations.json': sidecar(damaged, sic, 'rejected'),
    'a.txt.c.annotations.json': sidecar(damaged, sic, 'suggested'),
  });
  assert.equal(rulesFound((await run(['lint', '--format=json', 'a.txt'])).out).length, 5);
});

test('BOM and line ends do not move the marks', async (t) => {
  const raw = `\ufeff${damaged.replaceAll('\n', '\r\n')}`;
  inFolder(t, { 'a.txt': raw, 'a.txt.annotations.json': sidecar(damaged, sic) });
  const { out, err } = await run(['clean', 'a.txt']);
  assert.equal(out, `\ufeff${mended.replace('“友好', '“ 友好').replaceAll('\n', '\r\n')}`);
  assert.deepEqual(err, []);
});

test('the sidecar of another document is not this one’s', async (t) => {
  inFolder(t, {
    'a.txt': damaged,
    'a.txt.b': damaged,
    'a.txt.b.annotations.json': sidecar(damaged, sic),
  });
  assert.equal(rulesFound((await run(['lint', '--format=json', 'a.txt'])).out).length, 5);
  assert.equal(rulesFound((await run(['lint', '--format=json', 'a.txt.b'])).out).length, 3);
});

test('a sidecar that is out of date is said to be, and its marks are found by their words', async (t) => {
  const changed = damaged.replace('双方就', '吉方与中方就');
  inFolder(t, {
    'a.txt': changed,
    'a.txt.annotations.json': sidecar(damaged, { '—  双方重申恪守': 'sic' }),
  });
  const before = read('a.txt.annotations.json');
  const { out, err } = await run(['lint', '--format=json', 'a.txt']);
  assert.ok(!rulesFound(out).includes('dash-item-spacing'));
  assert.deepEqual(err, [
    'warning: a.txt.annotations.json: out of date, since a.txt has changed. Of its “as printed” marks 1 was' +
      ' found again by their words, 0 not; open and save a.txt in the editor to mend it.',
  ]);
  await run(['clean', '--write', 'a.txt']);
  assert.equal(
    read('a.txt.annotations.json'),
    before,
    'only the editor, where a person sees it, moves such tags',
  );
});

const broken = {
  'a.txt.annotations.json': '{"items": [',
  'a.txt.b.annotations.json': Buffer.from([0x7b, 0xff]),
};

test('a sidecar that cannot be read is said to be, and keeps nothing from being shown', async (t) => {
  inFolder(t, { 'a.txt': damaged, ...broken, 'a.txt.c.annotations.json': sidecar(damaged, sic) });
  const { code, out, err } = await run(['clean', 'a.txt']);
  assert.deepEqual([code, out], [0, mended.replace('“友好', '“ 友好')]);
  assert.equal(err.length, 2);
  assert.match(err[0]!, /^warning: a\.txt\.annotations\.json:\d+: .*not valid JSON.* not heeded\.$/);
  assert.match(err[1]!, /^warning: a\.txt\.b\.annotations\.json: cannot be read \(not UTF-8 text\)\./);
  assert.deepEqual((await run(['lint', 'a.txt'])).err, err);
});

test('clean --write writes nothing where marks may be hidden in what cannot be read', async (t) => {
  const spaced = '双 方 同 意 加 强 合 作。\n';
  const good = sidecar(spaced, { '双 方 同 意 加 强 合': 'sic' });
  const bytes = Buffer.from(good);
  const refused: Readonly<Record<string, string | Uint8Array>> = {
    'cut short': bytes.subarray(0, -3),
    empty: '',
    'no text': Buffer.from([0x7b, 0xff]),
    'of a later version': good.replace('"jiaozhu:format": 1', '"jiaozhu:format": 2'),
    'an item misspelt': good.replace('"type":"Annotation"', '"type":"annotation"'),
    'items that are none': '{"items":[null,5,"x"]}',
    'an item twice': good.replace(/^(\{"id":"urn.*)$/m, '$1,\n$1'),
  };
  for (const [what, content] of Object.entries(refused)) {
    assert.notEqual(content, good, what);
    await t.test(what, async (t) => {
      inFolder(t, { 'b.txt': spaced, 'b.txt.annotations.json': content });
      const { code, out, err } = await run(['clean', '--write', 'b.txt']);
      assert.deepEqual([code, out, err.length], [2, '', 1]);
      assert.match(
        err[0]!,
        /^jiaozhu: b\.txt\.annotations\.json:.* b\.txt was left as it was, .*mend the file of tags.*run again\.$/,
      );
      assert.equal(read('b.txt'), spaced);
      assert.ok(readFileSync('b.txt.annotations.json').equals(Buffer.from(content)));
    });
  }
});

test('every item that is not understood is told, where nothing is written', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'a.txt.annotations.json': '{\n"items":[\nnull,\n5,\n"x"]}' });
  for (const command of ['clean', 'lint']) {
    const { err } = await run([command, 'a.txt']);
    const about = 'This annotation has no "id". It is kept, but not shown.';
    const item = (line: number) =>
      `warning: a.txt.annotations.json:${line}: ${about} If it is an “as printed” mark, it is not heeded.`;
    assert.equal(err.length, 4);
    assert.deepEqual(err.slice(0, 3), [item(3), item(4), item(5)]);
    assert.match(err[3]!, /^warning: .*does not say which text its positions count in\..* its quote\.$/);
  }
});

test('a sidecar that does not say which text it is of keeps nothing from being written', async (t) => {
  const silent = sidecar(damaged, sic).replace(/^"jiaozhu:text".*\n/m, '');
  inFolder(t, { 'a.txt': damaged, 'a.txt.annotations.json': silent });
  const { code, err } = await run(['clean', '--write', 'a.txt']);
  assert.deepEqual([code, read('a.txt')], [0, mended.replace('“友好', '“ 友好')]);
  assert.match(err[0]!, /^warning: a\.txt\.annotations\.json:1: .*does not say/);
});

const dressed = { 'with a BOM and CRLF': `\ufeff${damaged.replaceAll('\n', '\r\n')}`, 'as it is': damaged };
for (const [how, raw] of Object.entries(dressed)) {
  test(`clean --write moves the tags with the text, ${how}`, async (t) => {
    const tags = {
      '“ 和平”和“ 友好”': 'date',
      '——  双方': 'party',
      '《联合国宪章》': 'instrument',
      吉: 'party',
    };
    inFolder(t, { 'a.txt': raw, 'a.txt.annotations.json': sidecar(raw, tags) });
    assert.deepEqual(await run(['clean', '--write', 'a.txt']), {
      code: 0,
      out: 'a.txt: 4 places mended.\n',
      err: [],
    });
    assert.deepEqual(covered(read('a.txt'), 'a.txt.annotations.json'), {
      sameText: true,
      words: ['“和平”和“友好”', '——双方', '《联合国宪章》', '吉'],
    });
    assert.equal((await run(['clean', '--write', 'a.txt'])).out, 'a.txt: nothing to clean.\n');
  });
}

const links = { skip: process.platform === 'win32' };

test('a document that is reached through a link keeps its marks, and its tags move', links, async (t) => {
  const tags = { ...sic, '——  双方': 'party' };
  inFolder(t, { 'a.txt': damaged, 'a.txt.annotations.json': sidecar(damaged, tags) });
  symlinkSync('a.txt', 'link.txt');
  assert.deepEqual(await run(['clean', '--write', 'link.txt']), {
    code: 0,
    out: 'link.txt: 3 places mended.\n',
    err: [],
  });
  assert.equal(read('a.txt'), mended.replace('“友好', '“ 友好'));
  assert.deepEqual(covered(read('a.txt'), 'a.txt.annotations.json'), {
    sameText: true,
    words: [' 友好', '（下转第2版）', '——双方'],
  });
  assert.match(read('a.txt.annotations.json'), /"source":"a\.txt"/);
});

test('the tags beside every link on the way count, each file once', links, async (t) => {
  inFolder(t, {
    'b.txt.annotations.json': sidecar(damaged, { ' 友好': 'sic' }),
    'c.txt.annotations.json': sidecar(damaged, { '（下转第2版）': 'sic' }),
  });
  mkdirSync('deep/folder', { recursive: true });
  writeFileSync('deep/a.txt', damaged);
  writeFileSync('deep/a.txt.annotations.json', '');
  symlinkSync('deep/folder', 'folder');
  symlinkSync('folder/../a.txt', 'b.txt');
  symlinkSync('b.txt', 'c.txt');
  symlinkSync('c.txt.annotations.json', 'c.txt.李.annotations.json');
  const { out, err } = await run(['lint', '--format=json', 'c.txt']);
  assert.deepEqual(rulesFound(out), ['mark-spacing', 'mark-spacing', 'dash-item-spacing']);
  assert.equal(err.length, 1, 'the empty file beside the document itself');
  const refused = await run(['clean', '--write', 'c.txt']);
  assert.deepEqual([refused.code, read('deep/a.txt')], [2, damaged]);

  writeFileSync('deep/a.txt.annotations.json', sidecar(damaged, sic));
  const { code, err: complaints } = await run(['clean', '--write', 'folder/../a.txt']);
  assert.deepEqual([code, complaints], [0, []]);
  assert.equal(read('deep/a.txt'), mended.replace('“友好', '“ 友好'));
});

test('clean without --write moves no tags', async (t) => {
  inFolder(t, { 'a.txt': damaged, 'a.txt.annotations.json': sidecar(damaged, sic) });
  const before = read('a.txt.annotations.json');
  await run(['clean', 'a.txt']);
  await run(['lint', 'a.txt']);
  assert.equal(read('a.txt.annotations.json'), before);
});

test('a sidecar that is no regular file, or has no end, is not waited for', {
  skip: existsSync('/dev/zero') ? false : 'no such devices here',
}, async (t) => {
  inFolder(t, { 'a.txt': damaged, 'a.txt.c.annotations.json': '' });
  assert.equal(spawnSync('mkfifo', ['a.txt.annotations.json']).status, 0);
  symlinkSync('/dev/zero', 'a.txt.b.annotations.json');
  truncateSync('a.txt.c.annotations.json', 300 * 2 ** 20);
  const { code, err } = await run(['lint', 'a.txt']);
  assert.equal(code, 1);
  assert.equal(err.length, 3);
  assert.match(err[0]!, /^warning: a\.txt\.annotations\.json: cannot be read \(not a regular file\)/);
  assert.match(err[1]!, /^warning: a\.txt\.b\.annotations\.json: cannot be read \(not a regular file\)/);
  assert.match(err[2]!, /^warning: a\.txt\.c\.annotations\.json: cannot be read \(larger than 32 MB\)/);
});
