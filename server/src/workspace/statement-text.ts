import { decodedStrictly, encodingByBom, encodingByReading } from '../text/encoding/detection.ts';

/** Larger files are no statements; reading one takes its thread half a second. Bytes. */
export const largestStatement = 4 * 2 ** 20;

/**
 * The text of a file as an editor shows it, without a BOM: what its BOM says, else UTF-8 if it is so to the last
 * byte, else the encoding in which it reads as Chinese, by a clear margin. Null where it is no text, or none for
 * certain.
 */
export function statementText(bytes: Uint8Array): string | null {
  const bom = encodingByBom(bytes);
  const text = bom !== null ? decodedStrictly(bytes, bom) : withoutBom(bytes);
  return text === null || text.includes('\0') ? null : text;
}

function withoutBom(bytes: Uint8Array): string | null {
  const utf8 = decodedStrictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const encoding = encodingByReading(bytes);
  return encoding === null ? null : decodedStrictly(bytes, encoding);
}
