import { type Citation, citationsOf } from '../instruments/citation.ts';
import { identitiesOf, type Reference } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { InstrumentMention, InstrumentsResult } from '../protocol.ts';
import type { Ranged } from '../statement/node.ts';
import { ownIdentities } from './own-title.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What a document cites and what nobody could resolve, for whoever shows or counts it: of the document itself, and of
 * those in the same text, nothing is cited, whatever names them there.
 */
export function citedBy(
  analysis: Snapshot['analysis'],
  registry: InstrumentRegistry,
): { readonly cited: readonly Citation<Ranged>[]; readonly unresolved: readonly Reference<Ranged>[] } {
  const { references } = analysis;
  const own = ownIdentities(analysis, registry);
  return {
    cited: citationsOf(references, registry).filter(({ identity }) => !own.has(identity)),
    unresolved: references.filter((one) => one.form !== 'self' && identitiesOf(one).length === 0),
  };
}

/** The same for a client. */
export function citedInstruments(
  { version, analysis }: Pick<Snapshot, 'version' | 'analysis'>,
  registry: InstrumentRegistry,
): InstrumentsResult {
  const { cited, unresolved } = citedBy(analysis, registry);
  return {
    version,
    cited: cited.map(({ identity, instrument, title, references }) => ({
      identity,
      ...(instrument === undefined ? {} : { instrument }),
      title,
      mentions: references.map(mentionOf),
    })),
    unresolved: unresolved.map((reference) => ({
      ...mentionOf(reference),
      candidates: reference.candidates.flatMap((id) => registry.byId.get(id) ?? []),
    })),
  };
}

function mentionOf({ range, text, form, date, verb }: Reference<Ranged>): InstrumentMention {
  return {
    ...range.raw,
    text,
    form,
    ...(date === undefined ? {} : { date }),
    ...(verb === undefined ? {} : { verb }),
  };
}
