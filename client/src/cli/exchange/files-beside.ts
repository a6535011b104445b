import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { FileEncoding } from '../../../../server/src/text/encoding/detection.ts';
import { readRegularFile } from '../file-bytes.ts';
import { decodeFile } from '../file-encoding.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { staysIn } from './sidecar-target.ts';

/** The files of a folder that files in it name. None leads out of it, by its path or by a link. */
export class FilesBeside {
  readonly #root: string;
  readonly #encoding: FileEncoding | undefined;
  readonly #terminal: Terminal;
  readonly #say: Messages;
  readonly #told = new Set<string>();

  /** @param encoding of texts, where somebody said it */
  constructor(root: string, encoding: FileEncoding | undefined, terminal: Terminal, say: Messages) {
    this.#root = root;
    this.#encoding = encoding;
    this.#terminal = terminal;
    this.#say = say;
  }

  /** Undefined where there is none. A text is UTF-8 where it can be read in its encoding. @param path `/` between folders */
  async read(path: string): Promise<Uint8Array | undefined> {
    const below = posix.normalize(path);
    if (below.startsWith('..') || below.startsWith('/') || /[\\\0]/.test(below)) return undefined;
    const file = join(this.#root, below);
    try {
      if (!existsSync(file)) return undefined;
      if (!staysIn(this.#root, file)) {
        if (!this.#told.has(file))
          this.#terminal.err(this.#say.linkLeadsOut(visible(file), visible(this.#root)));
        this.#told.add(file);
        return undefined;
      }
      const read = readRegularFile(file);
      return read.ok ? await this.#asUtf8(below, read.bytes) : undefined;
    } catch {
      return undefined;
    }
  }

  async #asUtf8(path: string, bytes: Uint8Array): Promise<Uint8Array> {
    // What programs write for programs is UTF-8.
    if (this.#encoding === undefined || /\.(?:conf|json|jsonl|xml)$/i.test(path)) return bytes;
    const decoding = await decodeFile(bytes, this.#encoding);
    return decoding.ok ? Buffer.from(decoding.text) : bytes;
  }
}
