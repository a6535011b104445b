import { type Definition, definitionsIn } from './definition.ts';
import { type Lexicon, lexiconOf, type NamedInstruments } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { ParagraphReader } from './paragraph-reader.ts';
import { type ResolutionName, resolutionNamesIn } from './resolution-name.ts';
import { withoutStraySpaces } from './stray-spaces.ts';
import { longerTitleEnd, type MarkedTitle, markedTitles } from './title-marks.ts';

export type { NamedInstruments } from './lexicon.ts';
export type { Mention } from './mention.ts';

/** What is read whole, before the words between are looked at. */
type Island =
  | ({ readonly what: 'title' } & MarkedTitle)
  | ({ readonly what: 'definition' } & Definition)
  | ({ readonly what: 'resolution' } & ResolutionName);

function islandsIn(text: string): { islands: Island[]; nested: MarkedTitle[] } {
  const titles = markedTitles(text);
  const definitions = definitionsIn(text);
  const defined = new Set(definitions.map((definition) => definition.start));
  const all: Island[] = [
    ...definitions.map((definition): Island => ({ what: 'definition', ...definition })),
    ...titles
      .filter((title) => !title.nested && !defined.has(title.start))
      .map((title): Island => ({ what: 'title', ...title })),
    ...resolutionNamesIn(text).map((resolution): Island => ({ what: 'resolution', ...resolution })),
  ];
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const islands: Island[] = [];
  for (const island of all) {
    if (island.start >= (islands.at(-1)?.end ?? 0)) islands.push(island);
  }
  return { islands, nested: titles.filter((title) => title.nested) };
}

/** Reads a title; returns the offset after it, which lies farther where it begins a longer name. */
function readTitle(
  reader: ParagraphReader,
  lexicon: Lexicon,
  text: string,
  { start, end }: MarkedTitle,
): number {
  const known = lexicon.longestAt(reader.canonical, start);
  const longer = known?.what === 'name' && known.end > end ? known.end : longerTitleEnd(text, start, end);
  if (longer === undefined) {
    reader.title(start, end);
    return end;
  }
  reader.name(start, longer);
  reader.nestedTitle(start, end);
  return longer;
}

function readSolid(text: string, lexicon: Lexicon): Mention[] {
  const reader = new ParagraphReader(text, lexicon);
  const { islands, nested } = islandsIn(text);
  let at = 0;
  for (const island of islands) {
    if (island.start < at) {
      // Taken in by a name that begins with a title.
      if (island.what === 'title') reader.nestedTitle(island.start, island.end);
      continue;
    }
    reader.between(at, island.start);
    at = island.end;
    if (island.what === 'definition') reader.definition(island);
    else if (island.what === 'resolution') reader.resolution(island);
    else at = readTitle(reader, lexicon, text, island);
  }
  reader.between(at, text.length);
  for (const { start, end } of nested) reader.nestedTitle(start, end);
  const { found } = reader;
  if (text.length <= LONGEST_HEADING && found.some((mention) => isHeading(text, mention))) {
    return found.filter(({ what }) => what === 'title' || what === 'definition');
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What a line that is nothing but a title may hold besides: the year, a label of a word, marks of its source. */
const LABELS = /[（(【[][^（()）\]】]{0,12}[）)\]】]|全文|[\s\d年:：]/g;
const LONGEST_LABEL = 2;
const MOST_BESIDES = 32;
const LONGEST_HEADING = 240;

/** Whether a paragraph is nothing but a name, and so a heading. */
function isHeading(text: string, { what, start, end }: Mention): boolean {
  if (what !== 'name' && what !== 'word') return false;
  if (text.length - (end - start) > MOST_BESIDES) return false;
  const besides = text.slice(0, start) + text.slice(end);
  if (/[，。；！？]/.test(besides)) return false;
  const rest = besides.replace(LABELS, '');
  return what === 'name' ? rest.length <= LONGEST_LABEL : rest === '';
}

/** What `mentionsIn` finds with a lexicon at hand. */
export function mentionsWith(text: string, lexicon: Lexicon): readonly Mention[] {
  const solid = withoutStraySpaces(text);
  const mentions = readSolid(solid?.text ?? text, lexicon);
  if (solid === null) return mentions;
  const { toText } = solid;
  return mentions.map((mention) => ({
    ...mention,
    start: toText(mention.start),
    end: toText(mention.end - 1) + 1,
    ...('dated' in mention && mention.dated !== undefined
      ? { dated: { ...mention.dated, start: toText(mention.dated.start) } }
      : {}),
    ...('of' in mention && mention.of !== undefined ? { of: toText(mention.of) } : {}),
  }));
}

/**
 * Everything in a paragraph that may speak of an instrument, in order of place, outer before inner; UTF-16 offsets
 * in `text`. Depends on nothing but its arguments, so that it can be kept with the paragraph. A paragraph that is
 * nothing but a name, with a label at most, is a heading and mentions nothing. Linear.
 */
export function mentionsIn(text: string, registry: NamedInstruments): readonly Mention[] {
  return mentionsWith(text, lexiconOf(registry));
}
