import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const service = createStatementService();
const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(file(path), 'utf8');

function clean(raw: string): string {
  return applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
}

/** The first place where two texts part, so that a failure is readable. */
function assertSameLines(actual: string, expected: string, message: string): void {
  const a = actual.trimEnd().split('\n');
  const e = expected.trimEnd().split('\n');
  const at = e.findIndex((line, i) => line !== a[i]);
  if (at >= 0) assert.fail(`${message}: line ${at + 1} is\n  ${a[at]}\nand not\n  ${e[at]}`);
  assert.equal(a.length, e.length, message);
}

/** The same characters, and the same paragraphs but for breaks that were doubtful: with the column gone, they may be read the other way. */
function assertSameButDoubtful(actual: string, expected: string, doubtful: number, message: string): void {
  assertSameLines(actual.replaceAll('\n', ''), expected.replaceAll('\n', ''), message);
  const lines = new Set(expected.split('\n'));
  const other = actual.split('\n').filter((line) => !lines.has(line));
  assert.ok(other.length <= 2 * doubtful, `${message}: ${other.join('\n')}`);
}

const page = 'samples/中蒙联合声明-newspaper.statement.txt';
const jump = /（下转第\d+版）/;

test('the sample newspaper page reads as the text that was set', () => {
  const raw = read(page);
  const set = read('test/fixtures/中蒙联合声明.clean.txt').replace(jump, '');
  assertSameLines(service.analyse(raw).reading.clean, set, 'the clean text');
});

test('cleaning the sample page leaves only its doubtful breaks and its page-jump mark', () => {
  const raw = read(page);
  const analysis = service.analyse(raw);
  const { edits, doubtful } = service.cleaning(analysis);
  const left = service.analyse(applyEdits(raw, edits));
  assert.ok(doubtful.length <= 3, `${doubtful.length} doubtful breaks`);
  assert.deepEqual([...new Set(left.artefacts.map((a) => a.class))], ['likely']);
  assertSameButDoubtful(
    left.reading.clean,
    analysis.reading.clean,
    doubtful.length,
    'the clean text after cleaning',
  );
});

const real = '../shared/documents/cn-ru-2024-05-16';
test('the joint statement of 16 May 2024 is cleaned to the character', {
  skip: existsSync(file(`${real}.raw.txt`)) ? false : 'the real document is not beside this checkout',
}, () => {
  const raw = read(`${real}.raw.txt`);
  assertSameLines(clean(raw), read(`${real}.clean.txt`), 'the cleaned statement');
  assert.ok(clean(raw) === read(`${real}.clean.txt`));
  const cleaning = service.cleaning(service.analyse(raw));
  assert.equal(cleaning.doubtful.length, 0);
  console.log(
    `line breaks joined: ${cleaning.counts['line-break']}, stretched lines: ${cleaning.counts['letter-spacing']}`,
  );
});

test('the clean text leaves furniture out, and says where it was', () => {
  const raw = read(page);
  const { reading } = service.analyse(raw);
  assert.equal(reading.furniture.length, 1);
  const [mark] = reading.furniture;
  assert.match(raw.slice(mark!.start, mark!.end), jump);
  assert.ok(!reading.clean.includes('下转'));
  const last = service.analyse(raw).tree.children.at(-1)!;
  assert.deepEqual([last.kind, last.range.raw], ['furniture', mark]);
});

test('a half-cleaned page reads the same', () => {
  const raw = read(page);
  const analysis = service.analyse(raw);
  const { edits, doubtful } = service.cleaning(analysis);
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const half = applyEdits(
      raw,
      edits.filter((edit) => edit.start < raw.length * share),
    );
    const message = `the first ${share * 100} % cleaned`;
    assertSameButDoubtful(
      service.analyse(half).reading.clean,
      analysis.reading.clean,
      doubtful.length,
      message,
    );
  }
});

test('cleaning a paragraph touches no other', () => {
  const raw = read(page);
  const analysis = service.analyse(raw);
  const at = raw.indexOf('——');
  const { edits } = service.cleaning(analysis, {}, { start: at, end: at + 1 });
  assert.ok(edits.length > 0);
  const cleaned = applyEdits(raw, edits);
  assert.equal(cleaned.slice(0, at), raw.slice(0, at));
  assertSameLines(service.analyse(cleaned).reading.clean, analysis.reading.clean, 'the rest');
});

test('what is called as printed is neither reported nor cleaned', () => {
  const raw = read(page);
  const analysis = service.analyse(raw);
  const spaced = service.findings(analysis).find((finding) => finding.rule === 'letter-spacing')!;
  const asPrinted = [{ start: spaced.start, end: spaced.end }];
  const left = service.findings(analysis, { asPrinted });
  assert.ok(!left.some((finding) => finding.rule === 'letter-spacing' && finding.start === spaced.start));
  const cleaned = applyEdits(raw, service.cleaning(analysis, { asPrinted }).edits);
  assert.ok(cleaned.includes(raw.slice(spaced.start, spaced.end)));
  assert.equal(analysis.reading.clean, service.analyse(raw).reading.clean);
});

test('a rule that is off reports and cleans nothing', () => {
  const raw = read(page);
  const analysis = service.analyse(raw);
  const levels = { 'line-break': 'off' } as const;
  assert.ok(!service.findings(analysis, { levels }).some((finding) => finding.rule === 'line-break'));
  const { edits } = service.cleaning(analysis, { levels });
  assert.ok(edits.every((edit) => !/[\r\n]/.test(raw.slice(edit.start, edit.end))));
});

test('furniture at the edges is inside the document', () => {
  const raw = '（上接第1版）\n双方同意。\n（下转第7版）';
  const { tree } = service.analyse(raw);
  assert.deepEqual(tree.range.raw, { start: 0, end: raw.length });
  assert.deepEqual([tree.children[0]!.kind, tree.children.at(-1)!.kind], ['furniture', 'furniture']);
});
