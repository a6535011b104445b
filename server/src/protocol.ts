/**
 * The requests beyond LSP, shared by server and clients. Free of vscode and Node. Offsets are UTF-16 and
 * half-open; every answer names the version of the document that it describes.
 */
import type { Profile } from './artefacts/profile.ts';
import type { Instrument } from './instruments/instrument.ts';
import type { ReferenceForm } from './instruments/reference.ts';
import type { NodeKind, StatementKind } from './statement/node.ts';
import type { TextRange } from './text/range.ts';

/** Client → server. The clean text and its map; null where the document is not open. */
export const readingRequest = 'jiaozhu/reading';
export interface ReadingParams {
  readonly textDocument: { readonly uri: string };
}
export interface ReadingResult {
  readonly version: number;
  readonly clean: string;
  /**
   * The source map as runs, flat: clean start, raw start, length, repeated; sorted, and together they cover
   * the whole clean text. A run's characters come from consecutive raw characters.
   */
  readonly runs: readonly number[];
  /** What the tag list is grouped by: title, preamble, sections, closing, in order. Raw offsets. */
  readonly parts: readonly ReadingPart[];
}
export interface ReadingPart extends TextRange {
  readonly kind:
    | 'title'
    | 'dateline'
    | 'preamble'
    | 'section'
    | 'article'
    | 'paragraph'
    | 'closing'
    /** An annex, or another document of the same text: its own parts follow it in the list. */
    | 'annex'
    | 'document';
  readonly label: string;
}

/** Client → server notification: the union of `sic` spans over all sidecars of one document, raw offsets at that version. */
export const asPrintedNotification = 'jiaozhu/asPrinted';
export interface AsPrintedParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
  readonly ranges: readonly TextRange[];
}

/** Client → server. The edits that clean a document or a part of it; null where the version is out of date. */
export const cleaningRequest = 'jiaozhu/cleaning';
export interface CleaningParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
  /** Raw range whose paragraphs to clean; absent: the whole document. */
  readonly range?: TextRange;
}
export interface CleaningResult {
  readonly version: number;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  /** How many places each rule mends, for the summary. */
  readonly counts: Readonly<Record<string, number>>;
  /** The same in phrases, in the language of `initialize`: “612 line breaks joined”. */
  readonly summary: readonly string[];
  /** Doubtful line breaks left for a person. */
  readonly doubtful: readonly TextRange[];
}

/** Client → server. What a document cites, in order of first mention; null where it is not open. */
export const instrumentsRequest = 'jiaozhu/instruments';
export interface InstrumentsParams {
  readonly textDocument: { readonly uri: string };
}
export interface InstrumentsResult {
  readonly version: number;
  readonly cited: readonly CitedInstrument[];
  /** Mentions that fit several instruments equally well, or that nobody could resolve. */
  readonly unresolved: readonly UnresolvedMention[];
}
/** An instrument with all its mentions. */
export interface CitedInstrument {
  /** The same in every document: id in the registry, else the full title in 《》. */
  readonly identity: string;
  /** What the registry knows of it; absent where that is nothing. */
  readonly instrument?: Instrument;
  /** In Chinese, without 《》. */
  readonly title: string;
  /** In order of place, one at least. */
  readonly mentions: readonly InstrumentMention[];
}
/** Raw offsets. */
export interface InstrumentMention extends TextRange {
  /** Clean text with its 《》. */
  readonly text: string;
  readonly form: ReferenceForm;
  /** What the text says beside the title: ISO date, and the verb in Chinese. */
  readonly date?: string;
  readonly verb?: string;
}
export interface UnresolvedMention extends InstrumentMention {
  readonly candidates: readonly Instrument[];
}

/**
 * Client → server. What of a document is worth tagging, in order of place: deterministic, and the same for the same
 * clean text. Null where the document is not open.
 */
export const suggestionsRequest = 'jiaozhu/suggestions';
export interface SuggestionsParams {
  readonly textDocument: { readonly uri: string };
}
export interface SuggestionsResult {
  readonly version: number;
  readonly suggestions: readonly Suggestion[];
}
export type SuggestionKind =
  | 'party'
  | 'organisation'
  | 'person'
  | 'place'
  | 'date'
  | 'instrument'
  | 'commitment'
  | 'position'
  | 'definition';
/** A span that could be tagged. Raw offsets. */
export interface Suggestion extends TextRange {
  readonly kind: SuggestionKind;
  /** Clean text, on one line. */
  readonly text: string;
  /**
   * What is known of it, by the ids of the attributes of the built-in scheme, each as a text: a date's `iso`, a
   * party's `state`, an instrument's `instrument` (its id), a person's `office` and `name`, an organisation's `name`, a
   * definition's `short`, a position's `stance` and a commitment's `strength` with `speaker` and `state`. Several of one
   * attribute have 、 between them.
   */
  readonly attributes: Readonly<Record<string, string>>;
  /** Who says it is not in its sentence, but carried over from an earlier one: where that stands. */
  readonly inherited?: TextRange;
}

/**
 * Client → server. What exports and reports need to know of a text, which need not be open. The URI tells in which
 * folder it lies, and so which instruments are known there.
 */
export const statementFactsRequest = 'jiaozhu/statementFacts';
export interface StatementFactsParams {
  readonly textDocument: { readonly uri: string };
  /** The raw text, without a BOM. */
  readonly text: string;
}
/** Offsets: UTF-16, of the raw text; those of the clean text follow by the map. */
export interface StatementFacts {
  readonly clean: string;
  /** The source map as runs: see {@link ReadingResult.runs}. */
  readonly runs: readonly number[];
  readonly kind: StatementKind;
  /** What the document is itself, as references in others tell it; null where that is not known. */
  readonly identity: string | null;
  /** The whole text as one node, down to sentences. */
  readonly tree: FactsNode;
  /** Every mention of an instrument, in order of place. */
  readonly references: readonly FactsReference[];
}
export interface FactsNode extends TextRange {
  readonly kind: NodeKind;
  /** Clean text, cut at a sensible length. */
  readonly label: string;
  readonly heading: TextRange;
  readonly children: readonly FactsNode[];
}
export interface FactsReference extends TextRange {
  /** Clean text with its 《》. */
  readonly text: string;
  readonly form: ReferenceForm;
  /** Id in the registry; null where it is not known, or two fit equally well. */
  readonly instrument: string | null;
  /** Id in the registry, else the full title in 《》; null where that is not known. */
  readonly identity: string | null;
  /** The identities of several that are all meant (上述两公约). */
  readonly members?: readonly string[];
  /** What the text says beside the title: ISO date, and the verb in Chinese. */
  readonly date?: string;
  readonly verb?: string;
}

/** Client → server. What reports count in a text, which need not be open; asked as {@link statementFactsRequest} is. */
export const reportFactsRequest = 'jiaozhu/reportFacts';
export interface ReportFacts {
  /** The date that the document bears itself, as ISO (YYYY, YYYY-MM or YYYY-MM-DD); null where it tells none. */
  readonly date: string | null;
  /** Raw offsets. */
  readonly parts: readonly ReadingPart[];
  /** In order of first mention. */
  readonly cited: readonly CitedInstrument[];
}

/**
 * Server → client, where the client says at `initialize` that it reads files and the server cannot. The URIs of the
 * statements below a folder by their names.
 */
export const findStatementsRequest = 'jiaozhu/findStatements';
export interface FindStatementsParams {
  readonly folder: string;
}

/** Server → client, likewise. A file's bytes in base 64, of a long one so many at least; null where there is none. */
export const readFileRequest = 'jiaozhu/readFile';
export interface ReadFileParams {
  readonly uri: string;
  readonly most: number;
}

/** Client → server. Where the next or previous part of a document begins; null where there is none. */
export const stepRequest = 'jiaozhu/step';
export interface StepParams {
  readonly textDocument: { readonly uri: string };
  /** Raw offset to go from. */
  readonly offset: number;
  readonly unit: 'section' | 'item' | 'paragraph';
  readonly direction: 'next' | 'previous';
}
export interface StepResult {
  readonly version: number;
  /** Raw offset of the heading or of the first words. */
  readonly start: number;
}

/** Server → client notification: where a document stands, for the status bar. */
export const statusNotification = 'jiaozhu/status';
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  /** `joint-statement`, `communique`, `declaration`, `treaty`, `announcement`, `letter`, `resolution`, `law` or `unknown`. */
  readonly kind: string;
  /** Where the text comes from, as it tells by itself. */
  readonly profile: Profile;
  /** Chapters, bare numerals, 一、: the topmost divisions of the document. */
  readonly sections: number;
  /** 第一条, in whatever chapter; without those of its annexes. */
  readonly articles: number;
  /** Other than the document itself, as the lens above its title and the list of instruments count them. */
  readonly instruments: number;
  readonly findings: number;
  /** Of the findings, those that are warnings or errors. */
  readonly warnings: number;
}

/** Commands of the client's own that code actions and lenses may name, where it says at `initialize` that it has them. */
export const clientCommands = {
  /** Clean, and tell what was done. One {@link PlaceArguments}. */
  cleanParagraph: 'jiaozhu.cleanParagraph',
  cleanDocument: 'jiaozhu.cleanDocument',
  /** Tag a place `sic`. One {@link PlaceArguments}. */
  leaveAsPrinted: 'jiaozhu.leaveAsPrinted',
  /** Show the setting of a rule. One argument, the rule's id. */
  changeLevel: 'jiaozhu.changeLevel',
  /** Show what the document cites. No argument. */
  showInstruments: 'jiaozhu.showInstruments',
  /** Show a new entry of a folder's instruments, for a person to complete. Two arguments: the file's URI, the entry's id. */
  showInstrumentEntry: 'jiaozhu.showInstrumentEntry',
} as const;

/** A place that a command is about: offsets in that version of the document. */
export interface PlaceArguments extends TextRange {
  readonly uri: string;
  readonly version: number;
}

/** What the client hands over at `initialize`, as initializationOptions. */
export interface InitializationOptions {
  /** Language of messages, BCP 47; absent: English. */
  readonly locale?: string;
  /** Folder URI, ending in a slash, under which the pages of the rules lie; absent: diagnostics carry no link. */
  readonly docsBase?: string;
  /** The client shows the status that `jiaozhu/status` tells. */
  readonly status?: boolean;
  /** The commands of the client that code actions and lenses may name: see `clientCommands`. */
  readonly commands?: readonly string[];
  /**
   * Folder, as URI or absolute path, in which the server may keep what it has read of the workspace, so that it need not
   * read it again; it is made where it is missing. Absent: nothing is kept.
   */
  readonly cacheFolder?: string;
  /** A server that sees no files itself may ask the client for them: see `findStatementsRequest`. */
  readonly readsFiles?: boolean;
  /** The client says itself what in `.jiaozhu/instruments.json` does not fit its schema: the server then says it no second time. */
  readonly checksSchemas?: boolean;
}

/** The section `jiaozhu` of the settings, as the server asks for it. Every value is checked before use. */
export interface ServerSettings {
  readonly rules?: Readonly<Record<string, string>>;
  readonly cleanOnSave?: boolean;
  readonly profile?: string;
  readonly houseStyle?: { readonly digitSpacing?: string; readonly yearDash?: string };
}
