import { isObject, type JsonObject } from '../../../../server/src/text/json.ts';
import type { Sidecar } from '../sidecar.ts';
import { safeAnnotator } from '../sidecar-name.ts';
import { recordMember } from './record.ts';

/** What the file of a settled set says of itself, in the member `jiaozhu:adjudication` of its page. */
export interface SettledHead {
  /** Whose tags are settled, as the names of their files have them. */
  readonly annotators: readonly string[];
}

/** What a sidecar says of the settling; undefined where it is an annotator's own. */
export function settledHead({ unknown }: Pick<Sidecar, 'unknown'>): SettledHead | undefined {
  const head = Object.hasOwn(unknown, recordMember) ? unknown[recordMember] : undefined;
  if (!isObject(head)) return undefined;
  const annotators = Array.isArray(head.annotators) ? head.annotators : [];
  return { annotators: annotators.filter((name) => typeof name === 'string') };
}

/**
 * Whether a sidecar holds what was settled of the annotators' tags: it is none of theirs, counts in no agreement and is
 * no side of an adjudication, whatever its name.
 */
export function isSettled(sidecar: Pick<Sidecar, 'unknown'>): boolean {
  return settledHead(sidecar) !== undefined;
}

/** The sidecar as that of a settled set; what else its head says of the settling stays. */
export function asSettled(sidecar: Sidecar, { annotators }: SettledHead): Sidecar {
  const former = sidecar.unknown[recordMember];
  const head: JsonObject = { ...(isObject(former) ? former : {}), annotators };
  return { ...sidecar, unknown: { ...sidecar.unknown, [recordMember]: head } };
}

/** A file beside the document, as far as the name of the settled set depends on it. */
export interface FileBeside {
  readonly annotator: string;
  readonly settled: boolean;
}

/**
 * The name under which the settled set is kept: the one that is wanted, as the file has it that is there. Taken: it is
 * that of an annotator, also on a file system that does not tell small letters from capital ones.
 */
export function settledName(
  wanted: string,
  beside: readonly FileBeside[],
): { readonly name: string; readonly taken: boolean } {
  const name = safeAnnotator(wanted) || defaultSettledName;
  const folded = (text: string) => text.normalize('NFC').toLowerCase();
  const alike = beside.filter(({ annotator }) => folded(annotator) === folded(name));
  const there = alike.find(({ settled }) => settled);
  if (there) return { name: there.annotator, taken: false };
  return { name, taken: alike.length > 0 };
}

/** The name of a settled set where the setting gives none. */
export const defaultSettledName = 'settled';
