import type { LabelScheme } from '../../labels.ts';
import { type CasType, relationEnds, typeNames } from './cas.ts';
import { featureOfAttribute, ownFeatures } from './features.ts';

/** A type as a type system describes it. */
export interface TypeDescription {
  readonly name: string;
  readonly superType: string;
  readonly description: string;
  readonly features: readonly FeatureDescription[];
}

export interface FeatureDescription {
  readonly name: string;
  readonly range: string;
  readonly description: string;
}

/**
 * The types that our documents use, by name.
 * @param attributes ids of attributes that tags have; those of the scheme are there in any case
 */
export function typesOf(
  scheme: LabelScheme,
  attributes: Iterable<string>,
  language: 'en' | 'zh',
): readonly TypeDescription[] {
  const features = tagFeatures(scheme, attributes, language);
  const { annotation, annotationBase, documentAnnotation, string, boolean } = typeNames;
  const text = (name: string, description = ''): FeatureDescription => ({ name, range: string, description });
  return [
    {
      name: typeNames.document,
      superType: annotationBase,
      description: 'Tags of whole documents.',
      features,
    },
    {
      name: typeNames.relation,
      superType: annotation,
      description: 'Links between tags.',
      features: [
        text('label', 'What kind of link.'),
        { name: relationEnds.from, range: typeNames.span, description: 'Where it leads from.' },
        { name: relationEnds.to, range: typeNames.span, description: 'Where it leads to.' },
      ],
    },
    { name: typeNames.span, superType: annotation, description: 'Tags.', features },
    {
      name: typeNames.metadata,
      superType: documentAnnotation,
      description: '',
      features: [
        ...['documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'].map((name) =>
          text(name),
        ),
        { name: 'isLastSegment', range: boolean, description: '' },
      ],
    },
    { name: typeNames.sentence, superType: annotation, description: '', features: [] },
    { name: typeNames.token, superType: annotation, description: '', features: [] },
  ];
}

function tagFeatures(
  scheme: LabelScheme,
  attributes: Iterable<string>,
  language: 'en' | 'zh',
): FeatureDescription[] {
  const known = scheme.attributes.map(({ id }) => id);
  const others = [...new Set(attributes)].filter((id) => !known.includes(id)).sort();
  const names = new Map(scheme.attributes.map(({ id, name }) => [id, name[language]]));
  const [label, ...rest] = Object.entries(ownFeatures).map(([name, description]) => ({
    name,
    range: typeNames.string,
    description,
  }));
  return [
    label!,
    ...[...known, ...others].map((id) => ({
      name: featureOfAttribute(id),
      range: typeNames.string,
      description: names.get(id) ?? id,
    })),
    ...rest,
  ];
}

/** Types inherit from few others. */
const deepestInheritance = 50;

/** A type and those that it inherits from, as far as they are known. */
export function* lineage(types: ReadonlyMap<string, CasType>, name: string): Iterable<CasType> {
  let type = types.get(name);
  for (let depth = 0; type && depth < deepestInheritance; depth += 1) {
    yield type;
    type = types.get(type.superType);
  }
}

/** The type of a feature of a type, also of one that it inherits; undefined where it is not known. */
export function rangeOf(
  types: ReadonlyMap<string, CasType>,
  type: string,
  feature: string,
): string | undefined {
  for (const { features } of lineage(types, type)) {
    const range = features.get(feature);
    if (range !== undefined) return range;
  }
  return undefined;
}
