import { likeliest } from './choice.ts';

/** The encodings that files are read and written in. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type FileEncoding = (typeof encodings)[number];

/** The encoding that a file's BOM tells; null where it has none. */
export function encodingByBom(bytes: Uint8Array): FileEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** So many bytes tell the encoding of all. */
const sampleLength = 1 << 16;

/**
 * The encoding, other than UTF-8, in which a file reads as Chinese, by a clear margin; null where there is none.
 * @param cut whether the last character may have been cut
 */
export function encodingByReading(bytes: Uint8Array, cut = bytes.length > sampleLength): FileEncoding | null {
  const sample = bytes.subarray(0, sampleLength);
  const readings = (['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const).flatMap((encoding) => {
    const text = decodedStrictly(sample, encoding, cut);
    return text === null ? [] : [{ encoding, text }];
  });
  return likeliest(readings)?.encoding ?? null;
}

/**
 * The text of these bytes, without its BOM; null where they are none in this encoding.
 * @param cut whether the last character may have been cut
 */
export function decodedStrictly(bytes: Uint8Array, encoding: FileEncoding, cut = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
}
