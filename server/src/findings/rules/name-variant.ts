import { misreading } from '../misreading.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** A shorter name that differs in a character is more often another name. */
const shortestName = 9;
const longestName = 60;
/** More different titles than this are not compared: the rule looks at a document, not at a library. */
const mostNames = 2000;

interface Uses {
  readonly places: { readonly start: number; readonly end: number }[];
  readonly known: boolean;
}

/** What two names that differ in one character have in common: each with one character left out. */
function* signatures(name: string): Generator<string> {
  for (let i = 0; i < name.length; i++) yield `${name.slice(0, i)}\u0000${name.slice(i + 1)}`;
  for (let i = 0; i <= name.length; i++) yield `${name.slice(0, i)}\u0000${name.slice(i)}`;
}

/** One long title in two spellings: the rarer one, where the other is used more often or is that of a known instrument. */
export const nameVariant: ReadingRule = {
  id: 'name-variant',
  class: 'suspect',
  name: { en: 'titles in two spellings', zh: '写法不一的文件名' },
  about: {
    en: 'A long title in 《》 that the document writes in two ways, one character apart.',
    zh: '同一较长的文件名在文中有两种写法，仅一字之差。',
  },
  done: { en: { one: '1 title mended', many: '{0} titles mended' }, zh: '{0} 处文件名改正' },
  words: {
    message: {
      en: 'Elsewhere the document writes 《{0}》: one of the two may be misread.',
      zh: '文中他处写作《{0}》，其中之一可能有误。',
    },
    fix: { en: 'Change to 《{0}》', zh: '改为《{0}》' },
  },
  find({ references }) {
    const names = new Map<string, Uses>();
    for (const { text, range, instrument } of references) {
      if (!text.startsWith('《') || !text.endsWith('》')) continue;
      const name = text.slice(1, -1);
      if (name.length < shortestName || name.length > longestName) continue;
      const uses = names.get(name);
      if (uses) uses.places.push(range.clean);
      else if (names.size < mostNames) names.set(name, { places: [range.clean], known: instrument !== null });
    }
    const found: ReadingFound[] = [];
    const bySignature = new Map<string, string[]>();
    for (const name of names.keys()) {
      for (const signature of signatures(name)) {
        const list = bySignature.get(signature);
        if (list) list.push(name);
        else bySignature.set(signature, [name]);
      }
    }
    const compared = new Set<string>();
    for (const group of bySignature.values()) {
      if (group.length !== 2) continue;
      const [a, b] = group as [string, string];
      if (compared.has(`${a}\n${b}`)) continue;
      compared.add(`${a}\n${b}`);
      found.push(...rarer(a, names.get(a)!, b, names.get(b)!));
    }
    return found;
  },
};

/** The uses of the rarer of two spellings; nothing where neither is rarer, or each is a name of its own. */
function rarer(a: string, ofA: Uses, b: string, ofB: Uses): ReadingFound[] {
  if (ofA.known && ofB.known) return [];
  // What is near a known name is told by the rule about those.
  if (ofA.known || ofB.known || ofA.places.length === ofB.places.length) return [];
  const [rare, uses, usual] = ofA.places.length < ofB.places.length ? [a, ofA, b] : [b, ofB, a];
  const misread = misreading(rare, usual);
  if (misread === null || misread.isName) return [];
  return uses.places.map(({ start, end }) => ({
    start,
    end,
    edits: misread.edits.map((edit) => ({
      start: edit.start + start + 1,
      end: edit.end + start + 1,
      text: edit.text,
    })),
    values: [usual],
  }));
}
