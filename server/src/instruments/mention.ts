import type { TextRange } from '../text/range.ts';

/**
 * Words of one paragraph that may speak of an instrument, found without a look at the rest of the document: what
 * they stand for is for the resolution to say. Offsets: UTF-16 in the paragraph's text.
 */
export type Mention = TitleMention | NameMention | DefinitionMention | PointingMention | WordMention;

interface Named extends TextRange {
  /** As printed, without the outer 《》 and without stray spaces. */
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
  /** Of one state or party, by its title or by who is said to have issued it: no instrument unless it is registered. */
  readonly domestic?: true;
  /** 本《协定》, 该《协定》 */
  readonly pointed?: 'self' | 'back';
}

/** A name of the registry, a resolution, or what looks like the title of a treaty, without 《》. */
export interface NameMention extends Named {
  readonly what: 'name';
  /** Of a resolution that is told by its number or its day: `name` and `key` are the key of that. */
  readonly resolution?: true;
}

/** （以下简称《纲要》） or “公约”系指《…》 */
export interface DefinitionMention extends TextRange {
  readonly what: 'definition';
  readonly name: string;
  /** Defined in 《》, so later uses have them too. */
  readonly marked: boolean;
  /** Start of the mention that it is short for, before it or after it; absent where that is no title or name. */
  readonly of?: number;
  /** For all that were named together: 以下合称“两公约”. */
  readonly together?: true;
}

/** Words that point back (该条约) or to the document itself (本条约). */
export interface PointingMention extends TextRange {
  readonly what: 'anaphor' | 'self';
  /** Folded genus word that it ends with. */
  readonly genus: string;
  /** Folded: the genus word with what tells its kind (停战协定); the same as `genus` where nothing does. */
  readonly kind: string;
  /** Folded genus word that is joined before it: 条约 in 上述条约和协定. */
  readonly also?: string;
  /** How many are pointed at; 0 where several of no number (这些条约). */
  readonly count: number;
  /** 上述, 前述: can point at several without saying so, and farther. */
  readonly above?: true;
  /** Nothing points back but the number: 两公约. */
  readonly loose?: true;
}

/** A genus word that nothing points from. */
export interface WordMention extends TextRange {
  readonly what: 'word';
  readonly genus: string;
  /** How it stands as a noun of its own; absent where it is part of another word, or many things. */
  readonly bareness?: Bareness;
  /** Right after a date: 1996年联合声明. */
  readonly dated?: DatedWords;
}

export interface DatedWords {
  /** ISO: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  /** UTF-16 offset after the date, where what is dated begins. */
  readonly start: number;
}

/**
 * A genus word can mean an instrument that was named: 条约规定…; with more weight where an article is cited or it is
 * said to say something: 公约第四条; only where no other is called so: 加强公约机制; the document itself: 发表联合公报如下.
 */
export type Bareness = 'alone' | 'cited' | 'only' | 'own';
