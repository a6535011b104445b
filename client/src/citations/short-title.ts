import type { CitedInstrument } from '../../../server/src/protocol.ts';

/** As many characters as leave room for what stands behind them in a side bar of the usual width. */
const roomy = 14;

/**
 * A title in few characters: the registry's first short name, else the title's beginning and its end, which tells
 * what it is: 中华人民共和…合作关系条约.
 */
export function shortTitle({ title, instrument }: Pick<CitedInstrument, 'title' | 'instrument'>): string {
  const characters = [...title];
  if (characters.length <= roomy) return title;
  const short = instrument?.names.zhShort?.find((name) => [...name].length <= roomy);
  if (short) return short;
  const half = (roomy - 1) / 2;
  return `${characters.slice(0, Math.floor(half)).join('')}…${characters.slice(-Math.ceil(half)).join('')}`;
}
