import type { TextRange } from '../text/range.ts';

/** A use of a short form that was defined without 《》 and does not end in a genus word: （以下简称“2030目标”）. */
export interface TermUse extends TextRange {
  readonly what: 'term';
  /** Of the reference that it is short for. */
  readonly index: number;
}

const MOST_TERMS = 16;
const LATIN = /[A-Za-z0-9]/;

/** Short forms that no genus word leads to; a text is searched for each of them, so they are few. */
export class DefinedTerms {
  private readonly terms = new Map<string, number>();

  /** Whether the term is new and will be looked for. */
  add(term: string, index: number): boolean {
    if (term.length < 2 || (this.terms.size >= MOST_TERMS && !this.terms.has(term))) return false;
    const known = this.terms.has(term);
    this.terms.set(term, index);
    return !known;
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
        const longer =
          LATIN.test(term) &&
          ((LATIN.test(text.charAt(start - 1)) && LATIN.test(term.charAt(0))) ||
            (LATIN.test(text.charAt(end)) && LATIN.test(term.charAt(term.length - 1))));
        if (!longer) uses.push({ what: 'term', start, end, index });
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
}
