// Which files a format makes is told by making them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { isBelow } from '../../../client/src/annotations/exchange/output-path.ts';
import { writtenFiles } from '../../../client/src/annotations/exchange/written-files.ts';
import { availableFormats, loadFormat } from '../../../client/src/annotations/formats/formats.ts';

const context = { scheme: diplomaticScheme, language: 'en', corpus: 'corpus' } as const;

test('each format that is written names its files, the one for all documents by its ending', async () => {
  for (const id of availableFormats) {
    const format = await loadFormat(id);
    const files = writtenFiles(format, context, '2024/中法.txt');
    assert.equal(files.length > 0, format.write !== undefined, id);
    assert.ok(files.every(isBelow), files.join());
    if (format.corpusEnding) assert.ok(files.includes(`corpus${format.corpusEnding}`), files.join());
  }
  const brat = writtenFiles(await loadFormat('brat'), context, '2024/中法.txt');
  assert.ok(brat.includes('2024/中法.ann') && brat.includes('annotation.conf'), brat.join());
});
