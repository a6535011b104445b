import { canonicalText } from '../instruments/canonical-text.ts';
import type { Instrument, Occasion } from '../instruments/instrument.ts';
import { chineseNames, type InstrumentRegistry } from '../instruments/registry.ts';
import { dateInWords } from '../l10n/dates.ts';
import { language, t } from '../l10n/language.ts';
import { partyName } from '../l10n/parties.ts';
import type { Card, Fact } from './card.ts';
import { instrumentKindInWords, instrumentStatusInWords, provisionInWords } from './instrument-words.ts';

const MOST_NAMES = 5;

/** What the registry knows of an instrument, with a mark at each fact for its source. */
export function cardOfInstrument(instrument: Instrument, registry: InstrumentRegistry): Card {
  const { names, parties } = instrument;
  const others = otherNames(chineseNames(names));
  const notes = new SourceNotes(instrument.sources);
  const what = standing(instrument) + notes.marksOf(['status']);
  const fact = (label: string, text: string | undefined, ...fields: string[]): Fact[] =>
    text === undefined || text === '' ? [] : [{ label, text: text + notes.marksOf(fields) }];
  const facts = [
    ...fact(t('Also called'), fewOf(others)),
    ...fact(t('Parties'), parties?.map(partyName).join(language() === 'zh-cn' ? '、' : ', '), 'parties'),
    ...fact(t('Depositary'), instrument.depositary, 'depositary'),
    ...fact(
      parties === undefined ? t('Adopted') : t('Signed'),
      occasion(instrument.adopted),
      'adopted.date',
      'adopted.place',
    ),
    ...fact(t('Opened for signature'), occasion(instrument.opened), 'opened.date', 'opened.place'),
    ...fact(t('In force since'), instrument.inForce && dateInWords(instrument.inForce), 'inForce'),
    ...fact(t('Registration'), instrument.registration, 'registration'),
    ...fact(
      t('Stands for'),
      instrument.members?.map((id) => nameOf(registry.byId.get(id)) ?? id).join('；'),
      'members',
    ),
    ...link(instrument.link),
  ];
  const note = instrument.note?.[language() === 'zh-cn' ? 'zh' : 'en'];
  return {
    title: `《${names.zh}》`,
    subtitles: [...[names.en, names.ru].filter((name) => name !== undefined), what],
    facts,
    sections:
      instrument.provisions === undefined
        ? []
        : [{ heading: t('Provisions'), lines: instrument.provisions.map(provisionInWords) }],
    notes: note === undefined ? [] : [note],
    sources: notes.lines,
  };
}

/** Kind and status: “Treaty, in force”. */
export function standing({ kind, status }: Instrument): string {
  // A draft of the kind “draft” needs to be called that only once.
  const words = [
    instrumentKindInWords(kind),
    status === undefined || status === kind ? '' : instrumentStatusInWords(status),
  ];
  const text = words.filter((word) => word !== '').join(t(', '));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Its title in 《》. */
export function nameOf(instrument: Instrument | undefined): string | undefined {
  return instrument === undefined ? undefined : `《${instrument.names.zh}》`;
}

export function nameWithDate(instrument: Instrument): string {
  const when = occasion(instrument.adopted);
  return when === '' ? nameOf(instrument)! : t('{0} ({1})', nameOf(instrument)!, when);
}

/** All but the first, each of one spelling: a name in traditional characters is no other name. */
function otherNames(names: readonly string[]): readonly string[] {
  const spellings = new Map([...names].reverse().map((name) => [canonicalText(name), name]));
  return [...spellings.values()].reverse().slice(1);
}

/** The first of its names: some have a dozen. */
function fewOf(names: readonly string[]): string {
  return names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? '…' : '');
}

function occasion(of: Occasion | undefined): string {
  return [of?.date === undefined ? '' : dateInWords(of.date), of?.place ?? '']
    .filter((part) => part !== '')
    .join(t(', '));
}

function link(address: string | undefined): Fact[] {
  const host = /^https:\/\/([^/]+)/.exec(address ?? '')?.[1];
  return address === undefined || host === undefined ? [] : [{ label: t('Link'), text: host, link: address }];
}

const MARKS = '¹²³⁴⁵⁶⁷⁸⁹';
/** UTF-16 length from which a source is cut. */
const LONGEST_SOURCE = 90;

/** Numbers the sources of the facts that are shown, in the order in which they are needed. */
class SourceNotes {
  readonly #sources: Instrument['sources'];
  readonly #numbered: string[] = [];

  constructor(sources: Instrument['sources']) {
    this.#sources = sources;
  }

  /** The marks of where these fields are from: each source once. */
  marksOf(fields: readonly string[]): string {
    const numbers = fields.flatMap((field) => {
      const source = this.#sources[field];
      if (source === undefined) return [];
      const known = this.#numbered.indexOf(source);
      return [known >= 0 ? known : this.#numbered.push(source) - 1];
    });
    return [...new Set(numbers)].map((number) => MARKS.charAt(number)).join('');
  }

  /** What the marks mean. */
  get lines(): string[] {
    return this.#numbered.slice(0, MARKS.length).map((source, number) => {
      return `${MARKS.charAt(number)} ${shortSource(source)}`;
    });
  }
}

/** A file in a repository: owner/name, file.sql. */
const REPOSITORY_FILE = /(?<![\w./-])[\w-]{1,40}\/([\w-]{1,60}), [\w-]{1,60}\.(?:sql|json|csv|tsv)\b/g;

/** A source without the paths of files, and no longer than can be read; it is cut where it has a joint. */
function shortSource(source: string): string {
  const plain = source.replace(REPOSITORY_FILE, (_, name: string) => t('data set {0}', name));
  if (plain.length <= LONGEST_SOURCE) return plain;
  const head = plain.slice(0, LONGEST_SOURCE);
  const joint = Math.max(head.lastIndexOf('; '), head.lastIndexOf(', '));
  return `${head.slice(0, joint > LONGEST_SOURCE / 3 ? joint : undefined).trimEnd()}…`;
}
