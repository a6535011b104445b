/**
 * A URI as VS Code writes it: every character of its path encoded but letters, digits and `-._~/`, a drive's letter
 * small. Clients write the same file in different ways, and the names of files are compared by this one. What is no
 * URI with a path stays as it is.
 */
export function canonicalUri(uri: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(\/[^?#]*)?(.*)$/i.exec(uri);
  if (parts === null) return uri;
  const [, scheme, authority, path = '', rest] = parts;
  try {
    const segments = path.split('/').map((segment) => encoded(decodeURIComponent(segment)));
    return `${scheme!.toLowerCase()}://${authority}${segments.join('/').replace(/^\/[A-Z]%3A/, small)}${rest}`;
  } catch {
    return uri;
  }
}

function encoded(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function small(drive: string): string {
  return `${drive.slice(0, 2).toLowerCase()}${drive.slice(2)}`;
}

/** Whether a canonical URI is that of something in a folder, however deep; the folder's may end in a slash. */
export function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Whether a canonical URI is one of these, or that of something below one of them; none of them ends in a slash. */
export function isAmong(uri: string, uris: ReadonlySet<string>): boolean {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (uris.has(uri.slice(0, end))) return true;
  }
  return false;
}

/** The URI of something in a folder. */
export function joined(folder: string, ...names: readonly string[]): string {
  return [folder.replace(/\/$/, ''), ...names.map(encoded)].join('/');
}

/** The last part of a URI as a person reads it. */
export function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
