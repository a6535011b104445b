import { sha256 } from '../sha256.ts';

/**
 * An id for a tag whose file gives it none: the same for the same words, so that a file that is read twice gives the
 * same tags. A UUID of version 8 (RFC 9562, 5.8) of their SHA-256.
 */
export function derivedId(words: readonly (string | number)[]): string {
  const digits = sha256(JSON.stringify(words));
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4);
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
