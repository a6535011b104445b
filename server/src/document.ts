import type { Analysis } from './analysis.ts';
import type { Artefact } from './artefacts/artefact.ts';
import {
  defaultReadingOptions,
  type ReadingOptions,
  sameReadingOptions,
} from './artefacts/reading-context.ts';
import { moveRanges, tidyRanges } from './as-printed.ts';
import type { Snapshot } from './features/snapshot.ts';
import { carry } from './findings/carry.ts';
import type { InstrumentRegistry } from './instruments/registry.ts';
import { Pursuit } from './pursuit.ts';
import type { StatementService } from './service.ts';
import { changesToEdits, type TextChange } from './text/changes.ts';
import { applyEdits, type Edit } from './text/edit.ts';
import { LineTable } from './text/lines.ts';
import type { TextRange } from './text/range.ts';

/** How many versions back a notification may speak of. A client that is further behind sends again by itself. */
const REMEMBERED_VERSIONS = 64;

let revisions = 0;

/** An open document: its text as the client has it, and what is known of it. */
export class StatementDocument implements Snapshot {
  readonly uri: string;
  #service: StatementService;
  readonly #onFailure: (message: string) => void;
  readonly #lines: LineTable;
  #version: number;
  #analysis: Analysis | undefined;
  /** Under way while the analysis is behind. */
  #pursuit: Pursuit | undefined;
  #options = defaultReadingOptions;
  /** What the reading stage found when it was last looked at, moved with the text since. */
  #carried: readonly Artefact[] = [];
  #asPrinted: readonly TextRange[] = [];
  #revision = ++revisions;
  #history: { readonly version: number; readonly edits: readonly Edit[] }[] = [];

  /** `onFailure` hears of what a person cannot mend but a developer must know. */
  constructor(
    service: StatementService,
    uri: string,
    version: number,
    text: string,
    onFailure: (message: string) => void = () => {},
  ) {
    this.uri = uri;
    this.#service = service;
    this.#onFailure = onFailure;
    this.#version = version;
    this.#lines = new LineTable(text);
  }

  get version(): number {
    return this.#version;
  }

  /** The instruments that its references are resolved to. */
  get registry(): InstrumentRegistry {
    return this.#service.registry;
  }

  get lines(): LineTable {
    return this.#lines;
  }

  /**
   * All that is known of the text as it stands. Made when it is first asked for, so that a text which is opened and
   * closed costs nothing.
   */
  get analysis(): Analysis {
    while (this.latest.behind) this.#catchingUp().run(Number.POSITIVE_INFINITY);
    return this.latest;
  }

  /** The same for those who must not wait: after a keystroke in a long text it may be behind. */
  get latest(): Analysis {
    this.#analysis ??= this.#service.analyse(this.#lines.text, this.#options);
    return this.#analysis;
  }

  /** Reads for so many milliseconds what an analysis that is behind lacks. True where nothing is left to do. */
  catchUp(milliseconds: number): boolean {
    if (this.latest.behind) this.#catchingUp().run(milliseconds);
    return !this.latest.behind;
  }

  get isAnalysed(): boolean {
    return this.#analysis !== undefined;
  }

  /** Changes with the text and with what is tagged in it; no two documents of this process share one. */
  get revision(): number {
    return this.#revision;
  }

  /** What is tagged “as printed”, in the text as it stands (UTF-16 raw). */
  get asPrinted(): readonly TextRange[] {
    return this.#asPrinted;
  }

  /**
   * What the reading stage has found, as far as it is known: looking takes longer than a keystroke may wait, so that
   * what was found before goes along with its words until {@link readAgain}.
   */
  get carried(): readonly Artefact[] {
    return this.#carried;
  }

  /** Looks again at what only the whole document shows; true where that is not what was carried along. */
  readAgain(): boolean {
    const found = this.analysis.readingArtefacts;
    const isNew = JSON.stringify(found) !== JSON.stringify(this.#carried);
    this.#carried = found;
    if (isNew) this.#revision = ++revisions;
    return isNew;
  }

  /** Follows one change notification. */
  change(version: number, changes: readonly TextChange[]): void {
    const edits = changesToEdits(this.#lines, changes);
    const previous = this.#version;
    this.#version = version;
    this.#revision = ++revisions;
    if (edits.length > 0) {
      const analysis = this.#follow(edits);
      this.#lines.update(edits, analysis?.raw ?? applyEdits(this.#lines.text, edits));
      this.#analysis = analysis;
      if (analysis?.behind === true) this.#pursuit?.changed(edits);
      else this.#pursuit = undefined;
      this.#carried = carry(this.#carried, edits);
      this.#asPrinted = moveRanges(this.#asPrinted, edits);
    }
    this.#history.push({ version: previous, edits });
    if (this.#history.length > REMEMBERED_VERSIONS) this.#history.shift();
  }

  /** Takes over what a person has said of the text; where that is new, it is read again when it is asked for. */
  readAs(options: ReadingOptions): void {
    if (sameReadingOptions(options, this.#options)) return;
    this.#options = options;
    this.#analysis = undefined;
    this.#pursuit = undefined;
    this.#revision = ++revisions;
  }

  /** Takes another service, which knows other instruments: the text is read again when it is asked for. */
  serveWith(service: StatementService): void {
    if (service === this.#service) return;
    this.#service = service;
    this.#analysis = undefined;
    this.#pursuit = undefined;
    this.#revision = ++revisions;
  }

  /** Takes over what is tagged “as printed” in some version; false where that is too long ago to tell. */
  setAsPrinted(version: number, ranges: readonly TextRange[]): boolean {
    const since = this.#history.findIndex((step) => step.version === version);
    if (version !== this.#version && since < 0) return false;
    let moved: readonly TextRange[] = tidyRanges(ranges, Number.POSITIVE_INFINITY);
    if (version !== this.#version) {
      for (const { edits } of this.#history.slice(since)) moved = moveRanges(moved, edits);
    }
    const tidy = tidyRanges(moved, this.#lines.text.length);
    if (!equal(tidy, this.#asPrinted)) this.#revision = ++revisions;
    this.#asPrinted = tidy;
    return true;
  }

  /** Undefined where nothing was known before, or where the service fails: then the next question starts anew. */
  #follow(edits: readonly Edit[]): Analysis | undefined {
    if (this.#analysis === undefined) return undefined;
    try {
      return this.#service.follow(this.#analysis, edits);
    } catch (error) {
      this.#onFailure(`Analysis of ${this.uri} after an edit failed, so it starts anew: ${String(error)}`);
      return undefined;
    }
  }

  #catchingUp(): Pursuit {
    this.#pursuit ??= new Pursuit(this.#service, this.latest, (analysis) => {
      this.#analysis = analysis;
      this.#pursuit = undefined;
      this.#revision = ++revisions;
    });
    return this.#pursuit;
  }
}

function equal(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
}
