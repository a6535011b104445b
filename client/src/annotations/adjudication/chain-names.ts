import type { SideTag } from './sides.ts';

/** The coreference chains of several annotators under common names. */
export interface ChainNames {
  /** The common name of the chain that the tag belongs to; undefined where it belongs to none. */
  of(tag: SideTag): string | undefined;
}

/**
 * Each annotator names chains as they like. Two chains of two annotators are one if they share more places than either
 * shares with any other; it is named as its first annotator has it.
 * @param placeOf what the tags of one place have in common: the index of their difference
 */
export function chainNames(tags: readonly SideTag[], placeOf: (tag: SideTag) => number): ChainNames {
  const bySide = new Map<number, SideTag[]>();
  for (const tag of tags) {
    if (tag.tag.chain === undefined) continue;
    const list = bySide.get(tag.side);
    if (list) list.push(tag);
    else bySide.set(tag.side, [tag]);
  }
  const names = new Map<string, string>();
  const taken = new Set<string>();
  /** The common names of the chains at a place. */
  const at = new Map<number, Set<string>>();
  for (const [, chained] of [...bySide].sort(([a], [b]) => a - b)) {
    const own = matched(chained, placeOf, at);
    for (const { side, annotator, tag } of chained) {
      const key = keyOf(side, tag.chain!);
      if (names.has(key)) continue;
      const name = own.get(tag.chain!) ?? freeName(tag.chain!, annotator, taken);
      names.set(key, name);
      taken.add(name);
    }
    for (const each of chained) {
      const place = placeOf(each);
      const here = at.get(place) ?? new Set();
      at.set(place, here.add(names.get(keyOf(each.side, each.tag.chain!))!));
    }
  }
  return {
    of: ({ side, tag }) => (tag.chain === undefined ? undefined : names.get(keyOf(side, tag.chain))),
  };
}

/** The common names that chains of one side get, each once: those that share most places first. */
function matched(
  chained: readonly SideTag[],
  placeOf: (tag: SideTag) => number,
  at: ReadonlyMap<number, ReadonlySet<string>>,
): ReadonlyMap<string, string> {
  const shares = new Map<string, { chain: string; name: string; count: number }>();
  for (const each of chained) {
    const chain = each.tag.chain!;
    for (const name of at.get(placeOf(each)) ?? []) {
      const key = JSON.stringify([chain, name]);
      const share = shares.get(key) ?? { chain, name, count: 0 };
      share.count += 1;
      shares.set(key, share);
    }
  }
  const result = new Map<string, string>();
  const used = new Set<string>();
  for (const { chain, name } of [...shares.values()].sort((x, y) => y.count - x.count)) {
    if (result.has(chain) || used.has(name)) continue;
    result.set(chain, name);
    used.add(name);
  }
  return result;
}

/** The chain's own name, unless another chain has it already. */
function freeName(chain: string, annotator: string, taken: ReadonlySet<string>): string {
  if (!taken.has(chain)) return chain;
  let name = annotator === '' ? chain : `${chain} (${annotator})`;
  for (let i = 2; taken.has(name); i += 1) name = `${chain} (${[annotator, i].filter(Boolean).join(' ')})`;
  return name;
}

function keyOf(side: number, chain: string): string {
  return `${side} ${chain}`;
}
