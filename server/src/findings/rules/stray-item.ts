import type { StatementNode } from '../../statement/node.ts';
import type { TextLines } from '../../statement/text-lines.ts';
import { brokenOff } from '../broken-off.ts';
import { type Entry, type Outline, outlineOf } from '../outline.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** Marks of lists: sections and articles may be an excerpt that begins in the middle. */
const listed = /(?:-(?:point|bracket|closing)|decimal|circled)$/;

/** A number of a list may stand within one of so many blocks before the item. */
const blocksBack = 3;
/** In UTF-16 code units. */
const charactersBack = 4000;

/** Index of the last block before one that is not blank; -1 where there is none. */
function blockBefore({ forms }: TextLines, at: number): number {
  let before = at - 1;
  while (before >= 0 && forms[before]!.scheme === 'blank') before--;
  return before;
}

/** Whether a text is under way at a block: an excerpt begins with any number. */
function isUnderWay(lines: TextLines, at: number): boolean {
  const before = blockBefore(lines, at);
  if (before < 0 || /…[”』」）]?$/.test(lines.blocks[before]!.text)) return false;
  return lines.forms[before]!.end !== 'open';
}

/** What numerals are written with, by the beginning of the scheme. */
const numerals: readonly (readonly [scheme: string, characters: string])[] = [
  ['han', '一二三四五六七八九十廿卅百壹贰貳叁參肆伍陆陸柒捌玖拾'],
  ['stem', '甲乙丙丁戊己庚辛壬癸'],
  ['branch', '子丑寅卯辰巳已午未申酉戌亥'],
  ['roman', 'IVXLCⅠ-Ⅻ'],
  ['latin', 'a-zA-Z'],
  ['circled', '①-⒛⒜-ⓩ'],
];

/** What the number of another item of the list looks like: （二） as （ and a numeral and ）. */
function frameOf({ block, form }: Entry): RegExp {
  const mark = block.text.slice(form.start, form.mark).trim();
  const characters = numerals.find(([scheme]) => form.scheme.startsWith(scheme))?.[1] ?? '\\d.';
  const opening = /^[（(〔]/.test(mark) ? '[（(〔]\\s?' : '';
  const closing = /[）)〕、.．，]$/.exec(mark)?.[0] ?? '';
  return new RegExp(`${opening}[${characters}]{1,4}${closing === '' ? '' : `\\s?[${closing}]`}`);
}

/** Whether a number of the list stands within a line before an item: 双方商定：（一）…；in one line, and （二） in the next. */
function beginsWithin(lines: TextLines, entry: Entry): boolean {
  const frame = frameOf(entry);
  let at = entry.at;
  for (let i = 0; i < blocksBack && at >= 0; i++) {
    at = blockBefore(lines, at);
    if (at < 0) return false;
    const { text: words } = lines.blocks[at]!;
    if (frame.test(words.slice(lines.forms[at]!.mark).slice(-charactersBack))) return true;
  }
  return false;
}

/** Items that begin a list with another number than one, where none goes on. */
function lateNumbers({ lines, counts }: Outline): ReadingFound[] {
  return counts.flatMap(({ entries, runsOn }) => {
    const [first, second] = entries;
    const { form, value, node, at, block } = first!;
    if (runsOn || value <= 1 || node.kind !== 'item' || !listed.test(form.scheme) || !form.sure) return [];
    // That one is misread, or out of order, is for the rule of numbers to say.
    if (second && second.value <= value) return [];
    if (!isUnderWay(lines, at) || beginsWithin(lines, first!)) return [];
    const mark = block.text.slice(form.start, form.mark).trim();
    return [
      { start: block.start + form.start, end: block.start + form.mark, edits: [], values: [mark, value] },
    ];
  });
}

/** Dash items that are the only one of their section, behind a whole sentence. */
function loneDashes({ lines, entries }: Outline, elsewhere: ReadonlySet<number>): ReadingFound[] {
  const dashes = entries.filter(({ form }) => form.scheme === 'dash' || form.scheme === 'bullet');
  const siblings = new Map<StatementNode, number>();
  for (const { parent } of dashes) siblings.set(parent, (siblings.get(parent) ?? 0) + 1);
  return dashes.flatMap(({ block, form, at, parent }, i) => {
    if (siblings.get(parent) !== 1 || form.end !== 'stop') return [];
    // The list goes on on another page, or the text ends here.
    if (elsewhere.has(block.start) || at + 1 === lines.blocks.length) return [];
    const before = blockBefore(lines, at);
    if (before < 0 || lines.forms[before]!.end !== 'stop') return [];
    const next = dashes[i + 1];
    // One that goes on a list of another section, or begins it.
    if (dashes[i - 1]?.at === before || (next && blockBefore(lines, next.at) === at)) return [];
    const start = block.start + form.start;
    return [{ start, end: block.start + form.mark, edits: [], values: [], variant: 'dash' }];
  });
}

/** An item that nothing introduces and that goes on no list: what led to it was lost, or it is no item. */
export const strayItem: ReadingRule = {
  id: 'stray-item',
  class: 'suspect',
  name: { en: 'items outside any list', zh: '孤立的列举项' },
  about: {
    en: 'Items that nothing introduces and that continue no list: （二） with no （一） before it, or a single ——.',
    zh: '既无引语又不承接任何列举的项目：之前没有“（一）”的“（二）”，或者单独一个“——”。',
  },
  done: { en: { one: '1 item mended', many: '{0} items mended' }, zh: '{0} 处列举项改正' },
  words: {
    message: {
      en: '{0} continues no list: what stood before it may be lost, or its number is misread.',
      zh: '“{0}”不承接任何列举，之前的文字可能遗漏，也可能编号有误。',
    },
  },
  variants: {
    dash: {
      message: {
        en: 'An item alone, which nothing introduces: a sentence may be torn here, or the other items are lost.',
        zh: '此项单独出现，且无引语：可能是句子在此断开，也可能其他各项遗漏。',
      },
    },
  },
  find(text) {
    const outline = outlineOf(text);
    return [...lateNumbers(outline), ...loneDashes(outline, brokenOff(text))];
  },
};
