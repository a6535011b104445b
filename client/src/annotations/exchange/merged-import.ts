import type { Annotation } from '../annotation.ts';
import { compareTag, type MergedTag } from './compared-tag.ts';
import { tagIn } from './exported-text.ts';
import { type ImportConflict, isSameTime, type Settle } from './import-conflict.ts';
import { linkKey, type MissingOptions, missingTags, withoutTags } from './missing-tags.ts';
import type { PlacedImport } from './placed-import.ts';
import { Places, TagsByIdentity } from './tag-identity.ts';

/** What the format of the import does not hold is no difference. */
export interface MergeOptions extends MissingOptions {
  readonly losesBlanks?: boolean;
  readonly settle: Settle;
  /** Whether the tags that the import lacks are removed, though it could have them. */
  readonly removeMissing: boolean;
  /** The time of the import, ISO 8601, UTC. */
  readonly now: string;
}

/** The tags of a document with those of an import. */
export interface MergedImport {
  /** UTF-16 raw; the very tags that were given where nothing changed in them. */
  readonly tags: readonly Annotation[];
  /** Ids of tags that were not there. */
  readonly added: readonly string[];
  /** Ids of tags that were there and say more, or other things, now. */
  readonly changed: readonly string[];
  /** How many tags of the import are here as they are. */
  readonly unchanged: number;
  /** With what counts of each. */
  readonly conflicts: readonly (ImportConflict & { readonly kept: 'ours' | 'theirs' })[];
  /** Ids of tags here that the import could have and has not; they are gone if that was asked for. */
  readonly missing: readonly string[];
  /** What the import says of links, by {@link linkKey}, for tags that are removed later. */
  readonly links: ReadonlySet<string>;
}

/**
 * Merges the tags of an import into those of the document. A tag is the same one by its id, else by its label and place.
 * What one side alone says, or has changed since the tag went out, is taken: the import tells how it was then, or its
 * time, which is that of the tag here as long as nothing has changed in it. Where both have changed, or nobody knows, it
 * is a conflict, and `settle` says what counts.
 * What the import does not say is never taken away. Importing the same again changes nothing.
 * @param ours UTF-16 raw
 */
export function mergeImport(
  ours: readonly Annotation[],
  imported: PlacedImport,
  options: MergeOptions,
): MergedImport {
  const hasBlanks = !options.losesBlanks && (imported.placing === 'raw' || imported.placing === 'clean');
  const places = new Places(imported.form.text, options.holdings, hasBlanks);
  const here = new TagsByIdentity(
    ours.map((raw) => ({ raw, formed: tagIn(imported.form, raw).tag })),
    places,
  );
  const pairs = here.pairsWith(imported.tags);
  const names = new Map(pairs.map(({ theirs, ours }) => [theirs.raw.id, ours?.raw.id ?? theirs.raw.id]));
  const merged = new Map<string, MergedTag>();
  const added: Annotation[] = [];
  const conflicts: MergedImport['conflicts'][number][] = [];
  const links = new Set<string>();
  let unchanged = 0;
  for (const { ours, theirs } of pairs) {
    const relations = theirs.raw.relations.map(({ type, target }) => ({
      type,
      target: names.get(target) ?? target,
    }));
    const raw = { ...theirs.raw, relations };
    for (const each of relations) links.add(linkKey(ours?.raw.id ?? raw.id, each));
    if (!ours) {
      added.push(raw);
      continue;
    }
    // Several of an import may be parts of one here.
    const before = merged.get(ours.raw.id)?.tag ?? ours.raw;
    const former = imported.former.get(raw.id);
    const compared = compareTag(
      { ...ours, raw: before },
      { ...theirs, raw },
      {
        ...options,
        places,
        ...(former && { former }),
        isAsSent: before === ours.raw && isSameTime(before.modified, raw.modified),
      },
    );
    merged.set(ours.raw.id, {
      tag: compared.tag,
      changed: compared.changed || merged.get(ours.raw.id)?.changed === true,
    });
    conflicts.push(...compared.conflicts);
    if (!compared.changed && compared.conflicts.length === 0) unchanged += 1;
  }

  const missing = missingTags(here, pairs, imported, options);
  const gone = new Set(options.removeMissing ? missing : []);
  const tags = [...ours.map((tag) => merged.get(tag.id)?.tag ?? tag), ...added];
  return {
    tags: withoutTags(tags, gone, links),
    added: added.map(({ id }) => id),
    changed: [...merged].filter(([, { changed }]) => changed).map(([id]) => id),
    unchanged,
    conflicts,
    missing,
    links,
  };
}
