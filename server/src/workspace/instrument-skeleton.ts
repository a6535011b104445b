import { fold, genusOf, isDraftTitle } from '../instruments/genus.ts';
import type { Instrument, InstrumentDate, InstrumentKind } from '../instruments/instrument.ts';
import { nameKey } from '../instruments/registry.ts';
import { statesIn } from '../l10n/states.ts';

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
 * The beginning of an entry, for a person to complete: its id is made of the parties and the kind where the
 * title names two states or more, else only a number that is free; and its kind is what the title sounds like.
 * @param taken ids that other entries have
 */
export function instrumentSkeleton(
  { title, date, source }: NamedInText,
  taken: { has(id: string): boolean },
): Instrument {
  const zh = nameKey(title.replace(/^《|》$/g, ''));
  const kind = kindOf(zh);
  const dated = date !== undefined && source !== undefined;
  return {
    id: freeId(stemOf(zh, kind), dated ? date.slice(0, 4) : undefined, taken),
    kind,
    names: { zh },
    ...(dated ? { adopted: { date } } : {}),
    sources: dated ? { 'adopted.date': source } : {},
  };
}

const NAMELESS = 'instrument';

/** More parties than these are those of no title that names them. */
const MOST_PARTIES = 3;

/** What an id begins with: `cn-kz-treaty`. */
function stemOf(title: string, kind: InstrumentKind): string {
  const parties = statesIn(fold(title));
  if (parties.length < 2 || parties.length > MOST_PARTIES) return NAMELESS;
  return [...parties.map((code) => code.toLowerCase()), kind].join('-');
}

/** An id that says nothing has a number from the first on, so that it is seen to be none to keep. */
function freeId(stem: string, year: string | undefined, taken: { has(id: string): boolean }): string {
  for (let number = 1; ; number++) {
    const parts = [stem, number === 1 && stem !== NAMELESS ? undefined : number, year];
    const id = parts.filter((part) => part !== undefined).join('-');
    if (!taken.has(id)) return id;
  }
}

function kindOf(title: string): InstrumentKind {
  if (isDraftTitle(title)) return 'draft';
  const genus = genusOf(title) ?? '';
  const fitting = KINDS.filter(([ending]) => genus.endsWith(ending));
  return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? 'treaty';
}
