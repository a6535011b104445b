import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SummaryCache } from '../workspace/summary-cache.ts';

/** A larger file is none of ours. Bytes. */
const largest = 256 * 2 ** 20;

/** Summaries kept in a folder that the client has given for that; without one, only while this process lasts. */
export class SummaryCacheFile {
  readonly cache: SummaryCache;
  readonly #path: string | undefined;

  constructor(folder: string | undefined, version: string) {
    this.#path = folder === undefined ? undefined : join(folder, 'statements.txt');
    this.cache = new SummaryCache(version, this.#path === undefined ? '' : contentOf(this.#path));
  }

  /**
   * Writes down what is new: at no moment is there half a file.
   * @throws the system's error where it cannot be written
   */
  save(): void {
    if (this.#path === undefined) return;
    const text = this.cache.toText();
    if (text === null) return;
    mkdirSync(join(this.#path, '..'), { recursive: true });
    const fresh = `${this.#path}.${process.pid}.tmp`;
    writeFileSync(fresh, text);
    renameSync(fresh, this.#path);
  }
}

/** Nothing where there is no such file, or it cannot be read: then all is made anew. */
function contentOf(path: string): string {
  try {
    const stats = statSync(path);
    // Reading a pipe would wait for somebody to write.
    return stats.isFile() && stats.size <= largest ? readFileSync(path, 'utf8') : '';
  } catch {
    return '';
  }
}
