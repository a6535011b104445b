import type { InitializeParams } from 'vscode-languageserver';
import { isRecord } from '../malformed.ts';
import { canonicalUri, isBelow } from '../workspace/file-uri.ts';

/** The folders of the workspace, by their canonical URIs. */
export class Folders {
  readonly #uris: Set<string>;

  constructor(params: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>) {
    const { workspaceFolders, rootUri } = params;
    const root = typeof rootUri === 'string' ? [{ uri: rootUri }] : [];
    this.#uris = new Set(urisOf(Array.isArray(workspaceFolders) ? workspaceFolders : root));
  }

  get all(): readonly string[] {
    return [...this.#uris];
  }

  /** The innermost folder that a file is in; undefined where it is in none. */
  of(uri: string): string | undefined {
    const canonical = canonicalUri(uri);
    const holding = this.all.filter((folder) => isBelow(canonical, folder));
    return holding.sort((a, b) => b.length - a.length)[0];
  }

  /** Follows what the client tells; returns the folders that are new and those that are gone. */
  change(event: unknown): { readonly added: readonly string[]; readonly removed: readonly string[] } {
    const { added, removed } = isRecord(event) ? event : {};
    const gone = urisOf(removed).filter((uri) => this.#uris.delete(uri));
    const fresh = urisOf(added).filter((uri) => !this.#uris.has(uri));
    for (const uri of fresh) this.#uris.add(uri);
    return { added: fresh, removed: gone };
  }
}

function urisOf(folders: unknown): string[] {
  if (!Array.isArray(folders)) return [];
  return folders.flatMap((folder) => {
    return isRecord(folder) && typeof folder.uri === 'string'
      ? [canonicalUri(folder.uri).replace(/\/+$/, '')]
      : [];
  });
}
