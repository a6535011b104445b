import { bearersOf, ofDate } from './bearers.ts';
import { keyOf } from './genus.ts';
import type { Lexicon } from './lexicon.ts';
import { identityOfTitle } from './reference.ts';
import { solidTitle } from './stray-spaces.ts';

/** What a document is itself: the {@link Reference.identity} of mentions of it. */
export interface OwnIdentity {
  /** The title as titles are compared; empty where there is none. */
  readonly key: string;
  /** Id in the registry; null where the title is that of none, or of several. */
  readonly instrument: string | null;
  /** Null where the document has no title, or several instruments bear it. */
  readonly identity: string | null;
  /** Ids of those that bear the title, where they are several. */
  readonly candidates: readonly string[];
}

/** What a document with this title is; the title may stand in 《》. Its date tells which, where several bear the title. */
export function ownIdentity(title: string | undefined, lexicon: Lexicon, date?: string): OwnIdentity {
  const bare = solidTitle(title ?? '').replace(/^《|》$/g, '');
  if (bare === '') return { key: '', instrument: null, identity: null, candidates: [] };
  const key = keyOf(bare);
  const [only, ...others] = ofDate(bearersOf(bare, lexicon), date);
  if (only === undefined) return { key, instrument: null, identity: identityOfTitle(key), candidates: [] };
  if (others.length === 0) return { key, instrument: only.id, identity: only.id, candidates: [] };
  const candidates = [only, ...others].map(({ id }) => id);
  return { key, instrument: null, identity: null, candidates };
}
