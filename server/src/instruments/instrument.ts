/**
 * What the registry knows of one instrument: a treaty, a joint statement, a resolution, a plan …
 *
 * Every fact is optional but the names, because a wrong date is worse than none: a field that nobody could
 * source is absent, and `sources` says for the others where they are from.
 */

/**
 * The closed list of kinds. The kind is that of the instrument and not of its Chinese genus word: 《…路线图》 and
 * 《…规划纲要》 are plans, a UN agenda is a resolution, a draft stays a draft whatever it would become.
 */
export const INSTRUMENT_KINDS = [
  'treaty',
  'agreement',
  'convention',
  'covenant',
  'protocol',
  'charter',
  /** The constituent act of an organisation which is neither called charter nor statute (组织法). */
  'constitution',
  'statute',
  'regulations',
  'exchange-of-notes',
  'joint-statement',
  'communique',
  'declaration',
  /** A final act, or an act of surrender. */
  'act',
  'resolution',
  'plan',
  'initiative',
  'principles',
  'draft',
  /** One name for several instruments (中美三个联合公报); see {@link Instrument.members}. */
  'collective',
] as const;

export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** `political` means not legally binding: joint statements, declarations, plans, initiatives. */
export const INSTRUMENT_STATUSES = ['in-force', 'not-in-force', 'terminated', 'draft', 'political'] as const;

export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: no more exact than its source. */
export type InstrumentDate = string;

/** Where and when something was done. */
export interface Occasion {
  /** In English, as the depositary or the text itself names it; several places joined by commas. */
  readonly place?: string;
  readonly date?: InstrumentDate;
}

/** Names are written as between the outer 《 》: without these, and with inner titles in 〈 〉. */
export interface InstrumentNames {
  /** The full title in simplified characters. */
  readonly zh: string;
  /**
   * Other names in use: short ones and variants. Never a bare genus word (条约, 宪章, 规划纲要): what such a
   * word means depends on the document, and only its resolver can know.
   */
  readonly zhShort?: readonly string[];
  /** The full title in traditional characters, where that differs from `zh`. */
  readonly zhHant?: string;
  /** Other names in traditional characters, among them the titles used outside the mainland. */
  readonly zhHantShort?: readonly string[];
  readonly en?: string;
  readonly ru?: string;
}

/** One thing worth knowing of what an instrument says: in our own words, and no quotation over a few of its. */
export interface Provision {
  /** A number with its paragraph (`5`, `2(4)`), or as printed (`第五条`, `附件二`). */
  readonly article?: string;
  readonly zh: string;
  readonly en: string;
}

export interface Instrument {
  /** Kebab-case, stable, with the year where there is one: `npt-1968`. */
  readonly id: string;
  readonly kind: InstrumentKind;
  readonly names: InstrumentNames;
  /** ISO 3166 alpha-2 codes, or acronyms of organisations; absent where the instrument is multilateral. */
  readonly parties?: readonly string[];
  readonly depositary?: string;
  /**
   * Signature or adoption: the place and date by which the instrument is known, and under which its depositary
   * lists it. For some conventions that is the day of signature and not of the vote.
   */
  readonly adopted?: Occasion;
  /** Opening for signature, where that was elsewhere or on another day than adoption. */
  readonly opened?: Occasion;
  readonly inForce?: InstrumentDate;
  readonly status?: InstrumentStatus;
  /** United Nations Treaty Series volume and page, or the symbol of a document. */
  readonly registration?: string;
  /** An official page, https. */
  readonly link?: string;
  readonly note?: { readonly zh: string; readonly en: string };
  /** What is worth showing of it, in its order. */
  readonly provisions?: readonly Provision[];
  /** Ids of the instruments that a collective name stands for. */
  readonly members?: readonly string[];
  /** From the path of a field (`adopted.date`) to where the fact is from. */
  readonly sources: Readonly<Record<string, string>>;
}

/** The form of the built-in data and of `.jiaozhu/instruments.json`. */
export interface InstrumentFile {
  /** Names that more than one entry bears, on purpose; any other name must belong to one entry alone. */
  readonly ambiguousNames?: readonly string[];
  readonly instruments: readonly Instrument[];
}
