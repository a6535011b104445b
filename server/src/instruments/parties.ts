/** Whether the characters of one text stand in the other, in the same order. */
export function isSubsequence(characters: string, text: string): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** One-character names that do not stand in the long ones. */
const LONG_NAMES: readonly [string, RegExp][] = [
  ['英', /大不列颠[及和与暨]北爱尔兰联合王国|大不列颠/g],
  ['苏', /苏维埃社会主义共和国联盟/g],
  ['欧', /欧洲联盟|欧洲共同体|欧盟/g],
  ['瑞', /瑞士联邦|瑞典王国/g],
];
/** What a title and its abbreviation may differ in besides their parties. */
const LIGHT = /关于|之间|政府间|政府|的/g;

/** A folded title without what abbreviations leave out. */
export function solidKey(key: string): string {
  return key.replace(LIGHT, '');
}

const MOST_PARTIES = 5;
const SHORTEST_SHARED = 4;
const BOTH = /^(?:两国|双方|双边|中外)/;

/** How a title may be parted into the characters of its parties and what it shares with the title that it abbreviates. */
export function* partings(key: string): Generator<{ readonly parties: string; readonly shared: string }> {
  const both = BOTH.exec(key)?.[0];
  if (both !== undefined && key.length - both.length >= SHORTEST_SHARED)
    yield { parties: '', shared: key.slice(both.length) };
  for (let parties = 2; parties <= MOST_PARTIES; parties++) {
    if (key.length - parties < SHORTEST_SHARED) return;
    yield { parties: key.slice(0, parties), shared: key.slice(parties) };
  }
}

/** Whether the beginning of a long title names the parties that the characters stand for, in their order. */
export function nameParties(parties: string, beginning: string): boolean {
  const short = LONG_NAMES.reduce((text, [character, long]) => text.replace(long, character), beginning);
  return beginning.length > 2 * parties.length && isSubsequence(parties, short);
}
