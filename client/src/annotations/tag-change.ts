import { type Attributes, type UnknownParts, withoutNames } from './annotation.ts';
import { distinct, sameRelations } from './links.ts';
import type { AnnotationChange, AnnotationDraft } from './store.ts';
import type { Said } from './tag-entry.ts';

/** What a new tag says. */
export function draftSaid(draft: AnnotationDraft, creator: string, now: string): Said {
  return {
    label: draft.label,
    scope: draft.scope ?? 'words',
    attributes: draft.attributes ?? {},
    relations: distinct(draft.relations ?? []),
    ...(draft.chain && { chain: draft.chain }),
    note: draft.note ?? '',
    creator,
    created: now,
    modified: now,
    review: draft.review ?? 'accepted',
  };
}

/** What a part that was split off a tag says: it is as the tag was, but its note and links stay with the first part. */
export function splitSaid(said: Said, creator: string, now: string): Said {
  const { unknown: _, ...known } = said;
  return { ...known, note: '', relations: [], creator, created: now, modified: now };
}

/**
 * What a tag says after the same words were tagged alike again; null where that changes nothing. An accepted tag
 * stands; a suggested one is decided by the draft; a rejected one comes back only where a person tags its words.
 */
export function retaken(said: Said, draft: AnnotationDraft, now: string): Said | null {
  const review = draft.review ?? 'accepted';
  if (said.review === 'accepted' || said.review === review) return null;
  if (said.review === 'rejected' && review === 'suggested') return null;
  return changedSaid(
    said,
    {
      review,
      ...(draft.attributes && { attributes: { ...said.attributes, ...draft.attributes } }),
      ...(draft.note && { note: draft.note }),
      ...(draft.relations && { relations: [...said.relations, ...draft.relations] }),
      ...(draft.chain && { chain: draft.chain }),
    },
    now,
  );
}

/** What a tag says after a change; null where that is the same. */
export function changedSaid(said: Said, change: AnnotationChange, now: string): Said | null {
  const { chain: oldChain, ...rest } = said;
  const relations = change.relations ? distinct(change.relations) : said.relations;
  const chain = change.chain ?? oldChain ?? '';
  const same =
    (change.label ?? said.label) === said.label &&
    (change.note ?? said.note) === said.note &&
    (change.review ?? said.review) === said.review &&
    chain === (oldChain ?? '') &&
    sameAttributes(change.attributes ?? said.attributes, said.attributes) &&
    sameRelations(relations, said.relations);
  if (same) return null;
  const unknown = change.attributes ? withSetAttributes(said.unknown, change.attributes) : said.unknown;
  const { unknown: _, ...known } = rest;
  return {
    ...known,
    ...(unknown && { unknown }),
    label: change.label ?? said.label,
    note: change.note ?? said.note,
    review: change.review ?? said.review,
    attributes: change.attributes ?? said.attributes,
    relations,
    ...(chain !== '' && { chain }),
    modified: now,
  };
}

/** What is not understood, without the attributes that have a value now: these do not come back with its removal. */
function withSetAttributes(unknown: UnknownParts | undefined, set: Attributes): UnknownParts | undefined {
  if (!unknown?.attributes || !Object.keys(set).some((name) => Object.hasOwn(unknown.attributes!, name))) {
    return unknown;
  }
  const { attributes, ...others } = unknown;
  const left = withoutNames(attributes, set);
  const parts = { ...others, ...(Object.keys(left).length > 0 && { attributes: left }) };
  return Object.keys(parts).length > 0 ? parts : undefined;
}

function sameAttributes(a: Attributes, b: Attributes): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
