import { Deflate } from 'fflate';
import { crc32 } from './crc32.ts';

/** The quickest level; tables of 2¹⁵ entries, which stay in the processor's cache and find as much here. */
export const packing = { level: 1, mem: 3 } as const;

/** Of text that is packed: its parts follow each other in the archive as they are. */
export interface Packed {
  /** DEFLATE blocks (RFC 1951), none of them the last of a stream, that end where a byte does. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** Of what was packed, in bytes. */
  readonly length: number;
  readonly crc: number;
}

/** Behind parts, to end the stream: a last block that is empty (RFC 1951, 3.2.4). */
export const endOfPacked = Uint8Array.of(1, 0, 0, 0xff, 0xff);
/** A block like this that is not the last; its head takes three bits of the first byte. */
const emptyBlock = Uint8Array.of(0, 0, 0, 0xff, 0xff);

/** Packs the UTF-8 of text that comes piece by piece, and of which the place in the archive comes later. */
export class PackedText {
  readonly #encoder = new TextEncoder();
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  readonly #deflate: Deflate;
  #length = 0;
  #crc = 0;

  constructor() {
    this.#deflate = new Deflate(packing, (piece) => void this.#pieces.push(piece));
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.#length += bytes.length;
    this.#crc = crc32(bytes, this.#crc);
    this.#deflate.push(bytes);
  }

  /** All of it; nothing may be added any more. */
  end(): Packed {
    this.#deflate.flush();
    // The library does not tell how many bits it holds back until their byte is full, and its own way to fill that
    // (flush with `sync`, 0.8.3) writes them in a wrong place. Where there is nothing to write, it writes an empty block
    // of ten bits, of which the last seven are zero: when two bytes come of it, at most one bit is held back, a zero.
    for (let tries = 0; this.#emptyBlock() !== 2; tries += 1) {
      if (tries === 4) throw new Error('The library ends blocks in another way.');
    }
    this.#pieces.push(emptyBlock);
    return { pieces: this.#pieces, length: this.#length, crc: this.#crc };
  }

  /** How many bytes come of it. */
  #emptyBlock(): number {
    const before = this.#pieces.length;
    this.#deflate.flush();
    return this.#pieces.slice(before).reduce((sum, { length }) => sum + length, 0);
  }
}

/** A short text, packed. */
export function packed(text: string): Packed {
  const all = new PackedText();
  all.add(text);
  return all.end();
}
