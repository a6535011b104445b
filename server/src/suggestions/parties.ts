import type { Found, Recogniser } from './found.ts';
import { insideKinds, insideOf } from './inside.ts';
import type { Paragraph } from './paragraph.ts';
import { sideWords } from './sides.ts';
import { formerStates, type State } from './states.ts';

/** Where something is or goes: 在乌克兰, 赴日本. */
const WHERE_BEFORE = /(?:在|于|赴|从|自|至|往|驻|位于|抵达|途经|来自|前往|经由|途中)$/;
/** What happens in a state: 阿富汗局势, 乌克兰危机. */
const WHERE_BEHIND =
  /(?:问题|局势|形势|危机|冲突|境内|国内|领土|战争|和平|重建|人道|平民|半岛|地区|北部|南部|东部|西部|沿海|等地|各地|首都|市场)/y;
/** How many states named last a side may be resolved to where the document has no parties. */
const REMEMBERED = 6;
/** What belongs to the name of a party: 中国政府, 中华人民共和国中央人民政府. */
const GOVERNMENT = /(?:中央人民)?政府(?!间)|方面(?=[一-鿿])/y;
/** 中国人: a people, and not the state. 中国人民 is of the state. */
const PEOPLE = /人(?![民大权])|[族语菜]/y;

function attributesOf(states: readonly State[]): Record<string, string> {
  return states.length === 0 ? {} : { state: states.map(({ name }) => name).join('、') };
}

/**
 * Parties, each with its `state` (several as 中国、俄罗斯): those that issue or sign the document, by every name and
 * pronoun, and other states as well, for what these do, have or are is theirs as states. Where another state is the
 * scene of something (阿富汗局势, 在乌克兰), it is a place.
 */
export function partyRecogniser(): Recogniser {
  /** The states named before, the last of them last. */
  let named: State[] = [];
  return ({ text, start, whole, names, titles }: Paragraph, before) => {
    const { parties } = whole;
    for (const { entry } of names) {
      if (parties.length >= 2 || entry.kind !== 'state') continue;
      named = [...named.filter((state) => state !== entry.state), entry.state].slice(-REMEMBERED);
    }
    const found: Found[] = [];
    const inTitle = insideOf(titles);
    // 中国共产党 and 中国国家主席 are no state.
    const inLarger = insideKinds(before, 'organisation', 'person');
    for (const word of sideWords(text, { parties, named, names })) {
      const range = { start: start + word.start, end: start + word.end };
      if (!inTitle(range)) found.push({ kind: 'party', ...range, attributes: attributesOf(word.states) });
    }
    for (const { start: from, end, entry } of names) {
      const state = entry.kind === 'state' ? entry.state : undefined;
      const signs =
        state ??
        (entry.kind === 'organisation' ? parties.find(({ name }) => name === entry.name) : undefined);
      if (signs === undefined) continue;
      if (state !== undefined && inLarger({ start: start + from, end: start + end })) continue;
      PEOPLE.lastIndex = end;
      if (PEOPLE.test(text)) continue;
      GOVERNMENT.lastIndex = end;
      WHERE_BEHIND.lastIndex = end;
      const to = end + (GOVERNMENT.exec(text)?.[0].length ?? 0);
      const isScene = WHERE_BEHIND.test(text) || WHERE_BEFORE.test(text.slice(Math.max(0, from - 2), from));
      const isParty = parties.includes(signs) || formerStates.has(signs.name) || !isScene;
      found.push({
        kind: isParty ? 'party' : 'place',
        start: start + from,
        end: start + to,
        attributes: isParty ? attributesOf([signs]) : {},
      });
    }
    return found;
  };
}
