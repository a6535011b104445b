import { fold, genusOf } from './genus.ts';
import type { Lexicon } from './lexicon.ts';
import { type OwnIdentity, ownIdentity } from './own-identity.ts';
import { isSubsequence } from './parties.ts';
import type { Self } from './self.ts';

/** A title that stands between two documents of one file, in a paragraph of its own. */
const LONGEST_TITLE = 90;
const SHORTEST_TITLE = 6;
const ANNEX = /^(?:附件|附錄|附录)[一二三四五六七八九十\d]{0,3}[\s　：:、]*/;
const NO_TITLE =
  /[。；！？：，…]|[了是]|^[（(\d①-⑳]|^[一二三四五六七八九十]{1,3}[、．.]|^第[一二三四五六七八九十百\d]+[条條章]/;

/** What a document, and the documents that stand after it in the same file, are themselves. */
export class Selves {
  /** Of the first document. */
  readonly own: OwnIdentity;
  private readonly lexicon: Lexicon;
  /** Of those after it, the latest last. */
  private readonly after: OwnIdentity[] = [];

  constructor(lexicon: Lexicon, self: Self | undefined) {
    this.lexicon = lexicon;
    this.own = ownIdentity(self?.title, lexicon, self?.date);
  }

  /** Looks at the next paragraph, which may be the title of another document. */
  pass(text: string): void {
    if (text.length > LONGEST_TITLE || text.length < SHORTEST_TITLE) return;
    const title = text.trim().replace(ANNEX, '');
    if (title.length < SHORTEST_TITLE || genusOf(title) === undefined || NO_TITLE.test(title)) return;
    const bare = ownIdentity(title, this.lexicon);
    if (this.own.key.endsWith(bare.key) || this.after.at(-1)?.key === bare.key) return;
    this.after.push(bare);
  }

  /**
   * What 本停战协定 is: the latest document whose title ends in the genus word and holds what stands before it, else
   * the latest whose title ends in that word, else the first.
   */
  named(kind: string, genus: string): OwnIdentity {
    const latestFirst = [...this.after.slice(-MOST).reverse(), this.own];
    const before = kind.slice(0, kind.length - genus.length);
    const ofGenus = latestFirst.filter(({ key }) => key.endsWith(genus));
    return ofGenus.find(({ key }) => isSubsequence(before, key)) ?? ofGenus[0] ?? this.own;
  }

  /** The document whose title ends so, if it is one: what its bare genus word can mean in it. */
  endingIn(word: string): OwnIdentity | undefined {
    const folded = fold(word);
    return [...this.after.slice(-MOST).reverse(), this.own].find(
      ({ key }) => key.length > folded.length && key.endsWith(folded),
    );
  }
}

const MOST = 8;
