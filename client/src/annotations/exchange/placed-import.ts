import type { StatementFacts } from '../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { findQuotes } from '../anchoring.ts';
import type { Annotation } from '../annotation.ts';
import { createBareText, stripBlanks } from '../bare-text.ts';
import type { ReadDocument } from '../formats/format.ts';
import type { TaggedText } from '../formats/tagged-text.ts';
import { createCodePointMap, normaliseText } from '../offsets.ts';
import { quoteOf } from '../quote.ts';
import { type FoundPlace, placedTag } from '../tag-placing.ts';
import { cleanText, type FormedText, rawText } from './text-form.ts';

/**
 * How tags of an import came to their places on a document: their text is the document's raw text, or its clean text,
 * or has all its characters in their order but for white space; or each was looked for by its words.
 */
export type Placing = 'raw' | 'clean' | 'bare' | 'quotes';

/** A tag of an import on the document that it belongs to. */
export interface PlacedTag {
  /** On the raw text, UTF-16; an orphan where its words were not found. */
  readonly raw: Annotation;
  /** On the text that the import is of: see {@link PlacedImport.form}. */
  readonly formed: Annotation;
}

/** A tag of an import as it was when it went out. */
export interface FormerTag {
  /** Its spans are on the text of the import. */
  readonly said: Annotation;
  /** See {@link PlacedTag.formed}; null where it is not known where it lay. */
  readonly formed: Annotation | null;
}

/** A document of an import. */
export type IncomingText = Pick<TaggedText, 'text' | 'tags'> & Pick<ReadDocument, 'former'>;

export interface PlacedImport {
  readonly placing: Placing;
  /** In which form of the document's text places are compared: tags that were exported so are there as they were. */
  readonly form: FormedText;
  readonly tags: readonly PlacedTag[];
  /** Tags as they were when they went out, by id. Words that were looked for say nothing of where they lay then. */
  readonly former: ReadonlyMap<string, FormerTag>;
  /** Ids of tags whose words were not found, or not with certainty. */
  readonly lost: readonly string[];
}

/**
 * Puts the tags of an import on a document that is there. Where its text is the document's, positions are what counts;
 * else words are looked for, and only a place that is certain is taken.
 * @param raw the document's raw text, without a BOM
 * @param facts what is known of it; without them the clean text is not recognised
 */
export function placeImport(imported: IncomingText, raw: string, facts?: StatementFacts): PlacedImport {
  const forms = [rawText(raw), ...(facts ? [cleanText(raw, facts)] : [])];
  for (const form of forms) {
    const way = sameButLineEnds(imported.text, form.text);
    if (way) return onForm(imported, form, way, form.form);
  }
  const bare = stripBlanks(imported.text);
  for (const form of forms) {
    if (bare !== '' && stripBlanks(form.text) === bare) {
      return onForm(imported, form, sameButBlanks(imported.text, form.text), 'bare');
    }
  }
  return byQuotes(imported, raw, forms.at(-1)!);
}

/** Whether an import is of the document's raw text as it is now, so that nothing else has to be known to place it. */
export function isRawText(imported: string, raw: string): boolean {
  return sameButLineEnds(imported, raw) !== undefined;
}

/** The way of a range (UTF-16) from one text to another that has the same characters; undefined where it has none there. */
type Way = (range: TextRange) => TextRange | undefined;

function sameButLineEnds(from: string, to: string): Way | undefined {
  if (from === to) return (range) => range;
  if (normaliseText(from) !== normaliseText(to)) return undefined;
  const [here, there] = [createCodePointMap(from), createCodePointMap(to)];
  const way = (offset: number) => there.toUtf16(here.toCodePoint(offset));
  return ({ start, end }) => ({ start: way(start), end: way(end) });
}

function sameButBlanks(from: string, to: string): Way {
  const [here, there] = [createBareText(from), createBareText(to)];
  return ({ start, end }) => {
    const [first, last] = [here.toBare(start), here.toBare(end)];
    if (start === end) return { start: there.toText(first), end: there.toText(first) };
    return first < last ? { start: there.toText(first), end: there.toText(last - 1) + 1 } : undefined;
  };
}

function onForm(
  { tags, former = new Map() }: IncomingText,
  form: FormedText,
  way: Way,
  placing: Exclude<Placing, 'quotes'>,
): PlacedImport {
  const lost: string[] = [];
  const onWay = (tag: Annotation): Annotation | undefined => {
    const spans = tag.spans.map(way);
    return spans.some((span) => span === undefined)
      ? undefined
      : { ...tag, spans: spans as readonly TextRange[] };
  };
  const placed = tags.map((tag): PlacedTag => {
    const formed = onWay(tag);
    if (!formed) {
      // Of white space alone, which stands elsewhere now, nobody can say where it is.
      lost.push(tag.id);
      const orphan = orphanAt(tag, 0);
      return { raw: orphan, formed: orphan };
    }
    return { formed, raw: withQuotes({ ...tag, spans: formed.spans.map(form.toRaw) }, form) };
  });
  const before = [...former].map(([id, tag]) => [id, { said: tag, formed: onWay(tag) ?? null }] as const);
  return { placing, form, tags: placed, former: new Map(before), lost };

  function withQuotes(tag: Annotation, { rawText: text }: FormedText): Annotation {
    if (tag.state === 'orphan') return tag;
    const quotes = tag.spans.map((span, i) =>
      span.start < span.end ? quoteOf(text, span) : (tag.quotes[i] ?? quoteOf(text, span)),
    );
    return { ...tag, quotes };
  }
}

function orphanAt(tag: Annotation, at: number): Annotation {
  return { ...tag, spans: tag.spans.map(() => ({ start: at, end: at })), state: 'orphan' };
}

/** Each span by its words, where they stand for certain; the raw text says where what is found lies. */
function byQuotes(
  { text, tags, former = new Map() }: IncomingText,
  raw: string,
  searched: FormedText,
): PlacedImport {
  const sought = tags.flatMap((tag, index) =>
    tag.state === 'orphan'
      ? []
      : tag.spans.flatMap((span, i) =>
          span.start < span.end ? [{ index, i, quote: quoteOf(text, span) }] : [],
        ),
  );
  const results = findQuotes(
    sought.map(({ quote }) => ({ quote, certainOnly: true })),
    {
      text: searched.text,
      ...(searched.form === 'clean' && {
        toRaw: (offset: number) => searched.toRaw({ start: offset, end: offset }).start,
      }),
    },
  );
  const found = tags.map((tag) => tag.spans.map((): FoundPlace | undefined => undefined));
  sought.forEach(({ index, i }, n) => {
    const result = results[n]!;
    if (result.found) found[index]![i] = result;
  });
  const lost: string[] = [];
  const placed = tags.map((tag, index): PlacedTag => {
    const { spans, ...said } = tag;
    const there =
      tag.state === 'orphan'
        ? orphanAt(tag, 0)
        : placedTag({ ...said, places: spans.map(() => ({})) }, found[index]!, () => 0).annotation;
    if (there.state === 'orphan' && tag.state !== 'orphan') lost.push(tag.id);
    return { raw: there, formed: there };
  });
  const before = [...former].map(([id, tag]) => [id, { said: tag, formed: null }] as const);
  return { placing: 'quotes', form: rawText(raw), tags: placed, former: new Map(before), lost };
}
