import type { TextRange } from '../../../../server/src/text/range.ts';
import { recordOf } from '../adjudication/record.ts';
import {
  type Annotation,
  comparePlace,
  noQuote,
  type Quote,
  type Review,
  type UnknownTarget,
} from '../annotation.ts';
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
 * which is told, as is a fragment that has none.
 * @throws RangeError where the clean text is chosen and the facts are not given
 */
export function exportedText(native: NativeDocument, choice: ExportChoice): ExportedText {
  const { name, path, text, annotator, foreign, facts } = native;
  const form = formedText(native, choice.form);
  const lost: Record<OwnFeature, Annotation[]> = { unread: [], unchosen: [], reviewed: [] };
  const partly: Annotation[] = [];
  const tags: Annotation[] = [];
  for (const tag of native.tags) {
    if (tag.label === reviewedLabelId && tag.scope !== 'words' && !choice.marks) lost.reviewed.push(tag);
    else if (!choice.reviews.includes(tag.review)) {
      // What was decided against is the record of a decision, and no tag that anybody misses.
      if (tag.review !== 'rejected' || !recordOf(tag)) lost.unchosen.push(tag);
    } else {
      const { tag: formed, unread } = tagIn(form, tag);
      if (formed) tags.push(formed);
      else lost.unread.push(tag);
      if (formed && unread) partly.push(tag);
    }
  }
  tags.sort(comparePlace);
  return {
    document: {
      name,
      ...(path !== undefined && path !== name && { path }),
      text: form.text,
      form: form.form,
      tags,
      annotator,
      ...(foreign && { foreign }),
      ...(facts && { facts: factsIn(form, text, facts) }),
    },
    losses: [
      ...(Object.keys(lost) as OwnFeature[]).flatMap((feature) => lossesOf(feature, lost[feature], true)),
      ...lossesOf('unread', partly, false),
    ],
  };
}

function lossesOf(
  feature: OwnFeature,
  tags: readonly Annotation[],
  tagsLeftOut: boolean,
): readonly ToldLoss[] {
  // What formats lose and what we do is told in one way.
  return tags.length === 0 ? [] : [{ ...lossOf('ids', tags, tagsLeftOut), feature }];
}

/** @throws RangeError where the clean text is asked for and the facts are not given */
export function formedText({ text, facts }: NativeDocument, form: TextForm): FormedText {
  if (form === 'raw') return rawText(text);
  if (!facts) throw new RangeError('The clean text is not known.');
  return cleanText(text, facts);
}

/** A tag on another form of its text. */
export interface FormedTag {
  /** Null where it had words and none is there. */
  readonly tag: Annotation | null;
  /** Whether some of its words are not there. */
  readonly unread: boolean;
}

interface Fragment {
  readonly span: TextRange;
  readonly quote: Quote;
  readonly target: UnknownTarget;
}

/** The tag of a raw text on another form of it; each fragment whose words are gone stays such a one. */
export function tagIn({ form, text, fromRaw }: FormedText, tag: Annotation): FormedTag {
  if (tag.scope === 'document') return { tag, unread: false };
  const isRaw = form === 'raw';
  if (tag.state === 'orphan') {
    const spans = isRaw ? tag.spans : tag.spans.map((span) => pointAt(fromRaw(span)));
    return { tag: { ...tag, spans }, unread: false };
  }
  const targets = tag.unknown?.targets;
  const there: Fragment[] = [];
  let unread = false;
  tag.spans.forEach((raw, i) => {
    const span = fromRaw(raw);
    const target = targets?.[i] ?? {};
    if (isEmpty(raw)) there.push({ span: pointAt(span), quote: tag.quotes[i] ?? noQuote, target });
    else if (!isEmpty(span)) there.push({ span, quote: quoteOf(text, span), target });
    else unread = true;
  });
  const kept = isRaw ? there : joined(text, there);
  if (!kept.some(({ span }) => !isEmpty(span))) return { tag: null, unread: true };
  const formed: Annotation = {
    ...tag,
    spans: kept.map(({ span }) => span),
    quotes: kept.map(({ quote }) => quote),
    ...(targets && { unknown: { ...tag.unknown, targets: kept.map(({ target }) => target) } }),
  };
  return { tag: formed, unread };
}

/** Fragments that have only white space between them now are one; of what nobody understands of them, the first's is kept. */
function joined(text: string, sorted: readonly Fragment[]): readonly Fragment[] {
  const apart: Fragment[] = [];
  for (const each of sorted) {
    const last = apart.at(-1);
    const isOne =
      last && !isEmpty(last.span) && !isEmpty(each.span) && onlyBlanks(text, last.span.end, each.span.start);
    if (isOne) {
      const span = { start: last.span.start, end: each.span.end };
      apart[apart.length - 1] = { ...last, span, quote: quoteOf(text, span) };
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
