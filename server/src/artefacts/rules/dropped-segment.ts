import { breaksOff } from '../layout/furniture.ts';
import type { Row } from '../layout/row.ts';
import { RowFlag as flag } from '../layout/row-flag.ts';
import type { CharacterRule, Found } from '../rule.ts';

/** How much narrower than its column a line must be, in half-ems, to be cut: not by kinsoku, not by a word. */
const missing = 10;
/** A paragraph of so many lines tells how wide its column is, and whether first lines are set in. */
const fewestLines = 3;
/** First lines are set in by two characters; where the indent is lost, they are so much shorter (half-ems). */
const leastIndent = 3;
const mostIndent = 6;

/** A line in the middle of a column that breaks off long before its edge, and a next one that would have fitted. */
export const droppedSegment: CharacterRule = {
  id: 'dropped-segment',
  class: 'suspect',
  name: { en: 'missing ends of lines', zh: '残缺的行' },
  about: {
    en: 'A line in the middle of a paragraph that breaks off before the edge of its column.',
    zh: '段中的一行未到栏边即中断。',
  },
  done: { en: { one: '1 line that breaks off', many: '{0} lines that break off' }, zh: '{0} 处残缺的行' },
  words: {
    message: {
      en: 'This line breaks off before the edge of its column. Is a part of it missing?',
      zh: '此行未到栏边即中断，是否缺字？',
    },
  },
  find({ joined, layout }) {
    const found: Found[] = [];
    const { rows, wrapped } = layout;
    if (!wrapped || rows.length < fewestLines) return found;
    // Hardly any paragraph has such a line; the others need no closer look.
    const widest = rows.reduce((most, row) => Math.max(most, edgeOf(row)), 0);
    if (!rows.some((row, i) => i > 0 && edgeOf(row) <= widest - missing && breaksOff(row))) return found;
    const width = widthOf(rows);
    // Where first lines are not set in, nothing tells the next paragraph from the rest of this one.
    if (!isSetIn(rows[0]!, width)) return found;
    for (let i = 1; i < rows.length; i++) {
      const row = rows[i]!;
      const next = rows[i + 1] ?? layout.after(0)?.row;
      if (!next || edgeOf(row) > width - missing || !breaksOff(row)) continue;
      if (edgeOf(rows[i - 1]!) < width - 3 && i > 1) continue;
      if (edgeOf(next) < width - 1 || next.indentWidth > row.indentWidth || next.maxWidth > width + 2)
        continue;
      if ((row.flags | next.flags) & ownLine) continue;
      const { start, end } = joined.lines[i]!;
      found.push({ start: Math.max(start, end - 2), end, edits: [] });
    }
    return found;
  },
};

/** What stands on a line of its own, or is stretched to the measure. */
const ownLine = flag.gapped | flag.spaced | flag.startsItem | flag.startsDash | flag.numeral;

function edgeOf(row: Row): number {
  return row.indentWidth + row.maxWidth;
}

function isSetIn(first: Row, width: number): boolean {
  const short = width - edgeOf(first);
  return first.indentWidth >= leastIndent || (short >= leastIndent && short <= mostIndent);
}

/** The width that most lines of a paragraph have but for its last one. */
function widthOf(rows: readonly Row[]): number {
  const sorted = rows
    .slice(0, -1)
    .map(edgeOf)
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
