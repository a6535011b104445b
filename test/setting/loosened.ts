import type { Random } from './random.ts';

const han = /[\u3400-\u9fff〇]/;
const joined = /[\u3400-\u9fff〇，。；：、“”《》（）]/;

/**
 * A clean text as an engine that reads pictures leaves it: spaces behind words of one to three characters, or behind
 * every character, and about marks. What holds no long line stays as it is.
 */
export function loosened(text: string, grain: 'words' | 'characters', random: Random): string {
  return text
    .split('\n')
    .map((line) => (line.length < 4 ? line : loosenedLine(line, grain, random)))
    .join('\n');
}

function loosenedLine(line: string, grain: 'words' | 'characters', random: Random): string {
  let made = '';
  let left = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    const next = line.charAt(i + 1);
    made += character;
    if (!joined.test(character) || !joined.test(next)) continue;
    if (grain === 'words' && left-- > 0 && han.test(character) && han.test(next)) continue;
    made += ' ';
    left = random.below(3);
  }
  return made;
}
