import { genusOf, isDraftTitle } from '../../../server/src/instruments/genus.ts';
import type { InstrumentKind } from '../../../server/src/instruments/instrument.ts';

const kinds: readonly (readonly [genera: string, kind: InstrumentKind])[] = [
  ['条约 和约', 'treaty'],
  ['协定 总协定 协议 协约 备忘录 谅解备忘录 会议纪要 会谈纪要', 'agreement'],
  ['公约 专约', 'convention'],
  ['盟约', 'covenant'],
  ['议定书 附加议定书 修正案', 'protocol'],
  ['宪章', 'charter'],
  ['章程', 'constitution'],
  ['规约', 'statute'],
  ['换文', 'exchange-of-notes'],
  ['联合声明 共同声明', 'joint-statement'],
  ['公报 联合公报 新闻公报 公告', 'communique'],
  ['声明 宣言 联合宣言', 'declaration'],
  ['最后文件 投降书', 'act'],
  ['决议 决议案', 'resolution'],
  ['议程 计划 行动计划 规划 纲要 规划纲要 纲领 行动纲领 路线图 愿景 框架 战略', 'plan'],
  ['倡议', 'initiative'],
  ['原则 行为准则', 'principles'],
];
const byGenus = new Map(kinds.flatMap(([genera, kind]) => genera.split(' ').map((genus) => [genus, kind])));

/** The kind that an instrument's Chinese title tells by the word that it ends with, where the registry tells none. */
export function kindOfTitle(title: string): InstrumentKind | undefined {
  return isDraftTitle(title) ? 'draft' : byGenus.get(genusOf(title) ?? '');
}
