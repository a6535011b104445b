import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CslItem } from '../../client/src/citations/csl-json.ts';
import type { MentionRecord } from '../../client/src/cli/commands/references.ts';
import { parseBibtex } from '../citations/strict-bibtex.ts';
import { parseCsv } from '../citations/strict-csv.ts';
import { newspaperPage, realStatement, run } from './trial.ts';

const parse = ({ out }: { out: string }) => JSON.parse(out) as MentionRecord[];

test('references prints a table of what is mentioned', async () => {
  const input = '双方重申恪守《联合国宪章》。\n双方签署《共同养护雪豹备忘录》。\n';
  const { code, out, err } = await run(['references', '-'], { input });
  assert.deepEqual(out.split('\n'), [
    'place  form  instrument  text',
    '1:7    full  un-charter  《联合国宪章》',
    '2:5    full  ?           《共同养护雪豹备忘录》',
    '',
  ]);
  assert.deepEqual([code, err], [0, []]);
});

test('a short form of what nobody has registered is told by its title, and of many candidates two', async () => {
  const input = '双方签署《共同养护雪豹备忘录》。《备忘录》有效。\n双方恪守《北京宣言》。\n';
  const { out } = await run(['references', '-'], { input });
  const [, , short, several] = out.split('\n');
  assert.match(short!, /^1:17 +undefined-short +《共同养护雪豹备忘录》 +《备忘录》$/);
  assert.match(several!, /^2:5 +full +[\w-]+\|[\w-]+\|\+\d+\? +《北京宣言》$/);
  const chinese = await run(['references', '--locale', 'zh-cn', '-'], { input });
  assert.match(chinese.out.split('\n')[2]!, /^1:17 +简称 +《共同养护雪豹备忘录》 +《备忘录》$/);
});

test('references --json gives raw offsets and clean text', async () => {
  const input = '\ufeff双方恪守《联合国宪章》。\r\n';
  assert.deepEqual(parse(await run(['references', '--json', '-'], { input })), [
    { start: 5, end: 12, text: '《联合国宪章》', form: 'full', instrument: 'un-charter', candidates: [] },
  ]);
});

test('a title over line breaks is one mention', async () => {
  const raw = readFileSync(newspaperPage, 'utf8');
  const list = parse(await run(['references', '--json', newspaperPage]));
  const broken = list.filter(({ start, end }) => raw.slice(start, end).includes('\n'));
  assert.ok(broken.length > 0);
  for (const { start, end, text } of broken) {
    assert.equal(raw.slice(start, end).replace(/\s/g, ''), text.replace(/\s/g, ''));
    assert.doesNotMatch(text, /\n/);
  }
});

test('references --format gives each instrument once, for spreadsheets and reference managers', async () => {
  const input = '\ufeff双方恪守《联合国宪章》。\r\n双方重申《联合国宪章》和《共同养护雪豹备忘录》。\r\n';
  const written = async (...args: string[]) => (await run(['references', ...args, '-'], { input })).out;
  const [, charter, memorandum, ...others] = parseCsv(await written('--format', 'csv'));
  assert.deepEqual([charter![0], charter!.at(-3), charter!.at(-2)], ['un-charter', '2', 'L1:5; L2:5']);
  assert.deepEqual([memorandum![0], memorandum![1], others], ['《共同养护雪豹备忘录》', '', []]);
  assert.equal(await written('--format', 'csv', '--bom'), `\ufeff${await written('--format', 'csv')}`);
  const keys = parseBibtex(await written('--format', 'bibtex')).map(({ key }) => key);
  assert.deepEqual(keys, ['un-charter', 'unregistered-1']);
  const items = JSON.parse(await written('--format', 'csl-json')) as CslItem[];
  assert.deepEqual(
    items.map(({ id, type }) => [id, type]),
    [
      ['un-charter', 'treaty'],
      ['《共同养护雪豹备忘录》', 'treaty'],
    ],
  );
});

test('where nothing is mentioned', async () => {
  assert.equal(
    (await run(['references', '-'], { input: '双方欢迎。' })).out,
    'No references to instruments.\n',
  );
  assert.equal((await run(['references', '--json', '-'], { input: '' })).out, '[]\n');
  assert.equal((await run(['references', '--format', 'csl-json', '-'], { input: '' })).out, '[]\n');
  assert.equal((await run(['references', '--format', 'bibtex', '-'], { input: '' })).out, '');
});

test('two that fit equally well: none, and both as candidates', async () => {
  const input = '双方重申恪守《北京宣言》。\n';
  const [only] = parse(await run(['references', '--json', '-'], { input }));
  assert.equal(only!.instrument, null);
  if (only!.candidates.length > 0) assert.ok(only!.candidates.length > 1);
});

test('the joint statement of 16 May 2024 mentions 29 instruments in 《》, raw and clean', {
  skip: existsSync(`${realStatement}.raw.txt`) ? false : 'the real document is not beside this checkout',
}, async () => {
  const lists = [];
  for (const state of ['raw', 'clean']) {
    const file = `${realStatement}.${state}.txt`;
    const raw = readFileSync(file, 'utf8');
    const list = parse(await run(['references', '--json', file]));
    const bracketed = list.filter(({ text }) => /^《.*》$/.test(text));
    assert.equal(bracketed.length, 29);
    for (const { start, end, text } of list) {
      assert.equal(raw.slice(start, end).replace(/\s/g, ''), text.replace(/\s/g, ''));
    }
    if (state === 'raw') {
      assert.equal(bracketed.filter(({ start, end }) => raw.slice(start, end).includes('\n')).length, 18);
    }
    lists.push(list.map(({ start: _s, end: _e, ...said }) => said));
  }
  assert.deepEqual(lists[0], lists[1]);
});
