import { isDigit, isHan, isSpace, needsSpaceBetween } from '../text/characters.ts';
import type { Edit } from '../text/edit.ts';
import type { Artefact } from './artefact.ts';
import type { Joined, JoinedLine } from './joined.ts';
import { mayBeMeant, mayBeNoText, showsCuts } from './layout/evidence.ts';
import type { ParagraphLayout } from './paragraph-layout.ts';
import { surely } from './profile.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Rule } from './rule.ts';

/** The breaks that a column made. */
export const lineBreak: Rule = {
  id: 'line-break',
  class: 'safe',
  name: { en: 'line breaks of the print', zh: '版面断行' },
  about: {
    en: 'Line breaks that the column made, inside a sentence or paragraph.',
    zh: '栏宽造成的换行，把句子或段落断开。',
  },
  done: { en: { one: '1 line break joined', many: '{0} line breaks joined' }, zh: '{0} 处换行合并' },
  words: {
    message: {
      en: {
        one: 'The column has cut this paragraph in two.',
        many: 'The column has cut this paragraph at {0} places.',
      },
      zh: '版面分栏将本段断开 {0} 处。',
    },
    fix: { en: 'Join the lines of this paragraph', zh: '合并本段各行' },
  },
  variants: {
    'blank-lines': {
      message: { en: 'Blank lines of the print behind this line.', zh: '此行之后有版面造成的空行。' },
      fix: { en: 'Remove the blank lines', zh: '删去空行' },
    },
    'doubtful-join': {
      message: {
        en: 'The column may have cut a paragraph here, or a new one may begin: a person has to decide.',
        zh: '此处可能是分栏断行，也可能另起一段，须由人判断。',
      },
      fix: { en: 'Join the two lines', zh: '合并这两行' },
    },
    'doubtful-end': {
      message: {
        en: 'A paragraph may end here, or go on below: a person has to decide.',
        zh: '段落可能在此结束，也可能下接后文，须由人判断。',
      },
      fix: { en: 'Join the two lines', zh: '合并这两行' },
    },
  },
};

/**
 * A line break is safe to mend where any other reading costs at least this much more, in tenths of a nat, and a
 * paragraph's end is beyond doubt. Chosen on training pages from the curve that `node test/setting/curve.ts` prints:
 * just below it one reading in seven is wrong, above it one in thousands.
 */
export const safeMargin = 25;

/**
 * The same where the lines themselves do not show that a column has cut them, as in a title or a list, or where an
 * item may begin: there the document's columns must be beyond doubt as well. Chosen from the same curve.
 */
const guardedMargin = 100;

/** A margin that no costs add up to: another reading is impossible, as at the line breaks of a title. */
const certainMargin = 1 << 19;

/** All that this rule makes of a margin: two margins of one sureness are treated alike. */
export function sureness(margin: number): number {
  return margin >= certainMargin ? 3 : margin >= guardedMargin ? 2 : margin >= safeMargin ? 1 : 0;
}

/**
 * Rule `line-break`: the lines that a column has cut a paragraph into, and the blank lines between them.
 * All that is sure is one artefact of the paragraph; each doubtful break is one of its own. Offsets:
 * UTF-16 raw, from the start of the paragraph.
 */
export function lineBreakArtefacts(
  raw: string,
  start: number,
  layout: ParagraphLayout,
  joined: Joined,
  { profile, style }: ReadingContext,
): Artefact[] {
  const { rows, margins, wrappedAround, firm, spacedOut, last, pages } = layout;
  const cut = showsCuts(rows);
  const sure: Edit[] = [];
  const doubtful: Artefact[] = [];
  let joins = 0;
  let at = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const end = at + row.indent + row.length;
    const next = at + row.span;
    if (row.furniture.length > 0) {
      // The break goes with what stands on it.
    } else if (i < rows.length - 1) {
      const line = joined.lines[i + 1]!;
      const spaced = line.spaceBefore || (style.digitSpacing === 'one' && cutsBesideNumber(joined, line));
      const edit = { start: end, end: line.raw, text: spaced ? ' ' : '' };
      const number = cutNumber(joined, line);
      const below = rows[i + 1]!;
      const noText = mayBeNoText(row, below) || pages.mayBeHead(row) || pages.mayBeHead(below);
      const asked = noText || number === 'columns';
      const guarded = !cut || number === 'one' || mayBeMeant(row, below);
      const needed = asked || (guarded && !firm) ? certainMargin : guarded ? guardedMargin : safeMargin;
      if (margins[i]! >= needed) {
        sure.push(edit);
        joins++;
      } else doubtful.push(doubtfulBreak('doubtful-join', edit));
    } else if (wrappedAround && !last && margins[i]! < safeMargin) {
      if (firm || (spacedOut && row.gap > 0))
        doubtful.push(doubtfulBreak('doubtful-end', joinBelow(raw, start, end, next, layout)));
    } else if (wrappedAround && spacedOut && row.gap > 0) sure.push(blankLines(raw, start, end, next));
    at = next;
  }
  const found: Artefact[] = [];
  if (sure.length > 0) {
    const tail = rows.at(-1)!;
    const lastCharacter = at - tail.span + tail.indent + tail.length;
    found.push({
      rule: 'line-break',
      class: surely(profile),
      start: rows[0]!.indent,
      end: Math.max(lastCharacter, sure.at(-1)!.end),
      edits: sure,
      values: [joins],
      ...(joins === 0 ? { variant: 'blank-lines' } : {}),
    });
  }
  return found.concat(doubtful);
}

/** The break stands between a number and a Chinese character. */
function cutsBesideNumber({ text }: Joined, { start }: JoinedLine): boolean {
  const left = text.charCodeAt(start - 1);
  const right = text.charCodeAt(start);
  return (isDigit(left) && isHan(right)) || (isHan(left) && isDigit(right));
}

/** Digits on both sides of the break: one number, if both lines are text beside it, or two columns of a table. */
function cutNumber({ text }: Joined, line: JoinedLine): 'none' | 'one' | 'columns' {
  const at = line.start;
  if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at))) return 'none';
  const before = text.slice(Math.max(0, at - longestNumber), at);
  const behind = text.slice(at, at + longestNumber);
  return /[\u4e00-\u9fff《（，、]\s?[\d.,]+$/.test(before) && /^[\d.,]+\s?[\u4e00-\u9fff％%）]/.test(behind)
    ? 'one'
    : 'columns';
}

/** Longest number that a break is looked for in, with the character beside it (UTF-16). */
const longestNumber = 16;

function doubtfulBreak(variant: string, edit: Edit): Artefact {
  return {
    rule: 'line-break',
    class: 'likely',
    start: edit.start,
    end: edit.end,
    edits: [edit],
    values: [],
    variant,
  };
}

/** Joins a paragraph's last line with the one below. White space at the edges of the two has edits of its own. */
function joinBelow(raw: string, start: number, end: number, next: number, layout: ParagraphLayout): Edit {
  let lineEnd = end;
  while (isSpace(raw.charCodeAt(start + lineEnd))) lineEnd++;
  const below = layout.after(0)?.print.charCodeAt(0) ?? 0;
  const spaced = needsSpaceBetween(raw.charCodeAt(start + end - 1), below);
  return { start: lineEnd, end: next, text: spaced ? ' ' : '' };
}

/** Deletes the blank lines behind a line but not its own line end. */
function blankLines(raw: string, start: number, end: number, next: number): Edit {
  let at = end;
  while (isSpace(raw.charCodeAt(start + at))) at++;
  at += raw.charCodeAt(start + at) === 0x0d && raw.charCodeAt(start + at + 1) === 0x0a ? 2 : 1;
  return { start: at, end: next, text: '' };
}
