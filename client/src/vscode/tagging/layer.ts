import type * as vscode from 'vscode';
import type { JsonObject } from '../../../../server/src/text/json.ts';
import { isSettled } from '../../annotations/adjudication/settled-sidecar.ts';
import { createAnnotationStore } from '../../annotations/annotation-store.ts';
import { carriedOver, describes } from '../../annotations/carrying.ts';
import { foreignIn, withForeign } from '../../annotations/exchange/native-document.ts';
import { mergeSidecars } from '../../annotations/merge.ts';
import { type Opening, openSidecar } from '../../annotations/opening.ts';
import type { Problem } from '../../annotations/problem.ts';
import { sha256 } from '../../annotations/sha256.ts';
import {
  newSidecar,
  type Sha256,
  type Sidecar,
  type SidecarReading,
  serialiseSidecar,
  withAnnotations,
} from '../../annotations/sidecar.ts';
import { parseSidecar } from '../../annotations/sidecar-parser.ts';
import type { AnnotationStore } from '../../annotations/store.ts';
import { smallestEdits } from '../../annotations/text-diff.ts';
import { fileName } from '../file-name.ts';
import type { TextFiles } from '../files.ts';

/** What a sidecar's file held when it was read: `content` is undefined where there is none. */
export interface SidecarContent {
  readonly content: string | undefined;
  readonly reading: SidecarReading;
}

/** Reads a sidecar's file. A file that cannot be decoded is broken, as one that is no JSON is. */
export async function readSidecar(files: TextFiles, file: vscode.Uri): Promise<SidecarContent> {
  try {
    const content = await files.read(file);
    if (content !== undefined) return { content, reading: parseSidecar(content) };
    return { content, reading: { ok: true, sidecar: newSidecar(), problems: [] } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isTooLong = reason.includes('ENAMETOOLONG');
    const problem: Problem = isTooLong
      ? { code: 'name-too-long', values: [], path: '', line: 1 }
      : { code: 'not-json', values: [reason], path: '', line: 1 };
    return { content: '', reading: { ok: false, problem } };
  }
}

/** One annotator's tags of a document, and the file beside it that keeps them. */
export class Layer {
  readonly file: vscode.Uri | undefined;
  /** As the setting or the file's name has it; empty for nobody in particular. */
  readonly annotator: string;
  readonly store: AnnotationStore;
  readonly #files: TextFiles;
  readonly #document: string;
  readonly #finish: (sidecar: Sidecar) => Sidecar;
  #sidecar: Sidecar = newSidecar();
  /** The file as last read or written: what others do to it is told by the difference. */
  #base: Sidecar = newSidecar();
  /** The file's text as last read or written. */
  #content: string | undefined;
  #problem: Problem | undefined;
  #loading = false;
  /** Whether words were not found where the file was put on a text that it does not describe. */
  #doubtful = false;

  /** @param finish what is to be written of a sidecar beside its tags */
  constructor(
    files: TextFiles,
    document: vscode.TextDocument,
    file: vscode.Uri | undefined,
    annotator: string,
    finish: (sidecar: Sidecar) => Sidecar = (sidecar) => sidecar,
  ) {
    this.file = file;
    this.#finish = finish;
    this.annotator = annotator;
    this.#files = files;
    this.#document = fileName(document.uri);
    this.store = createAnnotationStore(document.getText(), [], {
      creator: annotator,
      now: () => new Date().toISOString(),
      newId: () => `urn:uuid:${crypto.randomUUID()}`,
    });
  }

  /** Why the file must not be written; absent while it may. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Whether tags are being put in from a file, so that the store's events mean nothing new to keep. */
  get loading(): boolean {
    return this.#loading;
  }

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  /** What other tools' files held beside the tags; undefined where there was nothing. */
  get foreign(): JsonObject | undefined {
    return foreignIn(this.#sidecar);
  }

  /** Keeps what a tool's files hold beside the tags; it is written with them. */
  keepForeign(foreign: JsonObject | undefined): void {
    this.#sidecar = withForeign(this.#sidecar, foreign);
  }

  /** Whether these are no annotator's own tags, but what was settled of those of several. */
  get isSettled(): boolean {
    return isSettled(this.#sidecar);
  }

  /** SHA-256 of the file as last read or written; empty where there was none. */
  get contentHash(): string {
    return this.#content === undefined ? '' : hash(this.#content);
  }

  /** Whether this is the text that was last read from or written to the file. */
  knows(content: string | undefined): boolean {
    return content === this.#content;
  }

  /** What the file holds now. */
  async read(): Promise<SidecarContent> {
    if (this.file) return readSidecar(this.#files, this.file);
    return { content: undefined, reading: { ok: true, sidecar: newSidecar(), problems: [] } };
  }

  /**
   * Puts a file's tags on the text. Where the file describes one of the texts that were on disk, they are put on that
   * one, and moved as it was edited since; else they are looked for in the text on disk. A broken file takes no tags
   * away: it only stops them from being kept.
   * @param onDisk the text on disk, where that is another, and those that were there before; the latest first
   */
  load(
    { content, reading }: SidecarContent,
    text: string,
    onDisk: readonly string[] = [],
  ): Opening | undefined {
    // One that was there and is not any more says nothing of the tags: those that it had last are kept.
    const isGone = content === undefined && this.#content !== undefined;
    this.#content = content;
    this.#problem = reading.ok ? undefined : reading.problem;
    if (!reading.ok) return undefined;
    if (!isGone) this.#base = reading.sidecar;
    this.#sidecar = this.#base;
    const from = [text, ...onDisk].find((each) => describes(this.#base, each, hash));
    return this.#place(from ?? onDisk[0] ?? text, text);
  }

  /**
   * The text has been changed by others: where it is the one that the file describes, the tags lie as the file has
   * them. Not to be called while tags of ours are not in the file. Returns whether that is so.
   */
  retake(text: string): boolean {
    if (this.#problem || !describes(this.#base, text, hash)) return false;
    this.#sidecar = this.#base;
    this.#place(text, text);
    return true;
  }

  #place(from: string, text: string): Opening {
    const opening = openSidecar(this.#base, from, hash);
    this.#doubtful = opening.lost.length + opening.partlyLost.length > 0;
    this.put(from, opening.annotations);
    if (from !== text) {
      this.#loading = true;
      try {
        this.store.edit(smallestEdits(from, text));
      } finally {
        this.#loading = false;
      }
    }
    return opening;
  }

  /** Puts tags on the text that come from elsewhere than the file. Offsets: UTF-16 raw. */
  put(text: string, annotations: Opening['annotations']): void {
    this.#loading = true;
    try {
      this.store.load(text, annotations);
    } finally {
      this.#loading = false;
    }
  }

  /** The sidecar of the tags as they are, on the text as it is. */
  current(): Sidecar {
    return this.#finish(withAnnotations(this.#sidecar, this.store.toStore(), this.store.text, hash));
  }

  /** Names for what is written. */
  get names(): { document: string; sidecar: string } {
    return { document: this.#document, sidecar: this.file ? fileName(this.file) : this.#document };
  }

  /**
   * Writes the tags. To be called while the editor's text is the one on disk. What others have written to the
   * file since is merged in first, as often as they write; a file that has become broken is left alone, and so is
   * any where the text changes meanwhile: it is due when that is saved. Throws where writing fails.
   * @param mayTakeIn whether what others have written is to be taken in now; else nothing is written
   * @param onDisk texts that were on disk, which what they have written may describe
   */
  async write(
    mayTakeIn: (there: SidecarContent) => boolean = () => true,
    onDisk: readonly string[] = [],
  ): Promise<Written> {
    const { text } = this.store;
    const taken = { takenIn: false, conflicts: 0, wasGone: false };
    for (let attempt = 0; this.file && attempt < mostAttempts; attempt++) {
      const there = await readSidecar(this.#files, this.file);
      this.#problem = there.reading.ok ? undefined : there.reading.problem;
      if (!there.reading.ok) this.#content = there.content;
      if (!there.reading.ok || this.store.text !== text) return { written: false, ...taken };
      if (!this.knows(there.content)) {
        if (!mayTakeIn(there)) return { written: false, ...taken };
        taken.wasGone = there.content === undefined;
        if (!taken.wasGone) {
          taken.conflicts += this.#takeIn(there.reading.sidecar, onDisk);
          taken.takenIn = true;
        }
        this.#content = there.content;
      }
      const sidecar = this.current();
      if (this.#content === undefined && sidecar.annotations.length === 0) return { written: true, ...taken };
      const content = serialiseSidecar(sidecar, this.names);
      const isWritten =
        content === this.#content || (await this.#files.replaceIf(this.file, content, this.#content));
      if (!isWritten) continue;
      this.#content = content;
      this.#sidecar = sidecar;
      this.#base = sidecar;
      return { written: true, ...taken };
    }
    throw new Error('It is being changed all the time.');
  }

  /**
   * Writes where the tags of another annotator are now. Nothing that was only looked for and not found is written: the
   * file is theirs, and says better than we where that was. Nor is anything where they have written since: that is
   * told soon, and read then. Throws where writing fails.
   */
  async writeMoved(): Promise<Written> {
    return this.#doubtful
      ? { written: false, takenIn: false, conflicts: 0, wasGone: false }
      : this.write(() => false);
  }

  /** Merges what others have written, and puts the tags that come of it on our text. */
  #takeIn(written: Sidecar, onDisk: readonly string[]): number {
    const { text } = this.store;
    const from = onDisk.find((each) => each !== text && describes(written, each, hash));
    const theirs = (from !== undefined && carriedOver(written, from, text, hash)) || written;
    const merged = mergeSidecars({ base: this.#base, ours: this.current(), theirs }, 'ours');
    this.#sidecar = merged.sidecar;
    this.#base = written;
    this.put(text, openSidecar(merged.sidecar, text, hash).annotations);
    return merged.conflicts.length;
  }
}

/** What came of writing a layer. */
export interface Written {
  /** Whether the file holds the tags now. */
  readonly written: boolean;
  /** Whether others had written to it, so that the tags are no longer those that they were. */
  readonly takenIn: boolean;
  /** Whether the file had vanished, which takes no tags away: it is made anew. */
  readonly wasGone: boolean;
  /** How many things they and we had changed differently; they stand in the notes of the tags. */
  readonly conflicts: number;
}

/** How often others may write in between before it is told. */
const mostAttempts = 50;

let lastText = '';
let lastHash = '';

/** SHA-256; a text is mostly hashed several times in a row, once for each annotator and each write. */
export const hash: Sha256 = (text) => {
  if (lastHash === '' || text !== lastText) {
    lastHash = sha256(text);
    lastText = text;
  }
  return lastHash;
};
