import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation } from '../annotation.ts';
import { isBlank } from '../bare-text.ts';
import { type Holdings, spansWithWords } from '../formats/features.ts';
import type { PlacedTag } from './placed-import.ts';

/** A tag that is here. */
export interface OwnTag {
  /** On the raw text. */
  readonly raw: Annotation;
  /** On the text that an import is of; null where it has no words there. */
  readonly formed: Annotation | null;
}

export interface TagPair {
  readonly theirs: PlacedTag;
  /** The same tag here; undefined where there is none. */
  readonly ours: OwnTag | undefined;
}

/** The tags that are here, to be known again. */
export class TagsByIdentity {
  readonly tags: readonly OwnTag[];
  readonly #places: Places;

  constructor(tags: readonly OwnTag[], places: Places) {
    this.tags = tags;
    this.#places = places;
  }

  /** Those that have words on the text that is compared. */
  get formed(): readonly Annotation[] {
    return this.tags.flatMap(({ formed }) => formed ?? []);
  }

  /** For each tag of an import the same one here: by its id, else by label and place, of several alike each once. */
  pairsWith(imported: readonly PlacedTag[]): readonly TagPair[] {
    const byId = new Map(this.tags.map((tag) => [tag.raw.id, tag]));
    const known = new Set(imported.flatMap(({ raw }) => (byId.has(raw.id) ? [raw.id] : [])));
    const byPlace = new Map<string, OwnTag[]>();
    const byPart = new Map<string, OwnTag>();
    for (const tag of this.tags) {
      if (known.has(tag.raw.id) || !tag.formed) continue;
      const key = this.#identityOf(tag.formed);
      const alike = byPlace.get(key);
      if (alike) alike.push(tag);
      else byPlace.set(key, [tag]);
      if (this.#places.holdings.fragments === 'yes' || tag.formed.spans.length < 2) continue;
      for (const span of this.#places.of(tag.formed)) byPart.set(partKey(tag.formed.label, span), tag);
    }
    return imported.map((theirs) => {
      const { formed } = theirs;
      const ours =
        byId.get(theirs.raw.id) ??
        byPlace.get(this.#identityOf(formed))?.shift() ??
        this.#part(formed, byPart);
      return { theirs, ours };
    });
  }

  /** Where fragments are not held, each of them is a tag of its own there. */
  #part(formed: Annotation, byPart: ReadonlyMap<string, OwnTag>): OwnTag | undefined {
    const [only, ...others] = this.#places.of(formed);
    return only && others.length === 0 ? byPart.get(partKey(formed.label, only)) : undefined;
  }

  #identityOf(tag: Annotation): string {
    return `${tag.label}\n${this.#places.keyOf(tag)}`;
  }
}

function partKey(label: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${start} ${end} ${label}`;
}

/** Places of tags on one text, as far as a format can tell them. */
export class Places {
  readonly holdings: Holdings;
  readonly #text: string;
  readonly #hasBlanks: boolean;

  /**
   * @param text that the places are on
   * @param hasBlanks whether an import can say that a tag begins or ends with white space
   */
  constructor(text: string, holdings: Holdings, hasBlanks: boolean) {
    this.holdings = holdings;
    this.#text = text;
    this.#hasBlanks = hasBlanks;
  }

  /** The spans that have words, as far as the import can say them; UTF-16. */
  of(tag: Annotation): readonly TextRange[] {
    const spans = spansWithWords(tag);
    return this.#hasBlanks ? spans : spans.map((span) => this.#trimmed(span));
  }

  /** Where a tag lies; the same for two tags that lie alike. */
  keyOf(tag: Annotation): string {
    if (tag.scope === 'document') return 'document';
    const scope = this.holdings.sections === 'yes' ? tag.scope : 'words';
    if (tag.state === 'orphan') return `${scope} ${JSON.stringify(tag.quotes.map(({ exact }) => exact))}`;
    return `${scope} ${this.of(tag)
      .map(({ start, end }) => `${start}-${end}`)
      .join(' ')}`;
  }

  #trimmed(span: TextRange): TextRange {
    let { start, end } = span;
    while (start < end && isBlank(this.#text.charCodeAt(start))) start += 1;
    while (start < end && isBlank(this.#text.charCodeAt(end - 1))) end -= 1;
    // White space alone is a place as well.
    return start < end ? { start, end } : span;
  }
}

/** The ids of the tags that lie on a character of another. */
export function idsOfOverlapping(tags: readonly Annotation[]): ReadonlySet<string> {
  const spans = tags.flatMap(({ id, spans }) => spans.map(({ start, end }) => ({ id, start, end })));
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const overlapping = new Set<string>();
  // The one that reaches furthest: whatever else is still open overlaps it, and is known already.
  let furthest: (typeof spans)[number] | undefined;
  for (const span of spans) {
    if (furthest && span.start < furthest.end) overlapping.add(span.id).add(furthest.id);
    if (!furthest || span.end > furthest.end) furthest = span;
  }
  return overlapping;
}
