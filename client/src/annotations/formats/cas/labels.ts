import type { Cas, CasStructure } from './cas.ts';
import { relationEnds, typeNames } from './cas.ts';
import { lineage } from './types.ts';

/**
 * The feature that holds the label, by the type: `label`, else `value` (as DKPro's NamedEntity and many layers of
 * INCEpTION have it), else its only feature that is a text. A type that has no such feature is its own label.
 */
export function labelFeatures(cas: Cas, structures: readonly CasStructure[]): ReadonlyMap<string, string> {
  const texts = new Map<string, Set<string>>();
  for (const { type, features } of [...structures, ...cas.structures.filter(hasEnds)]) {
    const names = texts.get(type) ?? declaredTexts(cas, type);
    texts.set(type, names);
    for (const [name, value] of features) if (typeof value === 'string') names.add(name);
  }
  const found = new Map<string, string>();
  for (const [type, names] of texts) {
    const usual = ['label', 'value', 'referenceType'].find((name) => names.has(name));
    const label = usual ?? (names.size === 1 ? [...names][0] : undefined);
    if (label !== undefined) found.set(type, label);
  }
  return found;
}

function hasEnds({ features }: CasStructure): boolean {
  return features.has(relationEnds.from) && features.has(relationEnds.to);
}

function declaredTexts({ types }: Cas, type: string): Set<string> {
  const names = new Set<string>();
  for (const { features } of lineage(types, type)) {
    for (const [name, range] of features) if (range === typeNames.string) names.add(name);
  }
  return names;
}
