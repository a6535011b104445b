import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import type { Reference } from '../../server/src/instruments/reference.ts';
import { findReferences } from '../../server/src/instruments/references.ts';
import { type InstrumentRegistry, loadRegistry } from '../../server/src/instruments/registry.ts';
import type { Self } from '../../server/src/instruments/self.ts';
import { blocksOf } from '../statement/outline.ts';

const instrument = (
  id: string,
  zh: string,
  more: Partial<Instrument> & { short?: string[]; hant?: string } = {},
) => {
  const { short, hant, ...rest } = more;
  const names = {
    zh,
    ...(short === undefined ? {} : { zhShort: short }),
    ...(hant === undefined ? {} : { zhHant: hant }),
  };
  return { id, kind: 'treaty', names, sources: {}, ...rest } satisfies Instrument;
};

/** A handful of instruments, some real and some made up for the examples. */
export const REGISTRY: InstrumentRegistry = loadRegistry([
  instrument('un-charter', '联合国宪章', { hant: '聯合國憲章' }),
  instrument('npt-1968', '不扩散核武器条约', {
    short: ['核不扩散条约', 'NPT'],
    adopted: { date: '1968-06-12' },
  }),
  instrument('bwc-1972', '禁止生物武器公约'),
  instrument('cn-ru-2001', '中华人民共和国和俄罗斯联邦睦邻友好合作条约', { short: ['中俄睦邻友好合作条约'] }),
  instrument('cn-ru-2001-outline', '〈中华人民共和国和俄罗斯联邦睦邻友好合作条约〉实施纲要'),
  instrument('hills-plan', '甲乙山地合作规划纲要'),
  instrument('rivers-plan', '甲乙河流合作规划纲要'),
  instrument('agenda-2030', '变革我们的世界：2030年可持续发展议程', { short: ['2030年可持续发展议程'] }),
  instrument('csto', '集体安全条约'),
  instrument('peaceful-uses', '促进和平利用国际合作'),
  instrument('ppwt-draft', '防止在外空放置武器条约'),
  instrument('city-a-2001', '甲国山城宣言', { short: ['山城宣言'], adopted: { date: '2001-05-04' } }),
  instrument('city-b-2011', '乙国山城宣言', { short: ['山城宣言'], adopted: { date: '2011-09' } }),
  instrument('health', '国际卫生条例'),
  instrument('law-of-the-sea', '联合国海洋法公约'),
  instrument('refugees', '关于难民地位的公约'),
  instrument('ga-9001', '联合国大会第9001号决议', { kind: 'resolution' }),
  instrument('cn-in-rivers', '中华人民共和国政府和印度共和国政府关于两国河流水质保护的协定', {
    parties: ['CN', 'IN'],
  }),
  instrument('sc-8001', '联合国安全理事会第8001（2011）号决议', { kind: 'resolution' }),
  instrument('blue-1972', '甲国和乙国联合公报', { adopted: { date: '1972-02-28' }, kind: 'communique' }),
  instrument('blue-1982', '甲国和乙国联合公报', { adopted: { date: '1982-08-17' }, kind: 'communique' }),
  instrument('armistice', '甲国停战协定'),
  instrument('agency-statute', '国际原子能机构规约'),
  instrument('three-communiques', '甲乙三个联合公报', {
    kind: 'collective',
    members: ['blue-1972', 'blue-1982', 'hills-plan'],
  }),
  instrument('fish', '〈联合国海洋法公约〉鱼类种群协定'),
]);

/** Says a reference as the examples do. */
export function say(reference: Reference): string {
  const { form, instrument: id, candidates, members, text, antecedent, date, verb, draft } = reference;
  const either = candidates.length > 0 ? `?${[...candidates].sort().join('|')}` : '?';
  const who = id ?? members?.join('+') ?? either;
  return [
    form,
    who,
    text,
    ...(antecedent === undefined ? [] : [`→${antecedent}`]),
    ...(date === undefined ? [] : [date]),
    ...(verb === undefined ? [] : [verb]),
    ...(draft === true ? ['draft'] : []),
  ].join(' ');
}

/** What is found in a text, each reference as `form instrument words →antecedent date verb draft`. */
export function referencesIn(text: string, self?: string | Self): string[] {
  return find(text, self).map(say);
}

export function find(text: string, self?: string | Self): Reference[] {
  return findReferences(blocksOf(text), REGISTRY, typeof self === 'string' ? { title: self } : self);
}

/** An example: what it means, its text (one line a paragraph), and the references that it must have. */
export type Example = readonly [
  meaning: string,
  text: string,
  expected: readonly string[],
  self?: string | Self,
];

export function testExamples(examples: readonly Example[]): void {
  for (const [meaning, text, expected, self] of examples) {
    test(meaning, () => assert.deepEqual(referencesIn(text, self), expected));
  }
}
