import type * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import type { LossReason } from '../../annotations/anchoring.ts';
import { asPrintedRanges } from '../../annotations/as-printed.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Opening } from '../../annotations/opening.ts';
import type { Sidecar } from '../../annotations/sidecar.ts';
import { documentsOf } from '../../annotations/sidecar-name.ts';
import type { AnnotationStore, EditReason } from '../../annotations/store.ts';
import { fileName, type TextFiles } from '../files.ts';
import { showErrorMessage } from '../notice.ts';
import { AwaitedText } from './awaited-text.ts';
import { editsOf } from './document-edits.ts';
import { inheritedTags } from './inherited-tags.ts';
import { JournalFile } from './journal-file.ts';
import { LatestRead } from './latest-read.ts';
import { Layer, readSidecar, type SidecarContent, type Written } from './layer.ts';
import { reportOpening, warnOfConflicts, warnOfGoneFile, warnOfStrangers } from './opening-report.ts';
import { fileOfTags, OtherLayers } from './other-layers.ts';
import { failureOf, troubleOf } from './problem-text.ts';
import { Recovery } from './recovery.ts';
import type { TaggedChange, TaggedDocument, Trouble } from './tagged-document.ts';
import { TextOnDisk } from './text-on-disk.ts';

/** How long after the last change tags are written: to their file, or to the journal while the text is unsaved. */
const pause = { file: 150, journal: 500 };

/** What an open statement needs from around it. */
export interface StatementSurroundings {
  readonly context: vscode.ExtensionContext;
  readonly files: TextFiles;
  readonly annotator: string;
  readonly scheme: LabelScheme;
  changed(tagged: OpenStatement, change: TaggedChange): void;
  /** Of a settled set: what else its file is to say. It has no others beside it. */
  readonly finish?: (sidecar: Sidecar) => Sidecar;
}

/**
 * A statement that is open, with its reader's tags and those of the other annotators, which move along with
 * the text. The files beside it always describe the text that is on disk: while the editor's is unsaved,
 * changes go to the journal.
 */
export class OpenStatement implements TaggedDocument {
  readonly document: vscode.TextDocument;
  scheme: LabelScheme;
  readonly #own: Layer;
  readonly #others: OtherLayers;
  readonly #losses = new Map<string, LossReason>();
  /** Whether the text has changed since the other annotators' files were written. */
  #edited = false;
  /** Whether the text has just been saved: no other one comes then. */
  #saving = false;
  readonly #journal: JournalFile;
  readonly #files: TextFiles;
  readonly #changed: (change: TaggedChange) => void;
  #failure: Trouble | undefined;
  /** Whether tags have changed since they were last written to their file. */
  #unkept = false;
  #timer: NodeJS.Timeout | undefined;
  /** Writes come one after the other. */
  #writing: Promise<void> = Promise.resolve();
  #lastReason: EditReason = 'edit';
  readonly #onDisk: TextOnDisk;
  readonly #awaited: AwaitedText;
  readonly #reads = new LatestRead();
  #closed = false;
  /** Whether the document has been renamed, and lives on under another name. */
  #left = false;

  protected constructor(document: vscode.TextDocument, surroundings: StatementSurroundings) {
    const { annotator, files, scheme, finish } = surroundings;
    this.document = document;
    this.scheme = scheme;
    this.#onDisk = new TextOnDisk(document, () => this.#changedOnDisk());
    this.#awaited = new AwaitedText(() => void (this.file && this.fileChanged(this.file)));
    this.#files = files;
    this.#changed = (change) => surroundings.changed(this, change);
    const file = fileOfTags(document, annotator);
    this.#own = new Layer(files, document, file, annotator, finish);
    this.#others = new OtherLayers(
      files,
      document,
      (other) => !finish && !this.isKeptApart(other) && String(other) !== String(file),
    );
    this.#journal = new JournalFile(surroundings.context, files, document, this.#own);
  }

  /** Reads the tags of a document. The document may have changed or closed meanwhile. */
  static open(document: vscode.TextDocument, surroundings: StatementSurroundings): Promise<OpenStatement> {
    return OpenStatement.opened(new OpenStatement(document, surroundings));
  }

  protected static async opened<Statement extends OpenStatement>(statement: Statement): Promise<Statement> {
    await statement.#read();
    statement.#own.store.onDidChange(({ kind }) => statement.#storeChanged(kind));
    return statement;
  }

  get store(): AnnotationStore {
    return this.#own.store;
  }

  get annotator(): string {
    return this.#own.annotator;
  }

  get others(): readonly Layer[] {
    return this.#others.layers;
  }

  get file(): vscode.Uri | undefined {
    return this.#own.file;
  }

  get isSettled(): boolean {
    return this.#own.isSettled;
  }

  /** Whether a file beside the document is none of the others', since it is followed elsewhere. */
  protected isKeptApart(_file: vscode.Uri): boolean {
    return false;
  }

  get layer(): Layer {
    return this.#own;
  }

  get trouble(): Trouble | undefined {
    const { problem, file } = this.#own;
    return problem && file ? troubleOf(file, problem) : this.#failure;
  }

  /** Where any annotator says that the text is as printed; UTF-16 raw. */
  get asPrinted(): readonly TextRange[] {
    return asPrintedRanges(this.stores.map(({ snapshot }) => snapshot.anchored));
  }

  /** Of all whose tags are followed here. */
  protected get stores(): readonly AnnotationStore[] {
    return [this.#own, ...this.others].map(({ store }) => store);
  }

  lossOf(id: string): LossReason | undefined {
    return this.#losses.get(id);
  }

  /** The text has changed. */
  edit(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0) return;
    const { edits, reason } = editsOf(event);
    this.#lastReason = reason;
    for (const layer of [this.#own, ...this.others]) layer.store.edit(edits, reason);
    this.#edited = true;
    this.#onDisk.edited();
    this.#keepSoon();
  }

  /** Another program has changed the text on disk: its file of tags comes next, or has come before. */
  #changedOnDisk(): void {
    this.#awaited.textChanged();
    for (const layer of [this.#own, ...this.others]) {
      if (layer !== this.#own || !this.#unkept) layer.retake(this.document.getText());
    }
  }

  /**
   * The text is no longer unsaved, and was not saved either. After an undo the tags stay as they are; where
   * the text was given up, so are the tags that were made on it.
   */
  async settled(): Promise<void> {
    if (this.#left) return;
    const givenUp = this.#lastReason === 'edit' && this.document.getText() === this.#onDisk.texts[0];
    if (givenUp) await this.#reread();
    else await this.flush();
    this.#onDisk.isShown();
  }

  /** The text has been saved: now the files describe it. */
  async saved(): Promise<void> {
    this.#onDisk.isShown();
    this.#unkept = true;
    this.#saving = true;
    await this.flush();
    this.#saving = false;
  }

  /** A file beside the document was changed by somebody else, or by ourselves. */
  async fileChanged(file: vscode.Uri): Promise<void> {
    if (this.#left) return;
    const layer = [this.#own, ...this.others].find((each) => String(each.file) === String(file));
    if (layer === this.#own && this.document.isDirty) return;
    // Tags of ours that are not kept yet meet what others wrote when they are: it is taken in then.
    if (layer === this.#own && this.#unkept) return this.flush();
    await this.#writing;
    if (layer) {
      const isLatest = this.#reads.begin(String(file));
      const content = await readSidecar(this.#files, file);
      if (this.#closed || !isLatest() || layer.knows(content.content)) return;
      // The same again: tags may have been made while the file was read.
      if (layer === this.#own && this.#unkept) return this.document.isDirty ? undefined : this.flush();
      if (content.content === undefined && layer !== this.#own) return this.#readOthers();
      if (layer === this.#own && this.#waitsFor(content)) return;
      layer.load(content, this.document.getText(), this.#onDisk.texts);
      if (content.content === undefined) void warnOfGoneFile(this, 'kept');
      this.#changed('tags');
    } else if (documentsOf(fileName(file)).some(({ document }) => document === fileName(this.document.uri))) {
      await this.#readOthers();
    }
  }

  async #readOthers(): Promise<void> {
    this.#others.take(await this.#others.read(), this.#onDisk.texts);
    this.#changed('state');
  }

  /** Whether our file describes a text that the editor is about to show. */
  #waitsFor(content: SidecarContent): boolean {
    return this.#awaited.waitsFor(content, this.document.getText());
  }

  /** Tags that come from the document that this one was saved from. Offsets: UTF-16 raw, in this text. */
  adopt(annotations: Opening['annotations']): void {
    this.#own.put(this.document.getText(), annotations);
    this.#unkept = true;
    this.#keepSoon();
    this.#changed('tags');
  }

  /** The document has another name: nothing is written beside the old one any more. What waits is for its heir. */
  async left(): Promise<void> {
    this.#left = true;
    clearTimeout(this.#timer);
    await this.#writing;
  }

  /**
   * Takes the tags of the document that this one was until it was renamed; the text is the same.
   * @param cameAlong whether its files of tags are this one's; else what is in this one's is kept as well
   */
  async inherit(from: OpenStatement, cameAlong: boolean): Promise<void> {
    if (from.annotator !== this.annotator) return;
    const opened = this.store.toStore();
    // At once, so that they move with what is typed while the files are read.
    this.#own.put(this.document.getText(), from.store.toStore());
    this.#unkept = true;
    await this.#writing;
    const [content, others] = await Promise.all([this.#own.read(), this.#others.read()]);
    const tags = this.store.toStore();
    const text = this.document.getText();
    this.#onDisk.follow(from.#onDisk);
    this.#own.load(content, text, this.#onDisk.texts);
    this.#others.take(others, this.#onDisk.texts);
    this.#own.put(text, inheritedTags({ tags, inFile: this.store.toStore(), opened, cameAlong }));
    this.#edited ||= from.#edited;
    this.#changed('tags');
    await this.flush();
    await from.#journal.remove().catch(() => undefined);
  }

  /** The editor has let go of the document. Unsaved text is given up with it, and so are tags on it. */
  async closed(givenUp: boolean): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#onDisk.dispose();
    this.#awaited.giveUp();
    if (this.#left) return;
    if (!givenUp) await this.flush();
    await this.#writing;
    // Where only its language has changed, the document is still there, and so is what is unsaved in it.
    // Tags that could not be written to their file wait in the journal as well.
    if (!this.document.isClosed || (this.#unkept && !givenUp && !this.document.isUntitled)) return;
    await this.#journal.remove().catch(() => undefined);
  }

  /** Writes what waits: to the files, or to the journal while the text is unsaved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#left) return this.#writing;
    this.#writing = this.#writing.then(() => this.#keep());
    await this.#writing;
  }

  async #read(): Promise<void> {
    const [content, others, journal] = await Promise.all([
      this.#own.read(),
      this.#others.read(),
      this.#journal.read(),
      this.#onDisk.read(this.#files),
    ]);
    this.#others.take(others, this.#onDisk.texts);
    const opening = this.#own.load(content, this.document.getText(), this.#onDisk.texts);
    for (const { id, reason } of opening?.lost ?? []) this.#losses.set(id, reason);
    if (opening) reportOpening(this.document, opening);
    if (content.reading.ok) {
      // A file that names no text, as after a merge, hides no entry.
      const hiding = content.reading.problems.filter(({ code }) => code !== 'text-facts-missing');
      if (hiding.length > 0) warnOfStrangers(this.file, hiding.length);
    }
    await new Recovery(this.document, this.#own, this.#journal, (left) => this.#takeLeft(left)).of(journal);
  }

  /** Takes what an earlier session left unsaved. Returns whether it is kept now, in the file or in the journal. */
  async #takeLeft(annotations: (text: string) => Opening['annotations']): Promise<boolean> {
    if (this.#closed) return false;
    const text = this.document.getText();
    this.#own.put(text, annotations(text));
    this.#unkept = true;
    this.#changed('tags');
    await this.flush();
    return !this.trouble;
  }

  async #reread(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#journal.remove().catch(() => undefined);
    const [content, others] = await Promise.all([this.#own.read(), this.#others.read()]);
    this.#own.load(content, this.document.getText());
    this.#others.take(others, this.#onDisk.texts);
    this.#unkept = false;
    this.#edited = false;
    this.#changed('tags');
  }

  #storeChanged(kind: 'tags' | 'text'): void {
    if (kind === 'tags' && !this.#own.loading) {
      this.#unkept = true;
      this.#keepSoon();
    }
    if (!this.#own.loading) this.#changed(kind);
  }

  #keepSoon(): void {
    if (this.#closed || this.#left) return;
    clearTimeout(this.#timer);
    const isUnsaved = this.document.isDirty || this.document.isUntitled;
    const delay = isUnsaved ? pause.journal : Math.max(pause.file, this.#onDisk.quiet);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #keep(): Promise<void> {
    const { problem } = this.#own;
    try {
      if (this.document.isDirty || this.document.isUntitled) {
        const { anchored, orphans } = this.store.snapshot;
        if (this.#unkept || anchored.length + orphans.length > 0) await this.#journal.write(this.#own);
        return;
      }
      // Before the write, so that tags which are made during it count as not kept.
      const unkept = this.#unkept;
      this.#unkept = false;
      let written = false;
      try {
        written = this.#took(
          await this.#own.write(
            (there) => this.#closed || this.#saving || !this.#waitsFor(there),
            this.#onDisk.texts,
          ),
        );
      } finally {
        if (!written && unkept) this.#unkept = true;
      }
      if (this.#own.problem) {
        if (this.#unkept) await this.#journal.write(this.#own);
        if (this.#own.problem !== problem) this.#changed('state');
        return;
      }
      if (!written) {
        if (this.#unkept && !this.document.isDirty) await this.#journal.write(this.#own);
        return;
      }
      // Each in its own file; that one of them is broken is no reason to leave the others behind the text.
      if (this.#edited)
        for (const other of await this.#others.writable()) this.#took(await other.writeMoved());
      this.#edited = false;
      if (!this.#unkept) await this.#journal.remove();
      this.#fail(undefined);
    } catch (error) {
      // What cannot be written beside the text waits in the journal, for the next opening as well.
      if (this.#unkept) await this.#journal.write(this.#own).catch(() => undefined);
      this.#fail(error);
    }
    if (problem) this.#changed('tags');
  }

  /** Shows the tags that others have written to a file meanwhile, and says where they and we did not agree. */
  #took({ written, takenIn, conflicts, wasGone }: Written): boolean {
    if (wasGone && written) void warnOfGoneFile(this, 'written');
    if (takenIn) this.#changed('tags');
    if (conflicts > 0) warnOfConflicts(this.document, conflicts);
    return written;
  }

  #fail(error: unknown): void {
    const before = this.#failure?.message;
    this.#failure = error !== undefined && this.file ? failureOf(this.file, error) : undefined;
    if (this.#failure?.message === before) return;
    if (this.#failure) void showErrorMessage(this.#failure.message);
    this.#changed('state');
  }
}
