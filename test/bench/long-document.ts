import type { Column } from '../setting/column.ts';
import { DEFAULT_SETTING, setNewspaper } from '../setting/newspaper.ts';
import { type Random, seededRandom } from '../setting/random.ts';
import { wording } from './wording.ts';

export interface LongDocument {
  /** How many characters (UTF-16) it has, to within a paragraph or, where it is set in columns, a few in a hundred. */
  readonly length: number;
  readonly seed: number;
  /** Names of instruments to cite beside those that are made up. */
  readonly known: readonly string[];
}

/** A joint statement as long as is asked for, one block a line, in which no paragraph stands twice. */
export function cleanDocument({ length, seed, known }: LongDocument): string {
  const random = seededRandom(seed);
  const writer = new Writer(random, { ...wording, known });
  const blocks: string[] = [
    '云岭共和国和海湾联邦在两国建交60周年之际关于全面发展新时期睦邻友好合作关系的联合声明',
    '应云岭共和国主席邀请，海湾联邦总统于2041年5月16日至18日对云岭共和国进行国事访问。',
    '云岭共和国和海湾联邦（以下称“双方”），声明如下：',
  ];
  let written = blocks.reduce((sum, block) => sum + block.length + 1, 0);
  const add = (block: string) => {
    blocks.push(block);
    written += block.length + 1;
  };
  const sections = Math.min(99, Math.max(3, Math.round(length / 1700)));
  for (let section = 1; section <= sections; section++) {
    add(hanNumeral(section));
    const end = (length * section) / sections;
    while (written < end) for (const block of writer.passage()) add(block);
  }
  add('二〇四一年五月十八日于青石港');
  return `${blocks.join('\n')}\n`;
}

/** The same kind of text as an extraction of a newspaper page leaves it: broken in every way. */
export function brokenDocument(document: LongDocument): string {
  const text = cleanDocument({ ...document, length: Math.round(document.length / growthInPrint) });
  const setting = { ...DEFAULT_SETTING, columns: columnsFor(text.length), squeeze: 0.3, slips: 0.01 };
  return setNewspaper(text, setting, seededRandom(document.seed)).raw;
}

/** How many characters the print has for one of the text: line ends, blank lines, and spaces between letters. */
const growthInPrint = 1.235;
/** As many lines as a newspaper page has for one text. */
const linesOnPage = 480;

/** Page after page; every third is set wider. */
function columnsFor(characters: number): Column[] {
  const pages = Math.ceil(characters / 14 / linesOnPage) + 1;
  return Array.from({ length: pages }, (_, page) => ({
    measure: page % 3 === 2 ? 17 : 16,
    lines: linesOnPage,
  }));
}

class Writer {
  readonly #random: Random;
  readonly #lists: Readonly<Record<string, readonly string[]>>;
  readonly #written = new Set<string>();

  constructor(random: Random, lists: Readonly<Record<string, readonly string[]>>) {
    this.#random = random;
    this.#lists = lists;
  }

  /** One paragraph, or one that announces a list and the dash items of the list. */
  passage(): string[] {
    const random = this.#random;
    if (!random.chance(0.12)) return [this.#new(() => this.#paragraph())];
    const items = Array.from({ length: 3 + random.below(5) }, () => this.#new(() => this.#fill('item')));
    items.push(items.pop()!.replace(/；$/, '。'));
    return [this.#new(() => this.#fill('listed')), ...items];
  }

  #paragraph(): string {
    const random = this.#random;
    const sentences = [this.#fill(random.chance(0.1) ? 'definition' : 'opening')];
    for (let more = random.below(5); more > 0; more--) {
      sentences.push(this.#fill(random.chance(0.1) ? 'anaphor' : 'further'));
    }
    return sentences.join('');
  }

  /** What has not been written before. */
  #new(write: () => string): string {
    for (;;) {
      const text = write();
      if (this.#written.has(text)) continue;
      this.#written.add(text);
      return text;
    }
  }

  #fill(list: string): string {
    const choices = this.#lists[list];
    if (choices === undefined) throw new Error(`There is no wording for “${list}”.`);
    return this.#random.pick(choices).replace(/\{(\w+)\}/g, (_, slot: string) => this.#fill(slot));
  }
}

/** A numeral from 1 to 99 as sections bear it. */
function hanNumeral(value: number): string {
  const digits = '〇一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}
