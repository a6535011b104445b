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

/**
 * The document that a sidecar lies beside, and its annotator: a name whose own document is there belongs to that,
 * before it can be an annotator's of another. Undefined where neither is there, or it is no sidecar.
 */
export function ownerOf(
  sidecar: string,
  isThere: (document: string) => boolean,
): { readonly document: string; readonly annotator: string } | undefined {
  return documentsOf(sidecar).find(({ document }) => isThere(document));
}

/**
 * The sidecars of a document among the files of its folder, in their order.
 * @param names all files of the folder; the document's own counts as there in any case
 */
export function sidecarsOf(
  document: string,
  names: readonly string[],
): readonly { readonly name: string; readonly annotator: string }[] {
  const there = new Set([document, ...names]);
  return names.flatMap((name) => {
    if (!name.startsWith(`${document}.`)) return [];
    const owner = ownerOf(name, (each) => there.has(each));
    return owner?.document === document ? [{ name, annotator: owner.annotator }] : [];
  });
}
