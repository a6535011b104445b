import type { CleanRanged } from '../statement/node.ts';
import type { Instrument } from './instrument.ts';
import type { NamedInstruments } from './lexicon.ts';
import { identitiesOf, type Reference } from './reference.ts';

/** All mentions of one instrument in a document, in whatever form. */
export interface Citation<R extends CleanRanged = CleanRanged> {
  readonly identity: string;
  /** Absent where the registry does not know it. */
  readonly instrument?: Instrument;
  /** Without 《》: as the registry has it in Chinese, else as the document prints it where it is named in full. */
  readonly title: string;
  /** In order of place, one at least. */
  readonly references: readonly Reference<R>[];
}

/**
 * What a document cites, in order of first mention; a mention of several counts for each, and one of which nobody
 * knows what it is to for none.
 */
export function citationsOf<R extends CleanRanged>(
  references: readonly Reference<R>[],
  { byId }: Pick<NamedInstruments, 'byId'>,
): Citation<R>[] {
  const mentions = new Map<string, Reference<R>[]>();
  for (const reference of references) {
    for (const identity of identitiesOf(reference)) {
      const before = mentions.get(identity);
      if (before === undefined) mentions.set(identity, [reference]);
      else before.push(reference);
    }
  }
  return [...mentions].map(([identity, all]) => {
    const instrument = byId.get(identity);
    if (instrument !== undefined)
      return { identity, instrument, title: instrument.names.zh, references: all };
    const named = all.find(
      ({ form, members }) => members === undefined && (form === 'full' || form === 'unbracketed'),
    );
    return { identity, title: (named?.text ?? identity).replace(/^《|》$/g, ''), references: all };
  });
}
