import type { Annotation } from '../../annotations/annotation.ts';
import type { TagGroup } from './tag-groups.ts';

/** A row of the list of tags. */
export type TagRow = GroupRow | TagLine;

/** A group; its lines are made when somebody looks at them. */
export interface GroupRow {
  readonly id: string;
  readonly group: TagGroup;
}

/** One tag. */
export interface TagLine {
  readonly id: string;
  /** The tag's id: what the list's commands act on. */
  readonly tag: string;
  readonly annotation: Annotation;
  /** Absent where the list is flat. */
  readonly parent?: GroupRow;
}

interface Group extends GroupRow {
  group: TagGroup;
  lines: Line[] | undefined;
}

interface Line extends TagLine {
  annotation: Annotation;
  /** How it looked when it was last shown; undefined while nobody has seen it. */
  seen: string | undefined;
}

/**
 * The rows of the list, kept through changes: a row stays the same object as long as it stands for the same group or
 * tag, so that after a change only the rows that look otherwise are drawn anew. Nothing is made for a group that
 * nobody has opened.
 */
export class TagTree {
  #groups: Group[] = [];
  /** Whether the tags stand without a group: a single one would say nothing. */
  #flat = false;
  readonly #lookOf: (line: TagLine) => string;

  /** @param lookOf all that a line shows: where it is the same, the line need not be drawn anew */
  constructor(lookOf: (line: TagLine) => string) {
    this.#lookOf = lookOf;
  }

  get roots(): readonly TagRow[] {
    const [only] = this.#groups;
    return this.#flat && only ? this.below(only) : this.#groups;
  }

  below(row: GroupRow): readonly TagLine[] {
    const group = row as Group;
    group.lines ??= group.group.tags.map((tag) => this.#line(tag, group));
    return group.lines;
  }

  /** A line is about to be shown. */
  seen(line: TagLine): void {
    (line as Line).seen = this.#lookOf(line);
  }

  /** Takes other groups; the rows to draw anew, or `all`. */
  update(groups: readonly TagGroup[], flat: boolean): readonly TagRow[] | 'all' {
    const before = new Map(this.#groups.map((group) => [group.id, group]));
    const sameRows =
      flat === this.#flat &&
      groups.length === this.#groups.length &&
      groups.every(({ key }, index) => this.#groups[index]!.id === key);
    const anew: TagRow[] = [];
    if (flat !== this.#flat) for (const group of this.#groups) group.lines = undefined;
    this.#flat = flat;
    this.#groups = groups.map((group) => {
      const row = before.get(group.key);
      if (!row) return { id: group.key, group, lines: undefined };
      this.#renew(row, group, anew);
      return row;
    });
    if (!sameRows || (flat && anew.some((row) => 'group' in row))) return 'all';
    return anew;
  }

  #renew(row: Group, group: TagGroup, anew: TagRow[]): void {
    const was = row.group;
    row.group = group;
    const sameTags =
      was.tags.length === group.tags.length &&
      was.tags.every((tag, index) => tag.id === group.tags[index]!.id);
    if (!sameTags) {
      anew.push(row);
      if (!row.lines) return;
      const lines = new Map(row.lines.map((line) => [line.tag, line]));
      row.lines = group.tags.map((tag) => {
        const line = lines.get(tag.id);
        if (line) line.annotation = tag;
        return line ?? this.#line(tag, row);
      });
      return;
    }
    row.lines?.forEach((line, index) => {
      line.annotation = group.tags[index]!;
      if (line.seen !== undefined && line.seen !== this.#lookOf(line)) anew.push(line);
    });
  }

  #line(annotation: Annotation, group: Group): Line {
    const id = `${group.id} ${annotation.id}`;
    return {
      id,
      tag: annotation.id,
      annotation,
      seen: undefined,
      ...(this.#flat ? {} : { parent: group }),
    };
  }
}
