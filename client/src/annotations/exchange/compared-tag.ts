import type { JsonValue } from '../../../../server/src/text/json.ts';
import {
  type Annotation,
  type AttributeValue,
  extent,
  quotedWords,
  type UnknownParts,
} from '../annotation.ts';
import type { Holdings } from '../formats/features.ts';
import { same } from '../three-way.ts';
import { type ComparedMember, type ImportConflict, isLater, type Settle } from './import-conflict.ts';
import type { PlacedTag } from './placed-import.ts';
import type { OwnTag, Places } from './tag-identity.ts';

export interface MergedTag {
  readonly tag: Annotation;
  readonly changed: boolean;
}

interface Comparison extends MergedTag {
  readonly conflicts: readonly (ImportConflict & { readonly kept: 'ours' | 'theirs' })[];
}

/** A tag with what the same tag of an import says, as far as the import's format can say it. */
export function compareTag(
  ours: OwnTag,
  theirs: PlacedTag,
  { places, settle, now }: { readonly places: Places; readonly settle: Settle; readonly now: string },
): Comparison {
  const { holdings } = places;
  const conflicts: Comparison['conflicts'][number][] = [];
  const here = ours.raw;
  const there = theirs.raw;
  /** Whether what the import says is to be taken, where both say something else. */
  const takes = (member: ComparedMember, name: string, our: string, their: string): boolean => {
    const conflict: ImportConflict = {
      id: here.id,
      words: quotedWords(here),
      label: here.label,
      member,
      name,
      ours: our,
      theirs: their,
      oursModified: here.modified,
      theirsModified: there.modified,
    };
    const kept = settle(conflict);
    conflicts.push({ ...conflict, kept });
    return kept === 'theirs';
  };
  const said: { -readonly [name in keyof Annotation]?: Annotation[name] } = {};

  if (here.label !== there.label && takes('label', '', here.label, there.label)) said.label = there.label;
  if (movedBy(ours, theirs, places)) {
    const isFound = here.state === 'orphan';
    if (isFound || takes('place', '', quotedWords(here), quotedWords(there))) {
      const { spans, quotes, state } = there;
      Object.assign(said, {
        spans,
        quotes,
        state,
        ...(holdings.sections === 'yes' && { scope: there.scope }),
      });
    }
  }
  const isReview = holdings.reviews === 'yes' || (holdings.reviews === 'part' && there.review !== 'accepted');
  if (isReview && here.review !== there.review && takes('review', '', here.review, there.review)) {
    said.review = there.review;
  }
  for (const member of ['note', 'creator'] as const) {
    const held = holdings[member === 'note' ? 'notes' : 'people'];
    if (there[member] === '' || sameText(here[member], there[member], holdings, held)) continue;
    if (here[member] === '') said[member] = there[member];
    // What is held in part only may be what is left of what is here.
    else if (held === 'yes' && takes(member, '', here[member], there[member])) said[member] = there[member];
  }
  if (there.chain !== undefined && here.chain !== there.chain && holdings.chains !== 'no') {
    if (here.chain === undefined) said.chain = there.chain;
    else if (holdings.chains === 'yes' && takes('chain', '', here.chain, there.chain))
      said.chain = there.chain;
  }
  const attributes = mergedAttributes(here, there, holdings, (name, our, their) =>
    takes('attribute', name, String(our), String(their)),
  );
  if (attributes) said.attributes = attributes;
  const known = new Set(here.relations.map((each) => `${each.type}\n${each.target}`));
  const more = there.relations.filter((each) => !known.has(`${each.type}\n${each.target}`));
  if (more.length > 0) said.relations = [...here.relations, ...more];
  const unknown = mergedUnknown(here.unknown, there.unknown);
  if (unknown) said.unknown = unknown;

  const changed = Object.keys(said).length > 0;
  if (!changed) return { tag: here, changed, conflicts };
  // Not before the import's, so that what was settled by the times stays settled.
  const modified = isLater(there.modified, now) ? there.modified : now;
  // Parts of targets that nobody understands belong to the spans that are here.
  const tag = { ...here, ...said, modified };
  return { tag: said.spans ? withTargetsFor(tag) : tag, changed, conflicts };
}

/** Whether the import has the tag elsewhere. Where it has lost the words it says nothing of their place. */
function movedBy(ours: OwnTag, theirs: PlacedTag, places: Places): boolean {
  const { holdings } = places;
  if (theirs.formed.state === 'orphan' || !ours.formed) return false;
  if ((ours.formed.scope === 'document') !== (theirs.formed.scope === 'document')) {
    return holdings.documents === 'yes';
  }
  if (places.keyOf(ours.formed) === places.keyOf(theirs.formed)) return false;
  if (holdings.fragments === 'yes' || ours.formed.spans.length < 2) return true;
  // Of several fragments a format may have each by itself, or the first, or all with what is between them.
  const whole = extent(ours.formed);
  return theirs.formed.spans.some(({ start, end }) => start < whole.start || end > whole.end);
}

function mergedAttributes(
  here: Annotation,
  there: Annotation,
  holdings: Holdings,
  takes: (name: string, ours: AttributeValue, theirs: AttributeValue) => boolean,
): Annotation['attributes'] | undefined {
  const merged = new Map(Object.entries(here.attributes));
  let changed = false;
  for (const [name, theirs] of Object.entries(there.attributes)) {
    const ours = merged.get(name);
    const same =
      ours === theirs ||
      (ours !== undefined &&
        holdings.attributes !== 'yes' &&
        sameText(String(ours), String(theirs), holdings, 'part'));
    if (same || (ours !== undefined && !takes(name, ours, theirs))) continue;
    merged.set(name, theirs);
    changed = true;
  }
  return changed ? Object.fromEntries(merged) : undefined;
}

/** Whether two texts are one, as far as a format keeps them: it may have other line breaks, or forbid characters. */
function sameText(ours: string, theirs: string, holdings: Holdings, held: Holdings[keyof Holdings]): boolean {
  if (ours === theirs) return true;
  const plain = (text: string) => {
    const lines = held === 'yes' ? text.replace(/\r\n?/g, '\n') : text.replace(/\s+/g, ' ').trim();
    return holdings.characters === 'yes' ? lines : lines.replace(forbidden, '\ufffd');
  };
  return plain(ours) === plain(theirs);
}

/** What XML 1.0 forbids (2.2), with half pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ufffd]|\p{Cs}/gu;

/** What nobody here understands: what is here stays, and what is not here is added. */
function mergedUnknown(
  here: UnknownParts | undefined,
  there: UnknownParts | undefined,
): UnknownParts | undefined {
  if (!there) return undefined;
  const { targets: _, ...theirs } = there;
  const members = { ...theirs.members, ...here?.members };
  const merged: UnknownParts = {
    ...theirs,
    ...here,
    ...(Object.keys(members).length > 0 && { members }),
  };
  return same(merged as JsonValue, { ...here } as JsonValue) ? undefined : merged;
}

function withTargetsFor(tag: Annotation): Annotation {
  const targets = tag.unknown?.targets;
  if (!targets) return tag;
  return { ...tag, unknown: { ...tag.unknown, targets: tag.spans.map((_, i) => targets[i] ?? {}) } };
}
