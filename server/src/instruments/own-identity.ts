import { bearersOf, ofDate } from './bearers.ts';
import { genusOf, isBareGenus, keyOf } from './genus.ts';
import type { Instrument } from './instrument.ts';
import type { Lexicon } from './lexicon.ts';
import { identityOfTitle } from './reference.ts';
import type { Self } from './self.ts';
import { solidTitle } from './stray-spaces.ts';

/** What a document is itself: the {@link Reference.identity} of mentions of it. */
export interface OwnIdentity {
  /** The title as titles are compared; empty where there is none. */
  readonly key: string;
  /** Id in the registry; null where the title is that of none, or of several. */
  readonly instrument: string | null;
  /** Null where the document has no title, one that is a mere genus word, or one that several instruments bear. */
  readonly identity: string | null;
  /** Ids of those that bear the title, where they are several. */
  readonly candidates: readonly string[];
}

const LABEL = /^(?:[[【（(][^\]】）)]{1,4}[\]】）)]\s*)+/;
/** A label that only a space parts from a title that nobody has registered is not longer than this, nor is that shorter. */
const SHORT = 8;

/** A title without 《》, stray spaces, and labels before it: [附] …协定, 标题 …宪章. */
export function titleProper(title: string, lexicon: Lexicon): string {
  const plain = title.trim().replace(LABEL, '');
  const bare = (text: string) => solidTitle(text.replace(LABEL, '')).replace(/^《|》$/g, '');
  const last = plain.split(/[\s\]】]+/).at(-1) ?? '';
  const label = plain.slice(0, plain.length - last.length);
  if (label === '' || last.length < SHORT || bearersOf(bare(plain), lexicon).length > 0) return bare(plain);
  const isLabel = label.length <= SHORT && !/[国國和與与]/.test(label) && genusOf(last) !== undefined;
  return isLabel || bearersOf(bare(last), lexicon).length > 0 ? bare(last) : bare(plain);
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The instruments of a genus that are of the day of a document, or of the one before or after it, and whose parties
 * it names at its beginning: what a document is that is headed by nothing but 联合公报.
 */
function ofDay(genus: string, { byId }: Lexicon, { date = '', opening = '' }: Self = {}): Instrument[] {
  const day = Date.parse(date);
  if (date.length < 10 || Number.isNaN(day)) return [];
  return [...byId.values()].filter(({ names, adopted }) => {
    const known = adopted?.date ?? '';
    if (known.length < 10 || Math.abs(Date.parse(known) - day) > DAY || !names.zh.endsWith(genus))
      return false;
    const parties = names.zh.slice(0, -genus.length).split(/政府|关于|[和与、的]/);
    return parties.every((party) => opening.includes(party));
  });
}

/** What a document is; its title may stand in 《》. Its date tells which, where several bear the title. */
export function ownIdentity(self: Self | undefined, lexicon: Lexicon): OwnIdentity {
  const { title, date } = self ?? {};
  const bare = titleProper(title ?? '', lexicon);
  if (bare === '') return { key: '', instrument: null, identity: null, candidates: [] };
  const key = keyOf(bare);
  const named = ofDate(bearersOf(bare, lexicon), date);
  const [only, ...others] = named.length === 0 && isBareGenus(bare) ? ofDay(key, lexicon, self) : named;
  // 联合公报 is the title of too many.
  const unknown = isBareGenus(bare) ? null : identityOfTitle(key);
  if (only === undefined) return { key, instrument: null, identity: unknown, candidates: [] };
  if (others.length === 0) return { key, instrument: only.id, identity: only.id, candidates: [] };
  const candidates = [only, ...others].map(({ id }) => id);
  return { key, instrument: null, identity: null, candidates };
}
