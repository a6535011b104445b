import type { TextRange } from '../text/range.ts';
import { insideOf } from './inside.ts';
import type { NameFound } from './name-index.ts';
import type { Named } from './names.ts';
import { type State, sideCharacters, stateOfSide } from './states.ts';

/** Two or more states named together, at their place in a text; UTF-16. */
export interface Group extends TextRange {
  /** In the order of the text; empty where it cannot be told who they are. */
  readonly states: readonly State[];
  /** They are those of the document, and no others. */
  readonly isOurs: boolean;
}

/** Whom a text speaks of. */
export interface Known {
  /** Those of the document. */
  readonly parties: readonly State[];
  /** Those named last. */
  readonly named: readonly State[];
  /** The names in the text. */
  readonly names: readonly NameFound<Named>[];
}

/** 中美双方, 俄乌冲突: behind it two characters are two states. */
const BEHIND = '双方|两国|冲突|战争|关系|问题|对话|和谈|会谈|协议|局势|争端|谈判|停火|停战|首脑|边界|边境';
/** 中美双方, 俄中蒙三方, 俄乌冲突. */
const BY_CHARACTER = new RegExp(
  `[${sideCharacters}非]{2}(?=${BEHIND})|[${sideCharacters}非]{3}(?=三方|三国)|[${sideCharacters}非]{4}(?=四方|四国)`,
  'g',
);
/** 朝方和韩方 */
const TWO_SIDES = new RegExp(`([${sideCharacters}])方[和与同、]([${sideCharacters}])方(?![面案式])`, 'g');
/** Those of one character each of which none is told alone: 以利双方 is none. */
const WELL_KNOWN = /^(?:巴以|以巴|印巴|巴印|黎以|以黎|伊以|以伊|阿以|亚阿|阿亚)$/;
/** 北南双方, 冲突双方: who they are is not said. */
const UNTOLD = /(?:朝鲜)?(?:北南|南北)|冲突|交战|敌对|对立|争端|有关|相关|对话|谈判/g;
const AND = /^(?:以及|[、和与同及跟])$/;

function isSame(some: readonly State[], others: readonly State[]): boolean {
  return some.length === others.length && some.every((state) => others.includes(state));
}

/** The groups of states that a text names together, in order of place and apart. Linear. */
export function groupsIn(text: string, { parties, named, names }: Known): Group[] {
  const groups: Group[] = [];
  const inName = insideOf(names);
  for (const { index: start, 0: word } of text.matchAll(BY_CHARACTER)) {
    const end = start + word.length;
    if (inName({ start, end })) continue;
    const states = [...word].flatMap((side) => stateOfSide(side, parties, named) ?? []);
    if (states.length === 0 && !WELL_KNOWN.test(word)) continue;
    const told = new Set(states).size === word.length ? states : [];
    groups.push({ start, end, states: told, isOurs: isSame(told, parties) });
  }
  for (const { index: start, 0: word } of text.matchAll(UNTOLD)) {
    const end = start + word.length;
    if (text.startsWith('双方', end) || text.startsWith('两国', end))
      groups.push({ start, end, states: [], isOurs: false });
  }
  for (const { index: start, 0: words, 1: one, 2: other } of text.matchAll(TWO_SIDES)) {
    const states = [one!, other!].flatMap((side) => stateOfSide(side, parties, named) ?? []);
    const told = states.length === 2 ? states : [];
    groups.push({ start, end: start + words.length, states: told, isOurs: isSame(told, parties) });
  }
  let first = 0;
  for (let i = 1; i <= names.length; i++) {
    const next = names[i];
    if (
      next !== undefined &&
      AND.test(text.slice(names[i - 1]!.end, Math.min(next.start, names[i - 1]!.end + 3)))
    )
      continue;
    const together = names.slice(first, i);
    first = i;
    const states = together.flatMap(({ entry }) => (entry.kind === 'state' ? [entry.state] : []));
    if (states.length !== 2 || together.length !== 2) continue;
    groups.push({
      start: together[0]!.start,
      end: together[1]!.end,
      states,
      isOurs: isSame(states, parties),
    });
  }
  return groups.sort((a, b) => a.start - b.start);
}
