import type { CleanRanged } from '../statement/node.ts';

export type ReferenceForm =
  | 'full'
  | 'parallel'
  | 'defined-short'
  | 'undefined-short'
  | 'anaphor'
  | 'self'
  | 'unbracketed';

/** A mention of a treaty or another instrument. Its range includes its 《》. */
export interface Reference<R extends CleanRanged = CleanRanged> {
  readonly range: R;
  /** Clean text with its 《》. */
  readonly text: string;
  readonly form: ReferenceForm;
  /** Id in the registry; null where it is not known or two fit equally well. */
  readonly instrument: string | null;
  /**
   * What the mention is to, registered or not, in any form and any document: the id in the registry, else the full
   * title in 《》 as titles are compared; null where that is not known, and where it is to several.
   */
  readonly identity: string | null;
  /** Identities of those that fit equally well, of which one is meant; empty where resolved. */
  readonly candidates: readonly string[];
  /** Identities of the several instruments, two at least, that are all meant: 上述两公约, 以下合称“两公约”. */
  readonly members?: readonly string[];
  /** Index, in the list of references of the document, of the mention that a short form or anaphor stands for. */
  readonly antecedent?: number;
  /** What the text says about the title: the date as ISO (YYYY, YYYY-MM or YYYY-MM-DD) and the verb (签署, 通过 …). */
  readonly date?: string;
  readonly verb?: string;
  /** Called a draft, inside the title or after it. */
  readonly draft?: boolean;
}

/** The identity of what the registry does not know, by the key of its full title. */
export function identityOfTitle(key: string): string {
  return `《${key}》`;
}

/** What a mention is to: one instrument, several, or none that is known. */
export function identitiesOf({
  identity,
  members,
}: Pick<Reference, 'identity' | 'members'>): readonly string[] {
  if (members !== undefined) return members;
  return identity === null ? [] : [identity];
}
