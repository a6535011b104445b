import type { Analysis } from './analysis.ts';
import { moveRanges, tidyRanges } from './as-printed.ts';
import type { Snapshot } from './features/snapshot.ts';
import type { StatementService } from './service.ts';
import { changesToEdits, type TextChange } from './text/changes.ts';
import { applyEdits, type Edit } from './text/edit.ts';
import { LineTable } from './text/lines.ts';
import type { TextRange } from './text/range.ts';

/** How many versions back a notification may speak of. A client that is further behind sends again by itself. */
const REMEMBERED_VERSIONS = 64;

/** An open document: its text as the client has it, and what is known of it. */
export class StatementDocument implements Snapshot {
  readonly uri: string;
  readonly #service: StatementService;
  readonly #lines: LineTable;
  #version: number;
  #analysis: Analysis | undefined;
  #asPrinted: readonly TextRange[] = [];
  #history: { readonly version: number; readonly edits: readonly Edit[] }[] = [];

  constructor(service: StatementService, uri: string, version: number, text: string) {
    this.uri = uri;
    this.#service = service;
    this.#version = version;
    this.#lines = new LineTable(text);
  }

  get version(): number {
    return this.#version;
  }

  get lines(): LineTable {
    return this.#lines;
  }

  /** Made when it is first asked for, so that a text which is opened and closed costs nothing. */
  get analysis(): Analysis {
    this.#analysis ??= this.#service.analyse(this.#lines.text);
    return this.#analysis;
  }

  get isAnalysed(): boolean {
    return this.#analysis !== undefined;
  }

  /** What is tagged “as printed”, in the text as it stands (UTF-16 raw). */
  get asPrinted(): readonly TextRange[] {
    return this.#asPrinted;
  }

  /** Follows one change notification. */
  change(version: number, changes: readonly TextChange[]): void {
    const edits = changesToEdits(this.#lines, changes);
    const previous = this.#version;
    this.#version = version;
    if (edits.length > 0) {
      const analysis = this.#reanalyse(edits);
      this.#lines.update(edits, analysis?.raw ?? applyEdits(this.#lines.text, edits));
      this.#analysis = analysis;
      this.#asPrinted = moveRanges(this.#asPrinted, edits);
    }
    this.#history.push({ version: previous, edits });
    if (this.#history.length > REMEMBERED_VERSIONS) this.#history.shift();
  }

  /** Takes over what is tagged “as printed” in some version; false where that is too long ago to tell. */
  setAsPrinted(version: number, ranges: readonly TextRange[]): boolean {
    const since = this.#history.findIndex((step) => step.version === version);
    if (version !== this.#version && since < 0) return false;
    let moved: readonly TextRange[] = tidyRanges(ranges, Number.POSITIVE_INFINITY);
    if (version !== this.#version) {
      for (const { edits } of this.#history.slice(since)) moved = moveRanges(moved, edits);
    }
    this.#asPrinted = tidyRanges(moved, this.#lines.text.length);
    return true;
  }

  /** Undefined where nothing was known before, or where the service fails: then the next question starts anew. */
  #reanalyse(edits: readonly Edit[]): Analysis | undefined {
    if (this.#analysis === undefined) return undefined;
    try {
      return this.#service.reanalyse(this.#analysis, edits);
    } catch (error) {
      console.error(`Analysis after an edit of ${this.uri} failed; starting anew.`, error);
      return undefined;
    }
  }
}
