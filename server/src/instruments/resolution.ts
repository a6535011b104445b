import type { CleanBlock } from '../statement/node.ts';
import { DefinedTerms, type TermUse } from './defined-terms.ts';
import { fold, genusOf, isBareGenus, withoutAppendix } from './genus.ts';
import type { Instrument } from './instrument.ts';
import type { Lexicon } from './lexicon.ts';
import type { DefinitionMention, GenusMention, Mention, NameMention, TitleMention } from './mention.ts';
import { ownIdentity } from './own-identity.ts';
import { identityOfTitle, type ReferenceForm } from './reference.ts';

/** What a document is called; needed to know what 本条约 is. */
export interface Self {
  readonly title?: string;
}

/** What a short form or 该条约 can stand for: the latest mention of something that ends so. */
interface Antecedent {
  /** Index of the reference that names it. */
  readonly index: number;
  /** Block of its latest mention. */
  readonly block: number;
  /** The references named together with that mention, itself among them. */
  readonly group: readonly number[];
}

/** Who an antecedent or a name points at. */
interface Target {
  readonly instrument: string | null;
  readonly candidates: readonly string[];
  readonly antecedent?: number;
  /** Where there is no such instrument in the registry: see {@link Reference.identity}. */
  readonly identity?: string | null;
}

interface Growing {
  range: { clean: { start: number; end: number } };
  text: string;
  form: ReferenceForm;
  instrument: string | null;
  identity: string | null;
  candidates: readonly string[];
  antecedent?: number;
  date?: string;
  verb?: string;
  draft?: boolean;
}

const LONGEST_SUFFIX = 20;
const MOST_IN_GROUP = 8;
/** How many paragraphs back 该条约 can point. */
const REACH = 3;
/** Words that are not titles of instruments though they end as these do: a newspaper, a book. */
const WORKS = new Set(['大公报', '共产党宣言']);
/** 国际公约, 各公约: another one, or all of them. */
const OTHERS = new Set(
  '际边多他它关各诸新旧架权两項项个類类等平好全作资税易间瓦牙纳器法合同治此该本这些任何',
);

const MOST_PARTIES = 5;
const SHORTEST_SHARED = 4;

/** Whether the characters of one text stand in the other, in the same order. */
function isSubsequence(characters: string, text: string): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const UNKNOWN: Target = { instrument: null, candidates: [] };

/** Resolves the mentions of a document, paragraph by paragraph, from left to right. */
export class Resolution {
  readonly references: Growing[] = [];
  private readonly lexicon: Lexicon;
  private readonly self: Target;
  private readonly selfTitle: string;
  private readonly suffixes = new Map<string, readonly string[]>();
  private readonly bySuffix = new Map<string, Antecedent>();
  private readonly defined = new Map<string, { index: number; marked: boolean }>();
  private definedLengths: number[] = [];
  private readonly terms = new DefinedTerms();
  /** Full names of the references that have one, by index: what their short forms must end. */
  private readonly nameOf = new Map<number, string>();
  /** The first name by which each instrument was called here. */
  private readonly firstName = new Map<string, string>();
  private group: number[] = [];
  private block = 0;

  constructor(lexicon: Lexicon, self: Self | undefined) {
    this.lexicon = lexicon;
    const { key, instrument, identity } = ownIdentity(self?.title, lexicon);
    this.selfTitle = key;
    this.self = { instrument, identity, candidates: [] };
  }

  /** Adds the references of the next paragraph. */
  paragraph(block: CleanBlock, mentions: readonly Mention[]): void {
    this.block++;
    this.group = [];
    const byStart = new Map<number, number>();
    let waiting: readonly (Mention | TermUse)[] = this.terms.usesIn(block.text, 0, mentions);
    for (let at = 0; at < waiting.length; at++) {
      const mention = waiting[at]!;
      const before = this.references.length;
      switch (mention.what) {
        case 'title':
          if (mention.work !== true) this.title(block, mention);
          break;
        case 'name':
          this.name(block, mention);
          break;
        case 'definition':
          if (this.definition(block, mention, byStart)) {
            waiting = this.terms.usesIn(block.text, mention.end, waiting.slice(at + 1));
            at = -1;
          }
          break;
        case 'anaphor':
          this.anaphor(block, mention);
          break;
        case 'self':
          this.add(block, mention, 'self', this.self);
          break;
        case 'word':
          this.word(block, mention);
          break;
        case 'term':
          this.again(block, mention, 'defined-short', mention.index);
      }
      if (this.references.length > before) byStart.set(mention.start, before);
    }
  }

  private add(
    block: CleanBlock,
    mention: { start: number; end: number; date?: string; verb?: string; draft?: true },
    form: ReferenceForm,
    { instrument, candidates, antecedent, identity = null }: Target,
  ): number {
    const reference: Growing = {
      range: { clean: { start: block.start + mention.start, end: block.start + mention.end } },
      text: block.text.slice(mention.start, mention.end),
      form,
      instrument,
      identity: instrument ?? identity,
      candidates,
    };
    if (antecedent !== undefined) reference.antecedent = antecedent;
    if (mention.date !== undefined) reference.date = mention.date;
    if (mention.verb !== undefined) reference.verb = mention.verb;
    if (mention.draft === true) reference.draft = true;
    return this.references.push(reference) - 1;
  }

  /** Makes a reference what later short forms that end as its name does will stand for. */
  private remember(index: number, joined: boolean): void {
    const name = this.nameOf.get(index)!;
    this.group = joined ? this.group : [];
    if (this.group.length < MOST_IN_GROUP) this.group.push(index);
    const antecedent = { index, block: this.block, group: this.group };
    for (const suffix of this.suffixesOf(name)) this.bySuffix.set(suffix, antecedent);
  }

  private suffixesOf(name: string): readonly string[] {
    let suffixes = this.suffixes.get(name);
    if (suffixes === undefined) {
      const longest = Math.min(LONGEST_SUFFIX, name.length);
      suffixes = Array.from({ length: Math.max(0, longest - 1) }, (_, i) => name.slice(-(i + 2)));
      this.suffixes.set(name, suffixes);
    }
    return suffixes;
  }

  /** What a short form stands for: null and several candidates where others were named in the same breath. */
  private targetOf(short: string, antecedent: Antecedent): Target {
    const fitting = antecedent.group.filter((index) => {
      const name = this.nameOf.get(index)!;
      return name.length > short.length && name.endsWith(short);
    });
    const named = this.references[antecedent.index]!;
    const others = fitting.filter((index) => !this.isSame(index, antecedent.index));
    if (others.length === 0) {
      const { instrument, identity, candidates } = named;
      return { instrument, identity, candidates, antecedent: antecedent.index };
    }
    const ids = fitting.map((index) => this.references[index]!.instrument).filter((id) => id !== null);
    return { instrument: null, candidates: [...new Set(ids)] };
  }

  private isSame(a: number, b: number): boolean {
    const one = this.references[a]!;
    const other = this.references[b]!;
    if (one.instrument !== null || other.instrument !== null) return one.instrument === other.instrument;
    return this.nameOf.get(a) === this.nameOf.get(b);
  }

  /** The instruments that a name may mean, narrowed by its date and by what was cited before. */
  private bearers(mention: TitleMention | NameMention): readonly Instrument[] {
    let bearers = this.lexicon.named(mention.name);
    if (bearers.length === 0) bearers = this.lexicon.named(withoutAppendix(mention.name));
    if (bearers.length < 2) return bearers;
    const { date } = mention;
    if (date !== undefined) {
      const dated = bearers.filter((instrument) => {
        const adopted = instrument.adopted?.date ?? '';
        return adopted !== '' && (adopted.startsWith(date) || date.startsWith(adopted));
      });
      if (dated.length > 0) bearers = dated;
    }
    const cited = bearers.filter((instrument) => this.firstName.has(instrument.id));
    return cited.length === 1 ? cited : bearers;
  }

  private knownTarget(bearers: readonly Instrument[]): Target {
    const [only, ...others] = bearers;
    if (only !== undefined && others.length === 0) return { instrument: only.id, candidates: [] };
    return { instrument: null, candidates: bearers.map((instrument) => instrument.id) };
  }

  /** Adds a reference that calls an instrument by a name of its own. */
  private naming(
    block: CleanBlock,
    mention: TitleMention | NameMention,
    form: 'full' | 'unbracketed',
    bearers: readonly Instrument[],
  ): void {
    const name = mention.key;
    const [only] = bearers;
    let actual: ReferenceForm = form;
    if (bearers.length === 1 && only !== undefined) {
      const first = this.firstName.get(only.id);
      const official = this.lexicon.isFullTitle(only, name);
      if (form === 'full' && first !== undefined && first !== name && !official) actual = 'parallel';
      if (first === undefined) this.firstName.set(only.id, name);
    }
    const identity = bearers.length === 0 ? identityOfTitle(name) : null;
    const index = this.add(block, mention, actual, { ...this.knownTarget(bearers), identity });
    this.nameOf.set(index, name);
    this.remember(index, mention.joined === true);
  }

  private title(block: CleanBlock, mention: TitleMention): void {
    const bearers = this.bearers(mention);
    if (bearers.length === 1 && this.defined.size === 0) {
      this.naming(block, mention, 'full', bearers);
      return;
    }
    const name = fold(mention.name);
    const defined = this.defined.get(name);
    const stands = defined === undefined ? undefined : this.references[defined.index];
    const [only] = bearers;
    if (defined !== undefined && (bearers.length !== 1 || stands?.instrument === only?.id)) {
      this.again(block, mention, 'defined-short', defined.index);
    } else if (bearers.length > 0) this.naming(block, mention, 'full', bearers);
    else if (genusOf(mention.name) !== undefined && !WORKS.has(name)) this.unknownTitle(block, mention, name);
  }

  private unknownTitle(block: CleanBlock, mention: TitleMention, name: string): void {
    const antecedent = this.bySuffix.get(name);
    const longer = this.abbreviated(name);
    if (antecedent !== undefined && this.nameOf.get(antecedent.index)!.length > name.length) {
      const target = this.targetOf(name, antecedent);
      const index = this.add(block, mention, 'undefined-short', target);
      if (target.antecedent !== undefined) this.remember(target.antecedent, false);
      else this.nameOf.set(index, name);
    } else if (longer !== undefined) {
      this.again(block, mention, 'parallel', longer);
    } else if (isBareGenus(mention.name)) {
      const own = this.selfTitle.length > name.length && this.selfTitle.endsWith(name);
      this.add(block, mention, 'undefined-short', own ? this.self : UNKNOWN);
    } else this.naming(block, mention, 'full', []);
  }

  /**
   * The reference that a title abbreviates by its parties: 《甲乙边界条约》 for 《甲国和乙国边界条约》. Each character
   * before what both titles share stands in the longer one, in the same order.
   */
  private abbreviated(name: string): number | undefined {
    for (let parties = 2; parties <= MOST_PARTIES; parties++) {
      const shared = name.slice(parties);
      if (shared.length < SHORTEST_SHARED) return undefined;
      const antecedent = this.bySuffix.get(shared);
      if (antecedent === undefined) continue;
      const longer = this.nameOf.get(antecedent.index)!.slice(0, -shared.length);
      if (longer.length > 2 * parties && isSubsequence(name.slice(0, parties), longer))
        return antecedent.index;
    }
    return undefined;
  }

  private name(block: CleanBlock, mention: NameMention): void {
    this.naming(block, mention, 'unbracketed', this.bearers(mention));
  }

  /** Adds a short form that stands for an earlier reference. */
  private again(
    block: CleanBlock,
    mention: { start: number; end: number },
    form: ReferenceForm,
    index: number,
  ): void {
    const { instrument, identity, candidates } = this.references[index]!;
    this.add(block, mention, form, { instrument, identity, candidates, antecedent: index });
    if (this.nameOf.has(index)) this.remember(index, false);
  }

  /** Whether it introduces a term that the rest of the paragraph must be searched for. */
  private definition(
    block: CleanBlock,
    mention: DefinitionMention,
    byStart: ReadonlyMap<number, number>,
  ): boolean {
    const named = mention.of === undefined ? undefined : byStart.get(mention.of);
    const genus = genusOf(mention.name);
    if (named === undefined && genus === undefined) return false;
    if (named !== undefined) this.again(block, mention, 'defined-short', named);
    else this.add(block, mention, 'defined-short', UNKNOWN);
    const index = named ?? this.references.length - 1;
    const term = fold(mention.name);
    this.defined.set(term, { index, marked: mention.marked });
    if (mention.marked) return false;
    if (genus === undefined) return this.terms.add(mention.name, index);
    if (!this.definedLengths.includes(term.length)) {
      this.definedLengths = [...this.definedLengths, term.length].sort((a, b) => b - a);
    }
    return false;
  }

  private anaphor(block: CleanBlock, mention: GenusMention): void {
    const antecedent = this.bySuffix.get(mention.genus);
    if (antecedent === undefined || this.block - antecedent.block > REACH) return;
    const target = this.targetOf(mention.genus, antecedent);
    this.add(block, mention, 'anaphor', target);
    if (target.antecedent !== undefined) this.remember(target.antecedent, false);
  }

  /** A genus word is a reference only where it ends a short form that was defined without 《》. */
  private word(block: CleanBlock, { end }: GenusMention): void {
    for (const length of this.definedLengths) {
      const start = end - length;
      if (start < 0) continue;
      const defined = this.defined.get(fold(block.text.slice(start, end)));
      if (defined === undefined || defined.marked) continue;
      const last = this.references.at(-1);
      if (last !== undefined && block.start + start < last.range.clean.end) return;
      if (OTHERS.has(block.text.charAt(start - 1))) return;
      this.again(block, { start, end }, 'defined-short', defined.index);
      return;
    }
  }
}
