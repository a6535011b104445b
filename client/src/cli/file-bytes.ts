import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Larger files are refused: reading a text for structure takes a hundred times its size of memory. */
export const largestFile = 32 * 2 ** 20;

export type FileBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly fault: 'no-regular-file' | 'too-large' };

/**
 * The bytes of a regular file, or of the one that a link leads to. Nothing else is waited for: a pipe may never
 * say a word, and a device never end.
 * @throws the system's error where there is no such file, or it may not be read
 */
export function readRegularFile(path: string): FileBytes {
  // Without waiting for somebody to write: else opening a pipe is itself a wait. Windows knows no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { ok: false, fault: 'no-regular-file' };
    if (stats.size > largestFile) return { ok: false, fault: 'too-large' };
    const bytes = readToEnd(file, stats.size + 1);
    return bytes.length > largestFile ? { ok: false, fault: 'too-large' } : { ok: true, bytes };
  } finally {
    closeSync(file);
  }
}

/** Reads an open file to its end, or a little past the limit: a device may have no end. */
export function readToEnd(file: number, expected: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(expected);
  let length = 0;
  while (length <= largestFile) {
    if (length === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
