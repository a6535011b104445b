import type { Annotation } from '../annotation.ts';
import type { LabelScheme } from '../labels.ts';
import type { Problem } from '../problem.ts';
import type { Holdings, Loss } from './features.ts';
import type { FormatId } from './format-names.ts';
import type { FormatProblem } from './format-problem.ts';
import type { InputFile } from './input-file.ts';
import type { OffsetUnit } from './offset-unit.ts';
import type { TaggedText } from './tagged-text.ts';

/** A way in which other tools keep tagged texts. */
export interface Format {
  readonly id: FormatId;
  /** Whether it holds labels alone, and nothing of documents. */
  readonly isOfLabels?: boolean;
  /** What its positions count in; absent where it has no positions of its own. */
  readonly unit?: OffsetUnit;
  readonly holdings: Holdings;
  /** Whether its files have no white space, so that no tag in them begins or ends with any. */
  readonly losesBlanks?: boolean;
  /** Whether the writer needs {@link TaggedText.facts}. */
  readonly needsFacts?: boolean;
  /**
   * The ending of the file that stands for all documents, `.jsonl`: it is called {@link WritingContext.corpus} and so.
   * Absent: each document has files of its own.
   */
  readonly corpusEnding?: string;
  /**
   * What would be lost of this document; empty: nothing. Exactly this is lost: reading what was written gives the
   * rest back.
   */
  losses(document: TaggedText, context: WritingContext): readonly Loss[];
  /** Begins to write documents; absent where it is only read. */
  write?(context: WritingContext): FormatWriter;
  /** Absent where it is only written. */
  readonly reader?: FormatReader;
  /** Absent where none of its files says what labels there are. */
  readonly schemeReader?: SchemeReader;
}

export interface WritingContext {
  /** What labels, attributes and relations are called; a tag may have ones that it does not know. */
  readonly scheme: LabelScheme;
  /** Of names for people, where a format has room for one only. */
  readonly language: 'en' | 'zh';
  /** What files that stand for all documents are called, without ending. */
  readonly corpus: string;
}

/**
 * Writes documents one after the other. Nothing of a document is kept after it was written, beyond what the format
 * has to say at its end, so that any number of documents can be written.
 */
export interface FormatWriter {
  document(document: TaggedText): Iterable<OutputPiece>;
  /** What stands behind the last document, and in files of their own beside the documents. */
  end(): Iterable<OutputPiece>;
}

/** The next piece of a file; the pieces of one file follow each other, those of several may alternate. */
export interface OutputPiece {
  /** Path below the place that is written to: `/` between folders, none at the start. */
  readonly file: string;
  /** Text is written as UTF-8 without a BOM, unless it begins with one. */
  readonly content: string | Uint8Array;
}

export interface FormatReader {
  /** Whether a file of this name may be one of the format, to be read by itself: brat's `.ann`, not its `.txt`. */
  reads(name: string): boolean;
  /**
   * Reads the documents of a file one after the other. What cannot be read of a document is among its problems.
   * @throws FormatProblemError where the whole file cannot be read, or the rest of it
   */
  read(file: InputFile, context: ReadingContext): AsyncIterable<ReadDocument>;
}

/** Reads what a file says of labels, whatever else is in it. */
export interface SchemeReader {
  /** Whether a file of this name may be one. */
  reads(name: string): boolean;
  /** @throws FormatProblemError where the file cannot be read */
  read(file: InputFile, context: Pick<ReadingContext, 'beside'>): Promise<ReadScheme>;
}

/** Labels as a file has them. */
export interface ReadScheme {
  readonly scheme: LabelScheme;
  /** What is held otherwise, or not at all. */
  readonly problems: readonly SchemeProblem[];
}

export interface SchemeProblem extends Problem {
  /** The file, as {@link InputFile.name} has paths, where it is another than the one that is read. */
  readonly file?: string;
}

export interface ReadingContext {
  /** By which names of labels are known again. */
  readonly scheme: LabelScheme;
  /** The file at a path, as {@link InputFile.name} has paths; undefined where there is none. */
  beside(path: string): Promise<Uint8Array | undefined>;
}

/** A document as a file has it. */
export interface ReadDocument {
  /** Every tag of the file is among its tags: one whose words do not fit is an orphan, never put elsewhere. */
  readonly document: TaggedText;
  /**
   * Its tags, by id, as they were when the file was written by us, where it tells: what differs from it was changed in
   * the other tool. On the text of the document, UTF-16.
   */
  readonly former?: ReadonlyMap<string, Annotation>;
  readonly problems: readonly FormatProblem[];
  /** What the file says of its labels, where it does. */
  readonly scheme?: LabelScheme;
}
