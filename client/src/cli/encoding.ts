import { isUtf8 } from 'node:buffer';

export type Decoding =
  | { readonly ok: true; readonly text: string }
  /** Offsets count bytes from 0. */
  | {
      readonly ok: false;
      readonly fault: 'nul' | 'not-utf8';
      readonly offset: number;
      readonly guess: string | null;
    };

/** Decodes UTF-8, keeping a BOM as the first character. What is not UTF-8 to the last byte is no text: nothing is guessed into it. */
export function decodeText(bytes: Uint8Array): Decoding {
  if (!isUtf8(bytes)) {
    return { ok: false, fault: 'not-utf8', offset: firstInvalid(bytes), guess: guessEncoding(bytes) };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { ok: false, fault: 'nul', offset: nul, guess: guessEncoding(bytes) };
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

/** What Chinese text comes in when it is not UTF-8, by the names that both TextDecoder and iconv know. */
const others = ['UTF-16LE', 'UTF-16BE', 'GB18030', 'Big5'] as const;
/** Frequent in any Chinese text of this kind, simplified or traditional. */
const frequent = new Set('的和在中国國一是有方关關与與为為于於议議会會发發展联聯合之及不人，。、');

/** The encoding in which the bytes read as Chinese, if there is one; from the first few thousand bytes. */
function guessEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16';
  let best: string | null = null;
  let bestShare = 0.04;
  for (const encoding of others) {
    const share = frequentShare(bytes.subarray(0, 8192), encoding);
    if (share > bestShare) [best, bestShare] = [encoding, share];
  }
  return best;
}

/** How many of the characters are frequent ones, 0 to 1; 0 where the bytes cannot be read so. */
function frequentShare(bytes: Uint8Array, encoding: string): number {
  try {
    // `stream`: the last character may have been cut.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    let hits = 0;
    for (const character of text) if (frequent.has(character)) hits++;
    return text.length === 0 ? 0 : hits / text.length;
  } catch {
    return 0;
  }
}
