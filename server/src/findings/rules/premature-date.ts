import { type ToldDate, toldDates } from '../calendar.ts';
import { documentDates, type PlacedDate } from '../document-dates.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** How far before and after a date what is said of it may stand, in UTF-16 code units. */
const lookBack = 120;
const lookAhead = 60;
/** Places that are shown beside a finding. */
const mostRelated = 5;

/** What is planned, and not past; before the date in its sentence. */
const planned =
  /[将將拟擬愿願]|计划|計劃|规划|規劃|定[于於]|[决決]定|[商约約]定|同意|[预預]计|[预預]計|期待|期望|[准準]备|[准準]備|打算|[争爭]取|力[争爭]|不[迟遲晚][于於]|[截至到]$|以前|之前|目[标標]|支持|[邀]$/;
const passed = /(?:已|曾|早在)(?:经|經)?[于於在]?$/;
const deed =
  '签署|簽署|签订|簽訂|缔结|締結|订立|訂立|发表|發表|通过|通過|达成|達成|批准|核准|发布|發布|公布|公佈';
/** 签署了, 签署的: what is said in the past of a deed that makes an instrument. */
const done = new RegExp(
  `^[^，。；：！？《》“”\\d]{0,24}?(?:(?:${deed})[了的过過]|(?:举行|舉行|访问|訪問|建立|成立|会[见晤]|會[見晤]|进行|進行)[了过過])`,
);
/** 应…邀请，…于…对…进行国事访问: the visit at whose end a statement is made. */
const invited = /[应應][^。；]{1,80}邀[请請]/;
const visit = /^[^。；]{0,40}(?:访问|訪問)/;
/** What an editor has added. */
const note = /^\s*[[［【*＊注註（(][注註释釋编編*]?/;

function isPast(text: string, { start, end }: ToldDate): boolean {
  const before = text.slice(Math.max(0, start - lookBack), start);
  const sentence = before.slice(Math.max(...[...'。；！？'].map((mark) => before.lastIndexOf(mark))) + 1);
  const after = text.slice(end, end + lookAhead);
  if (passed.test(sentence)) return true;
  if (invited.test(sentence)) return visit.test(after) && !/[将將拟擬]/.test(sentence);
  return !planned.test(sentence) && done.test(after);
}

/** The date that a document says it was made on: the last one of its closing, else of its date lines. */
function ownDate(closing: readonly PlacedDate[], datelines: readonly PlacedDate[]): PlacedDate | undefined {
  const dates = closing.some(({ hasMonth }) => hasMonth) ? closing : datelines;
  return dates
    .filter(({ hasMonth }) => hasMonth)
    .reduce<PlacedDate | undefined>(
      (last, date) => (last && last.last >= date.last ? last : date),
      undefined,
    );
}

/** A date of signing that lies before what the text itself reports as past: a digit of one of the two was misread. */
export const prematureDate: ReadingRule = {
  id: 'premature-date',
  class: 'suspect',
  name: { en: 'dates before what is reported', zh: '早于所述事件的签署日期' },
  about: {
    en: 'A date of signing that lies before a date which the text itself reports as past.',
    zh: '签署日期早于正文中作为已发生之事叙述的日期。',
  },
  done: { en: { one: '1 date mended', many: '{0} dates mended' }, zh: '{0} 处日期改正' },
  words: {
    message: {
      en: 'The document bears the date {0}, but reports {1} as past: one of the two may be misread.',
      zh: '文件日期为{0}，而正文把{1}作为过去之事叙述，其中之一可能有误。',
    },
    related: { en: 'This is reported as past.', zh: '此处作为过去之事叙述。' },
  },
  find(text) {
    return documentDates(text).flatMap(({ closing, datelines, body }): ReadingFound[] => {
      const own = ownDate(closing, datelines);
      if (!own) return [];
      const later: PlacedDate[] = [];
      for (const block of body) {
        if (note.test(block.text)) continue;
        for (const date of toldDates(block.text)) {
          if (date.first <= own.last || !isPast(block.text, date)) continue;
          later.push({ ...date, start: block.start + date.start, end: block.start + date.end, block });
        }
      }
      if (later.length === 0) return [];
      return [
        {
          start: own.start,
          end: own.end,
          edits: [],
          values: [own.text, later[0]!.text],
          related: later.slice(0, mostRelated).map(({ start, end }) => ({ start, end })),
        },
      ];
    });
  },
};
