import { fold } from '../instruments/script.ts';
import type { Self } from '../instruments/self.ts';
import { datesIn, WRITTEN_DATE } from '../instruments/written-date.ts';
import type { StatementNode } from '../statement/node.ts';

/** In brackets in a title, right behind the mark: （2031年5月2日于甲城）. */
const BRACKETED = new RegExp(`[（(]\\s*${WRITTEN_DATE}[^（）()年约议定]{0,12}[）)]`);
/** News prints the day by figures alone: （20310502）. */
const FIGURES = /[（(]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[）)]/;
/** How much of the opening is looked at. UTF-16. */
const OPENING = 600;
/** 新华社上海2031年5月2日电 */
const WIRED = new RegExp(`社[^。，；]{0,12}?(${WRITTEN_DATE})电`);
/** 应甲国总理邀请，乙国总统于2031年5月1日至3日访问甲国 */
const VISIT = /应[^。]{0,80}邀请?[^。]{0,120}(?:访|会晤|出席)/;
/** 1994年4月29日在甲城签署的条约: of another document. */
const OF_ANOTHER = new RegExp(`${WRITTEN_DATE}[^，。；]{0,14}的`, 'g');
const FORMER = /曾|当年|周年|以来/;

function inTitle(title: string): string | undefined {
  const figures = FIGURES.exec(title);
  if (figures !== null) return figures.slice(1).join('-');
  const bracketed = BRACKETED.exec(title);
  return bracketed === null ? undefined : datesIn(bracketed[0])[0];
}

/** Of the visit that the first paragraph tells of, or of the news that it is. */
function inOpening(opening: string): string | undefined {
  const lines = fold(opening.slice(0, OPENING)).split('\n');
  const first = lines.find((line) => line.includes('。')) ?? '';
  const wired = WIRED.exec(first);
  if (wired !== null) return datesIn(wired[1]!)[0];
  const visit = first.split('。').find((sentence) => VISIT.test(sentence) && !FORMER.test(sentence));
  const days = datesIn(visit ?? '').filter((date) => date.length === 'YYYY-MM-DD'.length);
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 1 ? to : undefined;
}

/**
 * The date that a document bears, as ISO: in the line for it, in brackets in its title, in its closing, or as that of the
 * visit or the news that its first paragraph tells. Any other date is of what it speaks of.
 */
export function ownDate(node: StatementNode, { title = '', opening = '' }: Self, clean: string) {
  const textOf = ({ range }: StatementNode) => clean.slice(range.clean.start, range.clean.end);
  const heads = node.children.filter(({ kind }) => kind === 'title' || kind === 'dateline');
  // A first paragraph that begins with a day looks like the line for the date.
  const paragraph = heads.findLast((head) => head.kind === 'dateline' && textOf(head).includes('。'));
  const told = heads.flatMap((head) => {
    if (head === paragraph) return [];
    const text = textOf(head);
    return (head.kind === 'dateline' ? datesIn(text)[0] : inTitle(text)) ?? [];
  });
  const closing = node.children.findLast(({ kind }) => kind === 'closing');
  return (
    told[0] ??
    inTitle(title) ??
    (closing === undefined ? undefined : datesIn(textOf(closing).replace(OF_ANOTHER, '')).at(-1)) ??
    inOpening(paragraph === undefined ? opening : `${textOf(paragraph)}\n${opening}`)
  );
}
