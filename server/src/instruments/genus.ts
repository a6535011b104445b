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
  '会议纪要',
  '会谈纪要',
  '投降书',
] as const;

/** Those by which a document can speak of itself (本条约) or point back (该协定). */
const POINTING = new Set(
  '条约 公约 协定 协议 议定书 宪章 规约 盟约 换文 备忘录 谅解备忘录 章程 声明 联合声明 共同声明 公报 联合公报 宣言 联合宣言 公告 决议 议程 倡议 计划 行动计划 规划 纲要 规划纲要 纲领 路线图 愿景 文件 共识'.split(
    ' ',
  ),
);

/** 本文件, 本计划 and the like speak of too many other things. */
const OF_ITSELF = new Set(
  '条约 公约 协定 协议 议定书 宪章 规约 盟约 换文 备忘录 谅解备忘录 章程 声明 联合声明 共同声明 公报 联合公报 宣言 联合宣言 公告 决议 倡议 纲要 纲领'.split(
    ' ',
  ),
);

/** Whatever was named may be called so; these cannot tell one mention from another. */
const POINTS_NOWHERE = new Set(['文件', '共识']);

const PAIRS =
  '約约條条協协議议聲声聯联報报憲宪規规綱纲備备錄录換换決决願愿識识劃划計计畫划圖图線线書书則则領领點点戰战構构諒谅訂订會会談谈紀纪聞闻總总後后';
const FOLDED = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i): [string, string] => [PAIRS[2 * i]!, PAIRS[2 * i + 1]!]),
);
const TO_FOLD = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'g');

/** The text with the characters that titles end in brought to simplified form; as long as it was. */
export function fold(text: string): string {
  return text.replace(TO_FOLD, (character) => FOLDED.get(character)!);
}

const TRADITIONAL = new Map(
  [...FOLDED].reverse().map(([traditional, simplified]) => [simplified, traditional]),
);

function traditional(word: string): string {
  return [...word].map((character) => TRADITIONAL.get(character) ?? character).join('');
}

/** Every genus word as it is printed, in either script; 劃 has a variant 畫. */
export const GENUS_WORDS: readonly string[] = [
  ...new Set(GENERA.flatMap((word) => [word, traditional(word), traditional(word).replaceAll('劃', '畫')])),
];

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

/** Whether a folded genus word can point back: 该条约. */
export const canPoint = (genus: string) => POINTING.has(genus) && !POINTS_NOWHERE.has(genus);
/** Whether a document can call itself so: 本条约. */
export const canBeSelf = (genus: string) => OF_ITSELF.has(genus);
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

/** A title as titles are compared: folded, and without what {@link withoutAppendix} leaves out. */
export function keyOf(title: string): string {
  return fold(withoutAppendix(title));
}
