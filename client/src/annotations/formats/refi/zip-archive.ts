import { Inflate } from 'fflate';
import { type FormatProblemCode, FormatProblemError } from '../format-problem.ts';
import { crc32 } from './crc32.ts';

/** A file in an archive. */
export interface ZipEntry {
  /** As the archive has it: a name, never a path on this machine. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** Where its local header is, in bytes. */
  readonly header: number;
  readonly packed: number;
  /** What it says of its length; nobody relies on it. */
  readonly length: number;
}

/** More than this is not unpacked of one archive, in bytes; what is read twice counts twice. */
export const mostUnpacked = 2 ** 31;
/** A text does not shrink to less than this share; where little is unpacked, nobody minds. */
const mostRatio = 400;
const alwaysUnpacked = 4 * 2 ** 20;
const mostEntries = 100_000;
const pieceLength = 2 ** 15;

/**
 * An archive whose files can be read one by one. The list of files is read here, since the library that unpacks them
 * trusts their lengths. Source: APPNOTE.TXT 6.3.10, 4.3. No more is unpacked than is sensible, files are known by name
 * only, and nothing is put anywhere.
 */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #unpacked = 0;

  /** @throws FormatProblemError where this is no archive */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.entries = this.#readEntries();
  }

  /**
   * The bytes of a file in pieces. A file that is read again counts again towards what may be unpacked, since an archive
   * may ask for one file over and over.
   * @throws FormatProblemError while it is gone through, where it is damaged, packed in a way that nobody uses, or
   * larger than what it is packed in allows
   */
  *unpack(entry: ZipEntry): Iterable<Uint8Array> {
    const start = this.#dataOf(entry);
    const packed = this.#bytes.subarray(start, start + entry.packed);
    if (packed.length < entry.packed) fail('broken-archive', entry.name);
    let length = 0;
    let crc = 0;
    for (const piece of inflated(entry, packed)) {
      length += piece.length;
      this.#unpacked += piece.length;
      const isBomb = length > alwaysUnpacked && length > mostRatio * packed.length;
      if (isBomb || this.#unpacked > mostUnpacked) fail('too-much-packed', mostUnpacked / 2 ** 20);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (crc !== entry.crc) fail('broken-archive', entry.name);
  }

  #readEntries(): readonly ZipEntry[] {
    const view = this.#view;
    const end = this.#endOfDirectory();
    let at = view.getUint32(end + 16, true);
    const entries: ZipEntry[] = [];
    // How many there are is told in 16 bits, and not asked: an archive may have more.
    while (at < end && entries.length < mostEntries) {
      if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) fail('no-archive');
      const nameLength = view.getUint16(at + 28, true);
      const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      entries.push({
        name: new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength)),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        length: view.getUint32(at + 24, true),
        header: view.getUint32(at + 42, true),
      });
      at = next;
    }
    return entries;
  }

  /** Where the record at the archive's end begins; a remark of up to 65,535 bytes may follow. */
  #endOfDirectory(): number {
    for (let at = this.#bytes.length - 22; at >= 0 && at >= this.#bytes.length - 22 - 0xffff; at -= 1) {
      if (this.#view.getUint32(at, true) === 0x06054b50) return at;
    }
    return fail('no-archive');
  }

  #dataOf({ name, header }: ZipEntry): number {
    const view = this.#view;
    if (header + 30 > view.byteLength || view.getUint32(header, true) !== 0x04034b50) {
      fail('broken-archive', name);
    }
    return header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  }
}

function* inflated({ name, method }: ZipEntry, packed: Uint8Array): Iterable<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) fail('broken-archive', name);
  let pieces: Uint8Array[] = [];
  let isEnd = false;
  const inflate = new Inflate((piece, isLast) => {
    pieces.push(piece);
    isEnd ||= isLast;
  });
  for (let at = 0; at < packed.length && !isEnd; at += pieceLength) {
    try {
      inflate.push(packed.subarray(at, at + pieceLength), at + pieceLength >= packed.length);
    } catch {
      fail('broken-archive', name);
    }
    yield* pieces;
    pieces = [];
  }
  if (!isEnd) fail('broken-archive', name);
}

function fail(code: FormatProblemCode, ...values: readonly (string | number)[]): never {
  throw new FormatProblemError({ code, values, line: 0 });
}
