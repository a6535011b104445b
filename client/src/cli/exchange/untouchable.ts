import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isSidecarName, sidecarsOf } from '../../annotations/sidecar-name.ts';

/**
 * The files that nothing that is written for another tool may take the place of, whatever was said: files of tags,
 * documents that have such beside them, and what was read for this very run.
 */
export class Untouchable {
  readonly #sources: string[] = [];
  /** Device and number of each source: one file may have several names, and no case of letters. */
  #known: ReadonlySet<string> | undefined;

  /** A file that is read for this run. */
  add(path: string): void {
    this.#sources.push(path);
    this.#known = undefined;
  }

  has(path: string): boolean {
    if (!existsSync(path)) return false;
    const name = basename(path);
    if (isSidecarName(name)) return true;
    const names = readdirSync(dirname(path));
    if (sidecarsOf(name, names).length > 0) return true;
    this.#known ??= new Set(this.#sources.flatMap((source) => keyOf(source) ?? []));
    const key = keyOf(path);
    return key !== undefined && this.#known.has(key);
  }
}

function keyOf(path: string): string | undefined {
  const stats = path === '-' ? undefined : statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.dev}:${stats.ino}`;
}
