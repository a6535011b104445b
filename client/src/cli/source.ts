import { closeSync, fstatSync, openSync } from 'node:fs';
import type { FileEncoding } from '../../../server/src/text/encoding/detection.ts';
import { Failure } from './failure.ts';
import { largestFile, readToEnd } from './file-bytes.ts';
import { decodeFile } from './file-encoding.ts';
import type { Messages } from './messages.ts';
import type { Terminal } from './terminal.ts';

/** A text that was read, as it is in its file. */
export interface Source {
  /** As it was named on the command line; `-` for standard input. */
  readonly name: string;
  /** What tells whether the file was changed since; absent for what is no regular file. */
  readonly stamp?: string;
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  readonly encoding: FileEncoding;
  /** The raw text, with its BOM if it has one. */
  readonly raw: string;
  /** The text without a BOM, as editors have it. */
  readonly text: string;
  /** The offset of `text` in `raw`, UTF-16: 1 behind a BOM, else 0. */
  readonly textStart: 0 | 1;
}

/**
 * Reads a text file, or standard input where the name is `-`.
 * @param said the encoding, where the person said it
 * @throws Failure where there is none, or it is no text in an encoding that we know
 */
export async function readSource(name: string, terminal: Terminal, said?: FileEncoding): Promise<Source> {
  const shown = (say: Messages) => (name === '-' ? say.standardInput : name);
  const { bytes, stamp } = await readBytes(name, terminal).catch((error) => {
    throw error instanceof Failure ? error : readFailure(shown, error as NodeJS.ErrnoException);
  });
  if (bytes.length > largestFile) {
    throw new Failure((say) => say.tooLarge(shown(say), largestFile / 2 ** 20));
  }
  const decoding = await decodeFile(bytes, said);
  if (!decoding.ok) {
    const { fault, offset, encoding } = decoding;
    throw new Failure((say) => {
      const file = shown(say);
      const byte = `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;
      if (fault === 'nul') return say.hasNul(file, offset);
      return fault === 'unknown'
        ? say.encodingUnknown(file, offset, byte)
        : say.notInEncoding(file, encoding, offset, byte);
    });
  }
  const { text: raw, encoding } = decoding;
  const textStart = raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  return {
    name,
    bytes,
    encoding,
    raw,
    text: raw.slice(textStart),
    textStart,
    ...(stamp !== undefined && { stamp }),
  };
}

async function readBytes(name: string, terminal: Terminal): Promise<{ bytes: Uint8Array; stamp?: string }> {
  if (name === '-') return { bytes: await terminal.input(largestFile) };
  const file = openSync(name, 'r');
  try {
    const stats = fstatSync(file, { bigint: true });
    if (stats.isDirectory()) throw new Failure((say) => say.isDirectory(name));
    if (!stats.isFile()) return { bytes: readToEnd(file, 1 << 16) };
    if (stats.size > largestFile) throw new Failure((say) => say.tooLarge(name, largestFile / 2 ** 20));
    return { bytes: readToEnd(file, Number(stats.size) + 1), stamp: fileStamp(stats) };
  } finally {
    closeSync(file);
  }
}

/** What changes when a file is replaced or written. */
export function fileStamp(stats: { ino: bigint; size: bigint; mtimeNs: bigint }): string {
  return `${stats.ino}:${stats.size}:${stats.mtimeNs}`;
}

function readFailure(shown: (say: Messages) => string, error: NodeJS.ErrnoException): Failure {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure((say) => say.noSuchFile(shown(say)));
    case 'EISDIR':
      return new Failure((say) => say.isDirectory(shown(say)));
    case 'EACCES':
    case 'EPERM':
      return new Failure((say) => say.mayNotRead(shown(say)));
    default:
      return new Failure((say) => say.cannotRead(shown(say), error.code ?? error.message));
  }
}
