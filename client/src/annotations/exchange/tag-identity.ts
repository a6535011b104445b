import type { Annotation } from '../annotation.ts';
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
  readonly #holdings: Holdings;

  constructor(tags: readonly OwnTag[], holdings: Holdings) {
    this.tags = tags;
    this.#holdings = holdings;
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
      const key = identityOf(tag.formed, this.#holdings);
      const alike = byPlace.get(key);
      if (alike) alike.push(tag);
      else byPlace.set(key, [tag]);
      if (this.#holdings.fragments === 'yes' || tag.formed.spans.length < 2) continue;
      for (const span of spansWithWords(tag.formed)) byPart.set(partKey(tag.formed.label, span), tag);
    }
    return imported.map((theirs) => {
      const { formed } = theirs;
      const ours =
        byId.get(theirs.raw.id) ??
        byPlace.get(identityOf(formed, this.#holdings))?.shift() ??
        this.#part(formed, byPart);
      return { theirs, ours };
    });
  }

  /** Where fragments are not held, each of them is a tag of its own there. */
  #part(formed: Annotation, byPart: ReadonlyMap<string, OwnTag>): OwnTag | undefined {
    const [only, ...others] = formed.spans;
    return only && others.length === 0 ? byPart.get(partKey(formed.label, only)) : undefined;
  }
}

function partKey(label: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${start} ${end} ${label}`;
}

function identityOf(tag: Annotation, holdings: Holdings): string {
  return `${tag.label}\n${keyOfPlace(tag, holdings)}`;
}

/** Where a tag lies, as far as a format can tell; the same for two tags that lie alike. */
export function keyOfPlace(tag: Annotation, holdings: Holdings): string {
  if (tag.scope === 'document') return 'document';
  const scope = holdings.sections === 'yes' ? tag.scope : 'words';
  if (tag.state === 'orphan') return `${scope} ${JSON.stringify(tag.quotes.map(({ exact }) => exact))}`;
  return `${scope} ${spansWithWords(tag)
    .map(({ start, end }) => `${start}-${end}`)
    .join(' ')}`;
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
