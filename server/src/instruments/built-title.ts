import { FIRST_PARTY, ONE_CHARACTER_PARTIES, PARTY } from './states.ts';

/**
 * Titles without 《》 that are built as those of treaties are: 甲国和乙国关于…的协定, 甲国政府和乙国政府联合公报,
 * 甲乙关于…的联合声明. They begin with the parties, and what stands between these and the genus is no clause.
 */

const CLAUSE = /[，。；：！？《》“”「」『』（）()\n]/;
const LONGEST = 110;
const FIRST = new RegExp(FIRST_PARTY, 'g');
const NEXT = new RegExp(`(和|与|及|同|暨|、|—|-)?${PARTY}`, 'y');
const MOST_PARTIES = 6;
const MOST_BEGINNINGS = 6;
/** A name of so many characters is told from other words without a conjunction after it. */
const LONG_PARTY = 6;
/** 甲乙关于…: characters of the parties. */
const ABBREVIATED = new RegExp(
  `(?<=^|[在据照按和与对同为以是的了署订结表、\\s])[${ONE_CHARACTER_PARTIES}]{2,4}(?=关于)`,
  'g',
);
/** What is no part of a title: verbs of making one, particles, what tells that some or many are spoken of. */
const NO_PART =
  /[了是已将于就把被让]|签[订署定字]|缔结|订立|发表|发布|达成|举行|谈判|会谈|同意|决定|根据|按照|遵守|履行|认为|有关|各项|任何|一切|所有|[这该本]|[一几两数多][个项份]/;
const ABOUT = /^(?:之?间)?(?:的)?关于.{2,70}$/;
const CONTENT = /^(?:之?间)?[一-鿿·]{0,16}$/;
const NO_CONTENT = /的|在|对|从|向|给|并|也|还|都|达|表|成立|双方|两国|各国/;
/** What a statement of several is called even where nothing tells what it is about. */
const WITHOUT_CONTENT = /^(?:联合|共同)|^新闻公报/;
/** 甲国和乙国联合声明： may be what they state. */
const STATED = /^[，：]/;
/** 签订下列文件：（一）…；（二）关于…的协定 */
const LISTED =
  /(?:签署|签订|缔结|订立|通过)了?(?:下列|以下|如下)[^。\n]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[；：])$/;
const LONGEST_LIST = 240;
/** 关于执行…协定的议定书: the title ends later. */
const GOES_ON = /^的?[一-鿿]{0,8}?(?:协定|条约|议定书|换文|照会|公告|声明|公报|备忘录|决议)/;

/** The party or parties that a title may begin with. UTF-16 offsets. */
interface Beginning {
  readonly start: number;
  readonly end: number;
  /** 甲乙, which only 关于 can follow. */
  readonly abbreviated?: true;
}

/** Finds the titles of one paragraph; its parties are looked for once, so that many genus words cost no more. */
export class BuiltTitles {
  private readonly folded: string;
  private beginnings: readonly Beginning[] | undefined;
  /** How many beginnings start before the last genus word that was asked about: these come in order of place. */
  private passed = 0;

  constructor(folded: string) {
    this.folded = folded;
  }

  /** Start (UTF-16) of the title that ends with the genus word at [genusStart, genusEnd). */
  startOf(genusStart: number, genusEnd: number): number | undefined {
    const { folded } = this;
    let from = genusStart;
    while (from > 0 && genusStart - from < LONGEST && !CLAUSE.test(folded.charAt(from - 1))) from--;
    const genus = folded.slice(genusStart, genusEnd);
    const after = folded.slice(genusEnd, genusEnd + 14);
    for (const { start, end, abbreviated } of this.beginningsIn(from, genusStart)) {
      const rest = folded.slice(end, genusStart);
      if (abbreviated === true ? isAbout(rest, after) : isRest(rest, genus, after)) return start;
    }
    const clause = folded.slice(from, genusStart);
    if (!clause.startsWith('关于') || !clause.endsWith('的') || !isAbout(clause, after)) return undefined;
    return LISTED.test(folded.slice(Math.max(0, from - LONGEST_LIST), from)) ? from : undefined;
  }

  /** The last few that lie in a range, in order of place. */
  private beginningsIn(from: number, to: number): Beginning[] {
    this.beginnings ??= beginningsOf(this.folded);
    const { beginnings } = this;
    while (this.passed < beginnings.length && beginnings[this.passed]!.start < to) this.passed++;
    return beginnings
      .slice(Math.max(0, this.passed - MOST_BEGINNINGS), this.passed)
      .filter(({ start, end }) => start >= from && end <= to);
  }
}

function beginningsOf(folded: string): Beginning[] {
  const found: Beginning[] = [];
  for (const { 0: first, index } of folded.matchAll(FIRST)) {
    const end = partiesEnd(folded, index, index + first.length);
    if (end !== undefined) found.push({ start: index, end });
  }
  for (const { 0: parties, index } of folded.matchAll(ABBREVIATED)) {
    found.push({ start: index, end: index + parties.length, abbreviated: true });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where the parties end that follow the first one; undefined where none does. */
function partiesEnd(folded: string, start: number, first: number): number | undefined {
  let end = first;
  for (let count = 1; count < MOST_PARTIES; count++) {
    NEXT.lastIndex = end;
    const next = NEXT.exec(folded);
    // 中国 锡兰: keywords, or the end of one word and the beginning of another.
    if (next === null || (next[1] === undefined && end - start < LONG_PARTY)) break;
    end += next[0].length;
  }
  return end === first ? undefined : end;
}

function isAbout(rest: string, after: string): boolean {
  return ABOUT.test(rest) && !NO_PART.test(rest.slice(rest.indexOf('关于') + 2)) && !GOES_ON.test(after);
}

function isRest(rest: string, genus: string, after: string): boolean {
  if (isAbout(rest, after)) return true;
  if (!CONTENT.test(rest) || NO_PART.test(rest) || NO_CONTENT.test(rest)) return false;
  if (rest.length >= 2) return true;
  return WITHOUT_CONTENT.test(genus) && !(STATED.test(after) && genus.endsWith('声明'));
}
