import type { JsonObject, JsonValue } from '../../../server/src/text/json.ts';
import type { MergeConflict } from './merge-conflict.ts';
import { broughtBack, relinked } from './merge-links.ts';
import { mergeTag, quotedOnly, type TextSide } from './merge-tag.ts';
import type { Sidecar, StoredAnnotation, TextFacts } from './sidecar.ts';
import { canonical, mergeMembers, mergeSets } from './three-way.ts';

/** One file of tags in three states: as it was, and as two people left it. */
export interface SidecarSides {
  /** An empty one where there was none: then nothing counts as removed. */
  readonly base: Sidecar;
  readonly ours: Sidecar;
  readonly theirs: Sidecar;
}

export interface SidecarMerge {
  /**
   * Says which text its positions count in, or nothing of it where both sides changed the text: whoever opens it
   * then holds each position against its quote. A tag from the side whose text it is not has a quote alone.
   */
  readonly sidecar: Sidecar;
  /** In order of id. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two changes of a sidecar, tag by tag and member by member. Nothing that either side wrote is lost: what
 * one added is there, what one removed goes unless the other changed it or linked to it, and where both changed one
 * member differently the later change counts and the other stands in the tag's note. The same sides give the same merge.
 * @param text whose text is on disk, where that is known; else the side's that alone changed it
 */
export function mergeSidecars({ base, ours, theirs }: SidecarSides, text?: 'ours' | 'theirs'): SidecarMerge {
  const changed = { ours: !sameText(base.text, ours.text), theirs: !sameText(base.text, theirs.text) };
  const alike = sameText(ours.text, theirs.text);
  const side = text ?? (alike ? 'ours' : sideOfText(base, changed));
  const conflicts: MergeConflict[] = [];

  const before = byId(base.annotations);
  const here = byId(ours.annotations);
  const there = byId(theirs.annotations);
  const back = {
    ours: broughtBack({ base: before, without: here, having: there, textChanged: changed.theirs }),
    theirs: broughtBack({ base: before, without: there, having: here, textChanged: changed.ours }),
  };
  const ids = [...new Set([...here.keys(), ...there.keys()])].sort((a, b) => (a < b ? -1 : 1));
  const annotations: StoredAnnotation[] = [];
  for (const id of ids) {
    const sides = { base: before.get(id), ours: here.get(id), theirs: there.get(id) };
    if (sides.ours && sides.theirs) {
      const merged = mergeTag(
        {
          base: sides.base,
          ours: relinked(sides.ours, sides.base, back.ours),
          theirs: relinked(sides.theirs, sides.base, back.theirs),
        },
        { ...changed, oneText: alike && ours.text !== undefined },
        // On one text, a position is as good from either side.
        alike ? undefined : side,
      );
      annotations.push(merged.tag);
      conflicts.push(...merged.conflicts);
      continue;
    }
    const from = sides.ours ? 'ours' : 'theirs';
    const tag = (sides.ours ?? sides.theirs)!;
    if (sides.base) {
      if (!back[from === 'ours' ? 'theirs' : 'ours'].has(id)) continue;
      conflicts.push({ id, member: 'deletion', name: '', kept: tag.label, other: '' });
    }
    annotations.push(alike || side === undefined || side === from ? tag : quotedOnly(tag));
  }

  const unknown = mergePage(base.unknown, ours.unknown, theirs.unknown, conflicts);
  const textMembers = mergeMembers(
    base.textMembers ?? {},
    ours.textMembers ?? {},
    theirs.textMembers ?? {},
    (our, their) => canonical(our) > canonical(their),
    (name, { kept, other }) =>
      conflicts.push({ id: '', member: 'other', name, kept: canonical(kept), other: canonical(other) }),
  );
  const facts = side === undefined ? undefined : side === 'ours' ? ours.text : theirs.text;
  return {
    sidecar: {
      ...(facts && { text: facts }),
      ...(Object.keys(textMembers).length > 0 && { textMembers }),
      annotations,
      kept: mergeSets<JsonValue>(base.kept, ours.kept, theirs.kept),
      unknown,
    },
    conflicts,
  };
}

function sideOfText(base: Sidecar, changed: { readonly ours: boolean; readonly theirs: boolean }): TextSide {
  if (!base.text || changed.ours === changed.theirs) return undefined;
  return changed.ours ? 'ours' : 'theirs';
}

function sameText(a: TextFacts | undefined, b: TextFacts | undefined): boolean {
  return a?.sha256 === b?.sha256 && a?.length === b?.length;
}

/** The first of each id: a sidecar that comes from a file holds none twice. */
function byId(annotations: readonly StoredAnnotation[]): ReadonlyMap<string, StoredAnnotation> {
  return new Map(annotations.map((tag) => [tag.id, tag]));
}

/** Where a page keeps what did not count in a merge: it has no note. */
const conflictMember = 'jiaozhu:conflict';

function mergePage(
  base: JsonObject,
  ours: JsonObject,
  theirs: JsonObject,
  conflicts: MergeConflict[],
): JsonObject {
  const others: JsonValue[] = [];
  const merged = mergeMembers(
    base,
    ours,
    theirs,
    (our, their) => canonical(our) > canonical(their),
    (name, { kept, other }) => {
      others.push({ [name]: other ?? null });
      conflicts.push({ id: '', member: 'other', name, kept: canonical(kept), other: canonical(other) });
    },
  );
  if (others.length === 0) return merged;
  const former = Object.hasOwn(merged, conflictMember) ? merged[conflictMember] : [];
  const list: readonly JsonValue[] = Array.isArray(former) ? former : [former as JsonValue];
  return { ...merged, [conflictMember]: mergeSets<JsonValue>([], list, others) };
}
