import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 as crc32OfNode, inflateRawSync } from 'node:zlib';
import { crc32, joinedCrc32 } from '../../../client/src/annotations/formats/refi/crc32.ts';
import {
  endOfPacked,
  type Packed,
  PackedText,
  packed,
} from '../../../client/src/annotations/formats/refi/packed-text.ts';
import { seededRandom } from '../../setting/random.ts';

function unpacked(...parts: readonly Packed[]): string {
  const pieces = parts.flatMap((part) => part.pieces);
  return inflateRawSync(Buffer.concat([...pieces, endOfPacked])).toString();
}

function joinedCrc(...parts: readonly Packed[]): number {
  return parts.reduce((before, { crc, length }) => joinedCrc32(before, crc, length), 0);
}

test('parts that are packed by themselves follow each other in one stream, whatever their lengths', () => {
  const seed = Date.now();
  const random = seededRandom(seed);
  const words = ['双方', '重申', '<Note/>', '𠮷', 'a', '\n', '原则。'];
  const text = (length: number) => Array.from({ length }, () => words[random.below(words.length)]!).join('');
  for (const length of [...Array(40).keys(), 1000, 20_000, 90_000]) {
    const texts = [text(length), text(random.below(50)), text(random.below(20_000))];
    const parts = texts.map(packed);
    assert.equal(unpacked(...parts), texts.join(''), `seed ${seed}`);
    assert.equal(joinedCrc(...parts), crc32OfNode(texts.join('')), `seed ${seed}`);
  }
});

test('a part may come piece by piece, and parts side by side', () => {
  const [first, second] = [new PackedText(), new PackedText()];
  assert(first.isEmpty);
  for (let n = 0; n < 500; n += 1) {
    first.add(`第${n}条。`);
    second.add(`${n},`);
  }
  assert(!first.isEmpty);
  const parts = [first.end(), packed('–'), second.end(), new PackedText().end()];
  const numbers = [...Array(500).keys()];
  const text = `${numbers.map((n) => `第${n}条。`).join('')}–${numbers.map((n) => `${n},`).join('')}`;
  assert.equal(unpacked(...parts), text);
  assert.equal(joinedCrc(...parts), crc32OfNode(text));
  assert.equal(
    parts.reduce((sum, { length }) => sum + length, 0),
    Buffer.byteLength(text),
  );
});

test('a CRC-32 is that of ISO 3309, at any length and from any start', () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, index) => (index * 197) % 256);
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  for (let from = 0; from <= bytes.length; from += 1) {
    const [first, second] = [bytes.subarray(0, from), bytes.subarray(from)];
    assert.equal(crc32(second, crc32(first)), crc32OfNode(bytes));
    assert.equal(joinedCrc32(crc32(first), crc32(second), second.length), crc32OfNode(bytes));
  }
});
