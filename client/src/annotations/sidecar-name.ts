/**
 * The names of files that lie beside a document. The sidecar of `a.txt` is `a.txt.annotations.json`, that of
 * its annotator Li `a.txt.Li.annotations.json`. Names are without folder.
 */
export function sidecarName(document: string, annotator = ''): string {
  const safe = safeAnnotator(annotator);
  return safe === '' ? `${document}${ending}` : `${document}.${safe}${ending}`;
}

const ending = '.annotations.json';

/**
 * The annotator's name as it can stand in a file name on every system: NFC, no separators, control
 * characters or characters that Windows forbids, no dots (they part the name from the document's), at most
 * 60 characters. Empty where nothing is left.
 */
export function safeAnnotator(annotator: string): string {
  const safe = annotator
    .replace(/[\ud800-\udfff]/gu, '')
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold them.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/g, '')
    .replace(/[\s<>:"/\\|?*.%~#]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return Array.from(safe).slice(0, 60).join('').replace(/-+$/, '');
}

/** Whether the file name is that of a sidecar. */
export function isSidecarName(name: string): boolean {
  return name.endsWith(ending) && name.length > ending.length;
}

/**
 * Whose sidecar of the document this file is: the annotator's name, empty for the one without; null where
 * it is none of the document's. The document must be given, since its own name may hold dots.
 */
export function annotatorOf(sidecar: string, document: string): string | null {
  if (!isSidecarName(sidecar)) return null;
  const stem = sidecar.slice(0, -ending.length);
  if (stem === document) return '';
  if (!stem.startsWith(`${document}.`)) return null;
  const annotator = stem.slice(document.length + 1);
  return annotator !== '' && safeAnnotator(annotator) === annotator ? annotator : null;
}

/**
 * The documents whose sidecar this file may be, the likelier first: `a.b.annotations.json` is that of `a.b`,
 * or that of `a` by the annotator b. Which one is there, the file system knows.
 */
export function documentsOf(
  sidecar: string,
): readonly { readonly document: string; readonly annotator: string }[] {
  if (!isSidecarName(sidecar)) return [];
  const stem = sidecar.slice(0, -ending.length);
  const candidates = [{ document: stem, annotator: '' }];
  const dot = stem.lastIndexOf('.');
  const annotator = stem.slice(dot + 1);
  if (dot > 0 && safeAnnotator(annotator) === annotator && annotator !== '') {
    candidates.push({ document: stem.slice(0, dot), annotator });
  }
  return candidates;
}
