import { dateDispute } from '../instruments/date-dispute.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { dateInWords } from '../l10n/dates.ts';
import { t } from '../l10n/language.ts';
import type { Card, Fact } from './card.ts';
import { placesOfNames } from './definition.ts';
import { mentionsElsewhere, type Surroundings } from './elsewhere.ts';
import { cardOfInstrument, nameWithDate } from './instrument-card.ts';
import { type Mention, mentionsOfSame, titleOf } from './mentions.ts';
import { dateBorne, type OwnTitle, ownTitleOf } from './own-title.ts';
import type { Snapshot } from './snapshot.ts';

/** How many of the names that a document calls an instrument by are shown. */
const MOST_NAMES = 4;

/** What is known of the instrument of a mention, and what this document and the others say of it. */
export function cardOfMention(snapshot: Snapshot, mention: Mention, around: Surroundings): Card {
  const { registry } = around;
  const { references } = snapshot.analysis;
  const instrument = mention.instrument === null ? undefined : registry.byId.get(mention.instrument);
  const here = [
    ...named(snapshot, mention, around),
    ...saidHere(mention, instrument),
    ...cited(snapshot, mention, around),
  ];
  if (instrument !== undefined) {
    const known = cardOfInstrument(instrument, registry);
    return { ...known, facts: [...known.facts, ...here] };
  }
  const { candidates, members = [] } = mention;
  const itself = candidates.length > 0 ? undefined : ownTitleOf(snapshot.analysis, mention, registry);
  if (itself !== undefined) {
    return {
      title: itself.text,
      subtitles: [],
      facts: [...dated(snapshot, itself), ...here],
      notes: noteOn(mention),
    };
  }
  const title = titleOf(mention, references);
  const stands = title === mention.text || members.length > 0 ? [] : [{ label: t('Refers to'), text: title }];
  const each = (label: string, identities: readonly string[]): Fact[] =>
    identities.map((identity) => ({ label, text: nameOfIdentity(identity, around) }));
  return {
    title: mention.text,
    subtitles: [],
    facts: [...each(t('May be'), candidates), ...each(t('Refers to'), members), ...stands, ...here],
    notes: noteOn(mention),
  };
}

/** The date that a document of the text bears. */
function dated({ analysis: { reading } }: Snapshot, itself: OwnTitle): Fact[] {
  const date = dateBorne(itself, reading.clean);
  return date === undefined ? [] : [{ label: t('Dated'), text: dateInWords(date) }];
}

/** An identity that the registry does not know is a title in 《》. */
function nameOfIdentity(identity: string, { registry }: Surroundings): string {
  const instrument = registry.byId.get(identity);
  return instrument === undefined ? identity : nameWithDate(instrument);
}

/** Of what is no one instrument that the registry knows. */
function noteOn({ candidates, members }: Mention): string[] {
  if (members !== undefined) return [];
  return [
    candidates.length > 0
      ? t('Several instruments fit equally well, and the text does not say which is meant.')
      : t('Not in the registry of instruments.'),
  ];
}

/** The line where the text names it, for those who read of it elsewhere. */
function named(snapshot: Snapshot, mention: Mention, { registry }: Surroundings): Fact[] {
  const [place] = placesOfNames(snapshot, mention, registry);
  if (place === undefined || place.raw.start === mention.range.raw.start) return [];
  return [{ label: t('Named'), text: t('in line {0}', snapshot.lines.lineAt(place.raw.start) + 1) }];
}

/** What the document itself says of the instrument beside this mention, and what the registry has against it. */
function saidHere(mention: Mention, instrument: Instrument | undefined): Fact[] {
  const { date, verb, draft } = mention;
  const words = [date === undefined ? '' : dateInWords(date), verb ?? '', draft === true ? t('draft') : ''];
  const said = words.filter((word) => word !== '').join(' ');
  if (said === '') return [];
  const dispute = instrument === undefined ? null : dateDispute(mention, instrument);
  const text =
    dispute === null ? said : t('{0} (but the registry has {1})', said, dateInWords(dispute.known));
  return [{ label: t('The text says'), text }];
}

/** How often it is cited, here under which names, and in how many other files. */
function cited(snapshot: Snapshot, mention: Mention, around: Surroundings): Fact[] {
  const same = mentionsOfSame(mention, snapshot.analysis.references);
  if (same.length === 0) return elsewhereOf(snapshot, mention, around);
  const times = same.length === 1 ? t('once') : t('{0} times', same.length);
  const names = [...new Set(same.map(({ text }) => text))];
  const shown = names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? '…' : '');
  const here = { label: t('Cited here'), text: names.length === 1 ? times : t('{0}, as {1}', times, shown) };
  return [here, ...elsewhereOf(snapshot, mention, around)];
}

function elsewhereOf(snapshot: Snapshot, mention: Mention, around: Surroundings): Fact[] {
  const others = new Set(mentionsElsewhere(snapshot, mention, around).map(({ uri }) => uri)).size;
  if (others === 0) return [];
  const elsewhere = others === 1 ? t('in 1 other file') : t('in {0} other files', others);
  return [{ label: t('Cited elsewhere'), text: elsewhere }];
}
