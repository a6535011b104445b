import { keyOf } from './genus.ts';
import type { Lexicon } from './lexicon.ts';
import { identityOfTitle } from './reference.ts';

/** What a document is itself, by its title: the {@link Reference.identity} of mentions of it. */
export interface OwnIdentity {
  /** The title as titles are compared; empty where there is none. */
  readonly key: string;
  /** Id in the registry; null where the title is that of none, or of several. */
  readonly instrument: string | null;
  /** Null where the document has no title. */
  readonly identity: string | null;
}

/** What a document with this title is; the title may stand in 《》. */
export function ownIdentity(title: string | undefined, lexicon: Lexicon): OwnIdentity {
  const bare = (title ?? '').trim().replace(/^《|》$/g, '');
  if (bare === '') return { key: '', instrument: null, identity: null };
  const key = keyOf(bare);
  const bearers = lexicon.named(bare);
  const instrument = bearers.length === 1 ? bearers[0]!.id : null;
  return { key, instrument, identity: instrument ?? identityOfTitle(key) };
}
