import type { BlockForm } from './heading.ts';
import type { CleanBlock } from './node.ts';

/** The blocks before the body: titles and date lines, by index; everything else of the head is blank. */
export interface Head {
  readonly titles: readonly TitleBlocks[];
  readonly datelines: readonly number[];
  /** Index of the first block of the body. */
  readonly body: number;
}

/** A title and the blocks that it runs over. */
export interface TitleBlocks {
  readonly first: number;
  readonly last: number;
}

const LONGEST_TITLE = 160;
const LONGEST_SUBTITLE = 60;
const MOST_SUBTITLES = 3;

const NUMBER = '[〇零○ＯO一二三四五六七八九十廿卅\\d０-９]';
const DATE = `${NUMBER}{2,4}\\s*年\\s*${NUMBER}{1,3}\\s*月(?:\\s*${NUMBER}{1,3}\\s*日)?`;
const DATE_ALONE = new RegExp(
  `^(?:公元|西元|签署日期：|[于於])?${DATE}(?:[至到—－-].{0,12}日)?(?:\\s*[于於在，,].{1,16}|\\s+.{1,20})?$`,
);
const DATE_AND_ACT = new RegExp(`${DATE}.{0,30}(?:通过|通過|签署|簽署|签订|簽訂|发表|發表|公布|颁布|頒布)`);
const WIRE = /^[（(【]?.{2,8}[社网報报].{1,16}[日月\d]\s*[电電讯訊]/;
const BRACKETED = /^[（(].*[）)]$/;
const GENUS_END =
  /(?:声明|聲明|公[报報]|宣言|[条條][约約]|公[约約]|[协協]定|[协協][议議]|[议議]定[书書]|[宪憲]章|[规規][约約]|章程|[备備]忘[录錄]|[换換]文|[纲綱]要|[倡][议議]|[决決][议議])(?:[（(].*[）)])?$/;

/** 2024年5月16日，北京 · 新华社北京5月16日电 · （一九七二年二月二十八日于上海） */
export function isDateline(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > 80) return false;
  if (WIRE.test(trimmed)) return true;
  const inner = BRACKETED.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
  if (DATE_ALONE.test(inner)) return true;
  return inner.length <= LONGEST_SUBTITLE && !/[。；]/.test(inner) && DATE_AND_ACT.test(inner);
}

/** Whether a text ends as titles of instruments do. */
export function endsWithGenus(text: string): boolean {
  return GENUS_END.test(text.trim());
}

/** Finds titles and date lines at the head; looks at a dozen blocks at most. */
export function readHead(blocks: readonly CleanBlock[], forms: readonly BlockForm[]): Head {
  const titles: { first: number; last: number }[] = [];
  const datelines: number[] = [];
  let subtitles = 0;
  let at = 0;
  for (; at < blocks.length && at < 12; at++) {
    const form = forms[at]!;
    const text = blocks[at]!.text;
    if (form.scheme === 'blank') continue;
    if ((form.scheme === 'plain' || form.scheme.endsWith('bracket')) && isDateline(text)) {
      datelines.push(at);
      continue;
    }
    const longest = titles.length === 0 ? LONGEST_TITLE : LONGEST_SUBTITLE;
    const bracketed = titles.length > 0 && BRACKETED.test(text.trim());
    if ((form.scheme !== 'plain' && !bracketed) || form.end !== 'open') break;
    if (text.length > longest || /[。！？；]/.test(text)) break;
    if (titles.length > 0 && text.includes('，')) break;
    const title = titles.at(-1);
    const before = title === undefined ? '' : blocks[title.last]!.text;
    if (title !== undefined && title.last === at - 1 && !endsWithGenus(before) && endsWithGenus(text)) {
      title.last = at;
    } else {
      if (title !== undefined && ++subtitles > MOST_SUBTITLES) break;
      titles.push({ first: at, last: at });
    }
  }
  const onlyTitle = titles.length === 1 && blocks.length === titles[0]!.last + 1;
  if (onlyTitle && !endsWithGenus(blocks[titles[0]!.last]!.text))
    return { titles: [], datelines, body: titles[0]!.first };
  return { titles, datelines, body: at };
}
