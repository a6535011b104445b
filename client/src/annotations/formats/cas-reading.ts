import { isObject, type JsonValue } from '../../../../server/src/text/json.ts';
import { type Annotation, type AttributeValue, comparePlace, type Relation } from '../annotation.ts';
import type { LabelScheme } from '../labels.ts';
import {
  type Cas,
  type CasReference,
  type CasStructure,
  type CasValue,
  isReference,
  relationEnds,
  shortName,
  typeNames,
} from './cas.ts';
import { chainsOf } from './cas-chains.ts';
import { attributeOfFeature, attributeValue, ownFeatures } from './cas-features.ts';
import { labelFeatures } from './cas-labels.ts';
import { derivedId } from './derived-id.ts';
import type { ReadDocument } from './format.ts';
import type { FormatProblem } from './format-problem.ts';
import { labelIdOf } from './label-naming.ts';
import { createUnitMap } from './offset-unit.ts';
import { readTag } from './read-tag.ts';

/** What a file quotes of an annotation, by the id of its structure; for formats that do. */
export type Quotes = ReadonlyMap<number, string>;

/**
 * The document that a CAS is. Each annotation of a layer is a tag, those that share our id are one; sentences, tokens
 * and what tools keep for themselves are not. Links are relations, roles, and what our own feature says.
 * @param name what the document is called where the file does not say it
 */
export function documentOf(
  cas: Cas,
  name: string,
  scheme: LabelScheme,
  quotes: Quotes = new Map(),
): ReadDocument {
  const problems: FormatProblem[] = [];
  const tags = tagsOf(cas, cas.name ?? name, scheme, quotes, problems);
  return {
    document: {
      name: cas.name ?? name,
      text: cas.text,
      tags: tags.sort(comparePlace),
      annotator: cas.annotator ?? '',
    },
    problems,
  };
}

/** What is read of one tag: the structures that are its fragments, the one that says most of it first. */
interface Mention {
  readonly id: string;
  readonly label: string;
  readonly fragments: readonly CasStructure[];
  readonly relations: Relation[];
}

function tagsOf(
  cas: Cas,
  name: string,
  scheme: LabelScheme,
  quotes: Quotes,
  problems: FormatProblem[],
): Annotation[] {
  const labelled = cas.structures.filter(isTag);
  const labelFeature = labelFeatures(cas, labelled);
  const chains = chainsOf(cas);
  const mentions = mentionsOf(labelled, name, cas.text, problems, ({ type, features }) => {
    const label = text(features.get(labelFeature.get(type) ?? ''));
    return label === '' ? shortName(type) : label;
  });
  const byStructure = new Map(
    mentions.flatMap((mention) => mention.fragments.map(({ id }) => [id, mention])),
  );
  addRelations(cas, labelFeature, byStructure, problems);
  const map = createUnitMap(cas.text, 'utf-16');
  return mentions.map(({ id, label, fragments, relations }) => {
    const main = fragments[0]!;
    const said = tagFeatures(main, labelFeature.get(main.type), scheme, relations, problems);
    const chain = chains.get(main.id) ?? said.chain;
    const spans = fragments.flatMap(({ id, features }) => {
      const [start, end] = [features.get('begin'), features.get('end')];
      const quoted = quotes.get(id);
      return typeof start === 'number' && typeof end === 'number'
        ? [{ start, end, ...(quoted !== undefined && { quoted }) }]
        : [];
    });
    const isDocument = !main.features.has('begin');
    const { tag, problems: found } = readTag(
      cas.text,
      map,
      {
        ...said,
        id,
        // What we wrote is an id, even where it reads as the name of another label.
        label: isOurs(main) && main.features.has('tagId') ? label : labelIdOf(scheme, label),
        relations,
        ...(chain !== undefined && { chain }),
        ...(isDocument && { scope: 'document' as const }),
      },
      spans,
      main.line,
    );
    problems.push(...found);
    return tag;
  });
}

const notTags =
  /^(?:uima\.cas\.|uima\.tcas\.DocumentAnnotation$|de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|metadata)\.type\.|de\.tudarmstadt\.ukp\.clarin\.webanno\.api\.type\.|org\.dkpro\.core\.api\.xml\.type\.)/;

/** Whether a structure is a tag: an annotation of a layer, or what is said of the whole document. */
function isTag(structure: CasStructure): boolean {
  const { type, features } = structure;
  if (notTags.test(type) || isRelation(structure)) return false;
  return features.has('begin') || (features.has('sofa') && !features.has('first'));
}

function isRelation({ features }: CasStructure): boolean {
  return isReference(features.get(relationEnds.from)) && isReference(features.get(relationEnds.to));
}

function mentionsOf(
  structures: readonly CasStructure[],
  name: string,
  document: string,
  problems: FormatProblem[],
  labelOf: (structure: CasStructure) => string,
): readonly Mention[] {
  const groups = new Map<string, { label: string; id: string; fragments: CasStructure[] }>();
  const ids = new Set<string>();
  const seen = new Map<string, number>();
  for (const structure of structures) {
    const label = labelOf(structure);
    const written = isOurs(structure) ? text(structure.features.get('tagId')) : '';
    const key = JSON.stringify([structure.type, structure.features.has('begin'), written, label]);
    const group = written === '' ? undefined : groups.get(key);
    if (group && structure.features.has('begin')) {
      group.fragments.push(structure);
      continue;
    }
    const isTwice = ids.has(written);
    if (isTwice) problems.push({ code: 'id-twice', values: [written], line: structure.line });
    const id = written === '' || isTwice ? anId(structure, label, name, document, seen) : written;
    ids.add(id);
    groups.set(written === '' || isTwice ? id : key, { label, id, fragments: [structure] });
  }
  return [...groups.values()].map((group) => ({
    ...group,
    fragments: group.fragments.sort((a, b) => b.features.size - a.features.size || start(a) - start(b)),
    relations: [],
  }));
}

/** An id from what is said, and, of several that say the same, from which of them it is. */
function anId(
  { type, features }: CasStructure,
  label: string,
  name: string,
  document: string,
  seen: Map<string, number>,
): string {
  const [begin, end] = [Number(features.get('begin')), Number(features.get('end'))];
  const words = [name, type, label, String(begin), String(end), document.slice(begin, end)];
  const key = JSON.stringify(words);
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return derivedId([...words, before]);
}

function addRelations(
  cas: Cas,
  labelFeature: ReadonlyMap<string, string>,
  mentions: ReadonlyMap<number, Mention>,
  problems: FormatProblem[],
): void {
  const byId = new Map(cas.structures.map((structure) => [structure.id, structure]));
  const link = (from: Mention | undefined, to: CasReference, type: string, line: number) => {
    const target = mentions.get(to.to);
    if (!from || !target) problems.push({ code: 'no-target', values: [to.to], line });
    else from.relations.push({ type, target: target.id });
  };
  for (const structure of cas.structures) {
    const { type, features, line } = structure;
    if (isRelation(structure)) {
      const label = text(features.get(labelFeature.get(type) ?? ''));
      const [from, to] = [features.get(relationEnds.from), features.get(relationEnds.to)] as CasReference[];
      link(mentions.get(from!.to), to!, label === '' ? shortName(type) : label, line);
      continue;
    }
    const mention = mentions.get(structure.id);
    if (!mention) continue;
    // A slot: the feature lists links of its own, each with a role and a target.
    for (const [name, value] of features) {
      if (!Array.isArray(value)) continue;
      for (const slot of (value as readonly CasValue[]).filter(isReference)) {
        const role = byId.get(slot.to)?.features;
        const target = role?.get('target');
        if (isReference(target)) link(mention, target, text(role?.get('role')) || name, line);
      }
    }
  }
}

/** What the features of a structure say of its tag, beside its label and its place. Its loose links are added to the others. */
function tagFeatures(
  structure: CasStructure,
  labelFeature: string | undefined,
  scheme: LabelScheme,
  relations: Relation[],
  problems: FormatProblem[],
): Partial<Annotation> {
  const own = (name: keyof typeof ownFeatures) =>
    isOurs(structure) ? text(structure.features.get(name)) : '';
  const remainder = remainderOf(own('jiaozhu'), () =>
    problems.push({ code: 'not-understood', values: [own('jiaozhu')], line: structure.line }),
  );
  relations.push(...remainder.links);
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of structure.features) {
    if (notAttributes.has(name) || name === labelFeature) continue;
    if (isOurs(structure) && Object.hasOwn(ownFeatures, name)) continue;
    const id = isOurs(structure) ? attributeOfFeature(name) : name;
    const read = typeof value === 'string' ? attributeValue(scheme, id, value) : primitive(value);
    if (read !== undefined) attributes.set(id, read);
  }
  // What was typed counts as long as the feature, which people can change, still says the same.
  for (const [id, value] of remainder.typed) {
    if (String(attributes.get(id) ?? '') === String(value)) attributes.set(id, value);
  }
  const review = own('review');
  return {
    attributes: Object.fromEntries(attributes),
    note: own('note'),
    creator: own('creator'),
    created: own('created'),
    modified: own('modified'),
    review: review === 'suggested' || review === 'rejected' ? review : 'accepted',
    ...(own('scope') === 'section' && { scope: 'section' as const }),
    ...(own('chain') !== '' && { chain: own('chain') }),
  };
}

const notAttributes = new Set(['begin', 'end', 'sofa']);

function isOurs({ type }: CasStructure): boolean {
  return type === typeNames.span || type === typeNames.document;
}

/** Several values of one feature are one attribute, with semicolons; references are none. */
function primitive(value: CasValue): AttributeValue | undefined {
  if (typeof value !== 'object') return value;
  if (!Array.isArray(value)) return undefined;
  const values = (value as readonly CasValue[]).filter((each) => typeof each !== 'object');
  return values.length === 0 ? undefined : values.join('; ');
}

function remainderOf(
  json: string,
  unreadable: () => void,
): { readonly typed: ReadonlyMap<string, AttributeValue>; readonly links: readonly Relation[] } {
  let read: JsonValue = {};
  try {
    read = json === '' ? {} : (JSON.parse(json) as JsonValue);
  } catch {
    unreadable();
  }
  const { typed, links } = isObject(read) ? read : {};
  return {
    typed: new Map(
      Object.entries(isObject(typed) ? typed : {}).flatMap(([id, value]) =>
        typeof value === 'object' ? [] : [[id, value] as const],
      ),
    ),
    links: (Array.isArray(links) ? (links as readonly JsonValue[]) : []).flatMap((link) => {
      const [type, target] = Array.isArray(link) ? (link as readonly JsonValue[]) : [];
      return typeof type === 'string' && typeof target === 'string' ? [{ type, target }] : [];
    }),
  };
}

function text(value: CasValue | undefined): string {
  return value === undefined ? '' : String(primitive(value) ?? '');
}

function start({ features }: CasStructure): number {
  return Number(features.get('begin'));
}
