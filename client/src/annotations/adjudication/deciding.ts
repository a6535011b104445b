import type { TextRange } from '../../../../server/src/text/range.ts';
import type { Annotation, Attributes, UnknownParts } from '../annotation.ts';
import { derivedId } from '../formats/derived-id.ts';
import { quoteOf } from '../quote.ts';
import type { Comparison } from './difference.ts';
import {
  type AdjudicationRecord,
  type DecisionKind,
  recordMember,
  recordOf,
  type SourceTag,
  sourceOf,
  writeRecord,
} from './record.ts';
import type { Item } from './settlement.ts';
import { keyOf, type SideTag, sourceKey } from './sides.ts';

/** What a person wants of a difference. */
export type Choice =
  /** The tags of one side, which may have none there. */
  | { readonly type: 'take'; readonly side: number }
  | { readonly type: 'all' | 'neither' }
  /** Another tag than any annotator's. */
  | { readonly type: 'edit'; readonly tag: EditedTag };

export interface EditedTag {
  /** The index, among the tags of the difference, of the one that was changed; its links stay. */
  readonly base: number;
  readonly label: string;
  /** UTF-16 raw, sorted, apart; those of the base for a tag of the whole document. */
  readonly spans: readonly TextRange[];
  readonly attributes: Attributes;
  readonly note: string;
}

/** Who decides, when, and on which text. */
export interface Decider {
  /** As a name to show; empty where none is set. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** In which the spans lie. */
  readonly text: string;
}

/** What a decision makes of the settled set: which tags go, and which come or are changed. */
export interface SettledChange {
  readonly gone: readonly string[];
  readonly put: readonly Annotation[];
}

/** The settled set after a change. */
export function changedSet(
  settled: readonly Annotation[],
  { gone, put }: SettledChange,
): readonly Annotation[] {
  const without = new Set([...gone, ...put.map(({ id }) => id)]);
  return [...settled.filter(({ id }) => !without.has(id)), ...put];
}

/** Decides a difference, whatever was decided about it before. Links of the tags are not settled yet. */
export function decide(item: Item, choice: Choice, comparison: Comparison, decider: Decider): SettledChange {
  const { tags } = item.difference;
  const replaced = [...(item.decision ? [item.decision] : []), ...item.former].flatMap(
    ({ settled }) => settled,
  );
  const put =
    tags.length === 0 ? decideGone(choice, replaced, decider) : decided(item, choice, comparison, decider);
  const stays = new Set(put.map(({ id }) => id));
  return { gone: replaced.map(({ id }) => id).filter((id) => !stays.has(id)), put };
}

/** Writes what the annotators agree on, where that is not done yet. */
export function acceptAgreed(
  items: readonly Item[],
  comparison: Comparison,
  decider: Decider,
): SettledChange {
  const changes = items
    .filter(({ state, decision }) => state === 'agreed' && !decision)
    .map((item) => {
      const [first] = item.difference.tags;
      const tag = settledTag(
        first!,
        item.difference.tags,
        'agreed',
        item.difference.tags,
        comparison,
        decider,
      );
      const former = item.former.flatMap(({ settled }) => settled).map(({ id }) => id);
      return { gone: former.filter((id) => id !== tag.id), put: tag };
    });
  return { gone: changes.flatMap(({ gone }) => gone), put: changes.map(({ put }) => put) };
}

function decided(
  { difference: { tags } }: Item,
  choice: Choice,
  comparison: Comparison,
  decider: Decider,
): readonly Annotation[] {
  if (choice.type === 'edit') {
    const base = tags[choice.tag.base] ?? tags[0]!;
    const settled = settledTag(base, [base], 'edited', tags, comparison, decider);
    return [editedTag(settled, choice.tag, tags.map(keyOf), decider)];
  }
  const from = choice.type === 'take' ? comparison.sides[choice.side]?.annotator : undefined;
  const kind = choice.type === 'take' ? 'taken' : choice.type;
  const taken = tags.filter(
    ({ side }) => choice.type === 'all' || (choice.type === 'take' && side === choice.side),
  );
  if (taken.length === 0) return [trace(tags, kind, comparison, decider, from)];
  return distinctTags(taken).map((alike) =>
    settledTag(alike[0]!, alike, kind, tags, comparison, decider, from),
  );
}

/** Tags with one label on the same words are one, of the first of their sides. */
function distinctTags(tags: readonly SideTag[]): readonly (readonly SideTag[])[] {
  const byKey = new Map<string, SideTag[]>();
  for (const each of tags) {
    const { label, scope, spans } = each.tag;
    const places = each.bare.length > 0 ? each.bare : spans;
    const key = JSON.stringify([label, scope, places.map(({ start, end }) => [start, end])]);
    const alike = byKey.get(key);
    // A side that has the same twice means something by it.
    if (alike?.every(({ side }) => side !== each.side)) alike.push(each);
    else byKey.set(alike ? keyOf(each) : key, [each]);
  }
  return [...byKey.values()];
}

/** What is to become of settled tags whose sources have all been removed: they stay, are changed, or go. */
function decideGone(choice: Choice, settled: readonly Annotation[], decider: Decider): readonly Annotation[] {
  return settled.map((tag, index) => {
    const record = recordOf(tag)!;
    const decision =
      choice.type === 'edit' ? 'edited' : choice.type === 'neither' ? 'neither' : record.decision;
    const again: AdjudicationRecord = {
      ...record,
      decision,
      of: record.of.map((source) => ({ ...source, gone: true })),
      by: decider.by,
      at: decider.at,
    };
    const kept = { ...withRecord(tag, again), modified: decider.at };
    if (choice.type === 'neither') return { ...kept, review: 'rejected', relations: [] };
    return choice.type === 'edit' && index === choice.tag.base
      ? editedTag(kept, choice.tag, record.of.map(sourceKey), decider)
      : kept;
  });
}

function settledTag(
  { tag }: SideTag,
  standsFor: readonly SideTag[],
  decision: DecisionKind,
  all: readonly SideTag[],
  comparison: Comparison,
  { by, at, text }: Decider,
  from?: string,
): Annotation {
  const spans = tag.spans.filter(({ start, end }) => start < end);
  const annotation: Annotation = {
    id: derivedId(['settled', ...standsFor.map(keyOf)]),
    label: tag.label,
    spans,
    scope: tag.scope,
    attributes: joinedAttributes([tag, ...standsFor.map((each) => each.tag)]),
    relations: [],
    note: joinedNotes([tag, ...standsFor.map((each) => each.tag)]),
    creator: by,
    created: at,
    modified: at,
    review: 'accepted',
    state: 'anchored',
    quotes: spans.map((span) => quoteOf(text, span)),
    ...(tag.unknown?.attributes && { unknown: { attributes: tag.unknown.attributes } }),
  };
  const taken = new Set(standsFor.map(keyOf));
  return withRecord(annotation, {
    decision,
    ...(from !== undefined && { from }),
    among: comparison.sides.map(({ annotator }) => annotator),
    of: all.map((each): SourceTag => sourceOf(each, taken.has(keyOf(each)))),
    by,
    at,
  });
}

/** The attributes of tags that become one; where two contradict each other, the first counts. */
function joinedAttributes(tags: readonly Annotation[]): Attributes {
  return Object.fromEntries([...tags].reverse().flatMap(({ attributes }) => Object.entries(attributes)));
}

/** The notes of tags that become one, each once. */
function joinedNotes(tags: readonly Annotation[]): string {
  const notes = new Map(tags.map(({ note }) => [note.trim(), note]));
  return notes.size === 1 ? tags[0]!.note : [...notes.keys()].filter(Boolean).join('\n');
}

/** That a difference was decided against: a rejected tag on its words, which keeps the record of it. */
function trace(
  tags: readonly SideTag[],
  decision: DecisionKind,
  comparison: Comparison,
  decider: Decider,
  from: string | undefined,
): Annotation {
  const tag = settledTag(tags[0]!, [], decision, tags, comparison, decider, from);
  return { ...tag, id: derivedId(['neither', ...tags.map(keyOf)]), review: 'rejected', note: '' };
}

function editedTag(
  tag: Annotation,
  { label, spans, attributes, note }: EditedTag,
  keys: readonly string[],
  { text }: Decider,
): Annotation {
  const places = tag.scope === 'document' ? tag.spans : spans;
  return {
    ...tag,
    id: derivedId(['edited', ...keys]),
    label,
    spans: places,
    quotes: places.map((span) => quoteOf(text, span)),
    attributes,
    note,
  };
}

function withRecord(tag: Annotation, record: AdjudicationRecord): Annotation {
  const unknown: UnknownParts = {
    ...tag.unknown,
    members: { ...tag.unknown?.members, [recordMember]: writeRecord(record) },
  };
  return { ...tag, unknown };
}
