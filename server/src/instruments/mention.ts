import type { TextRange } from '../text/range.ts';

/**
 * Words of one paragraph that may speak of an instrument, found without a look at the rest of the document: what
 * they stand for is for the resolution to say. Offsets: UTF-16 in the paragraph's text.
 */
export type Mention = TitleMention | NameMention | DefinitionMention | GenusMention;

interface Named extends TextRange {
  /** As printed, without the outer 《》. */
  readonly name: string;
  /** The same as names are compared: folded, without （草案） or a year in brackets at its end. */
  readonly key: string;
  readonly date?: string;
  readonly verb?: string;
  readonly draft?: true;
  /** Named together with the mention before it: 《甲》和《乙》. */
  readonly joined?: true;
}

/** In 《》. */
export interface TitleMention extends Named {
  readonly what: 'title';
  /** Called a film, a book, a newspaper: whatever its title is, it is no instrument. */
  readonly work?: true;
}

/** A name of the registry, or a resolution, without 《》. */
export interface NameMention extends Named {
  readonly what: 'name';
}

/** （以下简称《纲要》） */
export interface DefinitionMention extends TextRange {
  readonly what: 'definition';
  readonly name: string;
  /** Defined in 《》, so later uses have them too. */
  readonly marked: boolean;
  /** Start of the mention that it is short for; absent where that is no title or name. */
  readonly of?: number;
}

/** A genus word: pointing back (该条约), to the document itself (本条约), or alone (公约). */
export interface GenusMention extends TextRange {
  readonly what: 'anaphor' | 'self' | 'word';
  /** Folded genus word that it ends with. */
  readonly genus: string;
}
