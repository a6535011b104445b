import type { Instrument } from '../instruments/instrument.ts';

/** UTF-16 length from which a name is cut. */
const LONGEST = 18;
/** What is kept of it: most titles begin with the parties, and say at the end what they are. */
const HEAD = 7;
const TAIL = 9;

/** A name by which an instrument is known at a glance: the longest short one that needs no cut, else its title. */
export function shortName({ names }: Instrument): string {
  if (names.zh.length <= LONGEST) return names.zh;
  const short = (names.zhShort ?? []).filter((name) => name.length <= LONGEST);
  const [longest] = [...short].sort((a, b) => b.length - a.length);
  return longest ?? shortTitle(names.zh);
}

/** A title, without its middle where it is long. Never cuts a character beyond the BMP. */
export function shortTitle(title: string): string {
  if (title.length <= LONGEST) return title;
  const characters = [...title];
  return characters.length <= LONGEST
    ? title
    : `${characters.slice(0, HEAD).join('')}…${characters.slice(-TAIL).join('')}`;
}
