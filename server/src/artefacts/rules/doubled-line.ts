import { isHan } from '../../text/characters.ts';
import { breaksOff } from '../layout/furniture.ts';
import type { Row } from '../layout/row.ts';
import { RowFlag as flag } from '../layout/row-flag.ts';
import type { CharacterRule, Found } from '../rule.ts';

/** So many Han characters do not come twice by chance where a line ends and the next begins; a name may. */
const fewestHan = 6;
const longestName = 8;
/** No line of a column is longer. */
const longestLine = 48;

/** A line, or the end of one, that was read twice where two columns or two pages meet. */
export const doubledLine: CharacterRule = {
  id: 'doubled-line',
  class: 'suspect',
  name: { en: 'doubled lines', zh: '重复的行' },
  about: {
    en: 'A line in a sentence that was read twice, or its end that stands again at the head of the next.',
    zh: '句中的一行被读了两遍，或者行末的文字在下一行开头再次出现。',
  },
  done: { en: { one: '1 doubled line', many: '{0} doubled lines' }, zh: '{0} 处重复的行' },
  words: {
    message: {
      en: 'These words stand again at the head of the next line: {0}. Were they read twice?',
      zh: '下一行开头又是同样的文字：{0}。是否重复读取？',
    },
  },
  variants: {
    line: {
      message: {
        en: 'The next line is the same. Was it read twice?',
        zh: '下一行与此行相同，是否重复读取？',
      },
    },
  },
  find({ joined, layout }) {
    const { rows, before, after, wrapped } = layout;
    const found: Found[] = [];
    if (!wrapped) return found;
    // Verse and lists mostly have no stop at their end, or a mark at the end of each line.
    const isProse = (rows.at(-1)!.flags & flag.endsSentence) !== 0;
    let above = before()?.row;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const { start, end } = joined.lines[i]!;
      const ahead = i + 1 < rows.length ? undefined : after(0);
      const next = rows[i + 1] ?? ahead?.row;
      if (next && isText(row) && isText(next) && breaksOff(row)) {
        const line = joined.text.slice(start, end);
        const following =
          ahead?.print ?? joined.text.slice(joined.lines[i + 1]!.start, joined.lines[i + 1]!.end);
        const doubled = doubledAt(
          line,
          following,
          isProse && above !== undefined && goesOn(above) && goesOn(row),
        );
        if (doubled !== undefined) {
          const whole = doubled === line.length;
          found.push({
            start: end - doubled,
            end,
            edits: [],
            ...(whole ? { variant: 'line' } : { values: [line.slice(-doubled)] }),
          });
        }
      }
      above = row;
    }
    return found;
  },
};

function goesOn(row: Row): boolean {
  return breaksOff(row) && !(row.flags & flag.endsPaused);
}

function isText({ flags, maxWidth }: Row): boolean {
  return maxWidth <= 2 * longestLine && !(flags & (flag.gapped | flag.startsItem | flag.startsDash));
}

/**
 * How much of the end of a line (UTF-16) stands again at the head of the next; undefined where it is too little to
 * tell. A line that is doubled as a whole must stand within a sentence: otherwise it is a refrain or an entry of a list.
 */
function doubledAt(line: string, next: string, inSentence: boolean): number | undefined {
  if (line === next) return inSentence && hanOf(line) >= longestName ? line.length : undefined;
  if (!line.includes(next.slice(0, fewestHan))) return undefined;
  for (let length = Math.min(line.length, next.length) - 1; length >= fewestHan; length--) {
    if (line.endsWith(next.slice(0, length))) {
      // The name of a state is often the end of one line and the head of the next.
      const words = next.slice(0, length);
      const isName =
        length <= longestName && !/[，、；：]/.test(words) && /(?:国|國|政府|联邦|联盟|组织)$/.test(words);
      return hanOf(words) >= fewestHan && !isName ? length : undefined;
    }
  }
  return undefined;
}

function hanOf(text: string): number {
  let han = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) han++;
  return han;
}
