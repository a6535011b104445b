/** What of a text no file of ours can keep as it is: it would be read as another one, and tags would lie beside it. */
export type UnkeptText = 'nul' | 'byte-order-mark' | 'surrogate';

/** Why a text cannot be kept; undefined where it can. */
export function unkeptText(text: string): UnkeptText | undefined {
  // A file with one counts as no text.
  if (text.includes('\0')) return 'nul';
  // At the beginning it says how a file is encoded, and is not read.
  if (text.startsWith('\ufeff')) return 'byte-order-mark';
  // UTF-8 has no halves of characters.
  return /[\ud800-\udfff]/u.test(text) ? 'surrogate' : undefined;
}
