import type { Found, Recogniser } from './found.ts';
import { insideKinds, insideOf } from './inside.ts';
import type { Paragraph } from './paragraph.ts';
import { sideWords } from './sides.ts';
import { formerStates, type State } from './states.ts';

/** What makes a state one that acts: its government, or a verb right behind it. */
const ACTS =
  /(?:政府|当局|方面|方)?(?:也|均|都|已|曾|并|一贯|始终|继续|坚决|坚定|应|将|须|不得|必须|同意|决定|承诺|宣布|声明|重申|强调|指出|认为|支持|反对|谴责|欢迎|敦促|呼吁|主张|赞赏|愿|对.{1,12}表示|表示|政府|当局|方面)/y;
/** What belongs to the name of a party: 中国政府, 中华人民共和国中央人民政府. */
const GOVERNMENT = /(?:中央人民)?政府(?!间)|方面(?=[一-鿿])/y;
/** 中国人: a people, and not the state. 中国人民 is of the state. */
const PEOPLE = /人(?![民大权])|[族语菜]/y;

function attributesOf(states: readonly State[]): Record<string, string> {
  return states.length === 0 ? {} : { state: states.map(({ name }) => name).join('、') };
}

/**
 * Parties, each with its `state` (several as 中国、俄罗斯): those that issue or sign the document by every name and
 * pronoun, and every other state where it acts, as its government or with a verb right behind it. Where another state
 * is only spoken of (阿富汗问题, 在乌克兰), it is a place.
 */
export function partyRecogniser(): Recogniser {
  return ({ text, start, whole, names, titles }: Paragraph, before) => {
    const { parties } = whole;
    const found: Found[] = [];
    const inTitle = insideOf(titles);
    // 中国共产党 and 中国国家主席 are no state.
    const inLarger = insideKinds(before, 'organisation', 'person');
    for (const word of sideWords(text, parties)) {
      const range = { start: start + word.start, end: start + word.end };
      if (!inTitle(range)) found.push({ kind: 'party', ...range, attributes: attributesOf(word.states) });
    }
    for (const { start: from, end, entry } of names) {
      const named = entry.kind === 'state' ? entry.state : undefined;
      const signs =
        named ??
        (entry.kind === 'organisation' ? parties.find(({ name }) => name === entry.name) : undefined);
      if (signs === undefined) continue;
      if (named !== undefined && inLarger({ start: start + from, end: start + end })) continue;
      PEOPLE.lastIndex = end;
      if (PEOPLE.test(text)) continue;
      GOVERNMENT.lastIndex = end;
      ACTS.lastIndex = end;
      const to = end + (GOVERNMENT.exec(text)?.[0].length ?? 0);
      const isParty = parties.includes(signs) || formerStates.has(signs.name) || ACTS.test(text);
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
