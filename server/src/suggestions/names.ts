import organisations from './data/organisations.json' with { type: 'json' };
import places from './data/places.json' with { type: 'json' };
import { NameIndex } from './name-index.ts';
import { type State, states } from './states.ts';

/** What a known name names. */
export type Named =
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'place' }
  /** None of these, though one of their names stands in it. */
  | { readonly kind: 'other' };

/** Words that hold a name and do not mean its bearer: one China as a principle, the Chinese way of doing things. */
const OTHERS =
  '隆重庆祝 两个中国 一个中国 一中原则 中国特色 中国式 新中国 中国梦 中国制造 上海精神 亚洲安全观 上海五国 北京时间 上海公报 朝鲜族 蒙古族 罗马法 东海岸';

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
