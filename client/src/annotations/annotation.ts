import type { JsonObject, JsonValue } from '../../../server/src/text/json.ts';
import type { TextRange } from '../../../server/src/text/range.ts';

/** Whether somebody has looked at the tag: a person's tags are accepted, a recogniser's are suggested first. */
export type Review = 'accepted' | 'suggested' | 'rejected';

/**
 * Whether the tagged words are still in the text. An orphan's words were deleted, or could not be found
 * again with confidence; it waits in the tray with its quote and its last place, and is never dropped.
 */
export type AnchorState = 'anchored' | 'orphan';

/**
 * What the tagged words read, bare: without any white space or line break, so that re-wrapping the source
 * changes nothing (see bare-text.ts). Prefix and suffix are the 32 bare characters before and after,
 * or fewer at either end of the text.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where it is not known what a tag read. */
export const noQuote: Quote = { exact: '', prefix: '', suffix: '' };

/**
 * What a tag is about: the words of its spans; the section or part whose heading or first words its span covers;
 * or the whole document, for which it has no span.
 */
export type Scope = 'words' | 'section' | 'document';

/** A link to another tag of the same annotator. */
export interface Relation {
  /** The id of a relation; it may be one that the scheme does not know. */
  readonly type: string;
  /** The id of the tag that it leads to; it may be gone, and then the link waits for its return. */
  readonly target: string;
}

export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** One tag: a label on a span of the text. A value: a change makes a new one with the same id. */
export interface Annotation {
  readonly id: string;
  /** The id of a label; it may be one that the scheme does not know. */
  readonly label: string;
  /**
   * Where it lies: UTF-16 raw, in the editor's text (line ends as the editor has them, no BOM), sorted, not
   * overlapping; one for each fragment, none for a tag of the whole document. The words of an empty span are
   * gone: it is the place where they were. An orphan has no other.
   */
  readonly spans: readonly TextRange[];
  readonly scope: Scope;
  readonly attributes: Attributes;
  readonly relations: readonly Relation[];
  /** The coreference chain that it belongs to: tags with one name here mean the same thing. Absent: none. */
  readonly chain?: string;
  /** A person's remark; empty where there is none. */
  readonly note: string;
  /** Who made it, as a name to show. */
  readonly creator: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** ISO 8601, UTC; of the last change to what the tag says, not to where it lies. */
  readonly modified: string;
  readonly review: Review;
  readonly state: AnchorState;
  /**
   * One for each span. Of a span whose words are gone: what it read before. Of another: as of the last time that
   * the tag was stored or made.
   */
  readonly quotes: readonly Quote[];
  /** What its file says of it that this version does not understand; written back as it was. */
  readonly unknown?: UnknownParts;
}

/** Parts of a W3C annotation that are not ours, kept so that rewriting a sidecar loses nothing. */
export interface UnknownParts {
  /** Members of the annotation itself. */
  readonly members?: JsonObject;
  /** Bodies beside the label and the note. */
  readonly bodies?: readonly JsonValue[];
  /** Attributes that are neither text, number nor truth value. */
  readonly attributes?: JsonObject;
  /** Relations that are more than a type and a target. */
  readonly relations?: readonly JsonValue[];
  /** Members of the body that holds the label. */
  readonly labelMembers?: JsonObject;
  /** Members of the body that holds the note. */
  readonly noteMembers?: JsonObject;
  /** The creator as it was written, where it was more than a name. */
  readonly creator?: JsonValue;
  /** One for each target, in the order of the spans. */
  readonly targets?: readonly UnknownTarget[];
}

/** Parts of one target that are not ours. */
export interface UnknownTarget {
  /** Members of the target. */
  readonly members?: JsonObject;
  /** Selectors beside position and quote. */
  readonly selectors?: readonly JsonValue[];
  /** Members of the position selector. */
  readonly positionMembers?: JsonObject;
  /** Members of the quote selector. */
  readonly quoteMembers?: JsonObject;
}

/** The members of an object without those that have a name in another. */
export function withoutNames(members: JsonObject = {}, others: object): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !Object.hasOwn(others, name)));
}

/** The words that the quotes of a tag hold, bare; those of several fragments with an ellipsis between them. */
export function quotedWords({ quotes }: Pick<Annotation, 'quotes'>): string {
  return quotes.map(({ exact }) => exact).join('…');
}

/** The smallest range that holds all spans of the annotation; UTF-16 raw. */
export function extent(annotation: Annotation): TextRange {
  const first = annotation.spans[0];
  const last = annotation.spans[annotation.spans.length - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

/** Order of place: by start, then the longer first, so that what holds comes before what is held; then by id. */
export function comparePlace(a: Annotation, b: Annotation): number {
  const x = extent(a);
  const y = extent(b);
  return x.start - y.start || y.end - x.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
