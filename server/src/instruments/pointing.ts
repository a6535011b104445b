import { barenessOf, isCompound } from './bare-genus.ts';
import { canBeSelf, canPoint, fold } from './genus.ts';
import type { PointingMention, WordMention } from './mention.ts';

/** Kinds of instruments, as they stand before a genus word. */
const KIND =
  '(?:停战|停火|军事|临时|补充|附加|任择|友好|合作|互助|同盟|联盟|和平|和解|中立|互不侵犯|不侵犯|框架|政府间|部门间|双边|多边|三边|三方|贸易|经贸|经济|通商|商务|航空|航海|海运|海关|领事|外交|边界|国界|边境|投资|文化|教育|科学|科技|技术|司法|协助|引渡|税收|运输|交通|旅游|环境|保护|卫生|农业|渔业|核能|核|安全|国际|世界|人权|基本|关系|永久|长期|睦邻|战略|伙伴|谅解|会谈|会议|初步|过渡|最后|最终|联合|共同|新闻|建交|执行|实施|解释|修正|修订|区域|全面|多国|休战|及|和|与|暨)';
/** What is said of an instrument without telling which. */
const PRAISE =
  '(?:伟大|重大|重要|庄严|光荣|著名|历史性|划时代|纲领性|标志性|里程碑式|具有(?:重大|重要|深远)?(?:的)?(?:历史|现实|战略)?(?:性)?意义|罪恶|非法|不平等|侵略性?|新|原|老|旧|现行|国际性?)的?';
const NUMBER = '(?:[一两二三四五六七八九十几数各些\\d]{0,2})';
const MEASURE = '(?:个|项|份|种|部|件|条)?';

const SELF = new RegExp(`本(${KIND}{0,6})$`);
/** 日本声明 is of Japan, 基本文件 a kind of document. */
const NOT_SELF = /[日基根原样文版资成剧课书范标蓝脚副正译]$/;
const BACK = new RegExp(
  `(该|此|上述|前述|上列|上举|前列|以上|所有这些|这)(${NUMBER})${MEASURE}((?:${PRAISE}|${KIND}){0,4})(?:(条约|公约|协定|协议|议定书|换文|声明|公报|宣言|决议|文件)(?:和|与|及|以及|、))?$`,
);
/** 因此声明, 应该公告 */
const NOT_THIS = /[因如彼从为对就在由至故据]$/;
/** 因此条约, 据此协定; but 根据此协定. */
const NOT_THIS_NOUN = /[因如彼为由至故]$|(?<![根依])据$/;
const VERB_TOO = new Set(['声明', '联合声明', '共同声明', '公告', '倡议', '决议', '规划', '计划']);
const NOT_THAT = /应$/;
const NUMBERED = new RegExp(
  `(?<![第\\d一两二三四五六七八九十几])([两二三四五六])(?:个|项|份)?(${KIND}{0,2})$`,
);
const PRAISES = new RegExp(PRAISE, 'g');
const COUNTS = '一二三四五六七八九十';
/** The longest words before a genus word that are looked at. */
const LONGEST = 20;
/** The last characters of what can stand before a genus word that is pointed at. */
const LAST = new Set(
  '和与及、本该此述列举上这一两二三四五六七八九十几数各些个项份种部件条的大要严荣名性代式义恶法等略新原老旧行际',
);

/** 双方发表联合公报如下: this very one. */
const ISSUED = /(?:发表|发布|公布)(?:了|的)?(?:联合|共同)(?:声明|公报|宣言)$/;

/** What a genus word at [start, end) of a folded text is; null where it is part of another word. */
export function pointingAt(folded: string, start: number, end: number): PointingMention | WordMention | null {
  const genus = folded.slice(start, end);
  const after = folded.slice(end, end + 4);
  if (/^如[下左]/.test(after) && ISSUED.test(folded.slice(Math.max(0, start - 4), end)))
    return { what: 'word', start, end, genus, bareness: 'own' };
  if (/^(?:组织|集团|如[下左])/.test(after)) return null;
  const window = LAST.has(folded.charAt(start - 1)) || KIND_ENDS.has(folded.charAt(start - 1)) ? LONGEST : 0;
  const before = folded.slice(Math.max(0, start - window), start);
  if (window > 0 && !isCompound(after)) {
    const pointing = backAt(before, start, end, genus) ?? selfAt(before, start, end, genus);
    if (pointing !== null) return pointing;
  }
  const bareness = barenessOf(folded, start, end, genus);
  return { what: 'word', start, end, genus, ...(bareness === undefined ? {} : { bareness }) };
}

/** The last characters of the kinds. */
const KIND_ENDS = new Set(
  KIND.slice(3, -1)
    .split('|')
    .map((kind) => kind.at(-1)!),
);

function backAt(before: string, start: number, end: number, genus: string): PointingMention | null {
  if (!canPoint(genus)) return null;
  const back = BACK.exec(before);
  if (back !== null && !isOtherWord(back, before.slice(0, back.index), genus)) {
    const [, pointer, number = '', said = '', also] = back;
    const above = /述|列|举|以上/.test(pointer!) || undefined;
    return {
      what: 'anaphor',
      start: start - (before.length - back.index),
      end,
      genus,
      kind: said.replace(PRAISES, '') + genus,
      count: countOf(number, pointer === '所有这些' || also !== undefined),
      ...(also === undefined ? {} : { also }),
      ...(above ? { above } : {}),
    };
  }
  const numbered = NUMBERED.exec(before);
  if (numbered === null) return null;
  return {
    what: 'anaphor',
    start: start - (before.length - numbered.index),
    end,
    genus,
    kind: (numbered[2] ?? '') + genus,
    count: countOf(numbered[1]!, false),
    loose: true,
  };
}

function isOtherWord([, pointer, number]: RegExpExecArray, before: string, genus: string): boolean {
  // 为此一条约
  if (number !== '') return false;
  const notThis = VERB_TOO.has(genus) ? NOT_THIS : NOT_THIS_NOUN;
  return (pointer === '此' && notThis.test(before)) || (pointer === '该' && NOT_THAT.test(before));
}

function countOf(number: string, several: boolean): number {
  if (number === '') return several ? 0 : 1;
  if (/[几数各些]/.test(number)) return 0;
  if (number === '两') return 2;
  if (/^\d+$/.test(number)) return Number(number);
  return COUNTS.indexOf(number) + 1;
}

function selfAt(before: string, start: number, end: number, genus: string): PointingMention | null {
  const self = canBeSelf(genus) ? SELF.exec(before) : null;
  if (self === null || NOT_SELF.test(before.slice(0, self.index))) return null;
  return {
    what: 'self',
    start: start - self[0].length,
    end,
    genus,
    kind: (self[1] ?? '') + genus,
    count: 1,
  };
}

/** What stands right before a title in marks and points: 本《协定》, 该《协定》. */
export function pointerBefore(
  text: string,
): { readonly what: 'self' | 'back'; readonly length: number } | null {
  const before = fold(text);
  if (/本$/.test(before) && !NOT_SELF.test(before.slice(0, -1))) return { what: 'self', length: 1 };
  const back = /(?:该|上述|前述|这一|这个|这项|这)$/.exec(before);
  return back === null ? null : { what: 'back', length: back[0].length };
}
