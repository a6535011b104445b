import type { BuiltTitles } from './built-title.ts';
import { ONE_CHARACTER_PARTIES as PARTIES } from './states.ts';

/**
 * Titles of treaties between two states in running text, as older documents print them, with no 《》: 中缅边界条约.
 * Only those that begin with the one-character names of the parties can be told from the words before them.
 */

const BEFORE =
  /(?:^|[，。；：、！？“”「」『』（）()《》—\n\s]|在|和|与|及|同|对|为|自|从|据|照|按|依|守|行|反|背|了|的|以|由|让|使|除|订|署|结|过|止|约|止)$/;
/** What a title is made of between its parties and its genus; no verb, no particle. */
const CONTENT = /^[一-鿿·、（）\d]{2,18}$/;
const NO_CONTENT =
  /^[国联方军共央华文队人关交苏建]|[的了在是于就将已被把让给向从经并也还无有达签缔结署表成通]|订|发表|发布|两国|双方|缔约/;
const LONGEST = 24;
const LONGEST_TO_BE = 32;
/** 一九六三年七月…签订的甲乙丙条约: of a date, and so one. */
const SIGNED =
  /年(?:[^，。；：！？《》“”]{1,24})(?:签署|签订|签定|缔结|订立)的(?:关于|(?![^，。]{0,2}[国边方项个份种次]))((?!关于)[\u4e00-\u7683\u7685-\u9fff（）·、]{6,30})$/;
const LONGEST_SIGNED = 72;
/** 西太平洋公约, 东南亚集体防务条约 */
const REGION =
  /(?:^|[^一-鿿]|[以和与及对据照的是在])((?:[东西南北]{0,2}(?:大西洋|太平洋|印度洋)|东南亚|东北亚|中近东|近东|中东|中亚|南亚|西欧|东欧|泛美|美洲|阿拉伯)(?:国家)?(?:集体|共同|安全|防务|防御|互助|友好|合作){0,3})$/;
/** 谈判缔结全面禁止…条约: not yet there, but named. */
const TO_BE =
  /(?:缔结|签订|签署|订立|制定)(?:了)?((?:全面|互|部分|永久)?(?:禁止|不首先|不扩散|防止|限制|消除|削减)[^的了在是于就将把被让，。；：！？、《》“”]{2,18})$/;
/** 甲乙最高级会议联合声明: what a meeting has issued, by its name. */
const MEETING =
  /(?:^|[，。；：、“”（）《》的了在对和与及同由于是为向使将把])([^的了在对和及同由于是为向使将把，。；：、“”（）《》]{2,22}(?:会议|峰会|会晤))$/;
const NO_MEETING = /召开|举行|出席|参加|发表|通过|双方|这|该|本/;

/**
 * Start (UTF-16) of the title that ends with a genus word at [genusStart, genusEnd) of a folded text; undefined where
 * there is none.
 */
export function unmarkedTitleStart(
  folded: string,
  genusStart: number,
  genusEnd: number,
  builtTitles: BuiltTitles,
): number | undefined {
  const signed = SIGNED.exec(folded.slice(Math.max(0, genusStart - LONGEST_SIGNED), genusEnd));
  if (signed !== null) return genusEnd - signed[1]!.length;
  const built = builtTitles.startOf(genusStart, genusEnd);
  if (built !== undefined) return built;
  const named = REGION.exec(folded.slice(Math.max(0, genusStart - LONGEST), genusStart));
  if (named !== null && /^(?:条约|公约)$/.test(folded.slice(genusStart, genusEnd)))
    return genusStart - named[1]!.length;
  const toBe = TO_BE.exec(folded.slice(Math.max(0, genusStart - LONGEST_TO_BE), genusStart));
  if (toBe !== null && /^(?:条约|公约)$/.test(folded.slice(genusStart, genusEnd)))
    return genusStart - toBe[1]!.length;
  const peace = /(?<![反绝])对[一-鿿]$/.exec(folded.slice(Math.max(0, genusStart - 3), genusStart));
  if (peace !== null && folded.slice(genusStart, genusEnd) === '和约') return genusStart - 2;
  const meeting = MEETING.exec(folded.slice(Math.max(0, genusStart - LONGEST), genusStart));
  if (meeting !== null && !NO_MEETING.test(meeting[1]!)) return genusStart - meeting[1]!.length;
  const from = Math.max(0, genusStart - LONGEST);
  for (let start = from; start <= genusStart - 4; start++) {
    if (!PARTIES.includes(folded.charAt(start)) || !PARTIES.includes(folded.charAt(start + 1))) continue;
    if (!BEFORE.test(folded.slice(Math.max(0, start - 1), start))) continue;
    let content = start + 2;
    while (content < start + 4 && PARTIES.includes(folded.charAt(content))) content++;
    for (let at = content; at >= start + 2; at--) {
      const text = folded.slice(at, genusStart);
      if (CONTENT.test(text) && !NO_CONTENT.test(text)) return start;
    }
  }
  return undefined;
}

/** What leads to a title in running text: what was done with it, or by what one acts. */
const LEADING =
  /^.*(?:签署|签订|签定|缔结|订立|通过|发表|达成|制定|商定)(?:了|的)?|^(?:根据|按照|依照|依据|遵照|鉴于|考虑到|铭记|回顾|重申|注意到|为了?(?:执行|实施|履行|落实)?|兹|双方|两国|在|与|和|同)/;
const CLAUSE = /[，。；：！？（）()《》“”「」\n]/;
const LONGEST_DEFINED = 100;
const SHORTEST_DEFINED = 6;

/**
 * Start (UTF-16) of the title without 《》 that ends at `end` of a folded text, where a short form of it is introduced
 * there: …签署的甲国和乙国航空协定（以下简称“协定”）; undefined where it is too short to be one.
 */
export function definedTitleStart(folded: string, end: number): number | undefined {
  let start = end;
  while (start > 0 && end - start < LONGEST_DEFINED && !CLAUSE.test(folded.charAt(start - 1))) start--;
  const clause = folded.slice(start, end);
  const from = start + (LEADING.exec(clause)?.[0].length ?? 0);
  return end - from >= SHORTEST_DEFINED ? from : undefined;
}
