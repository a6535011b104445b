import { type Citation, citationsOf } from '../../client/src/citations/citation.ts';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import type { InstrumentMention } from '../../server/src/protocol.ts';

/** A made-up treaty; a test names what it is about. */
export function instrument(facts: Partial<Instrument> = {}): Instrument {
  return {
    id: 'ruritania-graustark-peace-1907',
    kind: 'treaty',
    names: { zh: '鲁里坦尼亚和格劳施塔克和平条约', en: 'Treaty of Peace between Ruritania and Graustark' },
    sources: {},
    ...facts,
  };
}

export function mention(start: number, facts: Partial<InstrumentMention> = {}): InstrumentMention {
  return { start, end: start + 4, text: '《条约》', form: 'full', ...facts };
}

/** The citation of one instrument that is mentioned once, on line 1. */
export function citationOf(facts: Partial<Instrument> = {}, mentions = [mention(0)]): Citation {
  const known = instrument(facts);
  const cited = [{ identity: known.id, instrument: known, title: known.names.zh, mentions }];
  return citationsOf({ cited, unresolved: [] }, (offset) => ({ line: 1, column: offset + 1 }))[0]!;
}

/** Titles that mean something to a spreadsheet, to TeX or to JSON. */
export const hostileTitles = [
  '关于“三个,逗号”, "引号" 和 \'撇号\' 的条约',
  '分\n行\r\n又\u2028分段的条约',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1+1',
  '@SUM(A1)',
  '＝HYPERLINK("http://x")',
  '\t=1',
  '花括号 { 不 } 成 } 对 { 的条约',
  '\\input{/etc/passwd} $x_1^2$ 50% & #1 ~ 条约',
  '}, url = {https://evil.example',
  'a" # b',
  '鲁里坦尼亚\u0000条约',
  '𠮷野条约 \ud800',
];
