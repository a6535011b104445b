import { isUtf8 } from 'node:buffer';

export type Decoding =
  | { readonly ok: true; readonly text: string }
  /** Offsets count bytes from 0. */
  | { readonly ok: false; readonly fault: 'nul' | 'not-utf8'; readonly offset: number };

/** Decodes UTF-8, keeping a BOM as the first character. What is not UTF-8 to the last byte is no text: nothing is guessed into it. */
export function decodeText(bytes: Uint8Array): Decoding {
  if (!isUtf8(bytes)) return { ok: false, fault: 'not-utf8', offset: firstInvalid(bytes) };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { ok: false, fault: 'nul', offset: nul };
  return { ok: true, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') };
}

/** The offset of the first byte at which the bytes are no longer UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** The length of the character that begins here; 0 where none does. Source: the Unicode Standard, table 3-7. */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
