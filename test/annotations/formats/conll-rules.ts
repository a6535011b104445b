import type { Annotation } from '../../../client/src/annotations/annotation.ts';
import { stripBlanks } from '../../../client/src/annotations/bare-text.ts';
import { diplomaticScheme } from '../../../client/src/annotations/diplomatic-scheme.ts';
import { labelIdOf } from '../../../client/src/annotations/formats/label-naming.ts';
import type { TaggedText } from '../../../client/src/annotations/formats/tagged-text.ts';
import { quoteOf } from '../../../client/src/annotations/quote.ts';
import type { HeldInPart } from './held-in-part.ts';

/** What is left of a document in CoNLL-2002, said in another way than the format does it. */
export const conllRules: NonNullable<HeldInPart['rules']> = {
  fragments: (document) => ({
    ...document,
    tags: document.tags.flatMap((tag) => pieces(tag, document.text)),
  }),
  overlaps: (document) => ({ ...document, tags: withoutOverlaps(document) }),
  blanks: (document) => ({
    ...document,
    tags: document.tags.filter((tag) => charactersOf(document.text, tag).length > 0),
  }),
  characters: aSentenceALine,
};

/** Each fragment that has words, and not white space alone, is a tag of its own. */
function pieces(tag: Annotation, text: string): Annotation[] {
  if (tag.spans.length < 2) return [tag];
  const { targets } = tag.unknown ?? {};
  return tag.spans.flatMap((span, i) => {
    const unknown = targets && { unknown: { ...tag.unknown, targets: [targets[i] ?? {}] } };
    const piece = { ...tag, spans: [span], quotes: [tag.quotes[i]!], ...unknown };
    return charactersOf(text, piece).length > 0 ? [piece] : [];
  });
}

/** The longest first; those that share a character with one that was taken are not. */
function withoutOverlaps({ text, tags }: TaggedText): Annotation[] {
  const lengthOf = (tag: Annotation) =>
    charactersOf(text, tag).filter((at) => !/[\udc00-\udfff]/.test(text.charAt(at))).length;
  const placeOf = (tag: Annotation) => charactersOf(text, tag)[0] ?? 0;
  const taken = new Set<number>();
  const kept = new Set<Annotation>();
  for (const tag of [...tags].sort((a, b) => lengthOf(b) - lengthOf(a) || placeOf(a) - placeOf(b))) {
    const characters = charactersOf(text, tag);
    if (characters.some((at) => taken.has(at))) continue;
    for (const at of characters) taken.add(at);
    kept.add(tag);
  }
  return tags.filter((tag) => kept.has(tag));
}

/** Where the characters of a tag are that are no white space. */
function charactersOf(text: string, { spans }: Annotation): number[] {
  return spans.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => start + i).filter((at) => isSeen(text.charAt(at))),
  );
}

function isSeen(unit: string): boolean {
  return stripBlanks(unit) !== '' && !['\u001c', '\u001d', '\u001e', '\u001f', '\u0085'].includes(unit);
}

/** The text without white space, its sentences in lines; the tags on the same characters; labels without white space, and known by their names. */
function aSentenceALine(document: TaggedText): TaggedText {
  const { text, tags } = document;
  const isInside = (at: number) =>
    tags.some((tag) => {
      const characters = charactersOf(text, tag);
      return characters.length > 0 && characters[0]! < at && at <= characters.at(-1)!;
    });
  let read = '';
  /** For each offset of the text, the offset in what is read. */
  const places: number[] = [];
  let gap = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (!isSeen(unit)) {
      gap += unit;
      places.push(read.length);
      continue;
    }
    const sentence = read.slice(read.lastIndexOf('\n') + 1);
    const isEnded =
      /[。！？!?][”’」』》〉）】)"]*$/.test(sentence) && !/[。！？!?”’」』》〉）】)"]/.test(unit);
    if (read !== '' && (isEnded || /[\n\r\u0085\u2028\u2029]/.test(gap)) && !isInside(at)) read += '\n';
    gap = '';
    places.push(read.length);
    read += unit;
  }
  places.push(read.length);
  return {
    ...document,
    text: read,
    tags: tags.flatMap((tag) => {
      const characters = charactersOf(text, tag);
      if (characters.length === 0) return [];
      const span = { start: places[characters[0]!]!, end: places[characters.at(-1)!]! + 1 };
      const written = Array.from(tag.label, (each) => (isSeen(each) ? each : '_')).join('');
      const label = labelIdOf(diplomaticScheme, written);
      return [{ ...tag, label, spans: [span], quotes: [quoteOf(read, span)] }];
    }),
  };
}
