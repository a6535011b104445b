import { basename, dirname } from 'node:path';
import type { Format, OutputPiece } from '../../annotations/formats/format.ts';
import { formatNames } from '../../annotations/formats/format-names.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { type Terminal, visible } from '../terminal.ts';
import { StagedFiles } from './staged-files.ts';
import type { Untouchable } from './untouchable.ts';

/** Where an export goes. */
export interface Output {
  /** What the file is called that stands for all documents, without ending. */
  readonly corpus: string;
  /** @throws Failure where it cannot be written */
  write(piece: OutputPiece): void;
  /** When all is written; how many files there are now, none on standard output. */
  commit(): Promise<number>;
  /** When it came to nothing. */
  discard(): void;
}

export interface OutputOptions {
  readonly output?: string;
  readonly force: boolean;
  readonly bom: boolean;
}

const defaultCorpus = 'jiaozhu';

/** Where nothing is written. */
export const nowhere: Output = { corpus: defaultCorpus, write() {}, commit: async () => 0, discard() {} };

/**
 * The place for what a format writes: a folder; or the name of the file that holds all, where the format has such a
 * one; or standard output for that file alone.
 * @throws Failure where it cannot be written to, or the format needs a folder
 */
export function openOutput(
  { id, corpusEnding }: Format,
  { output, force, bom }: OutputOptions,
  untouchable: Untouchable,
  terminal: Terminal,
  say: Messages,
): Output {
  const plain = withoutMark(bom);
  if (output === undefined || output === '-') {
    if (corpusEnding === undefined) throw new Failure((say) => say.needsFolder(formatNames[id]));
    return standardOutput(`${defaultCorpus}${corpusEnding}`, plain, terminal, say);
  }
  const isFile = corpusEnding !== undefined && output.toLowerCase().endsWith(corpusEnding);
  const corpus = isFile ? basename(output).slice(0, -corpusEnding.length) || defaultCorpus : defaultCorpus;
  const staged = new StagedFiles(isFile ? dirname(output) : output, force, untouchable, terminal);
  return {
    corpus,
    write: (piece) => staged.write(plain(piece)),
    async commit() {
      await staged.commit();
      return staged.count;
    },
    discard: () => staged.discard(),
  };
}

function standardOutput(
  file: string,
  plain: (piece: OutputPiece) => OutputPiece,
  terminal: Terminal,
  say: Messages,
): Output {
  const beside = new Set<string>();
  let isBegun = false;
  return {
    corpus: defaultCorpus,
    write(piece) {
      if (piece.file !== file) beside.add(piece.file);
      else {
        isBegun ||= piece.content.length > 0;
        terminal.out(plain(piece).content);
      }
    },
    async commit() {
      // Whether it could be written is heard a moment later.
      await new Promise(setImmediate);
      if (!isBegun || terminal.outputFailed?.()) return 0;
      for (const name of beside) terminal.err(say.besideOutput(visible(name)));
      return 0;
    },
    discard() {},
  };
}

/** Takes the byte order mark off a file that begins with one, where it is not wanted. */
function withoutMark(bom: boolean): (piece: OutputPiece) => OutputPiece {
  const begun = new Set<string>();
  return (piece) => {
    const { file, content } = piece;
    if (bom || content === '' || begun.has(file)) return piece;
    begun.add(file);
    return typeof content === 'string' ? { file, content: content.replace(/^\ufeff/, '') } : piece;
  };
}
