import { BODY, bodyName, numberedResolutionsIn } from './resolution-number.ts';
import { fold } from './script.ts';
import { isoDate, WRITTEN_DATE } from './written-date.ts';

/** A resolution called by its subject in marks, or by its number. Offsets: UTF-16. */
export interface ResolutionName {
  readonly start: number;
  readonly end: number;
  /** What stands between the marks. */
  readonly subject?: string;
  /** Not adopted yet: “…”提案. */
  readonly proposed?: true;
  /** Of one told by its number, or by its day: see {@link NumberedResolution.key}. */
  readonly key?: string;
}

const OPEN = '[“「『‘《]';
const CLOSE = '[”」』’》]';
const IN_MARKS = '[^“”"「」『』‘’《》，。；]{4,80}';
const SUBJECT_FIRST = new RegExp(
  `${OPEN}(${IN_MARKS})${CLOSE}的?${BODY}[^，。；“”「」《》、]{0,16}?决议(?!草案)`,
  'g',
);
const BODY_FIRST = new RegExp(
  `${BODY}(?:通过的|关于|题为|第[一-鿿\\d]{1,4}届会议通过的)?${OPEN}(${IN_MARKS})${CLOSE}的?决议(?!草案)`,
  'g',
);
/** “…”的, before the number of what it is the subject of. */
const TITLED = new RegExp(`${OPEN}(${IN_MARKS})${CLOSE}的?$`);
const LONGEST_TITLED = 84;
/** 一九七一年十二月二十一日联合国安全理事会的决议: told by its day. */
const DATED = new RegExp(`${WRITTEN_DATE}((${BODY})(?:通过)?(?:的|关于[^，。；《》“”]{2,30}的)?决议)`, 'g');
/** Where proposals are none of the business of states. */
const IN_ASSEMBLY = /联合国|联大|安理会|会员国/;
const PROPOSAL = new RegExp(`${OPEN}(${IN_MARKS})${CLOSE.replace(']', '"]')}(?:提案|决议草案|決議草案)`, 'g');
/** “…”联大决议, 安理会第2231号决议; in order of place for each sort. */
export function resolutionNamesIn(text: string): ResolutionName[] {
  const found: ResolutionName[] = [];
  if (/提案|草案/.test(text) && IN_ASSEMBLY.test(text)) {
    for (const match of text.matchAll(PROPOSAL)) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        subject: match[1]!,
        proposed: true,
      });
    }
  }
  const folded = fold(text);
  if (!folded.includes('决议')) return found;
  for (const match of folded.matchAll(DATED)) {
    const date = isoDate(match[1], match[2], match[3]);
    const key = `${bodyName(match[5]!)}${date}决议`;
    const start = match.index + match[0].length - match[4]!.length;
    if (date?.length === 10) found.push({ start, end: start + match[4]!.length, key });
  }
  for (const pattern of [SUBJECT_FIRST, BODY_FIRST]) {
    for (const match of folded.matchAll(pattern)) {
      const subject = text.slice(match.index + match[0].indexOf(match[1]!)).slice(0, match[1]!.length);
      found.push({ start: match.index, end: match.index + match[0].length, subject });
    }
  }
  for (const { start, end, key } of numberedResolutionsIn(folded)) {
    const titled = TITLED.exec(text.slice(Math.max(0, start - LONGEST_TITLED), start));
    if (titled === null) found.push({ start, end, key });
    else found.push({ start: start - titled[0].length, end, subject: titled[1]!, key });
  }
  return found;
}
