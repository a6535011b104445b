// Every format through the command: what goes out and comes back unchanged changes nothing.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { diplomaticScheme } from '../../client/src/annotations/diplomatic-scheme.ts';
import { availableFormats, loadFormat } from '../../client/src/annotations/formats/formats.ts';
import { sidecarWith, tagOn } from './tagged-files.ts';
import { inFolder, run } from './trial.ts';

const text =
  '中吉联合声明\r\n\r\n一、双方重申恪守《联合国\r\n宪章》，𠮷国支持“ 和平”。\r\n（下转第2版）\r\n双方欢迎友好往来。\r\n';
const [first, second] = ['𠮷国', '和平'].map((words) => tagOn(text, words));
const relation = diplomaticScheme.relations[0]!.id;
const tags = [
  tagOn(text, '双方', {
    note: '第一处\n第二行',
    attributes: { joint: true, weight: 2, 说明: '重申；=1' },
    relations: [{ type: relation, target: 'urn:test:支持' }],
    chain: '我们',
    creator: '李',
  }),
  tagOn(text, '《联合国\r\n宪章》', { label: 'instrument' }),
  tagOn(text, '联合国', { label: 'organisation' }),
  tagOn(text, '支持', { label: '立场-不在方案中' }),
  {
    ...first!,
    id: 'urn:test:fragments',
    spans: [...first!.spans, ...second!.spans],
    quotes: [...first!.quotes, ...second!.quotes],
  },
  tagOn(text, '友好', { scope: 'section' }),
  { ...first!, id: 'urn:test:whole', scope: 'document' as const, spans: [], quotes: [] },
  { ...second!, id: 'urn:test:lost', state: 'orphan' as const, spans: [{ start: 5, end: 5 }] },
  tagOn(text, '欢迎', { label: 'reviewed', scope: 'section' }),
  tagOn(text, '往来', { review: 'suggested' }),
];

/** The files of a folder, with what they hold. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!/\.(?:txt|json)$/.test(name)) return [];
      return [[name, readFileSync(join(folder, name), 'utf8')]];
    }),
  );
}

function documents(): void {
  mkdirSync('texts/2024', { recursive: true });
  for (const [name, annotator] of [
    ['texts/a.txt', ''],
    ['texts/2024/b.statement.txt', ''],
    ['texts/2024/中吉联合声明.txt', '.李'],
  ]) {
    writeFileSync(name!, text);
    writeFileSync(`${name}${annotator}.annotations.json`, sidecarWith(text, tags));
  }
}

for (const id of availableFormats) {
  const format = await loadFormat(id);
  test(`${id}: one file for all where it says so, and only there`, async (t) => {
    inFolder(t);
    documents();
    const { code } = await run([
      'export',
      '--to',
      id,
      '--output',
      'out',
      'texts/a.txt',
      'texts/2024/b.statement.txt',
    ]);
    assert.equal(code, 0);
    const corpus = readdirSync('out').filter((name) => /^jiaozhu\.[^.]*$/.test(name));
    assert.deepEqual(corpus, format.corpusEnding === undefined ? [] : [`jiaozhu${format.corpusEnding}`]);
  });

  if (!format.reader) continue;
  for (const form of ['raw', 'clean']) {
    test(`${id}, ${form}: what comes back as it went changes nothing`, async (t) => {
      inFolder(t);
      documents();
      const before = contents('texts');
      const out = await run([
        'export',
        '--to',
        id,
        '--text',
        form,
        '--output',
        'out',
        'texts/a.txt',
        'texts/2024/b.statement.txt',
      ]);
      assert.equal(out.code, 0, out.err.join('\n'));
      const { code, out: told, err } = await run(['import', '--from', id, '--into', 'texts', 'out']);
      assert.deepEqual(
        [code, told],
        [0, '2 documents: 0 tags added, 0 changed.\n'],
        `${told}${err.join('\n')}`,
      );
      assert.deepEqual(contents('texts'), before);
    });
  }

  test(`${id}: several annotators go out in folders and come back to their files`, async (t) => {
    inFolder(t);
    documents();
    const before = contents('texts');
    await run(['export', '--to', id, '--output', 'out', 'texts']);
    const { code, err } = await run(['import', '--from', id, '--into', 'texts', 'out']);
    assert.equal(code, 0, err.join('\n'));
    assert.deepEqual(contents('texts'), before);
    assert.ok(!existsSync('texts/李'));
  });
}
