import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { type Misreading, misreadAs } from '../../client/src/encoding/misread.ts';

const simplified =
  '双方强调，两国元首的战略引领是双边关系发展的根本保障。双方将继续扩大能源、农业和科技合作，维护联合国宪章的宗旨和原则。';
const traditional =
  '雙方強調，兩國元首的戰略引領是雙邊關係發展的根本保障。雙方將繼續擴大能源、農業和科技合作，維護聯合國憲章的宗旨和原則。';

/** The text, written in one encoding and read in another. */
const read = (text: string, was: string, readAs: string) => iconv.decode(iconv.encode(text, was), readAs);

const short = (misreading: Misreading | null) =>
  misreading && `${misreading.readAs} for ${misreading.was}${misreading.lost ? ', lost' : ''}`;

test('what was read as it was written is no misreading', () => {
  for (const text of [
    simplified,
    traditional,
    '',
    'Joint statement of 2024, in English only.',
    '中文',
    'Déclaration conjointe à l’occasion du cinquantième anniversaire des relations',
    '１９９２年６月１９日',
    `${simplified}（\ufffd处无法辨认）`,
    '本文讨论“锟斤拷”一类乱码的成因，以及编码转换中应当注意的问题。',
  ]) {
    assert.equal(misreadAs(text), null, text);
  }
});

test('GB 18030 and Big5 read as UTF-8 leave signs of replaced bytes, Big5 with letters among them', () => {
  assert.equal(short(misreadAs(read(simplified, 'gb18030', 'utf8'))), 'utf-8 for gb18030');
  assert.equal(short(misreadAs(read(traditional, 'big5', 'utf8'))), 'utf-8 for big5');
});

test('UTF-8 read as GB 18030 or Windows-1252', () => {
  assert.match(read('的中国', 'utf8', 'gb18030'), /^鐨勪腑鍥/);
  assert.equal(short(misreadAs(read(simplified, 'utf8', 'gb18030'))), 'gb18030 for utf-8');
  assert.equal(short(misreadAs(read(traditional, 'utf8', 'gb18030'))), 'gb18030 for utf-8');
  // As editors decode it, where all 256 bytes are characters.
  const latin = new TextDecoder('windows-1252').decode(Buffer.from(simplified));
  assert.equal(short(misreadAs(latin)), 'windows-1252 for utf-8');
});

test('GB 18030 and Big5 read as each other, or as Windows-1252', () => {
  assert.equal(short(misreadAs(read(simplified, 'gb18030', 'big5'))), 'big5 for gb18030');
  assert.equal(short(misreadAs(read(traditional, 'big5', 'gb18030'))), 'gb18030 for big5');
  const latin = (encoding: string, text: string) =>
    new TextDecoder('windows-1252').decode(iconv.encode(text, encoding));
  assert.equal(short(misreadAs(latin('gb18030', simplified))), 'windows-1252 for gb18030');
  assert.equal(short(misreadAs(latin('big5', traditional))), 'windows-1252 for big5');
});

test('signs of lost bytes that were saved bring nothing back', () => {
  assert.equal(read('\ufffd\ufffd', 'utf8', 'gb18030'), '锟斤拷');
  const saved = read(simplified, 'gb18030', 'utf8');
  assert.equal(short(misreadAs(read(saved, 'utf8', 'gb18030'))), 'gb18030 for utf-8, lost');
});
