import type { Antecedents } from './antecedents.ts';
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
    this.own = ownIdentity(self, lexicon);
  }

  /**
   * Looks at the next paragraph, which may be the title of another document: of one that was named before, where it
   * is a longer title of the same.
   */
  pass(text: string, antecedents: Antecedents): void {
    if (text.length > LONGEST_TITLE || text.length < SHORTEST_TITLE) return;
    const title = text.trim().replace(ANNEX, '');
    if (title.length < SHORTEST_TITLE || genusOf(title) === undefined || NO_TITLE.test(title)) return;
    const found = ownIdentity({ title }, this.lexicon);
    if (this.own.key.endsWith(found.key) || this.after.at(-1)?.key === found.key) return;
    this.after.push(found.instrument === null ? this.asNamed(found, antecedents) : found);
  }

  /** 朝鲜停战协定, and later the text of the … 关于朝鲜军事停战的协定. */
  private asNamed(found: OwnIdentity, antecedents: Antecedents): OwnIdentity {
    const named = antecedents
      .ofGenus(genusOf(found.key) ?? '')
      .filter(({ name }) => name.length >= SHORTEST_TITLE && isSubsequence(name, found.key));
    const [only, ...others] = named;
    if (only === undefined || others.length > 0 || only.who.startsWith('?')) return found;
    const instrument = this.lexicon.byId.has(only.who) ? only.who : null;
    return { ...found, instrument, identity: only.who };
  }

  /**
   * What 本停战协定 is: the latest document whose title ends in the genus word and holds what stands before it, else
   * the latest whose title ends in that word, else the first if its title is that of an instrument at all.
   */
  named(kind: string, genus: string): OwnIdentity {
    const latestFirst = [...this.after.slice(-MOST).reverse(), this.own];
    const before = kind.slice(0, kind.length - genus.length);
    const ofGenus = latestFirst.filter(({ key }) => key.endsWith(genus));
    const found = ofGenus.find(({ key }) => isSubsequence(before, key)) ?? ofGenus[0];
    return (
      found ?? (this.own.instrument !== null || genusOf(this.own.key) !== undefined ? this.own : NAMELESS)
    );
  }

  /** The document whose title ends so, if it is one: what its bare genus word can mean in it. */
  endingIn(word: string): OwnIdentity | undefined {
    const folded = fold(word);
    return [...this.after.slice(-MOST).reverse(), this.own].find(
      ({ key }) => key.endsWith(folded) && !HEADLINE.test(key),
    );
  }
}

/** 甲国和乙国发表联合公报 is what a newspaper says of one. */
const HEADLINE = /发表|签署|签订|批准|举行/;
const MOST = 8;
const NAMELESS: OwnIdentity = { key: '', instrument: null, identity: null, candidates: [] };
