import type { Instrument } from '../instruments/instrument.ts';
import type { StatementSummary } from './summary.ts';

/** The files of the workspace, as far as the server can see them by itself or through its client. */
export interface WorkspaceFiles {
  /** Whether files below such a folder can be seen; by its canonical URI. */
  sees(folder: string): boolean;
  /**
   * The text of a UTF-8 file of ours, of a long one so many bytes at least; undefined where there is none.
   * Throws where it cannot be read.
   */
  readText(uri: string, most: number): Promise<string | undefined>;
  /** Starts what reads statements; `onFailure` hears of what nobody asked for. */
  startReader(onFailure: (message: string) => void): StatementReader;
}

/** Reads statements where that keeps no request waiting. After a failure every question is an error. */
export interface StatementReader {
  /** Tells the canonical URIs of the statements below a folder as they are found. False where it stopped at a limit. */
  find(folder: string, found: (uris: readonly string[]) => void): Promise<boolean>;
  /** From here on, statements may be read with these instruments beside the built-in ones, under the name `registry`. */
  know(registry: string, instruments: readonly Instrument[]): void;
  /** What is to be held of a file; null where there is none, or it is no text. */
  read(uri: string, registry: string): Promise<StatementSummary | null>;
  /** All that waited has been read: a good moment to write down what was made of it. */
  rest(): void;
  stop(): void;
}
