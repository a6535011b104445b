import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';
import type { UnknownParts } from './annotation.ts';
import { type ConflictMember, conflictLine, type MergeConflict } from './merge-conflict.ts';
import type { StoredAnnotation } from './sidecar.ts';
import {
  type Choice,
  canonical,
  mergeMembers,
  mergeSets,
  mergeValue,
  type Prefers,
  same,
} from './three-way.ts';

/** On which side's text the positions of the merged tags shall count; undefined: on neither. */
export type TextSide = 'ours' | 'theirs' | undefined;

/** A tag on both sides, and as it was before them, if it was. */
export interface TagSides {
  readonly base: StoredAnnotation | undefined;
  readonly ours: StoredAnnotation;
  readonly theirs: StoredAnnotation;
}

/** Where tags count: for each side whether its text is the one that the tag was stored for before. */
export interface TextsChanged {
  readonly ours: boolean;
  readonly theirs: boolean;
  /** Whether both sides are known to count in one text. */
  readonly oneText: boolean;
}

/** What a tag says, apart from where it lies and when. */
function saidOf(tag: StoredAnnotation): JsonValue {
  const { label, note, review, chain, creator, attributes, relations, unknown } = tag;
  return [
    label,
    note,
    review,
    chain ?? null,
    creator,
    attributes,
    [...links(relations)],
    (unknown ?? null) as JsonValue,
  ];
}

/** Where a tag lies: all that the text has a say in. */
type Place = Omit<StoredAnnotation, SaidMember>;
type SaidMember =
  | 'id'
  | 'label'
  | 'note'
  | 'review'
  | 'creator'
  | 'created'
  | 'modified'
  | 'attributes'
  | 'relations'
  | 'chain'
  | 'unknown';

function placeOf(tag: StoredAnnotation): Place {
  const {
    id,
    label,
    note,
    review,
    creator,
    created,
    modified,
    attributes,
    relations,
    chain,
    unknown,
    ...place
  } = tag;
  return place;
}

/** Whether somebody put the tag on other words; not where the text alone changed under it. */
function wasMoved(base: StoredAnnotation, tag: StoredAnnotation, textChanged: boolean): boolean {
  if (tag.scope !== base.scope) return true;
  if (!textChanged) return !same(whereabouts(tag), whereabouts(base));
  return tag.modified !== base.modified && !same(wordsOf(tag), wordsOf(base));
}

/** Where a tag stands by its positions, else by its words; what else is stored of its place follows from these. */
function whereabouts(tag: StoredAnnotation): JsonValue {
  return [tag.state, positionsOf(tag) ?? wordsOf(tag)];
}

/** Undefined where the file does not say them all. */
function positionsOf({ places }: StoredAnnotation): JsonValue | undefined {
  const positions = places.flatMap(({ codePoints }) =>
    codePoints ? [[codePoints.start, codePoints.end]] : [],
  );
  return positions.length === places.length ? positions : undefined;
}

function quotesOf({ quotes }: StoredAnnotation): JsonValue {
  return quotes.map(({ exact, prefix, suffix }) => [exact, prefix, suffix]);
}

function wordsOf({ quotes }: StoredAnnotation): JsonValue {
  return quotes.map(({ exact }) => exact);
}

/** Whether a side changed the tag, in what it says or by moving it. */
export function wasChanged(base: StoredAnnotation, tag: StoredAnnotation, textChanged: boolean): boolean {
  return !same(saidOf(base), saidOf(tag)) || wasMoved(base, tag, textChanged);
}

/**
 * One tag that is on both sides, merged member by member. Where both changed the same one differently, the later
 * change counts (`modified`; of two at one time, that of the greater value), and the other is put into the note.
 * @param side whose text the positions shall count in; a place taken from the other is known by its quotes alone
 */
export function mergeTag(
  { base, ours, theirs }: TagSides,
  changed: TextsChanged,
  side: TextSide,
): { readonly tag: StoredAnnotation; readonly conflicts: readonly MergeConflict[] } {
  const conflicts: MergeConflict[] = [];
  const prefers: Prefers = (our, their) =>
    ours.modified === theirs.modified ? canonical(our) > canonical(their) : ours.modified > theirs.modified;
  const told = (member: ConflictMember, name: string, { kept, other }: Choice<JsonValue | undefined>) =>
    conflicts.push({ id: ours.id, member, name, kept: shown(kept), other: shown(other) });
  const value = <T extends JsonValue | undefined>(
    member: ConflictMember,
    of: (tag: StoredAnnotation) => T,
  ): T => {
    // Without a tag before them, what only one side says of it was added.
    const choice = mergeValue(base && of(base), of(ours), of(theirs), prefers);
    if ('other' in choice) told(member, '', choice);
    return choice.kept as T;
  };
  const members = (member: ConflictMember, of: (tag: StoredAnnotation) => JsonObject): JsonObject =>
    mergeMembers(base ? of(base) : {}, of(ours), of(theirs), prefers, (name, choice) =>
      told(member, name, choice),
    );

  const label = value('label', (tag) => tag.label);
  const review = value('review', (tag) => tag.review);
  const chain = value('chain', (tag) => tag.chain ?? '');
  const creator = value('creator', (tag) => tag.creator);
  const attributes = members('attribute', (tag) => tag.attributes) as StoredAnnotation['attributes'];
  const relations = mergeSets(links(base?.relations), links(ours.relations), links(theirs.relations));
  const from = placeSide({ base, ours, theirs }, changed, side, prefers, (choice) =>
    told('place', '', choice),
  );
  const placed = from === 'ours' ? ours : theirs;
  const unknown = mergeUnknown({ base, ours, theirs }, from, prefers, (name, choice) =>
    told('other', name, choice),
  );
  const note = value('note', (tag) => tag.note);
  const lines = conflicts.map(conflictLine).filter((line) => !note.split('\n').includes(line));
  const tag: StoredAnnotation = {
    id: ours.id,
    label,
    note: [...(note === '' ? [] : [note]), ...lines].join('\n'),
    creator,
    created: ours.created < theirs.created ? ours.created : theirs.created,
    modified: ours.modified > theirs.modified ? ours.modified : theirs.modified,
    review,
    attributes,
    relations: relations.map(([type, target]) => ({ type, target })),
    ...(chain !== '' && { chain }),
    ...placeOf(side === undefined || side === from ? placed : quotedOnly(placed)),
    ...(unknown && { unknown }),
  };
  return { tag, conflicts };
}

/** From which side the place is taken: from the one that moved the tag, else from the one whose text it is. */
function placeSide(
  { base, ours, theirs }: TagSides,
  changed: TextsChanged,
  side: TextSide,
  prefers: Prefers,
  clash: (choice: Choice<JsonValue | undefined>) => void,
): 'ours' | 'theirs' {
  const moved = {
    ours: !base || wasMoved(base, ours, changed.ours),
    theirs: !base || wasMoved(base, theirs, changed.theirs),
  };
  if (moved.ours !== moved.theirs) return moved.ours ? 'ours' : 'theirs';
  if (moved.ours && lieApart({ base, ours, theirs }, changed.oneText)) {
    const otherWords = !same(wordsOf(ours), wordsOf(theirs));
    const [here, there] = otherWords
      ? [wordsOf(ours), wordsOf(theirs)]
      : [surroundingsOf(ours), surroundingsOf(theirs)];
    const first = prefers(here, there);
    clash(first ? { kept: here, other: there } : { kept: there, other: here });
    return first ? 'ours' : 'theirs';
  }
  // Of two texts that both changed, what somebody corrected here is likelier to be in what comes of them.
  return side ?? (base && same(quotesOf(base), quotesOf(ours)) ? 'theirs' : 'ours');
}

/**
 * Whether a tag is at two places. Where both count in one text, its positions tell. Else, of words that both moved
 * it to, other neighbours on both sides do: the text is hardly corrected there as well. Without a tag before them
 * nobody is known to have moved it.
 */
function lieApart({ base, ours, theirs }: TagSides, oneText: boolean): boolean {
  if (!same(wordsOf(ours), wordsOf(theirs))) return true;
  const [here, there] = [positionsOf(ours), positionsOf(theirs)];
  if (oneText && here && there) return !same(here, there);
  return (
    base !== undefined &&
    ours.quotes.some(({ prefix, suffix }, i) => {
      const other = theirs.quotes[i]!;
      return prefix !== other.prefix && suffix !== other.suffix;
    })
  );
}

/** Which of several places with the same words it is, for a reader: with what stands beside them, and where. */
function surroundingsOf({ quotes, places }: StoredAnnotation): JsonValue {
  return quotes.map(({ exact, prefix, suffix }, i) => {
    const before = Array.from(prefix).slice(-8).join('');
    const after = Array.from(suffix).slice(0, 8).join('');
    const at = places[i]?.codePoints;
    return `${before}【${exact}】${after}${at ? ` (${at.start}–${at.end})` : ''}`;
  });
}

/** The tag without its positions, so that it is looked for by its words. */
export function quotedOnly(tag: StoredAnnotation): StoredAnnotation {
  return { ...tag, places: tag.places.map(({ codePoints: _, ...place }) => place) };
}

type Link = readonly [type: string, target: string];

function links(relations: StoredAnnotation['relations'] = []): readonly Link[] {
  return relations.map(({ type, target }) => [type, target] as const);
}

/** Parts that nobody here understands, by their members or their content; those of the targets go with the place. */
function mergeUnknown(
  sides: TagSides,
  placeFrom: 'ours' | 'theirs',
  prefers: Prefers,
  clash: (name: string, choice: Choice<JsonValue | undefined>) => void,
): UnknownParts | undefined {
  const base = partsOf(sides.base);
  const ours = partsOf(sides.ours);
  const theirs = partsOf(sides.theirs);
  // One for each place: those of the other side fit only where it has as many.
  const alike = sides.ours.places.length === sides.theirs.places.length;
  const targets = alike
    ? mergeValue(base.targets, ours.targets, theirs.targets, prefers).kept
    : partsOf(sides[placeFrom]).targets;
  const parts: [string, JsonValue][] = targets ? [['targets', targets]] : [];
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (name === 'targets') continue;
    const [b, o, t] = [base[name], ours[name], theirs[name]];
    if (isList(b) && isList(o) && isList(t)) parts.push([name, mergeSets(b ?? [], o ?? [], t ?? [])]);
    else if (name !== 'creator' && isMembers(b) && isMembers(o) && isMembers(t)) {
      parts.push([name, mergeMembers(b ?? {}, o ?? {}, t ?? {}, prefers, clash)]);
    } else {
      const choice = mergeValue(b, o, t, prefers);
      if ('other' in choice) clash(name, choice);
      if (choice.kept !== undefined) parts.push([name, choice.kept]);
    }
  }
  const full = parts.filter(
    ([, part]) => typeof part !== 'object' || part === null || Object.keys(part).length > 0,
  );
  return full.length > 0 ? (Object.fromEntries(full) as UnknownParts) : undefined;
}

function partsOf(tag: StoredAnnotation | undefined): JsonObject {
  return (tag?.unknown ?? {}) as JsonObject;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] | undefined {
  return value === undefined || Array.isArray(value);
}

function isMembers(value: JsonValue | undefined): value is JsonObject | undefined {
  return value === undefined || isObject(value);
}

/** A value as a line of a note can show it. */
function shown(value: JsonValue | undefined): string {
  if (value === undefined || value === '') return '—';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('…') || '—';
  return JSON.stringify(value);
}
