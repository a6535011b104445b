const NUMBER = '[〇零○ＯO一二三四五六七八九十廿卅\\d０-９]';
/** Scans put a middle dot into a year (一·九七二年). */
const YEAR = `(?:${NUMBER}[·•]?){2,4}`;
const DATE = `${YEAR}\\s*年\\s*${NUMBER}{1,3}\\s*月(?:\\s*${NUMBER}{1,3}\\s*日)?`;
const DATE_ALONE = new RegExp(
  `^(?:公元|西元|签署日期：|簽署日期：|[于於])?${DATE}(?:[至到—－-].{0,12}日)?(?:\\s*[于於在，,].{1,16}|\\s+.{1,20})?$`,
);
const DATE_AND_ACT = new RegExp(`${DATE}.{0,30}(?:通过|通過|签署|簽署|签订|簽訂|发表|發表|公布|颁布|頒布)`);
const YEAR_ALONE = new RegExp(`^${NUMBER}{4}年$`);
const WEB_DATE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s.{0,20})?$/;
const WIRE = /^[（(【]?.{2,8}[社網网报報].{1,16}[日月\d]\s*[电電讯訊]/;
const BRACKETED = /^[（(].*[）)]$/;
/** Who sends or prints the text, alone on a line. */
const AGENCY = /^(?:新华社|新華社|中新社|中央社|朝中社|塔斯社|人民日报|人民日報|外交部(?:网站|網站)?)$/;
/** In UTF-16 code units. */
const LONGEST = 80;
const LONGEST_ACT = 60;

/** 2024年5月16日，北京 · 新华社北京5月16日电 · （一九七二年二月二十八日于上海） */
export function isDateline(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return false;
  if (WIRE.test(trimmed) || AGENCY.test(trimmed) || WEB_DATE.test(trimmed)) return true;
  const inner = BRACKETED.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
  if (DATE_ALONE.test(inner) || YEAR_ALONE.test(inner)) return true;
  return inner.length <= LONGEST_ACT && !/[。；]/.test(inner) && DATE_AND_ACT.test(inner);
}

/** （新华社北京五月十六日电） （载《…》） */
const SOURCE = /^[（(](?:[载載原]|.{2,6}社).{0,40}[）)]$/;

/** Whether a text notes where it was sent from or printed, as the last line of a newspaper's item does. */
export function isSource(text: string): boolean {
  return text.length <= LONGEST && SOURCE.test(text);
}

const LEAD =
  /^(?:新[华華]社|中新社|中央社|朝中社|塔斯社|本[报報]|人民[网網]|新[华華][网網]).{1,16}[日月\d]\s*[电電讯訊](?:\s*[（(][^）)]{1,40}[）)])?\s*/;

/**
 * UTF-16 offset of the text behind a date line that stands at the head of the same line (（1960年2月13日）…,
 * 新华社北京5月16日电…), or 0 where there is none.
 */
export function afterDateline(text: string, start: number): number {
  const first = text.charAt(start);
  let end = 0;
  if (first === '（' || first === '(') {
    const close = text.slice(start, start + LONGEST).search(/[）)]/);
    if (close < 0) return 0;
    end = start + close + 1;
    const inside = text.slice(start, end);
    if (!/[日电電讯訊载載]/.test(inside) || !(isDateline(inside) || isSource(inside))) return 0;
  } else if ('新中朝塔本人'.includes(first) && first !== '') {
    const lead = LEAD.exec(text.slice(start, start + LONGEST));
    if (lead === null) return 0;
    end = start + lead[0].length;
  } else return 0;
  while (end < text.length && text.charAt(end).trim() === '') end++;
  return end < text.length ? end : 0;
}
