import { canonicalText } from './canonical-text.ts';
import { fold } from './script.ts';

export { fold } from './script.ts';

/**
 * The genus is the word that ends a title and says what kind of text bears it: 条约, 联合声明, 路线图. Written in
 * simplified characters; {@link fold} brings titles in traditional ones to the same form.
 */

/** Words that end the titles of instruments, and are used alone for one that was named before. */
const GENERA = [
  '条约',
  '公约',
  '协定',
  '总协定',
  '协议',
  '协议书',
  '议定书',
  '附加议定书',
  '宪章',
  '规约',
  '盟约',
  '和约',
  '专约',
  '协约',
  '契约',
  '换文',
  '照会',
  '备忘录',
  '谅解备忘录',
  '章程',
  '声明',
  '联合声明',
  '共同声明',
  '公报',
  '联合公报',
  '新闻公报',
  '宣言',
  '联合宣言',
  '公告',
  '决议',
  '决议案',
  '决议草案',
  '提案',
  '议程',
  '倡议',
  '计划',
  '行动计划',
  '规划',
  '纲要',
  '规划纲要',
  '纲领',
  '行动纲领',
  '路线图',
  '愿景',
  '共识',
  '文件',
  '最后文件',
  '框架',
  '战略',
  '原则',
  '行为准则',
  '修正案',
  '纪要',
  '会议纪要',
  '会谈纪要',
  '投降书',
  // Of an international organisation: see `isDomestic`.
  '组织法',
] as const;

/** Those by which a document can speak of itself (本条约) or point back (该协定). */
const OF_ITSELF = new Set(
  '条约 公约 协定 总协定 协议 协议书 议定书 附加议定书 宪章 规约 盟约 和约 专约 协约 换文 照会 备忘录 谅解备忘录 章程 声明 联合声明 共同声明 公报 联合公报 新闻公报 宣言 联合宣言 公告 决议 决议案 倡议 纲要 规划纲要 纲领 行动纲领 最后文件 纪要 会谈纪要 会议纪要'.split(
    ' ',
  ),
);

/** 本计划, 本规划 and the like speak of too many other things. */
const POINTING = new Set([
  ...OF_ITSELF,
  ...'提案 决议草案 议程 计划 行动计划 规划 路线图 愿景 文件 框架 战略'.split(' '),
]);

/** Whatever was named may be called so, whatever its title ends in. */
const ANYTHING = new Set(['文件']);

/** Words that stand for nothing else when they stand alone: 声明 and 倡议 are verbs too, 计划 and 协议 are many things. */
const ALONE = new Set(
  '条约 公约 协定 议定书 附加议定书 宪章 规约 盟约 和约 公报 联合公报 新闻公报 联合声明 共同声明 宣言 联合宣言'.split(
    ' ',
  ),
);

/** What treaties and the statements of several parties are called; the other words end titles of one state's plans too. */
const BETWEEN_STATES = new Set(
  '条约 公约 协定 总协定 协议 协议书 议定书 附加议定书 宪章 规约 盟约 和约 专约 协约 换文 备忘录 谅解备忘录 联合声明 共同声明 联合公报 新闻公报 声明 公报 宣言 联合宣言 最后文件 修正案 会谈纪要 投降书'.split(
    ' ',
  ),
);

/** Every genus word. */
export const GENUS_WORDS: readonly string[] = GENERA;

const LONGEST = Math.max(...GENERA.map((word) => word.length));
const FOLDED_GENERA = new Set<string>(GENERA);

/** The longest genus word that ends the title, folded; undefined where none does. */
export function genusOf(title: string): string | undefined {
  const bare = fold(withoutAppendix(title));
  for (let length = Math.min(LONGEST, bare.length); length >= 2; length--) {
    const word = bare.slice(-length);
    if (FOLDED_GENERA.has(word)) return word;
  }
  return undefined;
}

/** The genus words that end a folded title, the shortest first: 声明 and 联合声明. */
export function generaOf(key: string): readonly string[] {
  const found: string[] = [];
  for (let length = 2; length <= Math.min(LONGEST, key.length); length++) {
    const word = key.slice(-length);
    if (FOLDED_GENERA.has(word)) found.push(word);
  }
  return found;
}

/** Whether a folded genus word can point back: 该条约. */
export const canPoint = (genus: string) => POINTING.has(genus);
/** Whether a document can call itself so: 本条约. */
export const canBeSelf = (genus: string) => OF_ITSELF.has(genus);
/** Whether what was named may be called so whatever its title ends in: 上述文件. */
export const isAnything = (genus: string) => ANYTHING.has(genus);
/** Whether the word can mean one that was named before although nothing points back: 条约规定…. */
export const canStandAlone = (genus: string) => ALONE.has(genus);
/** Whether what bears the folded genus word is always between states, or by several. */
export const isBetweenStates = (genus: string) => BETWEEN_STATES.has(genus);
/** Whether the whole title is a genus word: 《纲要》. */
export const isBareGenus = (title: string) => FOLDED_GENERA.has(fold(title));

const DRAFT = /[（(]草案[）)]$|草案$/;
const APPENDIX = /[（(][^（()）]{0,40}[）)]$/;

/** Whether a title calls itself a draft. */
export function isDraftTitle(title: string): boolean {
  return DRAFT.test(title);
}

/** A title without （草案） or a year in brackets at its end. */
export function withoutAppendix(title: string): string {
  return title.replace(DRAFT, '').replace(APPENDIX, '');
}

/** A title as titles are compared: in one script and one sort of marks, without what {@link withoutAppendix} leaves out. */
export function keyOf(title: string): string {
  return canonicalText(withoutAppendix(title));
}
