import { displayWidth } from '../../../server/src/text/display-width.ts';

/** How many columns a text takes in a terminal. In print a space counts nothing, since it may be stretched. */
export function terminalWidth(text: string): number {
  let blanks = 0;
  for (const character of text) {
    if (character === ' ' || character === '\u00a0') blanks += 1;
    else if (character === '\u3000') blanks += 2;
  }
  return displayWidth(text).max + blanks;
}

/** The text with spaces behind it up to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - terminalWidth(text)));
}
