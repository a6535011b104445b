import { type Label, type LabelScheme, reviewedLabelId, sicLabelId } from './labels.ts';

/** What a scheme has and another lacks. */
export interface MissingLabels {
  /** To be added: its parts have ids that nothing has, and keys likewise. */
  readonly missing: LabelScheme;
  /** The ids of the labels that are there already, as they are called there; “as printed”, which always is, not counted. */
  readonly kept: readonly string[];
}

export const noLabels: LabelScheme = { labels: [], groups: [], attributes: [], relations: [] };

/**
 * What `theirs` has and `ours` lacks. A label, group, attribute or relation is known again by its id; where that was only
 * made of the name that another tool gave it, also by its name. What is known again stays as it is in `ours`.
 */
export function missingLabels(ours: LabelScheme, theirs: LabelScheme): MissingLabels {
  const groups = new Matching(ours.groups, []);
  const groupIds = new Map(theirs.groups.map((group) => [group.id, groups.match(group)]));
  const labels = new Matching(ours.labels, [reviewedLabelId]);
  const labelIds = new Map(theirs.labels.map((label) => [label.id, labels.match(label)]));
  const attributes = new Matching(ours.attributes, []);
  const relations = new Matching(ours.relations, []);
  const idsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => labelIds.get(id)?.id ?? id))];
  const keys = new Set(ours.labels.flatMap(({ key }) => key ?? []));

  const newLabels = theirs.labels.flatMap((label): Label[] => {
    const { id, isNew } = labelIds.get(label.id)!;
    if (!isNew) return [];
    const { key, group, ...rest } = label;
    const isFree = key !== undefined && !keys.has(key);
    if (isFree) keys.add(key);
    const groupId = group === undefined ? undefined : groupIds.get(group)?.id;
    return [{ ...rest, id, ...(isFree && { key }), ...(groupId !== undefined && { group: groupId }) }];
  });
  const missing = {
    labels: newLabels,
    groups: theirs.groups.flatMap((group) => renamed(group, groupIds.get(group.id)!)),
    attributes: theirs.attributes.flatMap((attribute) =>
      renamed({ ...attribute, labels: idsOf(attribute.labels) }, attributes.match(attribute)),
    ),
    relations: theirs.relations.flatMap((relation) =>
      renamed({ ...relation, from: idsOf(relation.from), to: idsOf(relation.to) }, relations.match(relation)),
    ),
  };
  const there = new Set([...labelIds.values()].filter(({ isNew }) => !isNew).map(({ id }) => id));
  there.delete(sicLabelId);
  return { missing, kept: [...there] };
}

/** A scheme with what another has and it lacks behind it. */
export function joinedLabels(ours: LabelScheme, missing: LabelScheme): LabelScheme {
  return {
    labels: [...ours.labels, ...missing.labels],
    groups: [...ours.groups, ...missing.groups],
    attributes: [...ours.attributes, ...missing.attributes],
    relations: [...ours.relations, ...missing.relations],
  };
}

type Part = Pick<Label, 'id' | 'name'>;

interface Match {
  /** In the scheme that it comes into. */
  readonly id: string;
  readonly isNew: boolean;
}

function renamed<Each extends Part>(part: Each, { id, isNew }: Match): Each[] {
  return isNew ? [{ ...part, id }] : [];
}

/** Knows the parts of a scheme again, and gives others ids that are free. */
class Matching {
  readonly #ours: ReadonlyMap<string, Part>;
  readonly #taken: Set<string>;
  /** By a name that one part alone has; undefined: several have it. */
  readonly #byName = new Map<string, string | undefined>();
  /** How many ids have been made of one form. */
  readonly #copies = new Map<string, number>();

  constructor(ours: readonly Part[], reserved: readonly string[]) {
    this.#ours = new Map(ours.map((part) => [part.id, part]));
    this.#taken = new Set([...this.#ours.keys(), ...reserved]);
    for (const { id, name } of ours) {
      for (const each of new Set([name.zh, name.en])) {
        this.#byName.set(each, this.#byName.has(each) ? undefined : id);
      }
    }
  }

  match(part: Part): Match {
    const { id, name } = part;
    const isNameless = standIn.test(id);
    const there = this.#ours.get(id);
    if (there && !(isNameless && there.name.zh !== name.zh && there.name.en !== name.en)) {
      return { id: there.id, isNew: false };
    }
    const called = this.#byName.get(name.zh) ?? this.#byName.get(name.en);
    if (called !== undefined && (isNameless || formOf(id) === formOf(name.en))) {
      return { id: called, isNew: false };
    }
    const fresh = this.#isFree(id) ? id : this.#freshId(id);
    this.#taken.add(fresh);
    return { id: fresh, isNew: true };
  }

  #isFree(id: string): boolean {
    return /^[A-Za-z0-9_-]{1,64}$/.test(id) && !this.#isTaken(id);
  }

  #isTaken(id: string): boolean {
    return this.#taken.has(id) || Object.hasOwn(Object.prototype, id);
  }

  #freshId(wanted: string): string {
    const form = formOf(wanted).slice(0, 50).replace(standInNumber, '') || 'label';
    let id = form;
    let count = this.#copies.get(form) ?? 1;
    for (; this.#isTaken(id); id = `${form}-${count}`) count += 1;
    this.#copies.set(form, count);
    return id;
  }
}

/** An id that readers give where a name has no characters that an id may have. */
const standIn = /^(?:label|group|type)(?:[-_]\d+)?$/;
const standInNumber = /(?<=^(?:label|group|type))[-_]\d+$/;

/** Of a name what an id can be made of. */
function formOf(name: string): string {
  return name
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}
