import { type Cas, type CasValue, isReference } from './cas.ts';

/**
 * The chains of a CAS: a structure whose feature `first` is the first link of a chain, each of which has the `next`
 * one. (DKPro Core, CoreferenceChain and CoreferenceLink; INCEpTION's chain layers.) By the id of the link, the name of
 * its chain: its number in the file.
 */
export function chainsOf({ structures }: Cas): ReadonlyMap<number, string> {
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const chains = new Map<number, string>();
  let number = 0;
  for (const { features } of structures) {
    const first = features.get('first');
    if (!isReference(first)) continue;
    number += 1;
    let id: number | undefined = first.to;
    while (id !== undefined && !chains.has(id)) {
      chains.set(id, String(number));
      const next: CasValue | undefined = byId.get(id)?.features.get('next');
      id = isReference(next) ? next.to : undefined;
    }
  }
  return chains;
}
