import type { InstrumentKind } from '../../../../server/src/instruments/instrument.ts';
import type { CitedInstrument } from '../../../../server/src/protocol.ts';
import { dateOf } from '../../citations/citation.ts';
import { kindOfTitle } from '../../citations/title-kind.ts';

/** The orders of the list; the first is the usual one. */
export const orders = ['mention', 'date', 'count'] as const;
export type Order = (typeof orders)[number];

/** The groups of the list, in their order. */
export const groups = [
  'treaties',
  'agreements',
  'conventions',
  'charters',
  'joint-statements',
  'communiques',
  'declarations',
  'resolutions',
  'plans',
  'drafts',
  'others',
] as const;
export type Group = (typeof groups)[number];

const groupOfKind: Readonly<Record<InstrumentKind, Group>> = {
  treaty: 'treaties',
  agreement: 'agreements',
  protocol: 'agreements',
  'exchange-of-notes': 'agreements',
  convention: 'conventions',
  covenant: 'conventions',
  charter: 'charters',
  constitution: 'charters',
  statute: 'charters',
  regulations: 'charters',
  'joint-statement': 'joint-statements',
  communique: 'communiques',
  declaration: 'declarations',
  principles: 'declarations',
  act: 'declarations',
  resolution: 'resolutions',
  plan: 'plans',
  initiative: 'plans',
  draft: 'drafts',
  collective: 'others',
};

/** An instrument that the list shows. */
export interface Entry {
  readonly cited: CitedInstrument;
  readonly group: Group;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
}

/** The group of an instrument: by its kind in the registry, else by its title. */
export function groupOf({ title, instrument }: Pick<CitedInstrument, 'title' | 'instrument'>): Group {
  const kind = instrument?.kind ?? kindOfTitle(title);
  return kind ? groupOfKind[kind] : 'others';
}

/** Whether a document speaks of itself alone: 本条约. */
export function isItself({ mentions }: Pick<CitedInstrument, 'mentions'>): boolean {
  return mentions.every(({ form }) => form === 'self');
}

/** The text with a sign in the place of each half of a character: a broken source may hold one, and a URI may not. */
export function wholeCharacters(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** What the list shows of what is cited, in the order that was chosen; equals in order of first mention. */
export function entriesOf(cited: readonly CitedInstrument[], order: Order): Entry[] {
  const entries = cited.map((each): Entry => {
    const { date } = dateOf(each);
    return { cited: each, group: groupOf(each), ...(date && { date }) };
  });
  switch (order) {
    case 'mention':
      return entries;
    case 'date':
      // What has no date comes last. A year comes before its months, by the letters alone.
      return entries.sort((a, b) => compare(a.date ?? '~', b.date ?? '~'));
    case 'count':
      return entries.sort((a, b) => b.cited.mentions.length - a.cited.mentions.length);
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The entries by their groups; empty groups are left out. */
export function grouped(entries: readonly Entry[]): [Group, Entry[]][] {
  return groups
    .map((group): [Group, Entry[]] => [group, entries.filter((entry) => entry.group === group)])
    .filter(([, members]) => members.length > 0);
}
