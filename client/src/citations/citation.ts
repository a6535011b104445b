import type { Instrument, InstrumentKind } from '../../../server/src/instruments/instrument.ts';
import type { ReferenceForm } from '../../../server/src/instruments/reference.ts';
import type { CitedInstrument, InstrumentMention, InstrumentsResult } from '../../../server/src/protocol.ts';
import { wordingsOf } from './wordings.ts';

/** What a document cites of one instrument, as citations are handed on; every text on one line. */
export interface Citation {
  /** Id in the registry, else the full title in 《》; empty where nobody could tell what is meant. */
  readonly identity: string;
  /** Absent, like every fact below, where the registry does not know it. */
  readonly kind?: InstrumentKind;
  /** In Chinese, without 《》. */
  readonly titleZh: string;
  readonly titleEn?: string;
  /** ISO 3166 codes, or acronyms of organisations. */
  readonly parties: readonly string[];
  /** Of signature or adoption: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  /** Whether the registry or the citing text says so. */
  readonly dateFrom?: 'registry' | 'text';
  readonly place?: string;
  readonly inForce?: string;
  readonly registration?: string;
  /** https. */
  readonly link?: string;
  /** In order of first use. */
  readonly forms: readonly ReferenceForm[];
  /** Where it is mentioned, in order. */
  readonly positions: readonly Position[];
  /** Ids that fit equally well, where nobody could tell what is meant. */
  readonly candidates: readonly string[];
}

/**
 * Whether it names an instrument that a list of works cited can hold: not what nobody could resolve, and not the
 * citing document itself (本条约).
 */
export function isWork({ identity, forms }: Citation): boolean {
  return identity !== '' && forms.some((form) => form !== 'self');
}

/** Both from 1; the column in UTF-16 code units of the raw line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The citations of a document: one for each instrument, in order of first mention, then one for each wording of
 * which nobody could tell what it means.
 *
 * @param positionOf tells where a raw offset (UTF-16) lies
 */
export function citationsOf(
  { cited, unresolved }: Pick<InstrumentsResult, 'cited' | 'unresolved'>,
  positionOf: (offset: number) => Position,
): Citation[] {
  const placed = (mentions: readonly InstrumentMention[]) => ({
    forms: [...new Set(mentions.map(({ form }) => form))],
    positions: mentions.map(({ start }) => positionOf(start)),
  });
  const known = cited.map((each) => ({
    identity: oneLine(each.identity),
    titleZh: oneLine(each.title),
    ...(each.instrument ? factsOf(each.instrument) : { parties: [] }),
    ...dateOf(each),
    ...placed(each.mentions),
    candidates: [],
  }));
  const unknown = wordingsOf(unresolved).map(({ text, mentions, candidates }) => ({
    identity: '',
    titleZh: oneLine(text).replace(/^《|》$/g, ''),
    parties: [],
    ...placed(mentions),
    candidates: candidates.map(({ id }) => id),
  }));
  return [...known, ...unknown];
}

function factsOf({ kind, names, parties, adopted, inForce, registration, link }: Instrument) {
  return {
    kind,
    ...(names.en && { titleEn: oneLine(names.en) }),
    parties: (parties ?? []).map(oneLine),
    ...(adopted?.place && { place: oneLine(adopted.place) }),
    ...(inForce && { inForce: oneLine(inForce) }),
    ...(registration && { registration: oneLine(registration) }),
    ...(link?.startsWith('https://') && { link: oneLine(link) }),
  };
}

/** What happens to an instrument after the day by which it is known. */
const laterDays = /^(?:生效|批准|核准|加入|修订|修訂)$/;

/** The date by which an instrument is known: the registry's, else the first that the text tells. */
export function dateOf({
  instrument,
  mentions,
}: Pick<CitedInstrument, 'instrument' | 'mentions'>): Pick<Citation, 'date' | 'dateFrom'> {
  const registered = instrument?.adopted?.date;
  if (registered) return { date: oneLine(registered), dateFrom: 'registry' };
  const told = mentions.find(({ date, verb }) => date && !laterDays.test(verb ?? ''))?.date;
  return told ? { date: told, dateFrom: 'text' } : {};
}

/** A text on one line: what a workspace's own file or a broken source holds may be anything. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
