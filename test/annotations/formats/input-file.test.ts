import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormatProblemError } from '../../../client/src/annotations/formats/format-problem.ts';
import { type InputFile, linesOf, wholeText } from '../../../client/src/annotations/formats/input-file.ts';
import { assertLinearAsync, costAsync } from '../../property/growth.ts';

/** A file that comes in pieces of this many bytes. */
function fileOf(content: string | readonly number[], pieceLength = 1): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  return {
    name: 'a.txt',
    async *chunks() {
      for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
    },
  };
}

async function lines(file: InputFile): Promise<string[]> {
  const found: string[] = [];
  for await (const { text, line } of linesOf(file)) found.push(`${line} ${text}`);
  return found;
}

test('a file is the same in whatever pieces it comes', async () => {
  for (const length of [1, 2, 3, 7, 100]) {
    assert.equal(await wholeText(fileOf('\ufeff甲𠮷\r\n乙', length)), '甲𠮷\r\n乙');
    assert.deepEqual(await lines(fileOf('\ufeff甲𠮷\r\n\n乙\r丙\n', length)), ['1 甲𠮷', '2 ', '3 乙\r丙']);
  }
});

test('an empty file is no line, and a last line needs no end', async () => {
  assert.equal(await wholeText(fileOf('')), '');
  assert.deepEqual(await lines(fileOf('')), []);
  assert.deepEqual(await lines(fileOf('a\nb')), ['1 a', '2 b']);
});

test('what is not UTF-8 is refused in words, with the line', async () => {
  const isRefused = (line: number) => (error: unknown) =>
    error instanceof FormatProblemError && error.problem.code === 'not-utf-8' && error.problem.line === line;
  await assert.rejects(wholeText(fileOf([0x61, 0xff])), isRefused(0));
  await assert.rejects(lines(fileOf([0x61, 0x0a, 0x62, 0xff, 0x0a])), isRefused(2));
  // A character that the end of the file cuts.
  await assert.rejects(lines(fileOf([0x61, 0x0a, 0xe4, 0xb8])), isRefused(2));
});

test('a line of many megabytes takes no more than its length in time', async () => {
  await assertLinearAsync(24_000, (pieces) =>
    costAsync(async () => {
      const piece = new TextEncoder().encode('甲'.repeat(300));
      const file = {
        name: 'a.jsonl',
        async *chunks() {
          for (let i = 0; i < pieces; i += 1) yield piece;
        },
      };
      for await (const { text } of linesOf(file)) assert.equal(text.length, pieces * 300);
    }),
  );
});
