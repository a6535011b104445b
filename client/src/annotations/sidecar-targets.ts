import { isObject, type JsonObject, type JsonValue } from '../../../server/src/text/json.ts';
import { noQuote, type Quote, type Scope, type UnknownTarget } from './annotation.ts';
import type { CodePointRange, StoredPlace } from './sidecar.ts';
import { membersBeside, part } from './sidecar-members.ts';

/** Where an annotation of a file lies. */
export interface TargetsReading {
  readonly scope: Scope;
  /** One for each target, in the file's order; none for the whole document. */
  readonly places: readonly StoredPlace[];
  readonly quotes: readonly Quote[];
  /** One for each target, and also for that which is the whole document. Absent: there is nothing unknown. */
  readonly unknown?: readonly UnknownTarget[];
}

/**
 * Reads the targets of an annotation; null where one of them gives no place, not-one-text where they are not parts
 * of one document, or of another one than the page. A target without selectors is the document itself, if it says which: another kind of thing
 * than a document (a picture, say) has no `source`.
 * @param isOther whether a source is known to be another document than that of the page
 */
export function readTargets(
  value: JsonValue | undefined,
  isOther: (source: JsonValue | undefined) => boolean,
): TargetsReading | 'not-one-text' | null {
  const targets = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  const objects = targets.filter(isObject);
  if (objects.length < targets.length || objects.length === 0) {
    return objects.length > 0 ? 'not-one-text' : null;
  }
  if (objects.some(({ source }) => isOther(source))) return 'not-one-text';
  const only = objects.length === 1 ? objects[0]! : undefined;
  if (only && only.selector === undefined && typeof only.source === 'string') {
    const members = membersBeside(only, documentMembers);
    return { scope: 'document', places: [], quotes: [], ...unknownOf([targetParts(members, [])]) };
  }
  const source = objects[0]!.source;
  if (objects.some((target) => target.source !== source && !only)) return 'not-one-text';
  const readings = objects.map(readTarget);
  if (readings.some((reading) => reading === null)) return only ? null : 'not-one-text';
  const read = readings as readonly TargetReading[];
  return {
    scope: read.every(({ section }) => section) ? 'section' : 'words',
    places: read.map(({ place }) => place),
    quotes: read.map(({ quote }) => quote),
    ...unknownOf(read.map(({ unknown }) => unknown)),
  };
}

/** The targets of an annotation as a file has them. */
export function writeTargets(
  { scope, places, quotes }: Pick<TargetsReading, 'scope' | 'places' | 'quotes'>,
  unknown: readonly UnknownTarget[],
  source: string,
): JsonObject | readonly JsonObject[] {
  if (scope === 'document') return { source, ...unknown[0]?.members };
  const targets = places.map((place, i) =>
    writeTarget(place, quotes[i] ?? noQuote, unknown[i] ?? {}, source),
  );
  if (scope !== 'section') return targets.length === 1 ? targets[0]! : targets;
  const sections = targets.map((target) => ({ ...target, [scopeMember]: 'section' }));
  return sections.length === 1 ? sections[0]! : sections;
}

const scopeMember = 'jiaozhu:scope';

const documentMembers = new Set(['source']);
const targetMembers = new Set(['source', 'selector']);
const sectionMembers = new Set(['source', 'selector', scopeMember]);
const positionMembers = new Set(['type', 'start', 'end']);
const quoteMembers = new Set(['type', 'exact', 'prefix', 'suffix', 'jiaozhu:bareStart']);

interface TargetReading {
  readonly section: boolean;
  readonly place: StoredPlace;
  readonly quote: Quote;
  readonly unknown: UnknownTarget;
}

function readTarget(target: JsonObject): TargetReading | null {
  const { selector, [scopeMember]: scope } = target;
  const section = scope === 'section';
  const selectors = (Array.isArray(selector) ? selector : [selector]) as readonly (JsonValue | undefined)[];
  let codePoints: CodePointRange | undefined;
  let position: JsonObject | undefined;
  let quote: Quote | undefined;
  let quoted: JsonObject | undefined;
  let bareStart: number | undefined;
  const foreign: JsonValue[] = [];
  for (const each of selectors) {
    if (each === undefined) continue;
    if (isObject(each) && each.type === 'TextPositionSelector' && !codePoints && isRange(each)) {
      codePoints = { start: each.start as number, end: each.end as number };
      position = each;
    } else if (isObject(each) && each.type === 'TextQuoteSelector' && !quote && isText(each.exact)) {
      const { exact, prefix, suffix, 'jiaozhu:bareStart': start } = each;
      quote = { exact: exact as string, prefix: asText(prefix), suffix: asText(suffix) };
      if (typeof start === 'number' && Number.isSafeInteger(start) && start >= 0) bareStart = start;
      quoted = each;
    } else foreign.push(each);
  }
  if (!codePoints && !quote) return null;
  return {
    section,
    place: { ...(codePoints && { codePoints }), ...(bareStart !== undefined && { bareStart }) },
    quote: quote ?? noQuote,
    unknown: {
      ...targetParts(membersBeside(target, section ? sectionMembers : targetMembers), foreign),
      ...(position && part('positionMembers', membersBeside(position, positionMembers))),
      ...(quoted && part('quoteMembers', membersBeside(quoted, quoteMembers))),
    },
  };
}

function targetParts(members: JsonObject, selectors: readonly JsonValue[]): UnknownTarget {
  return {
    ...(Object.keys(members).length > 0 && { members }),
    ...(selectors.length > 0 && { selectors }),
  };
}

function unknownOf(targets: readonly UnknownTarget[]): { readonly unknown?: readonly UnknownTarget[] } {
  return targets.some((target) => Object.keys(target).length > 0) ? { unknown: targets } : {};
}

function writeTarget(
  { codePoints, bareStart }: StoredPlace,
  quote: Quote,
  unknown: UnknownTarget,
  source: string,
): JsonObject {
  return {
    source,
    selector: [
      ...(codePoints ? [{ type: 'TextPositionSelector', ...codePoints, ...unknown.positionMembers }] : []),
      {
        type: 'TextQuoteSelector',
        exact: quote.exact,
        prefix: quote.prefix,
        suffix: quote.suffix,
        ...(bareStart !== undefined && { 'jiaozhu:bareStart': bareStart }),
        ...unknown.quoteMembers,
      },
      ...(unknown.selectors ?? []),
    ],
    ...unknown.members,
  };
}

function isRange({ start, end }: JsonObject): boolean {
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    0 <= Number(start) &&
    Number(start) <= Number(end)
  );
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}

function asText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
