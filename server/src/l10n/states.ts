/** What {@link Intl.DisplayNames} calls otherwise than titles do, and states that are no more. */
const FORMAL: readonly (readonly [name: string, code: string])[] = [
  ['中华人民共和国', 'CN'],
  ['俄国', 'RU'],
  ['苏维埃社会主义共和国联盟', 'SU'],
  ['苏联', 'SU'],
  ['美利坚合众国', 'US'],
  ['大不列颠及北爱尔兰联合王国', 'GB'],
  ['大不列颠', 'GB'],
  ['法兰西', 'FR'],
  ['德意志', 'DE'],
  ['大韩民国', 'KR'],
  ['吉尔吉斯', 'KG'],
  ['泰王国', 'TH'],
  ['孟加拉', 'BD'],
  ['欧洲联盟', 'EU'],
  ['阿联酋', 'AE'],
  ['沙特', 'SA'],
  ['中非共和国', 'CF'],
  ['刚果民主共和国', 'CD'],
  ['刚果共和国', 'CG'],
  ['摩尔达维亚', 'MD'],
  ['哈萨克', 'KZ'],
  ['印尼', 'ID'],
  ['波黑', 'BA'],
];

/** Codes of no state: the unknown, the made-up, and groups and islands that Unicode names for its own use. */
const NO_STATE = new Set('AC CP CQ DG EA EZ IC QO TA UN XA XB ZZ'.split(' '));

interface Names {
  readonly codes: ReadonlyMap<string, string>;
  readonly anyOf: RegExp;
}

let known: Names | undefined;

/** Made when it is first needed, which in most sessions is never. */
function names(): Names {
  if (known) return known;
  const codes = new Map<string, string>();
  for (const [code, name] of regions()) codes.set(name, code);
  for (const [name, code] of FORMAL) codes.set(name, code);
  // The longest first: 赤道几内亚 is not 几内亚.
  const byLength = [...codes.keys()].sort((a, b) => b.length - a.length);
  known = { codes, anyOf: new RegExp(byLength.map((name) => name).join('|'), 'g') };
  return known;
}

/** The codes of ISO 3166-1 with what Unicode's tables (CLDR) call them in simplified characters. */
function* regions(): Generator<[code: string, name: string]> {
  const named = new Intl.DisplayNames('zh-Hans', { type: 'region', fallback: 'none' });
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const code = first + second;
      if (NO_STATE.has(code)) continue;
      // A code of old, such as BU for Burma, has the name of the one that took its place.
      if (new Intl.Locale(`und-${code}`).region !== code) continue;
      const name = named.of(code);
      if (name !== undefined) yield [code, name];
    }
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The codes of the states that a title in simplified characters names, in their order, each once. Linear. */
export function statesIn(title: string): string[] {
  const { codes, anyOf } = names();
  return [...new Set([...title.matchAll(anyOf)].map(([name]) => codes.get(name)!))];
}
