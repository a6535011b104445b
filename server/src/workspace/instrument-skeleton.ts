import { genusOf, isDraftTitle } from '../instruments/genus.ts';
import type { Instrument, InstrumentDate, InstrumentKind } from '../instruments/instrument.ts';
import { nameKey } from '../instruments/registry.ts';

/** What a text says of an instrument that nobody has written down yet. */
export interface NamedInText {
  /** With or without its 《》. */
  readonly title: string;
  /** When it was signed or adopted, as the text says. */
  readonly date?: InstrumentDate;
  /** Who says so: the title of the text. Without a source the date is left out. */
  readonly source?: string;
}

/** By the folded word that ends the title; the longest word counts. */
const KINDS: readonly (readonly [ending: string, kind: InstrumentKind])[] = [
  ['条约', 'treaty'],
  ['和约', 'treaty'],
  ['公约', 'convention'],
  ['专约', 'convention'],
  ['盟约', 'covenant'],
  ['协定', 'agreement'],
  ['协议', 'agreement'],
  ['协约', 'agreement'],
  ['备忘录', 'agreement'],
  ['议定书', 'protocol'],
  ['宪章', 'charter'],
  ['规约', 'statute'],
  ['组织法', 'constitution'],
  ['章程', 'regulations'],
  ['换文', 'exchange-of-notes'],
  ['联合声明', 'joint-statement'],
  ['共同声明', 'joint-statement'],
  ['公报', 'communique'],
  ['声明', 'declaration'],
  ['宣言', 'declaration'],
  ['最后文件', 'act'],
  ['投降书', 'act'],
  ['决议', 'resolution'],
  ['决议案', 'resolution'],
  ['倡议', 'initiative'],
  ['原则', 'principles'],
  ['行为准则', 'principles'],
  ['计划', 'plan'],
  ['规划', 'plan'],
  ['纲要', 'plan'],
  ['纲领', 'plan'],
  ['路线图', 'plan'],
  ['愿景', 'plan'],
  ['战略', 'plan'],
];

/**
 * The beginning of an entry, for a person to complete: its id is only a number that is free, and its kind what the
 * title sounds like.
 * @param taken ids that other entries have
 */
export function instrumentSkeleton(
  { title, date, source }: NamedInText,
  taken: { has(id: string): boolean },
): Instrument {
  const zh = nameKey(title.replace(/^《|》$/g, ''));
  const dated = date !== undefined && source !== undefined;
  return {
    id: freeId(dated ? date.slice(0, 4) : undefined, taken),
    kind: kindOf(zh),
    names: { zh },
    ...(dated ? { adopted: { date } } : {}),
    sources: dated ? { 'adopted.date': source } : {},
  };
}

function freeId(year: string | undefined, taken: { has(id: string): boolean }): string {
  for (let number = 1; ; number++) {
    const id = ['instrument', number, ...(year === undefined ? [] : [year])].join('-');
    if (!taken.has(id)) return id;
  }
}

function kindOf(title: string): InstrumentKind {
  if (isDraftTitle(title)) return 'draft';
  const genus = genusOf(title) ?? '';
  const fitting = KINDS.filter(([ending]) => genus.endsWith(ending));
  return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? 'treaty';
}
