import type { BlockForm } from '../../statement/heading.ts';
import type { Scheme } from '../../statement/mark.ts';
import type { CleanBlock, StatementNode } from '../../statement/node.ts';
import { readNumeral } from '../../statement/numeral.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** Lists that count from one, each number once. */
const counted: ReadonlySet<Scheme> = new Set<Scheme>([
  'part',
  'chapter',
  'division',
  'bare',
  'article',
  'han-point',
  'arabic-point',
  'roman-point',
  'han-bracket',
  'arabic-bracket',
  'circled',
]);

/** A larger gap is a selection, not a loss. */
const widestGap = 3;

/** One numbered heading or item. */
interface Entry {
  readonly block: CleanBlock;
  readonly form: BlockForm;
}

/** The list in the tree by its scheme: articles run through a whole treaty, all else is counted among its siblings. */
function listsOf(node: StatementNode, entryAt: ReadonlyMap<number, Entry>): Entry[][] {
  const articles: Entry[] = [];
  const lists: Entry[][] = [articles];
  const visit = ({ children }: StatementNode) => {
    const byScheme = new Map<Scheme, Entry[]>();
    for (const child of children) {
      if (child.kind === 'paragraph' || child.kind === 'sentence') continue;
      const entry = entryAt.get(child.range.clean.start);
      if (entry && child.kind === 'article') articles.push(entry);
      else if (entry) {
        const list = byScheme.get(entry.form.scheme);
        if (list) list.push(entry);
        else byScheme.set(entry.form.scheme, [entry]);
      }
      visit(child);
    }
    lists.push(...byScheme.values());
  };
  visit(node);
  return lists;
}

/** The stretches of a list that each count from one. */
function countsFromOne(list: readonly Entry[]): Entry[][] {
  const counts: Entry[][] = [];
  for (const entry of list) {
    if (entry.form.value === 1) counts.push([entry]);
    else counts.at(-1)?.push(entry);
  }
  return counts;
}

function numeralOf({ block, form }: Entry): { start: number; end: number; system: string } | null {
  const { text } = block;
  let at = form.start;
  while (at < form.mark && /[第（(〔\s]/.test(text.charAt(at))) at++;
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.value !== form.value || numeral.end > form.mark) return null;
  return { start: at, end: numeral.end, system: numeral.system };
}

const digits = '零一二三四五六七八九';

/** A number up to 99 in Chinese numerals, or as digits. */
function written(value: number, system: string): string | null {
  if (system === 'arabic') return String(value);
  if (system !== 'han' || value > 99) return null;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

function foundAt(entry: Entry, variant: string, before: number, due: number): ReadingFound {
  const { block, form } = entry;
  const numeral = numeralOf(entry);
  const text = variant === 'misread' && numeral ? written(due, numeral.system) : null;
  return {
    start: block.start + form.start,
    end: block.start + Math.max(form.mark, form.start + 1),
    edits:
      text === null ? [] : [{ start: block.start + numeral!.start, end: block.start + numeral!.end, text }],
    values: [form.value, before, due],
    variant: text === null && variant === 'misread' ? 'skip' : variant,
  };
}

/** Where a count goes astray. After that it is taken as it is, so that one slip is told once. */
function slips(count: readonly Entry[]): ReadingFound[] {
  const found: ReadingFound[] = [];
  for (let i = 1; i < count.length; i++) {
    const entry = count[i]!;
    const before = count[i - 1]!.form.value;
    const { value } = entry.form;
    const next = count[i + 1]?.form.value;
    if (value === before + 1) continue;
    if (next === before + 2) {
      found.push(foundAt(entry, 'misread', before, before + 1));
      // The next one is where it should be.
      i++;
    } else if (value === before) found.push(foundAt(entry, 'repeat', before, before + 1));
    else if (value > before && value <= before + widestGap)
      found.push(foundAt(entry, 'skip', before, before + 1));
    else break;
  }
  return found;
}

/** Numbers of sections, articles and items that skip or repeat: a heading was lost, or a numeral misread. */
export const numbering: ReadingRule = {
  id: 'numbering',
  class: 'suspect',
  name: { en: 'slips of numbering', zh: '编号错误' },
  about: {
    en: 'Numbers of sections, articles and items that skip or repeat, as in 三 after 一.',
    zh: '章节、条款和列举项的编号有跳号或重号，如“一”之后为“三”。',
  },
  done: { en: { one: '1 number mended', many: '{0} numbers mended' }, zh: '{0} 处编号改正' },
  words: {
    message: {
      en: 'Number {0} follows number {1}: number {2} is missing.',
      zh: '第 {1} 之后为第 {0}，缺第 {2}。',
    },
  },
  variants: {
    repeat: {
      message: { en: 'Number {0} stands here a second time.', zh: '编号 {0} 重复。' },
    },
    misread: {
      message: {
        en: 'Behind number {1} comes {2}: number {0} may be misread.',
        zh: '{1} 之后应为 {2}，此处编号 {0} 可能有误。',
      },
      fix: { en: 'Change the number to {2}', zh: '编号改为 {2}' },
    },
  },
  find({ blocks, forms, tree }) {
    const entryAt = new Map<number, Entry>();
    blocks.forEach((block, i) => {
      const form = forms[i]!;
      if (counted.has(form.scheme)) entryAt.set(block.start + form.start, { block, form });
    });
    return listsOf(tree, entryAt).flatMap(countsFromOne).flatMap(slips);
  },
};
