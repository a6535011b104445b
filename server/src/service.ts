import type { Analysis, Cleaning, Finding, FindingOptions, Reading } from './analysis.ts';
import type { Artefact } from './artefacts/artefact.ts';
import { catchUpPage, type Page, readPage, rereadPage } from './artefacts/page.ts';
import type { Profile } from './artefacts/profile.ts';
import type { ReadingOptions } from './artefacts/reading-context.ts';
import { readingArtefacts } from './findings/reading-artefacts.ts';
import { artefactsOf, cleaningOf, findingsOf, inOrder, reported } from './findings.ts';
import { lexiconOf } from './instruments/lexicon.ts';
import { ownIdentity } from './instruments/own-identity.ts';
import type { Reference } from './instruments/reference.ts';
import { findReferences } from './instruments/references.ts';
import { builtInRegistry, type InstrumentRegistry } from './instruments/registry.ts';
import { type Self, selfOf } from './instruments/self.ts';
import { ParagraphMemory } from './paragraph-memory.ts';
import { readingOf } from './reading.ts';
import { type Furniture, withFurniture } from './statement/furniture.ts';
import type { Ranged, StatementKind, StatementNode } from './statement/node.ts';
import { withRanges } from './statement/ranged.ts';
import { buildStatement, type Statement } from './statement/statement.ts';
import { finished, type Steps } from './steps.ts';
import { applyEdits, composeEdits, type Edit, offsetsAfter } from './text/edit.ts';
import type { TextRange } from './text/range.ts';

/** Everything that is known about statements, with no connection, editor or file system in sight. */
export interface StatementService {
  /** The instruments that references are resolved to. */
  readonly registry: InstrumentRegistry;
  /** Analysis from scratch. Never throws, whatever the text. The options change the artefacts, not the clean text. */
  analyse(raw: string, options?: ReadingOptions): Analysis;
  /**
   * Analysis after edits: equal to `analyse` of the edited text, but redoing only what the edits touched.
   * Edits are sorted, do not overlap, and count in `previous.raw`.
   * @throws RangeError where the edits overlap or leave the text
   */
  reanalyse(previous: Analysis, edits: readonly Edit[]): Analysis;
  /**
   * The same for a keystroke, which must not wait: where a fact about the whole of a long text changes by the edits,
   * what depends on it elsewhere stays as it was, and the analysis is `behind`.
   */
  follow(previous: Analysis, edits: readonly Edit[]): Analysis;
  /** From an analysis that is behind to what `analyse` makes of its text. It may be followed meanwhile. */
  catchUp(analysis: Analysis): Steps<Analysis>;
  /** What to report, in order of place; of the paragraphs that `range` (raw) touches where it is given. */
  findings(analysis: Analysis, options?: FindingOptions, range?: TextRange): readonly Finding[];
  /** Of these, what the rules of the reading stage find; only what touches `range`. */
  readingFindings(analysis: Analysis, options?: FindingOptions, range?: TextRange): readonly Finding[];
  /** What cleaning applies: safe edits of the rules that are not off, outside `sic` spans; within the paragraphs that `range` (raw) touches where it is given. */
  cleaning(analysis: Analysis, options?: FindingOptions, range?: TextRange): Cleaning;
}

/** With more edits than this at once, everything between the first and the last is read again. */
const fewEdits = 4;

class PageAnalysis implements Analysis {
  readonly page: Page;
  readonly memory: ParagraphMemory;
  readonly #registry: InstrumentRegistry;
  #reading: Reading | undefined;
  #artefacts: readonly Artefact[] | undefined;
  #statement: Statement | undefined;
  #tree: StatementNode<Ranged> | undefined;
  #references: readonly Reference<Ranged>[] | undefined;
  #readingArtefacts: readonly Artefact[] | undefined;

  constructor(page: Page, registry: InstrumentRegistry, memory: ParagraphMemory) {
    this.page = page;
    this.memory = memory;
    this.#registry = registry;
  }

  get raw(): string {
    return this.page.raw;
  }

  get behind(): boolean {
    return this.page.behind;
  }

  get reading(): Reading {
    this.#reading ??= readingOf(this.page);
    return this.#reading;
  }

  get artefacts(): readonly Artefact[] {
    this.#artefacts ??= [...artefactsOf(this.page)];
    return this.#artefacts;
  }

  get kind(): StatementKind {
    return this.statement.kind;
  }

  get profile(): Profile {
    return this.page.layout.profile;
  }

  get tree(): StatementNode<Ranged> {
    const document = {
      clean: { start: 0, end: this.reading.clean.length },
      raw: { start: 0, end: this.raw.length },
    };
    this.#tree ??= withFurniture(
      withRanges(this.statement.tree, (clean) => this.ranged(clean)),
      document,
      this.furniture,
    );
    return this.#tree;
  }

  get references(): readonly Reference<Ranged>[] {
    const { blocks } = this.reading;
    this.#references ??= findReferences(
      blocks,
      this.#registry,
      this.self,
      this.memory.mentionsOf(blocks, this.#registry),
    ).map((reference) => ({ ...reference, range: this.ranged(reference.range.clean) }));
    return this.#references;
  }

  get identity(): string | null {
    return ownIdentity(this.self, lexiconOf(this.#registry)).identity;
  }

  private get self(): Self {
    const { tree, kind } = this.statement;
    return selfOf(tree, kind, this.reading.clean);
  }

  get readingArtefacts(): readonly Artefact[] {
    this.#readingArtefacts ??= this.#findInReading();
    return this.#readingArtefacts;
  }

  #findInReading(): readonly Artefact[] {
    const { blocks, furniture, map } = this.reading;
    const formOf = this.memory.formOf(blocks);
    return readingArtefacts(
      {
        blocks,
        forms: blocks.map(({ text }) => formOf(text)),
        tree: this.statement.tree,
        references: this.references,
        registry: this.#registry,
        furniture: furniture.map(({ start }) => map.toClean(start)),
      },
      map,
    );
  }

  private get statement(): Statement {
    const { blocks, clean } = this.reading;
    this.#statement ??= buildStatement(blocks, clean.length, this.memory.formOf(blocks));
    return this.#statement;
  }

  private get furniture(): Furniture[] {
    const { furniture, map } = this.reading;
    return furniture.map((raw) => {
      const at = map.toClean(raw.start);
      return {
        clean: { start: at, end: at },
        raw,
        label: this.raw.slice(raw.start, raw.end).replace(/\s+/g, ' '),
      };
    });
  }

  private ranged(clean: TextRange): Ranged {
    return { clean, raw: this.reading.map.rangeToRaw(clean) };
  }
}

/** What settling may read in all, in UTF-16 code units: a short text has rounds enough, a long one no hang. */
const settlingBudget = 4_000_000;
const fewestRounds = 8;

/**
 * Cleaning until nothing is left to clean: with a column joined, what was doubtful beside it may be read for
 * what it is, and a cleaned text must hold no safe artefact. It ends, since each round takes characters or line
 * breaks away.
 */
function settle(page: Page, cleaning: Cleaning, options: FindingOptions = {}): Cleaning {
  let { edits } = cleaning;
  const counts: Record<string, number> = { ...cleaning.counts };
  const rounds = Math.max(fewestRounds, Math.floor(settlingBudget / (page.raw.length + 1)));
  for (let round = 1; round < rounds && edits.length > 0; round++) {
    const raw = applyEdits(page.raw, edits);
    const asPrinted = movedSpans(options.asPrinted ?? [], edits);
    const more = cleaningOf(readPage(raw, page.options), { ...options, asPrinted });
    if (more.edits.length === 0) break;
    edits = composeEdits(edits, raw, more.edits);
    for (const [rule, count] of Object.entries(more.counts)) counts[rule] = (counts[rule] ?? 0) + count;
  }
  return { ...cleaning, edits, counts };
}

function movedSpans(spans: readonly TextRange[], edits: readonly Edit[]): TextRange[] {
  const starts = offsetsAfter(
    edits,
    spans.map(({ start }) => start).sort((a, b) => a - b),
  );
  const ends = offsetsAfter(
    edits,
    spans.map(({ end }) => end).sort((a, b) => a - b),
  );
  // Sorted apart, starts and ends still cover the same characters.
  return starts.map((start, i) => ({ start, end: ends[i]! }));
}

/** Lines that are not blank: a text of fewer is read as a whole in less time than a keystroke may take. */
const longTextLines = 4000;

/**
 * Makes the service. It holds no documents: whoever asks keeps the analyses.
 * @param longText texts of at least so many lines that are not blank may be behind after a keystroke
 */
export function createStatementService(
  registry: InstrumentRegistry = builtInRegistry(),
  longText = longTextLines,
): StatementService {
  const pageOf = (analysis: Analysis): Page =>
    analysis instanceof PageAnalysis ? analysis.page : readPage(analysis.raw);
  const memoryOf = (analysis: Analysis): ParagraphMemory =>
    analysis instanceof PageAnalysis ? analysis.memory : new ParagraphMemory();
  const reread = (page: Page, edits: readonly Edit[], waitFrom: number): Page => {
    if (edits.length <= fewEdits) {
      // From the last to the first, so that each edit's offsets still hold.
      return edits.reduceRight(
        (read, edit) => rereadPage(read, edit, applyEdits(read.raw, [edit]), waitFrom),
        page,
      );
    }
    const raw = applyEdits(page.raw, edits);
    const start = edits[0]!.start;
    const end = edits.at(-1)!.end;
    const text = raw.slice(start, end + raw.length - page.raw.length);
    return rereadPage(page, { start, end, text }, raw, waitFrom);
  };
  const after = (previous: Analysis, edits: readonly Edit[], waitFrom: number): Analysis => {
    if (edits.length === 0) {
      return previous.behind && waitFrom === Number.POSITIVE_INFINITY
        ? finished(catchUp(previous))
        : previous;
    }
    return new PageAnalysis(reread(pageOf(previous), edits, waitFrom), registry, memoryOf(previous));
  };
  function catchUp(analysis: Analysis): Steps<Analysis> {
    return analysed(catchUpPage(pageOf(analysis)), memoryOf(analysis));
  }
  function* analysed(steps: Steps<Page>, memory: ParagraphMemory): Steps<Analysis> {
    return new PageAnalysis(yield* steps, registry, memory);
  }
  return Object.freeze({
    registry,
    analyse: (raw: string, options?: ReadingOptions) =>
      new PageAnalysis(readPage(raw, options), registry, new ParagraphMemory()),
    reanalyse: (previous: Analysis, edits: readonly Edit[]) =>
      after(previous, edits, Number.POSITIVE_INFINITY),
    follow: (previous: Analysis, edits: readonly Edit[]) => after(previous, edits, longText),
    catchUp,
    findings(analysis: Analysis, options?: FindingOptions, range?: TextRange): readonly Finding[] {
      const found = findingsOf(pageOf(analysis), options, range);
      if (options?.reading !== true) return found;
      return inOrder(found, reported(analysis.readingArtefacts, options, range), options.limit);
    },
    readingFindings: (analysis: Analysis, options?: FindingOptions, range?: TextRange) =>
      reported(analysis.readingArtefacts, options, range),
    cleaning(analysis: Analysis, options?: FindingOptions, range?: TextRange): Cleaning {
      const page = pageOf(analysis);
      const cleaning = cleaningOf(page, options, range);
      return range ? cleaning : settle(page, cleaning, options);
    },
  });
}
