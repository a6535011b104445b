import { isUtf8 } from 'node:buffer';
import {
  encodingByBom,
  encodingByReading,
  encodings,
  type FileEncoding,
} from '../../../server/src/text/encoding/detection.ts';
import { decodeText } from './utf8.ts';

const otherNames: Readonly<Record<string, FileEncoding>> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  cp950: 'big5',
  'big5-hkscs': 'big5',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
};

/** The encoding of a name, in any case and by its usual other names; undefined where it is none of ours. */
export function encodingNamed(name: string): FileEncoding | undefined {
  const lower = name.toLowerCase();
  return encodings.find((encoding) => encoding === lower) ?? otherNames[lower];
}

export type FileDecoding =
  /** The BOM, where there is one, is the text's first character. */
  | { readonly ok: true; readonly text: string; readonly encoding: FileEncoding }
  /** Offsets count bytes from 0. unknown: no UTF-8, and nothing else for certain; malformed: not what was said. */
  | {
      readonly ok: false;
      readonly fault: 'nul' | 'unknown' | 'malformed';
      readonly offset: number;
      readonly encoding: FileEncoding;
    };

/**
 * Decodes a file. A BOM says what it is; else it is UTF-8 if it can be, to the last byte; else the one of the
 * other encodings in which it reads as Chinese, by a clear margin.
 * @param said what the person said it is
 */
export async function decodeFile(bytes: Uint8Array, said?: FileEncoding): Promise<FileDecoding> {
  const encoding = said ?? encodingByBom(bytes) ?? (isUtf8(bytes) ? 'utf-8' : encodingByReading(bytes));
  if (encoding === null) {
    const decoding = decodeText(bytes);
    return { ok: false, fault: 'unknown', offset: decoding.ok ? 0 : decoding.offset, encoding: 'utf-8' };
  }
  if (encoding === 'utf-8') {
    const decoding = decodeText(bytes);
    if (decoding.ok) return { ...decoding, encoding };
    const fault = decoding.fault === 'nul' ? 'nul' : 'malformed';
    return { ok: false, fault, offset: decoding.offset, encoding };
  }
  const text = await decodeAs(bytes, encoding);
  const malformed = text.includes('\ufffd') || (encoding.startsWith('utf-16') && bytes.length % 2 === 1);
  if (malformed) {
    const offset = firstDifference(bytes, await encodeText(text, encoding));
    if (offset !== null) return { ok: false, fault: 'malformed', offset, encoding };
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const offset = (await encodeText(text.slice(0, nul), encoding)).length;
    return { ok: false, fault: 'nul', offset, encoding };
  }
  return { ok: true, text, encoding };
}

/** The text of these bytes, replacing what cannot be read. */
export async function decodeAs(bytes: Uint8Array, encoding: FileEncoding): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') return buffer.toString('utf8');
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(buffer, encoding, { stripBOM: false });
}

/** The bytes of a text; a BOM only where the text has one. A character that the encoding lacks becomes another: compare. */
export async function encodeText(text: string, encoding: FileEncoding): Promise<Uint8Array> {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const { default: iconv } = await import('iconv-lite');
  return iconv.encode(text, encoding, { addBOM: false });
}

/** The offset of the first byte in which the two differ; null where they are the same. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | null {
  if (Buffer.compare(a, b) === 0) return null;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return i;
  return length;
}

/** The beginning of a file, of which the last character may have been cut; for looking at only. */
export function decodeHead(bytes: Uint8Array): string {
  const decoded = (encoding: FileEncoding) => new TextDecoder(encoding).decode(bytes, { stream: true });
  const bom = encodingByBom(bytes);
  if (bom !== null) return decoded(bom);
  const text = decoded('utf-8');
  if (!text.includes('\ufffd')) return text;
  return decoded(encodingByReading(bytes, true) ?? 'utf-8');
}
