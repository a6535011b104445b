import type { CleanBlock } from '../statement/node.ts';
import type { TextRange } from '../text/range.ts';
import { Antecedents } from './antecedents.ts';
import type { Instrument } from './instrument.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameMention, TitleMention } from './mention.ts';
import { Progress } from './place.ts';
import { identityOfTitle, type ReferenceForm } from './reference.ts';
import type { Self } from './self.ts';
import { Selves } from './selves.ts';
import { ShortForms } from './short-forms.ts';
import { type Target, targetOfBearers } from './target.ts';

/** A reference that may still learn what it is to: “公约”系指《…》. */
export interface Growing extends Omit<Target, 'antecedent'> {
  range: { clean: { start: number; end: number } };
  text: string;
  form: ReferenceForm;
  instrument: string | null;
  identity: string | null;
  candidates: readonly string[];
  members?: readonly string[];
  antecedent?: number;
  date?: string;
  verb?: string;
  draft?: boolean;
}

type Words = {
  readonly start: number;
  readonly end: number;
  readonly date?: string;
  readonly verb?: string;
  readonly draft?: true;
};

const MOST_IN_GROUP = 8;

/** What a document has said so far: its references, and what later words can stand for. */
export class Discourse {
  readonly references: Growing[] = [];
  readonly lexicon: Lexicon;
  readonly selves: Selves;
  readonly antecedents = new Antecedents();
  readonly shortForms = new ShortForms();
  readonly progress = new Progress();
  block: CleanBlock = { text: '', start: 0 };
  /** The first name by which each instrument was called here. */
  private readonly firstName = new Map<string, string>();
  /** Folded titles of the references that have one, by index. */
  private readonly nameOf = new Map<number, string>();
  private readonly titles: readonly TextRange[];
  private group: readonly number[] = [];

  constructor(lexicon: Lexicon, self: Self | undefined) {
    this.lexicon = lexicon;
    this.selves = new Selves(lexicon, self);
    this.titles = self?.titles ?? [];
  }

  enter(block: CleanBlock): void {
    this.block = block;
    this.group = [];
    this.progress.pass(block.text);
    this.selves.pass(block.text, this.antecedents);
  }

  /** Whether an instrument was called by a name before. */
  hasNamed(id: string): boolean {
    return this.firstName.has(id);
  }

  /** Adds a reference to the block; returns its index. Offsets: UTF-16 in the block. */
  add(words: Words, form: ReferenceForm, target: Target): number {
    const { start } = this.block;
    const { instrument, identity, candidates, members, antecedent } = target;
    const reference: Growing = {
      range: { clean: { start: start + words.start, end: start + words.end } },
      text: this.block.text.slice(words.start, words.end),
      form,
      instrument,
      identity,
      candidates,
    };
    if (members !== undefined) reference.members = members;
    if (antecedent !== undefined) reference.antecedent = antecedent;
    if (words.date !== undefined) reference.date = words.date;
    if (words.verb !== undefined) reference.verb = words.verb;
    if (words.draft === true) reference.draft = true;
    return this.references.push(reference) - 1;
  }

  /** Adds a mention that stands for an earlier reference. */
  again(words: Words, form: ReferenceForm, index: number): void {
    this.add(words, form, this.targetAt(index));
    if (this.nameOf.has(index)) this.remember(index, false);
  }

  /** Adds a mention of what was settled on; what stands for one instrument is what later words mean. */
  pointed(words: Words, form: ReferenceForm, target: Target): void {
    this.add(words, form, target);
    if (target.antecedent !== undefined) this.remember(target.antecedent, false, form === 'anaphor');
  }

  /** Adds a mention that calls an instrument by a name of its own. */
  naming(
    mention: TitleMention | NameMention,
    form: 'full' | 'unbracketed',
    bearers: readonly Instrument[],
    identity = identityOfTitle(mention.key),
  ): void {
    const name = mention.key;
    const [only] = bearers;
    let actual: ReferenceForm = form;
    // In its own title a document tells what it is about, and cites nothing yet.
    const { start } = this.block;
    if (form === 'unbracketed' && this.titles.some((title) => title.start <= start && start < title.end))
      return;
    if (bearers.length === 1 && only !== undefined) {
      const first = this.firstName.get(only.id);
      const official = this.lexicon.isFullTitle(only, name);
      if (form === 'full' && first !== undefined && first !== name && !official) actual = 'parallel';
      if (first === undefined) this.firstName.set(only.id, name);
    }
    const index = this.add(mention, actual, targetOfBearers(bearers, identity));
    this.nameOf.set(index, name);
    this.remember(index, mention.joined === true);
  }

  targetAt(index: number): Target {
    const { instrument, identity, candidates, members } = this.references[index]!;
    return { instrument, identity, candidates, members, antecedent: index };
  }

  private remember(index: number, joined: boolean, pointed = false): void {
    if (!joined) this.group = [index];
    else if (this.group.length < MOST_IN_GROUP) this.group = [...this.group, index];
    const name = this.nameOf.get(index)!;
    const who = this.references[index]!.identity ?? `?${name}`;
    const mention = { who, index, name, place: this.progress.place, group: this.group };
    this.antecedents.remember(pointed ? { ...mention, pointed } : mention);
  }
}
