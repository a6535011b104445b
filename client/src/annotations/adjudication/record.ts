import { isObject, type JsonObject, type JsonValue } from '../../../../server/src/text/json.ts';
import type { Annotation } from '../annotation.ts';
import { sha256 } from '../sha256.ts';
import { type SideTag, sourceKey } from './sides.ts';

/**
 * How a difference was settled: the annotators agreed; one's tags were taken; all were; none was; or the tag was
 * written by the one who settled it.
 */
export const decisionKinds = ['agreed', 'taken', 'all', 'neither', 'edited'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** An annotator's tag as it was when it was settled. */
export interface SourceTag {
  readonly annotator: string;
  readonly id: string;
  /** When it was last changed; ISO 8601. */
  readonly modified: string;
  /** A fingerprint of what it said, wherever it lay: a correction of the text changes no decision. */
  readonly said: string;
  /** Whether the settled tag stands for this one: it was taken as it is, or is what was edited. */
  readonly taken: boolean;
  /** Whether it had been removed by its annotator when that was settled. */
  readonly gone: boolean;
}

/** Where a settled tag comes from: the member `jiaozhu:adjudication` of its annotation. */
export interface AdjudicationRecord {
  readonly decision: DecisionKind;
  /** Whose tags were taken; absent: nobody's alone. */
  readonly from?: string;
  /** The annotators who were compared, those without a tag here among them. */
  readonly among: readonly string[];
  /** All tags of the difference, whether they were taken or not. */
  readonly of: readonly SourceTag[];
  /** Who decided; empty where no name is set. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export const recordMember = 'jiaozhu:adjudication';

/** The record of a settled tag; undefined where it has none that is understood: it was made by hand. */
export function recordOf({ unknown }: Annotation): AdjudicationRecord | undefined {
  const value = unknown?.members?.[recordMember];
  if (value === undefined) return undefined;
  // A tag is a value: its record is read once.
  const known = isObject(value) ? read.get(value) : undefined;
  if (known) return known;
  const record = readRecord(value);
  if (record && isObject(value)) read.set(value, record);
  return record;
}

const read = new WeakMap<JsonObject, AdjudicationRecord>();

function readRecord(value: JsonValue): AdjudicationRecord | undefined {
  if (!isObject(value) || !Array.isArray(value.of) || !Array.isArray(value.among)) return undefined;
  const decision = decisionKinds.find((each) => each === value.decision);
  const of = (value.of as readonly JsonValue[]).map(readSource);
  const among = value.among as readonly JsonValue[];
  if (!decision || of.includes(undefined)) return undefined;
  return {
    decision,
    ...(typeof value.from === 'string' && { from: value.from }),
    among: among.filter((name) => typeof name === 'string'),
    of: of as readonly SourceTag[],
    by: textOf(value.by),
    at: textOf(value.at),
  };
}

function readSource(value: JsonValue): SourceTag | undefined {
  if (!isObject(value) || typeof value.annotator !== 'string' || typeof value.id !== 'string')
    return undefined;
  return {
    annotator: value.annotator,
    id: value.id,
    modified: textOf(value.modified),
    said: textOf(value.said),
    taken: value.taken === true,
    gone: value.gone === true,
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The record as a file has it; what is not so is left out. */
export function writeRecord({ decision, from, among, of, by, at }: AdjudicationRecord): JsonObject {
  return {
    decision,
    ...(from !== undefined && { from }),
    among,
    of: of.map(({ annotator, id, modified, said, taken, gone }) => ({
      annotator,
      id,
      modified,
      said,
      ...(taken && { taken }),
      ...(gone && { gone }),
    })),
    by,
    at,
  };
}

/** A tag of a side as a record has it. */
export function sourceOf({ annotator, tag }: SideTag, taken: boolean): SourceTag {
  return { annotator, id: tag.id, modified: tag.modified, said: fingerprint(tag), taken, gone: false };
}

/** Whether a tag still says what it said when it was settled. */
export function isUnchanged(source: SourceTag, { tag }: SideTag): boolean {
  return !source.gone && source.modified === tag.modified && source.said === fingerprint(tag);
}

/** What tells one decision from another: those of one difference, made by one person at one time, are one. */
export function decisionKey({ decision, from = '', of, by, at }: AdjudicationRecord): string {
  return JSON.stringify([decision, from, by, at, ...of.map(sourceKey).sort()]);
}

const fingerprints = new WeakMap<Annotation, string>();

function fingerprint(tag: Annotation): string {
  const known = fingerprints.get(tag);
  if (known !== undefined) return known;
  const attributes = Object.entries(tag.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const relations = tag.relations.map(({ type, target }) => [type, target]);
  const said = [tag.label, tag.scope, attributes, tag.note, tag.chain ?? '', relations];
  const print = sha256(JSON.stringify(said)).slice(0, 16);
  fingerprints.set(tag, print);
  return print;
}
