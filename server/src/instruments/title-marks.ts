import type { TextRange } from '../text/range.ts';
import { fold } from './script.ts';

/** A title in 《》, or in 〈〉 inside one. The range includes its marks. */
export interface MarkedTitle extends TextRange {
  /** Inside another title. */
  readonly nested: boolean;
}

const LONGEST_TITLE = 240;

/**
 * The closed titles of a text in order of place, outer before inner; UTF-16 offsets. A 《 that is never closed, or
 * closed only far away, opens nothing, and what follows it is read as if it were not there. Linear.
 */
export function markedTitles(text: string): MarkedTitle[] {
  if (text.indexOf('》') < 0) return [];
  const open: { mark: string; at: number }[] = [];
  const pairs: TextRange[] = [];
  let waiting = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '《') {
      open.push({ mark: character, at });
      waiting++;
    } else if (character === '〈') {
      if (waiting > 0) open.push({ mark: character, at });
    } else if (character === '》' && waiting > 0) {
      let last = open.pop();
      while (last !== undefined && last.mark !== '《') last = open.pop();
      waiting--;
      if (last !== undefined && at + 1 - last.at <= LONGEST_TITLE)
        pairs.push({ start: last.at, end: at + 1 });
    } else if (character === '〉' && open.at(-1)?.mark === '〈') {
      pairs.push({ start: open.pop()!.at, end: at + 1 });
    }
  }
  pairs.sort((a, b) => a.start - b.start || b.end - a.end);
  const titles: MarkedTitle[] = [];
  let outerEnd = -1;
  for (const pair of pairs) {
    const nested = pair.end <= outerEnd;
    if (!nested && text.charAt(pair.start) === '〈') continue;
    if (!nested) outerEnd = pair.end;
    if (pair.end - pair.start > 2) titles.push({ ...pair, nested });
  }
  return titles;
}

/** What makes another instrument of one: 《…公约》1996年议定书, 《…协定》修正案. */
const LONGER =
  /^(?:\d{4}年|第[一二三四五六七八九十\d]{1,3}[项項号號]?|[一二三四五六七八九十两]|附加|任择|任擇|选择|選擇|补充|補充|修订|修訂|修正|最后|最後)*(?:议定书|議定書|修正案|实施纲要|實施綱要)/;
const LONGER_BEGINS = /[\d第一二三四五六七八九十两附任选選补補修最议議实實]/;
const LONGEST_LONGER = 24;

/**
 * Where the name ends that begins with the title at [start, end), as that of its protocol does; undefined where the
 * title is not the beginning of such a name. A short form is none.
 */
export function longerTitleEnd(text: string, start: number, end: number): number | undefined {
  if (end - start < SHORTEST_BEGINNING || !LONGER_BEGINS.test(fold(text.charAt(end)))) return undefined;
  const longer = LONGER.exec(fold(text.slice(end, end + LONGEST_LONGER)));
  return longer === null ? undefined : end + longer[0].length;
}

/** With its marks. */
const SHORTEST_BEGINNING = 7;
