import { citationsOf } from '../instruments/citation.ts';
import { identitiesOf, type Reference } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { InstrumentMention, InstrumentsResult } from '../protocol.ts';
import type { Ranged } from '../statement/node.ts';
import type { Snapshot } from './snapshot.ts';

/** What a document cites, and what nobody could resolve. */
export function citedInstruments(
  { version, analysis: { references } }: Pick<Snapshot, 'version' | 'analysis'>,
  registry: InstrumentRegistry,
): InstrumentsResult {
  const cited = citationsOf(references, registry).map(({ identity, instrument, title, references: all }) => ({
    identity,
    ...(instrument === undefined ? {} : { instrument }),
    title,
    mentions: all.map(mentionOf),
  }));
  const unresolved = references
    .filter((reference) => identitiesOf(reference).length === 0)
    .map((reference) => ({
      ...mentionOf(reference),
      candidates: reference.candidates.flatMap((id) => registry.byId.get(id) ?? []),
    }));
  return { version, cited, unresolved };
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
