import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Annotation, comparePlace, type Review } from '../annotation.ts';
import { onlyBlanks } from '../bare-text.ts';
import { lossOf } from '../formats/features.ts';
import type { TaggedText } from '../formats/tagged-text.ts';
import { reviewedLabelId } from '../labels.ts';
import { quoteOf } from '../quote.ts';
import type { NativeDocument } from './native-document.ts';
import { cleanText, type FormedText, factsIn, rawText, type TextForm } from './text-form.ts';
import type { OwnFeature, ToldLoss } from './told-loss.ts';

/** What of a document goes out. */
export interface ExportChoice {
  readonly form: TextForm;
  /** Which tags, by their review. */
  readonly reviews: readonly Review[];
  /** Whether the marks that a section is done go out with the tags. */
  readonly marks: boolean;
}

/** A document as it goes out, and what was lost of its tags before any format sees it. */
export interface ExportedText {
  readonly document: TaggedText;
  readonly losses: readonly ToldLoss[];
}

/**
 * Makes a document ready for a format. A tag goes on the words of the chosen text; one that has none there is left out,
 * which is told. What of a tag's fragments is gone already is told as well.
 * @throws RangeError where the clean text is chosen and the facts are not given
 */
export function exportedText(native: NativeDocument, choice: ExportChoice): ExportedText {
  const { name, text, annotator, foreign, facts } = native;
  const form = formedText(native, choice.form);
  const lost: Record<OwnFeature, Annotation[]> = {
    unread: [],
    unchosen: [],
    reviewed: [],
    'lost-fragments': [],
  };
  const tags: Annotation[] = [];
  for (const tag of native.tags) {
    if (tag.label === reviewedLabelId && tag.scope === 'section' && !choice.marks) lost.reviewed.push(tag);
    else if (!choice.reviews.includes(tag.review)) lost.unchosen.push(tag);
    else {
      const formed = tagIn(form, tag);
      if (formed) tags.push(formed);
      else lost.unread.push(tag);
      if (tag.state === 'anchored' && tag.spans.some(isEmpty)) lost['lost-fragments'].push(tag);
    }
  }
  tags.sort(comparePlace);
  return {
    document: {
      name,
      text: form.text,
      form: form.form,
      tags,
      annotator,
      ...(foreign && { foreign }),
      ...(facts && { facts: factsIn(form, text, facts) }),
    },
    losses: (Object.keys(lost) as OwnFeature[]).flatMap((feature) => {
      const concerned = lost[feature];
      if (concerned.length === 0) return [];
      // The features of formats and our own are told in one way.
      return [{ ...lossOf('ids', concerned, feature !== 'lost-fragments'), feature }];
    }),
  };
}

/** @throws RangeError where the clean text is asked for and the facts are not given */
export function formedText({ text, facts }: NativeDocument, form: TextForm): FormedText {
  if (form === 'raw') return rawText(text);
  if (!facts) throw new RangeError('The clean text is not known.');
  return cleanText(text, facts);
}

/** The tag of a raw text on another form of it; null where it had words and none is there. */
export function tagIn({ form, text, fromRaw }: FormedText, tag: Annotation): Annotation | null {
  if (tag.scope === 'document') return tag;
  if (tag.state === 'orphan') {
    return form === 'raw' ? tag : { ...tag, spans: tag.spans.map((span) => pointAt(fromRaw(span))) };
  }
  if (form === 'raw' && !tag.spans.some(isEmpty)) {
    return { ...tag, quotes: tag.spans.map((span) => quoteOf(text, span)) };
  }
  const there = tag.spans.map((span, i) => ({
    span: fromRaw(span),
    target: tag.unknown?.targets?.[i] ?? {},
  }));
  const kept = joined(
    text,
    there.filter(({ span }) => !isEmpty(span)),
  );
  if (kept.length === 0) return null;
  const { unknown } = tag;
  return {
    ...tag,
    spans: kept.map(({ span }) => span),
    quotes: kept.map(({ span }) => quoteOf(text, span)),
    ...(unknown?.targets && { unknown: { ...unknown, targets: kept.map(({ target }) => target) } }),
  };
}

/** Fragments that have only white space between them now are one; of what nobody understands of them, the first's is kept. */
function joined<T extends { readonly span: TextRange }>(text: string, sorted: readonly T[]): readonly T[] {
  const apart: T[] = [];
  for (const each of sorted) {
    const last = apart.at(-1);
    if (last && onlyBlanks(text, last.span.end, each.span.start)) {
      apart[apart.length - 1] = { ...last, span: { start: last.span.start, end: each.span.end } };
    } else apart.push(each);
  }
  return apart;
}

function isEmpty({ start, end }: TextRange): boolean {
  return start >= end;
}

function pointAt({ start }: TextRange): TextRange {
  return { start, end: start };
}
