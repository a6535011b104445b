import { type Annotation, comparePlace, type Relation } from '../../annotation.ts';
import type { LabelScheme } from '../../labels.ts';
import { derivedId } from '../derived-id.ts';
import type { ReadDocument } from '../format.ts';
import type { FormatProblem } from '../format-problem.ts';
import { labelIdOf } from '../label-naming.ts';
import { createUnitMap } from '../offset-unit.ts';
import { readTag, type WrittenSpan } from '../read-tag.ts';
import { withUnknownParts } from '../unknown-parts.ts';
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
import { chainsOf } from './chains.ts';
import { labelFeatures } from './labels.ts';
import { isOurs, tagFeatures, textOf } from './tag-features.ts';
import { lineage } from './types.ts';

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
      ...(cas.path !== undefined && { path: cas.path }),
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
    const label = textOf(features.get(labelFeature.get(type) ?? ''));
    return label === '' ? shortName(type) : label;
  });
  const byStructure = new Map(
    mentions.flatMap((mention) => mention.fragments.map(({ id }) => [id, mention])),
  );
  addRelations(cas, labelFeature, byStructure, problems);
  const onWords = typesOnWords(cas);
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
    const isDocument = !main.features.has('begin') && !onWords(main.type);
    const misplaced = isDocument ? [] : fragments.filter((each) => !isPlaced(each));
    for (const { features, line } of misplaced) {
      const [begin, end] = [shown(features.get('begin')), shown(features.get('end'))];
      problems.push({ code: 'no-place', values: [label, `${begin}–${end}`], line });
    }
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
      spans.length === 0 && misplaced.length > 0 ? [nowhere] : spans,
      main.line,
    );
    problems.push(...found);
    return withUnknownParts(tag, said.unknown);
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

/**
 * Whether structures of a type are on words, so that one without a place is not on the whole document: by what the
 * type inherits from, else by what others of it have.
 */
function typesOnWords({ types, structures }: Cas): (type: string) => boolean {
  const placed = new Set<string>([typeNames.span]);
  for (const { type, features } of structures) if (features.has('begin')) placed.add(type);
  return (type) =>
    placed.has(type) || [...lineage(types, type)].some(({ superType }) => superType === typeNames.annotation);
}

const nowhere: WrittenSpan = { start: 0, end: 0, quoted: '', lost: true };

function isPlaced({ features }: CasStructure): boolean {
  return typeof features.get('begin') === 'number' && typeof features.get('end') === 'number';
}

function shown(value: CasValue | undefined): string {
  return value === undefined ? '?' : JSON.stringify(value);
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
    const written = isOurs(structure) ? textOf(structure.features.get('tagId')) : '';
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
      const label = textOf(features.get(labelFeature.get(type) ?? ''));
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
        if (isReference(target)) link(mention, target, textOf(role?.get('role')) || name, line);
      }
    }
  }
}

function start({ features }: CasStructure): number {
  return Number(features.get('begin'));
}
