import type { TextRange } from '../text/range.ts';
import { fold, genusOf } from './genus.ts';

/** A use of a short form that was defined without 《》 and does not end in a genus word: （以下简称“2030目标”）. */
export interface TermUse extends TextRange {
  readonly what: 'term';
  /** Of the reference that it is short for. */
  readonly index: number;
}

interface ShortForm {
  /** Of the reference that it is short for. */
  readonly index: number;
  /** Defined in 《》, so its uses have them too. */
  readonly marked: boolean;
}

/** Terms that no genus word leads to: a text is searched for each of them, so they are few. */
const MOST_TERMS = 16;
const LATIN = /[A-Za-z0-9]/;

/** The short forms that a document has defined so far. */
export class ShortForms {
  private readonly byName = new Map<string, ShortForm>();
  private readonly terms = new Map<string, number>();
  /** Of the unmarked ones that end in a genus word, the longest first. */
  private lengths: number[] = [];

  get isEmpty(): boolean {
    return this.byName.size === 0;
  }

  /** The short form of this folded name. */
  get(name: string): ShortForm | undefined {
    return this.byName.get(name);
  }

  /** Whether the rest of the paragraph must be searched for the new short form. */
  define(name: string, index: number, marked: boolean): boolean {
    const folded = fold(name);
    this.byName.set(folded, { index, marked });
    if (marked) return false;
    if (genusOf(name) === undefined) return this.addTerm(name, index);
    if (!this.lengths.includes(folded.length)) {
      this.lengths = [...this.lengths, folded.length].sort((a, b) => b - a);
    }
    return false;
  }

  /** The longest unmarked short form that ends a folded text. */
  endOf(folded: string): { readonly length: number; readonly index: number } | undefined {
    for (const length of this.lengths) {
      if (length > folded.length) continue;
      const short = this.byName.get(folded.slice(-length));
      if (short !== undefined && !short.marked) return { length, index: short.index };
    }
    return undefined;
  }

  /** The mentions with the uses of the terms from a UTF-16 offset on, in order of place; uses inside one are left out. */
  usesIn<M extends TextRange>(text: string, from: number, mentions: readonly M[]): readonly (M | TermUse)[] {
    if (this.terms.size === 0) return mentions;
    const uses: TermUse[] = [];
    for (const [term, index] of this.terms) {
      for (
        let start = text.indexOf(term, from);
        start >= 0;
        start = text.indexOf(term, start + term.length)
      ) {
        const end = start + term.length;
        if (!isPartOfWord(text, term, start, end)) uses.push({ what: 'term', start, end, index });
      }
    }
    if (uses.length === 0) return mentions;
    const kept: (M | TermUse)[] = [];
    let end = from;
    for (const mention of [...mentions, ...uses].sort((a, b) => a.start - b.start || b.end - a.end)) {
      const isUse = 'index' in mention;
      if (isUse && mention.start < end) continue;
      kept.push(mention);
      end = Math.max(end, mention.end);
    }
    return kept;
  }

  private addTerm(term: string, index: number): boolean {
    if (term.length < 2 || (this.terms.size >= MOST_TERMS && !this.terms.has(term))) return false;
    const known = this.terms.has(term);
    this.terms.set(term, index);
    return !known;
  }
}

function isPartOfWord(text: string, term: string, start: number, end: number): boolean {
  return (
    LATIN.test(term) &&
    ((LATIN.test(text.charAt(start - 1)) && LATIN.test(term.charAt(0))) ||
      (LATIN.test(text.charAt(end)) && LATIN.test(term.charAt(term.length - 1))))
  );
}
