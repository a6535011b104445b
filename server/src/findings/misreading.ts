import type { Edit } from '../text/edit.ts';

/** A name of so many characters may be misread in more than one. */
const longName = 10;

/** More edits than this between two names are no misreading. */
export const mostEdits = 2;

/** A character that tells one party, number or year from another: a name that differs in one is another name. */
const telling =
  /[\dA-Za-z〇零一二三四五六七八九十百千两兩首甲乙丙丁新旧舊东東西南北中俄苏蘇美英法德日韩韓朝蒙印巴越老缅緬泰马馬菲哈吉塔乌烏土伊沙阿埃以黎叙敘约約旦利加墨古智秘委玻厄波捷匈罗羅保希意葡荷比丹挪瑞芬爱愛冰奥奧澳新柬港台臺欧歐亚亞非拉陆陸海空核水电電人民和平联聯]/;

/** Words that a writer may leave out or put in: no misreading. */
const light = /[的之和与與及暨、，,·・〈〉《》“”‘’「」（）()\s]/;

/** How a name was misread for another: as edits of the one that make the other. */
export interface Misreading {
  readonly edits: readonly Edit[];
  readonly distance: number;
  /** Two names differ so as well: this may be another name rather than a misreading. */
  readonly isName: boolean;
}

/**
 * What must be edited in `read` to make `meant` of it, where that is little enough to be a misreading; null where the
 * names differ too much for their length. Offsets: UTF-16 in `read`.
 */
export function misreading(read: string, meant: string): Misreading | null {
  const most = Math.min(read.length, meant.length) >= longName ? mostEdits : 1;
  if (Math.abs(read.length - meant.length) > most) return null;
  let head = 0;
  const shorter = Math.min(read.length, meant.length);
  while (head < shorter && read[head] === meant[head]) head++;
  let tail = 0;
  while (tail < shorter - head && read.at(-1 - tail) === meant.at(-1 - tail)) tail++;
  const edits = editsBetween(
    read.slice(head, read.length - tail),
    meant.slice(head, meant.length - tail),
    most,
  );
  if (edits === null || edits.length === 0) return null;
  const placed = edits.map(({ start, end, text }) => ({ start: start + head, end: end + head, text }));
  const isName = placed.some((edit) => changesName(read, edit));
  return { edits: placed, distance: edits.length, isName };
}

/** Whether an edit of one character makes another name of it, or only another wording. */
function changesName(read: string, { start, end, text }: Edit): boolean {
  const was = read.slice(start, end);
  // Half of a character beyond the BMP is none.
  if (/[\ud800-\udfff]/.test(was + text)) return true;
  if (was !== '' && text !== '') {
    return (telling.test(was) && telling.test(text)) || (light.test(was) && light.test(text));
  }
  return telling.test(was + text) || light.test(was + text);
}

/** The fewest edits of one character each, sorted; null where they are more than `most`. */
function editsBetween(a: string, b: string, most: number): Edit[] | null {
  if (a === b) return [];
  if (most === 0 || Math.abs(a.length - b.length) > most) return null;
  // What is alike at the head has been passed: the first characters differ, or one text is at its end.
  const [first] = [
    a !== '' && b !== '' ? { end: 1, text: b[0]!, rest: rest(a.slice(1), b.slice(1), most - 1) } : null,
    a !== '' ? { end: 1, text: '', rest: rest(a.slice(1), b, most - 1) } : null,
    b !== '' ? { end: 0, text: b[0]!, rest: rest(a, b.slice(1), most - 1) } : null,
  ]
    .filter((way) => way !== null && way.rest !== null)
    .sort((one, other) => one!.rest!.length - other!.rest!.length);
  if (!first) return null;
  const shifted = first.rest!.map((edit) => ({
    start: edit.start + first.end,
    end: edit.end + first.end,
    text: edit.text,
  }));
  return [{ start: 0, end: first.end, text: first.text }, ...shifted];
}

function rest(a: string, b: string, most: number): Edit[] | null {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  return (
    editsBetween(a.slice(head), b.slice(head), most)?.map(({ start, end, text }) => ({
      start: start + head,
      end: end + head,
      text,
    })) ?? null
  );
}
