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
import type { FormerTag, PlacedTag } from './placed-import.ts';
import type { OwnTag, Places } from './tag-identity.ts';

export interface MergedTag {
  readonly tag: Annotation;
  readonly changed: boolean;
}

interface Comparison extends MergedTag {
  readonly conflicts: readonly (ImportConflict & { readonly kept: 'ours' | 'theirs' })[];
}

interface CompareOptions {
  readonly places: Places;
  readonly settle: Settle;
  readonly now: string;
  /** The tag as it was when it went out. */
  readonly former?: FormerTag;
  /** Whether it is known that nothing has changed in the tag here since. */
  readonly isAsSent: boolean;
}

/** A tag with what the same tag of an import says, as far as the import's format can say it. */
export function compareTag(
  ours: OwnTag,
  theirs: PlacedTag,
  { places, settle, now, former, isAsSent }: CompareOptions,
): Comparison {
  const { holdings } = places;
  const conflicts: Comparison['conflicts'][number][] = [];
  const here = ours.raw;
  const there = theirs.raw;
  /**
   * Whether what the import says is to be taken, where both say something else.
   * @param was whether the tag here, and that of the import, says what it said when it went out; absent: not known
   */
  const takes = (member: ComparedMember, name: string, our: string, their: string, was?: Was): boolean => {
    if (was?.theirs) return false;
    if (was?.ours || isAsSent) return true;
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

  /** Of a member that is a text. */
  const wasText = (member: 'label' | 'review' | 'note' | 'chain'): Was | undefined =>
    former && {
      ours: sameText(here[member] ?? '', former.said[member] ?? '', holdings, 'yes'),
      theirs: sameText(there[member] ?? '', former.said[member] ?? '', holdings, 'yes'),
    };
  const takesText = (member: 'label' | 'review' | 'note' | 'chain', our: string, their: string) =>
    takes(member, '', our, their, wasText(member));

  if (here.label !== there.label && takesText('label', here.label, there.label)) said.label = there.label;
  const wasPlace = (): Was | undefined =>
    former?.formed && ours.formed
      ? {
          ours: places.keyOf(former.formed) === places.keyOf(ours.formed),
          theirs: places.keyOf(former.formed) === places.keyOf(theirs.formed),
        }
      : undefined;
  if (movedBy(ours, theirs, places)) {
    const isFound = here.state === 'orphan';
    if (isFound || takes('place', '', quotedWords(here), quotedWords(there), wasPlace())) {
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
  if (isReview && here.review !== there.review && takesText('review', here.review, there.review)) {
    said.review = there.review;
  }
  for (const member of ['note', 'creator'] as const) {
    const held = holdings[member === 'note' ? 'notes' : 'people'];
    if (member === 'note' && there.note === '' && former && former.said.note !== '') {
      // It was there, so it was taken away.
      if (held === 'yes' && here.note !== '' && takes('note', '', here.note, '', wasText('note')))
        said.note = '';
      continue;
    }
    if (there[member] === '' || sameText(here[member], there[member], holdings, held)) continue;
    const was = member === 'note' ? wasText(member) : undefined;
    if (here[member] === '') {
      // Or it was taken away here.
      if (!was?.theirs) said[member] = there[member];
    }
    // What is held in part only may be what is left of what is here.
    else if (held === 'yes' && takes(member, '', here[member], there[member], was)) {
      said[member] = there[member];
    }
  }
  if (there.chain !== undefined && here.chain !== there.chain && holdings.chains !== 'no') {
    if (here.chain === undefined) {
      if (!wasText('chain')?.theirs) said.chain = there.chain;
    } else if (holdings.chains === 'yes' && takesText('chain', here.chain, there.chain)) {
      said.chain = there.chain;
    }
  }
  const attributes = mergedAttributes(here, there, holdings, former?.said, (name, our, their, was) =>
    takes('attribute', name, our, their, was),
  );
  if (attributes) said.attributes = attributes;
  const known = new Set(here.relations.map((each) => `${each.type}\n${each.target}`));
  const more = there.relations.filter((each) => !known.has(`${each.type}\n${each.target}`));
  if (more.length > 0) said.relations = [...here.relations, ...more];
  const unknown = mergedUnknown(here.unknown, there.unknown);
  if (unknown) said.unknown = unknown;

  const changed = Object.keys(said).length > 0;
  if (!changed) return { tag: here, changed, conflicts };
  // After the import's, so that what was settled stays settled when it comes again.
  const modified = isLater(now, there.modified) ? now : timeAfter(there.modified, now);
  // Parts of targets that nobody understands belong to the spans that are here.
  const tag = { ...here, ...said, modified };
  return { tag: said.spans ? withTargetsFor(tag) : tag, changed, conflicts };
}

/** Whether a member here, and in the import, is as it was when the tag went out. */
interface Was {
  readonly ours: boolean;
  readonly theirs: boolean;
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
  former: Annotation | undefined,
  takes: (name: string, ours: string, theirs: string, was?: Was) => boolean,
): Annotation['attributes'] | undefined {
  const merged = new Map(Object.entries(here.attributes));
  const before = former && new Map(Object.entries(former.attributes));
  /** A format may have a number as a text. */
  const wasSaid = (name: string, ours: AttributeValue | undefined, theirs: AttributeValue | undefined) =>
    before && {
      ours: String(ours) === String(before.get(name)),
      theirs: String(theirs) === String(before.get(name)),
    };
  let changed = false;
  for (const [name, theirs] of Object.entries(there.attributes)) {
    const ours = merged.get(name);
    const same =
      ours === theirs ||
      (ours !== undefined &&
        holdings.attributes !== 'yes' &&
        sameText(String(ours), String(theirs), holdings, 'part'));
    if (same) continue;
    const was = wasSaid(name, ours, theirs);
    // Where it is not here it may have been taken away here.
    if (ours === undefined ? was?.theirs : !takes(name, String(ours), String(theirs), was)) continue;
    merged.set(name, theirs);
    changed = true;
  }
  const theirs = new Set(Object.keys(there.attributes));
  for (const name of holdings.attributes === 'yes' ? (before?.keys() ?? []) : []) {
    const ours = merged.get(name);
    if (theirs.has(name) || ours === undefined) continue;
    if (!takes(name, String(ours), '', wasSaid(name, ours, undefined))) continue;
    merged.delete(name);
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

/** The next moment, ISO 8601; `now` where the time is none. */
function timeAfter(time: string, now: string): string {
  const next = new Date(Date.parse(time) + 1);
  return Number.isNaN(next.getTime()) ? now : next.toISOString();
}

function withTargetsFor(tag: Annotation): Annotation {
  const targets = tag.unknown?.targets;
  if (!targets) return tag;
  return { ...tag, unknown: { ...tag.unknown, targets: tag.spans.map((_, i) => targets[i] ?? {}) } };
}
