import type { Hover } from 'vscode-languageserver';
import type { Instrument, Occasion } from '../instruments/instrument.ts';
import { chineseNames, type InstrumentRegistry } from '../instruments/registry.ts';
import { dateInWords } from '../l10n/dates.ts';
import { language, t } from '../l10n/language.ts';
import { partyName } from '../l10n/parties.ts';
import { type Card, type Fact, render } from './card.ts';
import { instrumentKindInWords, instrumentStatusInWords, provisionInWords } from './instrument-words.ts';
import { type Mention, mentionAt, mentionsOfSame, titleOf } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** What is known of the instrument cited at an offset (UTF-16 raw); null where none is cited. */
export function hover(
  { analysis, lines }: Snapshot,
  offset: number,
  registry: InstrumentRegistry,
  markdown: boolean,
): Hover | null {
  const reference = mentionAt(analysis.references, offset);
  if (reference === undefined) return null;
  const card = cardOf(reference, analysis.references, registry);
  return { contents: render(card, markdown), range: lines.toPositions(reference.range.raw) };
}

function cardOf(reference: Mention, all: readonly Mention[], registry: InstrumentRegistry): Card {
  const instrument = reference.instrument === null ? undefined : registry.byId.get(reference.instrument);
  const title = titleOf(reference, all);
  const stands =
    instrument === undefined && title !== reference.text ? [{ label: t('Refers to'), text: title }] : [];
  const here = [...stands, ...saidHere(reference), cited(reference, all)];
  if (instrument !== undefined) {
    const known = cardOfInstrument(instrument, registry);
    return { ...known, facts: [...known.facts, ...here] };
  }
  const candidates = reference.candidates.flatMap((id) => registry.byId.get(id) ?? []);
  const ambiguous = candidates.map((one) => ({ label: t('May be'), text: nameWithDate(one) }));
  return {
    title: reference.text,
    subtitles: [],
    facts: [...ambiguous, ...here],
    notes: [
      candidates.length > 0
        ? t('Several instruments fit equally well, and the text does not say which is meant.')
        : t('Not in the registry of instruments.'),
    ],
  };
}

function cardOfInstrument(instrument: Instrument, registry: InstrumentRegistry): Card {
  const { names, parties, status } = instrument;
  const [, ...others] = chineseNames(names);
  const kind = instrumentKindInWords(instrument.kind);
  // A draft of the kind “draft” needs to be called that only once.
  const standing = status === undefined || status === instrument.kind ? '' : instrumentStatusInWords(status);
  const facts: (Fact | undefined)[] = [
    fact(t('Also called'), others.join('、')),
    fact(t('Parties'), parties?.map(partyName).join(language() === 'zh-cn' ? '、' : ', ')),
    fact(t('Depositary'), instrument.depositary),
    fact(parties === undefined ? t('Adopted') : t('Signed'), occasion(instrument.adopted)),
    fact(t('Opened for signature'), occasion(instrument.opened)),
    fact(t('In force since'), instrument.inForce && dateInWords(instrument.inForce)),
    fact(t('Registration'), instrument.registration),
    fact(t('Stands for'), instrument.members?.map((id) => nameOf(registry.byId.get(id)) ?? id).join('；')),
    link(instrument.link),
  ];
  const note = instrument.note?.[language() === 'zh-cn' ? 'zh' : 'en'];
  return {
    title: `《${names.zh}》`,
    subtitles: [
      ...[names.en, names.ru].filter((name) => name !== undefined),
      capitalised([kind, standing].filter((word) => word !== '').join(t(', '))),
    ],
    facts: facts.filter((one) => one !== undefined),
    sections:
      instrument.provisions === undefined
        ? []
        : [{ heading: t('Provisions'), lines: instrument.provisions.map(provisionInWords) }],
    notes: note === undefined ? [] : [note],
  };
}

/** What the document itself says of the instrument beside this mention. */
function saidHere({ date, verb, draft }: Mention): Fact[] {
  const words = [date === undefined ? '' : dateInWords(date), verb ?? '', draft === true ? t('draft') : ''];
  const said = words.filter((word) => word !== '').join(' ');
  return said === '' ? [] : [{ label: t('The text says'), text: said }];
}

function cited(reference: Mention, all: readonly Mention[]): Fact {
  const times = mentionsOfSame(reference, all).length;
  return { label: t('Cited here'), text: times === 1 ? t('once') : t('{0} times', times) };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf(instrument: Instrument | undefined): string | undefined {
  return instrument === undefined ? undefined : `《${instrument.names.zh}》`;
}

function nameWithDate(instrument: Instrument): string {
  const when = occasion(instrument.adopted);
  return when === '' ? nameOf(instrument)! : t('{0} ({1})', nameOf(instrument)!, when);
}

function occasion(of: Occasion | undefined): string {
  return [of?.date === undefined ? '' : dateInWords(of.date), of?.place ?? '']
    .filter((part) => part !== '')
    .join(t(', '));
}

function fact(label: string, text: string | undefined): Fact | undefined {
  return text === undefined || text === '' ? undefined : { label, text };
}

function link(address: string | undefined): Fact | undefined {
  if (address === undefined) return undefined;
  const host = /^https:\/\/([^/]+)/.exec(address)?.[1];
  return host === undefined ? undefined : { label: t('Link'), text: host, link: address };
}
