import { Antecedents } from './antecedents.ts';
import type { Known } from './pairs.ts';
import { type State, stateOfSide, states } from './states.ts';

/** A word for a party that the document alone tells, at its place in a text; UTF-16. */
export interface SideWord {
  readonly start: number;
  readonly end: number;
  /** Who is meant, as far as that can be known. */
  readonly states: readonly State[];
}

/** 双方, 两国政府, 缔约一方, 有关各方, 中方. Not 两国元首, who are persons. */
const WORD =
  /(缔约双方|签约双方|当事双方|双方|两国政府|两国|(?<!第)[三四五六]方|(?<!第)[三四五六]国政府|(?<!第)[三四五六]国)|((?:各|任何|任一|另一|每一)?(?:缔约|签约|当事|协定)(?:各|一|另一|任何一)?[方国]|[任每](?:何)?一方|一方|另一方)|((?:有关|相关|冲突|当事)?各方)|方/g;
/** Who go with their country: persons, and groups that are called by a number. */
const NOT_BEFORE = /元首|方案|领导人|外长|总理|首脑|总统|集团|外交部长|立法机构领导/y;
/** What 方 and a word before it are when they are no party: 方面, 地方. */
const OTHER_WORDS = /[面式法针案向略位便程块阵志舟圆剂]/;
/** Longest that stands before 方; UTF-16. */
const LONGEST_SIDE = 4;

const COUNT: Readonly<Record<string, number>> = { 双: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

function countOf(word: string): number {
  return COUNT[word.replace(/^(?:缔约|签约|当事)/, '').charAt(0)] ?? 0;
}

/** 中俄, 中俄两国, 中美双方: the parties by one character each, in their order or another; not in a name (中俄文化年). */
function abbreviated(parties: readonly State[]): RegExp | undefined {
  const sides = parties.map(({ side }) => side);
  if (sides.length < 2 || sides.length > 4 || sides.some((side) => side === undefined)) return undefined;
  const all = [sides, [...sides].reverse()].map((each) => each.join(''));
  return new RegExp(
    `(?:${all.join('|')})(?:两国|双方|三方|三国)?(?!元首|领导人|外长|总理|[一-鿿]{0,8}(?:年(?![来月底度])|博览会|委员会|论坛|大学))`,
    'g',
  );
}

/** Those that may be named by one character each: the parties, or where a text has none, China and another state named before. */
function pairsOf(parties: readonly State[], named: readonly State[]): readonly (readonly State[])[] {
  if (parties.length >= 2) return [parties];
  const china = states.find(({ name }) => name === '中国')!;
  return [...new Set(named)].filter((state) => state !== china).map((state) => [china, state]);
}

/** In the order in which the word has them: 俄中 is Russia and China. */
function inOrder(pair: readonly State[], word: string): readonly State[] {
  return word.startsWith(pair[0]!.side ?? '') ? pair : [...pair].reverse();
}

/** Words that a party is called by. Linear. */
export function sideWords(text: string, known: Known): SideWord[] {
  const { parties, named } = known;
  const antecedents = new Antecedents(text, known);
  const words: SideWord[] = [];
  for (const pair of pairsOf(parties, named)) {
    const short = abbreviated(pair);
    if (short === undefined) continue;
    for (const { index, 0: word } of text.matchAll(short)) {
      words.push({ start: index, end: index + word.length, states: inOrder(pair, word) });
    }
  }
  for (const match of text.matchAll(WORD)) {
    const [word, counted, treaty, all] = match;
    const start = match.index;
    const end = start + word.length;
    if (counted !== undefined) {
      NOT_BEFORE.lastIndex = end;
      if (NOT_BEFORE.test(text)) continue;
      words.push({ end, ...antecedents.of(start, end, countOf(word)) });
    } else if (treaty !== undefined) {
      // 另一方面 is no side.
      if (word.endsWith('方') && OTHER_WORDS.test(text.charAt(end))) continue;
      words.push({ start, end, states: [] });
    } else if (all !== undefined) {
      const isOurs = all === '各方' && parties.length !== 2;
      if (isOurs) words.push({ start, end, states: parties.length > 2 ? parties : [] });
    } else {
      const found = sideBefore(text, start, parties, named);
      if (found !== undefined) words.push(found);
    }
  }
  return words.sort((a, b) => a.start - b.start);
}

/** 中方, 印尼方: `at` is where the 方 stands. */
function sideBefore(
  text: string,
  at: number,
  parties: readonly State[],
  named: readonly State[],
): SideWord | undefined {
  if (OTHER_WORDS.test(text.charAt(at + 1))) return undefined;
  for (let length = Math.min(LONGEST_SIDE, at); length > 0; length--) {
    const side = text.slice(at - length, at);
    const state = stateOfSide(side, parties, named);
    if (state === undefined) continue;
    // 其中方…
    if (side === '中' && /[其当集]/.test(text.charAt(at - 2))) return undefined;
    return { start: at - length, end: at + 1, states: [state] };
  }
  return undefined;
}
