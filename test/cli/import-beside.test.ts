import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder, read, run } from './trial.ts';

const annotation = JSON.stringify({
  id: 'urn:test:1',
  type: 'Annotation',
  body: { type: 'TextualBody', purpose: 'tagging', value: 'party' },
  target: { source: 'a.txt', selector: { type: 'TextPositionSelector', start: 0, end: 2 } },
});

test('a text beside that is a link out of the folder is not read; one that stays in it is', async (t) => {
  for (const format of ['w3c', 'brat']) {
    await t.test(format, async (t) => {
      inFolder(t, { 'secret.txt': '双方机密' });
      mkdirSync('in');
      symlinkSync('../secret.txt', 'in/a.txt');
      if (format === 'w3c') writeFileSync('in/a.jsonld', annotation);
      else writeFileSync('in/a.ann', 'T1\tparty 0 2\t双方\n');
      const { code, err } = await run(['import', '--from', format, '--into', 'out', 'in']);
      assert.equal(code, 2);
      assert.match(err.join('\n'), /in\/a\.txt: a link that leads out of in; it is not followed/);
      assert.equal(existsSync('out/a.txt'), false);
      assert.equal((await run(['convert', '--from', format, '--to', 'jsonl', 'in'])).out, '');
      mkdirSync('in/texts');
      writeFileSync('in/texts/b.txt', '双方');
      symlinkSync('texts/b.txt', 'in/b.txt');
      if (format === 'w3c') writeFileSync('in/a.jsonld', annotation.replace('a.txt', 'b.txt'));
      else writeFileSync('in/b.ann', 'T1\tparty 0 2\t双方\n');
      await run(['import', '--from', format, '--into', 'out', 'in']);
      assert.equal(read('out/b.txt'), '双方');
    });
  }
});

test('the text beside is named where it is not UTF-8, and read in the encoding that is said', async (t) => {
  // 双方, in GB 18030.
  inFolder(t, { 'a.ann': 'T1\tparty 0 2\t双方\n', 'a.txt': Uint8Array.of(0xcb, 0xab, 0xb7, 0xbd) });
  const { code, err } = await run(['import', '--from', 'brat', '--into', 'out', 'a.ann']);
  assert.deepEqual(
    [code, err],
    [2, ['jiaozhu: a.txt: This file is not UTF-8. Save it as UTF-8 and import it again.']],
  );
  const said = ['--encoding', 'gb18030', '--into', 'out', 'a.ann'];
  assert.equal((await run(['import', '--from', 'brat', ...said])).code, 0);
  assert.equal(read('out/a.txt'), '双方');
});
