import { solidWidth } from '../../../server/src/text/display-width.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import type { ConcordanceLine } from './line.ts';

/** A line as it stands on the page; offsets: UTF-16 in it. */
export interface LaidLine {
  readonly text: string;
  readonly words: TextRange;
  /** Where the document is named. */
  readonly source: TextRange;
}

/** Half-ems of context on either side, and of the words themselves at most. */
const widths = { side: 36, words: 40 };

/** The lines, the words of all below each other. */
export function layOut(lines: readonly ConcordanceLine[]): LaidLine[] {
  const digits = String(lines.length).length;
  const shown = lines.map(({ words }) => cutEnd(plain(words), widths.words));
  const widest = shown.reduce((most, words) => Math.max(most, widthOf(words)), 0);
  return lines.map((line, index) => {
    const number = `${String(index + 1).padStart(digits)}  `;
    const left = cutStart(plain(line.left), widths.side);
    const words = shown[index]!;
    const right = cutEnd(plain(line.right), widths.side);
    const before = `${number}${filler(widths.side - widthOf(left))}${left}  `;
    const behind = `${filler(widest - widthOf(words))}  ${right}${filler(widths.side - widthOf(right))}  `;
    const source = [`${plain(line.name)}:${line.place.start.line + 1}`, plain(line.annotator ?? '')]
      .filter(Boolean)
      .join(' ');
    const start = before.length;
    const sourceStart = start + words.length + behind.length;
    return {
      text: before + words + behind + source,
      words: { start, end: start + words.length },
      source: { start: sourceStart, end: sourceStart + source.length },
    };
  });
}

/** On one line, without what turns the direction of a line or cannot be seen. */
function plain(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Width in half-ems as editors draw it: dashes, quotation marks and dots come from a Latin font mostly. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    width += code >= 0x2010 && code <= 0x2027 ? 1 : solidWidth(code);
  }
  return width;
}

/** Blanks of full width, which take as much room as Chinese characters do, and one of half a width where it is odd. */
function filler(width: number): string {
  if (width <= 0) return '';
  return (width % 2 === 1 ? ' ' : '') + '\u3000'.repeat(Math.floor(width / 2));
}

function cutEnd(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += widthOf(character);
    if (width > most) break;
    kept += character;
  }
  return `${kept}…`;
}

function cutStart(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  const kept: string[] = [];
  let width = 1;
  for (const character of [...text].reverse()) {
    width += widthOf(character);
    if (width > most) break;
    kept.push(character);
  }
  return `…${kept.reverse().join('')}`;
}
