import { NameIndex } from './name-index.ts';

/**
 * What a verb does. `says`: what follows is what is said, with subjects and verbs of its own (认为). `stands`: an
 * attitude (支持). `undertakes`: a commitment (承诺). `must`: one by a word that any sentence may hold (将, 应).
 * `recites`: no attitude, but the end of the one before it (回顾).
 */
export type VerbKind = 'says' | 'stands' | 'undertakes' | 'must' | 'recites';

interface Verb {
  /** The word by which it is told. */
  readonly canonical: string;
  readonly kind: VerbKind;
  /** Only with a subject right before it: without one it goes on with what was begun. */
  readonly weak: boolean;
}

/** The verb of a clause at its place in a text; UTF-16. */
export interface VerbFound extends Verb {
  /** With what is said of its manner: 坚决 of 坚决反对, 不 of 不支持. */
  readonly start: number;
  readonly end: number;
}

/** Words of one kind; behind = the one that a word is told by, where that is another. */
const verbsOf = (kind: VerbKind, words: string, weak = false) =>
  words.split(' ').map((word): [string, Verb] => {
    const [verb, canonical = verb] = word.split('=') as [string, string?];
    return [verb, { canonical, kind, weak }];
  });

/** In simplified characters. */
const words: readonly [string, Verb][] = [
  ...verbsOf(
    'says',
    '重申 强调 指出 认为 主张 相信 坚信=相信 深信=相信 确信=相信 确认 承认 认识到 意识到=认识到',
  ),
  ...verbsOf('says', '声明 宣布 宣告=宣布 表明=声明 表示=声明 呼吁 敦促 希望 期待=希望 期望=希望 注意到'),
  ...verbsOf('says', '要求', true),
  ...verbsOf(
    'stands',
    '支持 反对 抵制=反对 谴责 欢迎 乐见=欢迎 赞赏 赞成=赞同 赞同 感谢 祝贺 关切 忧虑=关切',
  ),
  ...verbsOf('stands', '高度评价 积极评价=高度评价 重视 拒绝 愿意=愿 不接受'),
  ...verbsOf('stands', '坚持 恪守=坚持 倡导=主张 鼓励 尊重 维护 捍卫=维护 关注=关切 珍视=重视', true),
  ...verbsOf('stands', '理解 看到=注意到', true),
  ...verbsOf(
    'undertakes',
    '承诺 答应=承诺 允诺=承诺 保证 同意 决定 商定 约定=商定 议定=商定 致力于 决心=致力于',
  ),
  ...verbsOf('undertakes', '准备=努力 力争=努力'),
  ...verbsOf('must', '应当=应 应该=应 必须=应 不得'),
  ...verbsOf('must', '继续 不使用=不得 不采取=不得 不会=将', true),
  ...verbsOf('recites', '回顾 忆及 铭记 考虑到 鉴于 遵循 基于 满怀'),
];
const verbs = new NameIndex<Verb>(words);
/** Those of one character. */
const shortVerbs: Readonly<Record<string, Verb>> = {
  愿: { canonical: '愿', kind: 'stands', weak: false },
  将: { canonical: '将', kind: 'must', weak: false },
  应: { canonical: '应', kind: 'must', weak: false },
  须: { canonical: '应', kind: 'must', weak: false },
};

/** What stands before a verb and tells nothing of its manner. */
const PARTICLES = /(?:都|均|也|还|并且|并|亦|仍|已|现|则|特此|兹|各自|同时|早已|早就|当时就?|曾经?)*/y;
const MANNER =
  /(?:坚决|坚定不移地?|坚定|高度|强烈|一致|严正|深切|严重|郑重|进一步|全力|充分|积极|完全|严厉|深刻|普遍|真诚|殷切|热烈|诚挚|衷心|由衷|明确|共同|最|最高度|极大|毫不动摇地?|一贯|始终|再次|历来|[一-鿿]{2,5}地(?![区方位球带]))/y;
const NOT = /[从绝决]?不/y;
/** 表示欢迎 is 欢迎, and so is 对…表示热烈欢迎. */
const nouns = new Map(
  verbsOf(
    'stands',
    '欢迎 谴责 支持 赞赏 关切 关注=关切 遗憾 感谢 满意 反对 忧虑=关切 不安=关切 祝贺 慰问 哀悼=慰问 高度评价 理解 重视 赞同 同情=慰问 愤慨=谴责 抗议=谴责 钦佩=赞赏 敬意=赞赏 谢意=感谢',
  ).map(([noun, { canonical }]) => [noun, canonical]),
);
const NOUN = [...nouns.keys()].join('|');
/** What is taken as denied: 不支持. Other verbs with 不 are told of no stance. */
const DENIED: ReadonlyMap<string, string> = new Map([
  ['支持', '不支持'],
  ['赞同', '不支持'],
  ['承认', '不承认'],
]);

/** All that a position may be told by. */
export const stances: ReadonlySet<string> = new Set([
  ...words
    .map(([, verb]) => verb)
    .filter(({ kind }) => kind === 'says' || kind === 'stands')
    .map(({ canonical }) => canonical),
  ...nouns.values(),
  ...DENIED.values(),
  '愿',
  '同意',
]);
/** All that a commitment may be told by. */
export const strengths: ReadonlySet<string> = new Set([
  ...words
    .map(([, verb]) => verb)
    .filter(({ kind }) => kind === 'undertakes' || kind === 'must')
    .map(({ canonical }) => canonical),
  '将',
  '应',
]);
const ADJECTIVE =
  '(?:坚决|坚定|高度|最强烈|强烈|深切|最?严重|热烈|诚挚|衷心|由衷|极大|最强烈的|严重的|深切的|诚挚的|衷心的|极大|坚定的?|充分)*';
const SHOWN = new RegExp(
  `(?:表示|表达|深表|深感|感到|予以|给予|致以)${ADJECTIVE}(${NOUN})(?!的[一-鿿])`,
  'y',
);
const SHOWN_LAST = new RegExp(`(?:表示|表达|深表|深感|感到|予以|给予|致以)${ADJECTIVE}(${NOUN})$`);
/** 表示最强烈的谴责: what a clause may end in, at most. UTF-16. */
const LONGEST_SHOWN = 16;
/** Words that begin like a verb and are none: 支持力度, 决定性, 应邀, 应对, 将来. */
const OTHER_WORD =
  /的(?!是)|力度|者|派|书|景|望|仪式|宴会|词|性|因素|权|下(?:，|$)|(?<=应)(?:邀|约|对(?!此|.{1,24}(?:负|表示|采取|予以))|.{1,30}邀请|用|急)|(?<=将)(?:来|军|士)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isOtherWord(text: string, end: number): boolean {
  return matchAt(OTHER_WORD, text, end) !== null;
}

/** Where the words begin that a clause says behind its particles. */
export function behindParticles(text: string, at: number): number {
  return at + matchAt(PARTICLES, text, at)![0].length;
}

/** The verb that begins at `at`, behind particles and words of manner; undefined where another word stands there. */
export function verbAt(text: string, at: number): VerbFound | undefined {
  const start = behindParticles(text, at);
  let place = start;
  for (;;) {
    const shown = matchAt(SHOWN, text, place);
    if (shown !== null) {
      return { ...shownAs(shown[1]!), start, end: place + shown[0].length };
    }
    const named = verbs.at(text, place);
    const verb = named?.entry ?? shortVerbs[text.charAt(place)];
    if (verb !== undefined) {
      const end = named?.end ?? place + 1;
      return isOtherWord(text, end) ? undefined : { ...verb, start, end };
    }
    const not = matchAt(NOT, text, place);
    if (not !== null) return negated(text, start, place + not[0].length);
    const manner = matchAt(MANNER, text, place);
    if (manner === null || place > start + 12) return undefined;
    place += manner[0].length;
  }
}

function shownAs(noun: string): Verb {
  return { canonical: nouns.get(noun)!, kind: 'stands', weak: false };
}

function negated(text: string, start: number, at: number): VerbFound | undefined {
  const named = verbs.at(text, at);
  const verb = named?.entry ?? shortVerbs[text.charAt(at)];
  if (verb === undefined) return undefined;
  const end = named?.end ?? at + 1;
  // 不应 and 不准备: what is not to be done.
  if (verb.kind === 'undertakes' || verb.kind === 'must') {
    return { ...verb, canonical: verb.canonical === '应' ? '不得' : verb.canonical, start, end };
  }
  const canonical = DENIED.get(verb.canonical);
  return canonical === undefined ? undefined : { ...verb, canonical, start, end };
}

/** 对…表示欢迎: the attitude that the clause from `start` to `end` ends in, where it begins with what it is about. */
export function shownAt(text: string, start: number, end: number): VerbFound | undefined {
  if (!'对就向'.includes(text.charAt(start))) return undefined;
  const shown = SHOWN_LAST.exec(text.slice(Math.max(start + 1, end - LONGEST_SHOWN), end));
  return shown === null ? undefined : { ...shownAs(shown[1]!), start, end };
}
