import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type MarkupContent,
} from 'vscode-languageserver';
import { canonicalText } from '../instruments/canonical-text.ts';
import { citationsOf } from '../instruments/citation.ts';
import type { Instrument, InstrumentNames } from '../instruments/instrument.ts';
import type { ReferenceForm } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { render } from './card.ts';
import type { Surroundings } from './elsewhere.ts';
import { cardOfInstrument, standing } from './instrument-card.ts';
import type { Mention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** What opens a title: a source is not written, so that nothing else brings up a list. */
export const completionTriggers = ['《', '〈'];

/** The `data` of an item, by which its card is made when it is looked at. */
export interface CompletionData {
  readonly uri: string;
  /** Id in the registry. */
  readonly instrument: string;
}

/** What the client can take of a completion. */
export interface CompletionSupport {
  /** An edit that says apart what to replace where the person wants what follows to go. */
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
}

/** What says by itself which instrument is meant. */
const NAMING = new Set<ReferenceForm>(['full', 'parallel', 'unbracketed']);

/** As many as anybody looks through; with more typed, others come. */
const MOST_ITEMS = 60;
/** How far before the cursor a title may begin, in UTF-16 code units. */
const LONGEST_TITLE = 120;

/**
 * The titles of instruments that may be meant inside an open 《 or 〈 at an offset (UTF-16 raw): first those that the
 * document cites, then those of the registry. Typed characters stand in a name in this order, in either script or in
 * English, with others between them.
 */
export function completion(
  snapshot: Snapshot,
  offset: number,
  registry: InstrumentRegistry,
  support: CompletionSupport,
): CompletionList {
  const place = openTitle(snapshot, offset);
  if (place === undefined) return { isIncomplete: false, items: [] };
  const typed = comparable(place.typed.replace(/\s/g, ''));
  const traditional = isTraditional(snapshot.analysis.reading.clean);
  const items: CompletionItem[] = [];
  // A mark that closes the title right behind the cursor is taken in, so that the cursor ends up behind it.
  const closes = place.end === undefined || place.end === offset;
  const end = place.end === offset ? offset + place.closing.length : offset;
  const range = snapshot.lines.toPositions({ start: place.start, end });
  const replace = snapshot.lines.toPositions({ start: place.start, end: Math.max(end, place.end ?? 0) });
  const add = (title: string, instrument: Instrument | undefined, group: 0 | 1) => {
    const newText = closes ? title + place.closing : title;
    const data: CompletionData | undefined = instrument && { uri: snapshot.uri, instrument: instrument.id };
    const year = instrument?.adopted?.date?.slice(0, 4);
    items.push({
      label: title,
      kind: CompletionItemKind.Reference,
      // What fits has been looked at here, and in both scripts: the client is to leave it as it is.
      filterText: place.typed,
      sortText: `${group}${String(items.length).padStart(3, '0')}`,
      textEdit: support.insertReplace ? { newText, insert: range, replace } : { newText, range },
      ...(support.labelDetails && year !== undefined ? { labelDetails: { description: year } } : {}),
      ...(data === undefined ? {} : { data }),
    });
  };
  const cited = new Set<string>();
  for (const { identity, instrument, title, references } of citationsOf(
    snapshot.analysis.references,
    registry,
  )) {
    if (items.length === MOST_ITEMS) break;
    if (isBeingWritten(references, offset)) continue;
    cited.add(identity);
    const names = instrument?.names ?? { zh: title };
    if (fits(typed, names)) add(titleIn(names, traditional), instrument, 0);
  }
  const fitting = [...registry.byId.values()].filter(({ id, names }) => !cited.has(id) && fits(typed, names));
  const closeness = new Map(fitting.map((instrument) => [instrument, closenessOf(typed, instrument.names)]));
  fitting.sort((a, b) => closeness.get(a)! - closeness.get(b)!);
  for (const instrument of fitting.slice(0, MOST_ITEMS - items.length)) {
    add(titleIn(instrument.names, traditional), instrument, 1);
  }
  return { isIncomplete: true, items };
}

/** What an item is, for those who look closer. */
export function completionCard(
  { instrument }: CompletionData,
  { registry }: Pick<Surroundings, 'registry'>,
  markdown: boolean,
): { readonly detail: string; readonly documentation: MarkupContent } | undefined {
  const known = registry.byId.get(instrument);
  return (
    known && {
      detail: standing(known),
      documentation: render(cardOfInstrument(known, registry), markdown),
    }
  );
}

/** What stands at the cursor is not yet a citation of anything, nor is what only stands for it. */
function isBeingWritten(references: readonly Mention[], offset: number): boolean {
  const isHere = ({ range: { raw } }: Mention) => raw.start < offset && offset < raw.end;
  return references.some(isHere) && references.every((one) => isHere(one) || !NAMING.has(one.form));
}

interface OpenTitle {
  /** UTF-16 raw: behind the mark that opens it. */
  readonly start: number;
  /** What stands between there and the cursor. */
  readonly typed: string;
  readonly closing: string;
  /** UTF-16 raw: of the mark that closes it, where there is one. */
  readonly end?: number;
}

/** The title that is being written at an offset; on one line, since an edit that completes it must be. */
function openTitle({ analysis: { raw }, lines }: Snapshot, offset: number): OpenTitle | undefined {
  const line = lines.lineAt(offset);
  const before = raw.slice(Math.max(lines.startOf(line), offset - LONGEST_TITLE), offset);
  const opened = Math.max(before.lastIndexOf('《'), before.lastIndexOf('〈'));
  if (opened < 0) return undefined;
  const typed = before.slice(opened + 1);
  if (/[》〉。；！？]/.test(typed)) return undefined;
  const closing = before.charAt(opened) === '《' ? '》' : '〉';
  const after = raw.slice(offset, Math.min(lines.endOf(line), offset + LONGEST_TITLE));
  const closed = after.search(/[《〈》〉。；，]/);
  const ends = closed >= 0 && after.charAt(closed) === closing;
  const start = offset - typed.length;
  return { start, typed, closing, ...(ends ? { end: offset + closed } : {}) };
}

function namesOf({ zh, zhShort, zhHant, zhHantShort, en }: InstrumentNames): string[] {
  return [zh, zhHant, ...(zhShort ?? []), ...(zhHantShort ?? []), en].filter((name) => name !== undefined);
}

function fits(typed: string, names: InstrumentNames): boolean {
  return namesOf(names).some((name) => holdsInOrder(comparable(name), typed));
}

/** Names are compared in one script and in small letters. */
function comparable(text: string): string {
  return canonicalText(text).toLowerCase();
}

/**
 * How far a name is from what was typed: below 1 where it begins so, below 2 where it holds it in one piece, else 2;
 * the less of the name there is besides, the nearer.
 */
function closenessOf(typed: string, names: InstrumentNames): number {
  const distances = namesOf(names).map((name) => {
    const at = comparable(name).indexOf(typed);
    return at < 0 ? 2 : Math.sign(at) + 1 - typed.length / name.length;
  });
  return Math.min(...distances);
}

/** Whether the characters of one text stand in the other, in the same order. */
function holdsInOrder(text: string, characters: string): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function titleIn({ zh, zhHant }: InstrumentNames, traditional: boolean): string {
  return traditional ? (zhHant ?? zh) : zh;
}

/** Whether a text is in traditional characters, by some that no such document can do without. */
function isTraditional(clean: string): boolean {
  const head = clean.slice(0, 4000);
  const traditional = head.match(/[國與為條約聲聯雙協關]/g)?.length ?? 0;
  return traditional > (head.match(/[国与为条约声联双协关]/g)?.length ?? 0);
}
