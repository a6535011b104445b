import organisations from './data/organisations.json' with { type: 'json' };
import places from './data/places.json' with { type: 'json' };
import { type NameFound, NameIndex } from './name-index.ts';
import { type State, states } from './states.ts';

/** What a known name names. */
export type Named =
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'place' }
  /** None of these, though one of their names stands in it. */
  | { readonly kind: 'other' };

/** Words that hold a name and do not mean its bearer: one China as a principle, the Chinese way of doing things, armies. */
const OTHERS =
  '隆重庆祝 两个中国 一个中国 一中原则 中国特色 中国式 新中国 中国梦 中国制造 上海精神 亚洲安全观 上海五国 北京时间 上海公报 朝鲜族 蒙古族 罗马法 东海岸 发展中国家 中国人民解放军 中国人民志愿军 朝鲜人民军 联合国军';

/** All known names, in simplified characters; the longest that begins at a place is meant there. */
export const knownNames = new NameIndex<Named>([
  ...organisations.organisations.flatMap(({ name, also }) =>
    [name, ...also].map((each) => [each, { kind: 'organisation', name }] as const),
  ),
  // Behind the organisations: the European Union is one, although it may be a party.
  ...states.flatMap((state) =>
    [state.name, ...state.also].map((name) => [name, { kind: 'state', state }] as const),
  ),
  ...places.places.flatMap((line) => line.split(' ')).map((name) => [name, { kind: 'place' }] as const),
  ...OTHERS.split(' ').map((name) => [name, { kind: 'other' }] as const),
]);

/** With the name of a state before it, a place: 乍得湖, 墨西哥湾. Not 中国湖南. */
const WATERS = /湾(?!区)|湖(?![南北州泊])|海峡|运河|盆地|沙漠|地峡/y;
/** What begins with the 国 before it: 以色列国防军, 俄国防部, 俄中国际合作. Not 中国防止, 中国家庭. */
const OF_ITS_OWN = /防(?=[部长军])|际|家(?![庭电具长])/y;

function isAt(pattern: RegExp, text: string, place: number): boolean {
  pattern.lastIndex = place;
  return pattern.test(text);
}

/** The known names in a text, in order of place and apart; UTF-16. Linear. */
export function namesIn(text: string): NameFound<Named>[] {
  return knownNames.in(text).flatMap((found) => {
    const { start, end, entry } = found;
    if (entry.kind !== 'state') return found;
    if (isAt(WATERS, text, end)) return { start, end: WATERS.lastIndex, entry: { kind: 'place' } };
    if (text.charAt(end - 1) !== '国' || !isAt(OF_ITS_OWN, text, end)) return found;
    const shorter = knownNames.at(text.slice(start, end - 1), 0);
    return shorter?.end === end - 1 - start ? { start, end: end - 1, entry: shorter.entry } : [];
  });
}
