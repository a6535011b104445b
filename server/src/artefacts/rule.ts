import type { Bilingual } from '../l10n/bilingual.ts';
import type { Edit } from '../text/edit.ts';
import type { ArtefactClass, Level, RuleId } from './artefact.ts';
import type { Joined } from './joined.ts';
import type { ParagraphLayout } from './paragraph-layout.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Solid } from './solid.ts';

/** What a finding of a rule is, in a sentence with its values, and what its fix does. */
export interface RuleWords {
  readonly message: Bilingual;
  /** Absent where nothing can be mended but by a person. */
  readonly fix?: Bilingual;
  /** What stands at the other places that a finding is about; absent: it names none. */
  readonly related?: Bilingual;
  /** How findings of these words are reported where the settings say nothing; absent: as the rule or its class. */
  readonly defaultLevel?: Level;
}

/** All that is told of a rule. */
export interface Rule {
  readonly id: RuleId;
  /** Of what it usually finds; a finding may be of another class. */
  readonly class: ArtefactClass;
  /** What it is about, as a name in the plural: “stretched lines”. */
  readonly name: Bilingual;
  /** What it finds, in a sentence: the description of its setting, and its row in the table of rules. */
  readonly about: Bilingual;
  /** What cleaning did, for the summary: “{0} spaced lines closed”. */
  readonly done: Bilingual;
  readonly words: RuleWords;
  /** Words for the findings that name a variant. */
  readonly variants?: Readonly<Record<string, RuleWords>>;
  /** How it is reported where the settings say nothing; absent: by the class of each finding. */
  readonly defaultLevel?: Level;
  /** Its fix takes away characters that a reader sees. */
  readonly vanishing?: boolean;
}

/** A paragraph as the rules about its characters see it. */
export interface ParagraphText {
  readonly joined: Joined;
  /** The same without thin spaces. */
  readonly solid: Solid;
  readonly layout: ParagraphLayout;
  readonly context: ReadingContext;
  /** Takes a stretch of the joined text for one rule; false where a rule before has taken part of it. */
  claim(start: number, end: number): boolean;
}

/** What a rule found: the stretch to show and what to change in it, UTF-16 in the joined text. */
export interface Found {
  /** Absent: the class of the rule. */
  readonly class?: ArtefactClass;
  readonly start: number;
  readonly end: number;
  /**
   * Sorted, apart, each within one line of the print; a deletion has no text. A safe one changes white space, or
   * puts at most as many code units in place of characters as they were, by the table of `substitutes.ts`.
   */
  readonly edits: readonly Edit[];
  /** What the message names, in the order of its placeholders. */
  readonly values?: readonly (string | number)[];
  readonly variant?: string;
  /**
   * The clean text reads it so, though its class does not let the document be changed unseen: its edits delete
   * white space and nothing else.
   */
  readonly read?: boolean;
  /** A matter of style that nobody needs to hear of: read so, and no artefact. */
  readonly unreported?: boolean;
  /** The text is no part of the document proper: it is left out of the clean text. */
  readonly furniture?: boolean;
}

/** A raw-stage rule about the characters of a paragraph. */
export interface CharacterRule extends Rule {
  /** What a paragraph must hold one of for the rule to be asked, as bits of `Sign`; absent: it always is. */
  readonly needs?: number;
  find(paragraph: ParagraphText): Found[];
}

/** How a class is reported where the settings say nothing. */
export const defaultLevels: Readonly<Record<ArtefactClass, Exclude<Level, 'off'>>> = {
  safe: 'information',
  likely: 'warning',
  // Not a hint, though it is one: VS Code shows hints neither among the problems nor on the way from one to the next,
  // and what only a person can decide would be found by nobody.
  suspect: 'information',
};
