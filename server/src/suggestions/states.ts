import data from './data/states.json' with { type: 'json' };
import { NameIndex } from './name-index.ts';

/** A state by its names, in simplified characters. */
export interface State {
  /** The short one, by which all are told. */
  readonly name: string;
  readonly also: readonly string[];
  /** What stands before 方: 中, 印尼. Several states may share one. */
  readonly side?: string;
}

/** They are no place to be anywhere: where such a name stands, the state is meant. */
export const formerStates: ReadonlySet<string> = new Set(['苏联', '南斯拉夫', '捷克斯洛伐克']);

export const states: readonly State[] = data.states;

export const stateNames = new NameIndex<State>(
  states.flatMap((state) => [state.name, ...state.also].map((name) => [name, state] as const)),
);

const bySide = new Map<string, State[]>();
for (const state of states) {
  if (state.side !== undefined) bySide.set(state.side, [...(bySide.get(state.side) ?? []), state]);
}

/** What a state is called by one character. */
export const sideCharacters = [...bySide.keys()].filter((side) => side.length === 1).join('');

/** States that one character means in any document. */
const TOLD_ALONE = '中俄美英法德日韩朝苏欧';

/**
 * The one state of the parties that is meant by what stands before 方; where none is, the one that was named last of
 * those that may be called so, or one that everybody knows so.
 */
export function stateOfSide(
  side: string,
  parties: readonly State[],
  named: readonly State[] = [],
): State | undefined {
  const isMeant = (state: State) => state.side === side || state.name === side || state.also.includes(side);
  const among = parties.filter(isMeant);
  const initial =
    among.length === 0 && side.length === 1 ? parties.filter(({ name }) => name.startsWith(side)) : among;
  if (initial.length > 0) return initial.length === 1 ? initial[0] : undefined;
  const last = named.findLast(isMeant);
  if (last !== undefined) return last;
  return TOLD_ALONE.includes(side) ? bySide.get(side)?.[0] : undefined;
}

/** 中俄, 中美日: states by one character each, where a title begins. */
const CHARACTERS =
  /^[一-鿿]{2,5}?(?=睦邻|友好|联合|关于|边界|两国|建交|双边|合作|互助|会谈|条约|协定|公报|声明|引渡|投资|贸易|文化|科技|互免|领事|政府)/;
/** How far into the opening the parties are looked for where the title does not name two. UTF-16. */
const OPENING = 800;

/** What of an opening tells who speaks: 甲国和乙国（以下称双方）, 甲国和乙国（以下简称“缔约双方”）. */
const CALLED =
  /(?:以下|下)(?:简|合|统|并)?称[为：:]?[“「"]?(?:缔约|签约)?(?:双方|各方|两国|三方|四方|三国|四国|五国)|^(?:缔约|签约)(?:双方|各方)/;

function once(found: readonly State[]): State[] {
  return [...new Set(found)];
}

/** The states that issue or sign a document, by one of its titles or, where none names two, its opening; in order. */
export function partiesNamed(titles: readonly string[], opening: string): State[] {
  const head = opening.slice(0, OPENING);
  const inTitles = titles.map((title) => {
    const bare = title.replace(/[\s《》]/g, '');
    // 甲国和乙国关于丙国问题的声明 is by the first two.
    const named = once(stateNames.in(bare.split('关于', 1)[0]!).map(({ entry }) => entry));
    return named.length >= 2 ? named : (abbreviatedIn(bare, head) ?? named);
  });
  const told = [...inTitles, statesTitled(head), statesCalled(head), statesMeeting(head)];
  return told.find((named) => named.length >= 2) ?? inTitles.find((named) => named.length > 0) ?? [];
}

/** 中巴联合声明: whoever of those that 巴 may be is named in the opening, or alone may be called so. */
function abbreviatedIn(title: string, opening: string): State[] | undefined {
  const told: State[] = [];
  for (const character of CHARACTERS.exec(title)?.[0] ?? '') {
    const all = bySide.get(character) ?? [];
    const named = all.filter(({ name, also }) => [name, ...also].some((each) => opening.includes(each)));
    const state =
      all.length > 1 && named.length > 0
        ? named[0]
        : (stateOfSide(character, []) ?? (all.length === 1 ? all[0] : undefined));
    if (state === undefined) return undefined;
    told.push(state);
  }
  return told.length >= 2 ? once(told) : undefined;
}

/** A line that is a title, which may follow the name of a collection: 甲国和乙国联合声明（2031年）. */
const TITLE =
  /^[^，。；\n]{4,80}(?:声明|公报|宣言|条约|协定|议定书|备忘录)(?:[ 　]*[（(][^（）()\n]{1,16}[）)])?[ 　]*$/m;

/** The states that a title names which stands behind the first line. */
function statesTitled(opening: string): State[] {
  const title = TITLE.exec(opening)?.[0].split('关于', 1)[0];
  return title === undefined ? [] : once(stateNames.in(title).map(({ entry }) => entry));
}

/** The states named right before the text gives them a common name. */
function statesCalled(opening: string): State[] {
  const called = CALLED.exec(opening);
  if (called === null) return [];
  const sentence =
    Math.max(opening.lastIndexOf('。', called.index), opening.lastIndexOf('\n', called.index)) + 1;
  return once(stateNames.in(opening.slice(sentence, called.index)).map(({ entry }) => entry));
}

/** 应甲国总理邀请，乙国总统访问了甲国. */
const VISIT = /应([^。]{2,80}?)邀请[，,]([^。]{2,60}?)(?:对|访|自|于|将|率|一行)/;

/** The host and the guest of a visit that an opening tells of. */
function statesMeeting(opening: string): State[] {
  const [, host, guest] = VISIT.exec(opening) ?? [];
  if (host === undefined || guest === undefined) return [];
  return once(
    [host, guest].flatMap((words) =>
      stateNames
        .in(words)
        .slice(0, 1)
        .map(({ entry }) => entry),
    ),
  );
}
