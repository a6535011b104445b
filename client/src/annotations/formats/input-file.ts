import { FormatProblemError } from './format-problem.ts';

/** A file to be read. */
export interface InputFile {
  /** Its path below the place that is read from: `/` between folders. */
  readonly name: string;
  /** Its bytes, in pieces as they come. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** The most that is read of a file that must be held as a whole, in bytes. */
export const largestWhole = 256 * 2 ** 20;

/** All bytes of a file. @throws FormatProblemError where they are too many */
export async function wholeFile(file: InputFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.chunks()) {
    length += chunk.length;
    if (length > largestWhole) {
      throw new FormatProblemError({ code: 'too-large', values: [largestWhole / 2 ** 20], line: 0 });
    }
    chunks.push(chunk);
  }
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A file as text: UTF-8, a BOM left out. @throws FormatProblemError where it is none */
export async function wholeText(file: InputFile): Promise<string> {
  return decodedText(await wholeFile(file));
}

/**
 * Bytes as text: UTF-8, a BOM left out.
 * @param file which file they are, where it is another than the one that is read
 * @throws FormatProblemError where they are none
 */
export function decodedText(bytes: Uint8Array, file?: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FormatProblemError({ code: 'not-utf-8', values: [], line: 0, ...(file && { file }) });
  }
}

/** The lines of a file of JSON Lines and the like, without their ends (LF or CRLF); UTF-8, a BOM left out. Lines count from 1. */
export async function* linesOf(
  file: InputFile,
): AsyncIterable<{ readonly text: string; readonly line: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // The line that has begun, in pieces: to join them with every chunk would take a long line quadratic time.
  let begun: string[] = [];
  let length = 0;
  let line = 1;
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new FormatProblemError({ code: 'not-utf-8', values: [], line });
    }
  };
  for await (const chunk of file.chunks()) {
    const piece = decode(chunk);
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      const text = begun.join('') + piece.slice(from, at);
      yield { text: text.replace(/\r$/, ''), line };
      line += 1;
      begun = [];
      length = 0;
      from = at + 1;
    }
    begun.push(piece.slice(from));
    length += piece.length - from;
    if (length > largestWhole) {
      throw new FormatProblemError({ code: 'too-large', values: [largestWhole / 2 ** 20], line });
    }
  }
  const rest = begun.join('') + decode();
  if (rest !== '') yield { text: rest, line };
}
