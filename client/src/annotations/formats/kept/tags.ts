import type { JsonValue } from '../../../../../server/src/text/json.ts';
import { type Annotation, comparePlace, type Relation } from '../../annotation.ts';
import { sha256 } from '../../sha256.ts';
import { derivedId } from '../derived-id.ts';
import type { FormatProblem } from '../format-problem.ts';
import type { UnitMap } from '../offset-unit.ts';
import { readTag, type WrittenSpan, type WrittenTag } from '../read-tag.ts';
import { withUnknownParts } from '../unknown-parts.ts';
import { isKeptForTools, type KeptTag, orphanOf, readKeptTag, withLostParts } from './tag.ts';

/** A tag, or one fragment of a tag, as the tool itself has it. */
export interface ToolTag {
  /** By which it is known again: its id, or its place and label, as the format has it. */
  readonly key: string;
  readonly label: string;
  /** The label as the file has it, where that is another. */
  readonly written?: string;
  /** Absent where it is on the whole document. */
  readonly span?: WrittenSpan;
  /** What the tool says of it; it counts more than what was kept. */
  readonly fields?: Partial<Omit<WrittenTag, 'id' | 'label'>>;
  /** What the file says of all its tags, which counts less than what was kept. */
  readonly defaults?: Partial<Omit<WrittenTag, 'id' | 'label'>>;
  /** The id to be given to it where nothing was kept of it; absent: one that is derived. */
  readonly id?: string;
  readonly line: number;
}

/** The key of a tag in a tool that gives it no id. Offsets: the format's unit. */
export function placeKey({
  start,
  end,
  label,
}: {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}): string {
  return JSON.stringify([start, end, label]);
}

/** The keys of a kept tag in such a tool, one for each fragment; none where it was not among the tool's own. */
export function placeKeys(tag: KeptTag): readonly string[] {
  if (!isKeptForTools(tag)) return [];
  const spans = tag.spans.filter(([start, end]) => start < end);
  return spans.map(([start, end]) => placeKey({ start, end, label: tag.label }));
}

export interface JoinedTags {
  /** In the order in which they were kept, then the tool's own. */
  readonly tags: readonly Annotation[];
  /** Those that were kept and are on words or the whole text, by id, as they were. */
  readonly former: ReadonlyMap<string, Annotation>;
  /** For each of the tool's tags, the id of the tag that it is of. */
  readonly ids: readonly string[];
  readonly problems: FormatProblem[];
}

/**
 * Brings together what a tool says of the tags of a document and what was kept beside it of those that we wrote. A tag
 * that was kept and that the tool had (`keysOf` tells by which keys; none: it never had it) and has no more, was
 * deleted there. Offsets: the map's unit.
 * @param document what ids are derived from, beside text, label and place
 */
export function joinTags(
  document: string,
  text: string,
  map: UnitMap,
  kept: readonly JsonValue[],
  tools: readonly ToolTag[],
  keysOf: (tag: KeptTag) => readonly string[],
  line: number,
): JoinedTags {
  const problems: FormatProblem[] = [];
  const tags: Annotation[] = [];
  const ids: string[] = [];
  const former = new Map<string, Annotation>();
  const taken = new Set<string>();
  const add = (read: ReturnType<typeof readTag>) => {
    tags.push(read.tag);
    problems.push(...read.problems);
  };
  const byKey = new Map<string, number[]>();
  tools.forEach(({ key }, index) => {
    const same = byKey.get(key);
    if (same) same.push(index);
    else byKey.set(key, [index]);
  });
  // Taken from the front, so that of several alike each goes to its own.
  for (const same of byKey.values()) same.reverse();

  for (const value of kept) {
    const tag = readKeptTag(value);
    if (!tag || taken.has(tag.id)) {
      problems.push({ code: 'not-understood', values: [JSON.stringify(value)], line });
      continue;
    }
    if (tag.isOrphan) {
      taken.add(tag.id);
      tags.push(orphanOf(tag, map));
      continue;
    }
    const keys = keysOf(tag);
    const own = keys.flatMap((key) => byKey.get(key)?.pop() ?? []);
    if (keys.length > 0 && own.length === 0) continue;
    taken.add(tag.id);
    for (const index of own) ids[index] = tag.id;
    const parts = own.map((index) => tools[index]!);
    const keptSpans = tag.spans.filter(([start, end]) => start < end).map(toSpan);
    const spans = keys.length > 0 ? parts.flatMap(({ span }) => span ?? []) : keptSpans;
    const fields: WrittenTag = { ...tag.fields, id: tag.id, label: labelNow(tag, parts[0]) };
    const read = readTag(text, map, overlaid(fields, parts), spans, parts[0]?.line ?? line);
    const whole = withLostParts(read.tag, tag, map);
    add({ ...read, tag: withUnknownParts(whole, tag.fields.unknown) });
    const sent: WrittenTag = { ...tag.fields, id: tag.id, label: tag.label };
    former.set(tag.id, parts.length === 0 ? whole : readTag(text, map, sent, keptSpans, line).tag);
  }
  const alike = new Map<string, number>();
  // Many texts may have one name: the tasks that were cut of one source.
  const mark = tools.some(({ id }, index) => id === undefined && ids[index] === undefined)
    ? sha256(text)
    : '';
  tools.forEach((tool, index) => {
    if (ids[index] !== undefined) return;
    const { label, span } = tool;
    const place = `${label} ${span?.start} ${span?.end}`;
    const nth = alike.get(place) ?? 0;
    alike.set(place, nth + 1);
    const derived = () => derivedId([document, mark, label, span?.start ?? -1, span?.end ?? -1, nth]);
    let id = tool.id ?? derived();
    if (taken.has(id)) {
      problems.push({ code: 'id-twice', values: [id], line: tool.line });
      id = derivedId([document, mark, id, index]);
    }
    taken.add(id);
    ids[index] = id;
    const fields: WrittenTag = { id, label, scope: span ? 'words' : 'document', ...tool.defaults };
    add(readTag(text, map, overlaid(fields, [tool]), span ? [span] : [], tool.line));
  });
  return { tags, former, ids, problems };
}

/** As it was kept, unless the tool has another by now. */
function labelNow({ label }: KeptTag, part: ToolTag | undefined): string {
  return part && (part.written ?? part.label) !== label ? part.label : label;
}

function toSpan([start, end]: readonly [number, number]): WrittenSpan {
  return { start, end };
}

function overlaid(fields: WrittenTag, parts: readonly ToolTag[]): WrittenTag {
  // Not by assignment: `__proto__` would be no member then.
  const attributes = Object.fromEntries(
    [fields, ...parts.map((part) => part.fields)].flatMap((each) => Object.entries(each?.attributes ?? {})),
  );
  const notes = parts.flatMap((part) => part.fields?.note ?? []);
  const first = parts[0]?.fields;
  return { ...fields, ...first, attributes, ...(notes.length > 0 && { note: notes.join('\n') }) };
}

/** What a link is called to which a tool gives no name. */
export const unnamedRelation = 'relation';

/** A link as a tool has it, between two of its tags. */
export interface ToolLink extends Relation {
  /** The id of the tag that it leads from. */
  readonly source: string;
}

/**
 * The tags in order of place, with the links that the tool has, and those that were kept and that it could not have.
 * @param couldHold whether the tool had room for a link between the tags with these ids
 */
export function linkTags(
  tags: readonly Annotation[],
  links: readonly ToolLink[],
  couldHold: (source: string, target: string) => boolean,
): readonly Annotation[] {
  const bySource = new Map<string, Relation[]>();
  for (const { source, type, target } of links) {
    const relations = bySource.get(source);
    if (relations) relations.push({ type, target });
    else bySource.set(source, [{ type, target }]);
  }
  const keyOf = ({ type, target }: Relation) => JSON.stringify([type, target]);
  return tags
    .map((tag) => {
      const own = bySource.get(tag.id) ?? [];
      const inTool = new Set(own.map(keyOf));
      const kept = tag.relations.filter(
        (relation) => inTool.has(keyOf(relation)) || !couldHold(tag.id, relation.target),
      );
      const inKept = new Set(kept.map(keyOf));
      const relations = [...kept, ...own.filter((relation) => !inKept.has(keyOf(relation)))];
      return { ...tag, relations };
    })
    .sort(comparePlace);
}
