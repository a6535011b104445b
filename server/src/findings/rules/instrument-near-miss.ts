import type { NamedInstruments } from '../../instruments/lexicon.ts';
import { type Misreading, misreading, mostEdits } from '../misreading.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** A shorter name says too little for a likeness to mean anything. */
const shortestName = 6;

/** A title with no other in it. One whose kind was misread is no reference, so that titles are looked for anew. */
const titles = /《([^《》\n]{6,80})》/g;

/** The names of a registry by the pairs of characters in them: two names that are near share most of theirs. */
class NameIndex {
  readonly #names: readonly string[];
  readonly #byPair = new Map<string, number[]>();

  constructor({ names }: NamedInstruments) {
    this.#names = [...names.keys()].filter((name) => name.length >= shortestName);
    this.#names.forEach((name, i) => {
      for (const pair of pairsOf(name)) {
        const list = this.#byPair.get(pair);
        if (list) list.push(i);
        else this.#byPair.set(pair, [i]);
      }
    });
  }

  /** The names that share so many pairs with this one that they may be near it. */
  near(name: string): string[] {
    const pairs = pairsOf(name);
    const needed = Math.max(1, pairs.size - 2 * mostEdits);
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      for (const i of this.#byPair.get(pair) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    return [...shared].filter(([, count]) => count >= needed).map(([i]) => this.#names[i]!);
  }
}

function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < name.length; i++) pairs.add(name.slice(i, i + 2));
  return pairs;
}

const indexes = new WeakMap<NamedInstruments, NameIndex>();

function indexOf(registry: NamedInstruments): NameIndex {
  let index = indexes.get(registry);
  if (!index) {
    index = new NameIndex(registry);
    indexes.set(registry, index);
  }
  return index;
}

type NearName = Pick<ReadingFound, 'edits'> & { readonly name: string };
type Nearest = Misreading & { readonly name: string };

/** The one known name that a title was misread from; undefined where there is none, or where two are as near. */
function nearestName(title: string, registry: NamedInstruments): NearName | undefined {
  let nearest: Nearest | undefined;
  let tied = false;
  for (const name of indexOf(registry).near(title)) {
    const found = misreading(title, name);
    if (!found) continue;
    if (!nearest || found.distance < nearest.distance) {
      nearest = { name, ...found };
      tied = false;
    } else if (found.distance === nearest.distance) {
      if (!sharesInstrument(name, nearest.name, registry)) tied = true;
      else if (nearest.isName && !found.isName) nearest = { name, ...found };
    }
  }
  return tied || nearest?.isName === true ? undefined : nearest;
}

function sharesInstrument(a: string, b: string, { names }: NamedInstruments): boolean {
  const bearers = names.get(b) ?? [];
  return (names.get(a) ?? []).some((instrument) => bearers.includes(instrument));
}

/** A title in 《》 that no instrument bears, but one nearly does. */
export const instrumentNearMiss: ReadingRule = {
  id: 'instrument-near-miss',
  class: 'suspect',
  name: { en: 'misread titles', zh: '误识的文件名' },
  about: {
    en: 'Titles in 《》 that are one or two characters away from the name of a known instrument.',
    zh: '《》中的文件名与某一已知条约或文件的名称只差一两个字。',
  },
  done: { en: { one: '1 title mended', many: '{0} titles mended' }, zh: '{0} 处文件名改正' },
  words: {
    message: {
      en: 'No instrument of this name is known. Did you mean 《{0}》?',
      zh: '未见此名的文件，是否为《{0}》？',
    },
    fix: { en: 'Change to 《{0}》', zh: '改为《{0}》' },
  },
  find({ blocks, references, registry }) {
    const resolved = new Set<number>();
    for (const { range, instrument, candidates, antecedent } of references) {
      if (instrument !== null || candidates.length > 0 || antecedent !== undefined)
        resolved.add(range.clean.start);
    }
    const found: ReadingFound[] = [];
    const known = new Map<string, NearName | undefined>();
    for (const block of blocks) {
      for (const { 0: whole, 1: title, index } of block.text.matchAll(titles)) {
        const start = block.start + index;
        if (title === undefined || resolved.has(start)) continue;
        if (!known.has(title)) known.set(title, nearestName(title, registry));
        const near = known.get(title);
        if (!near) continue;
        const edits = near.edits.map((edit) => ({
          start: edit.start + start + 1,
          end: edit.end + start + 1,
          text: edit.text,
        }));
        found.push({ start, end: start + whole.length, edits, values: [near.name] });
      }
    }
    return found;
  },
};
