import { type BlockForm, classifyBlock } from '../statement/heading.ts';
import type { CleanBlock, NodeKind, StatementNode } from '../statement/node.ts';
import { type TextLines, withPartedLines } from '../statement/text-lines.ts';
import type { ReadText } from './reading-rule.ts';

/** A section, article or item of the tree with the block that opens it. */
export interface Entry {
  readonly node: StatementNode;
  readonly block: CleanBlock;
  readonly form: BlockForm;
  /** Index of its block among the lines of the outline. */
  readonly at: number;
  /** Of its numeral, the last one of 1.3; 0 where it has none. */
  readonly value: number;
  /** What makes two numbers belong to one list: the scheme, with what stands before the last point of 1.3. */
  readonly key: string;
  /** The node that holds it. */
  readonly parent: StatementNode;
}

/** Numbers that should count on from one to the next, in order of place. */
export interface Count {
  readonly entries: readonly Entry[];
  /** It goes on where a list before it ended: paragraphs that are numbered through the articles of a treaty. */
  readonly runsOn: boolean;
}

/** What a tree has headings and items of. */
export interface Outline {
  /** The blocks of the text, where one that holds two (第五条 1. …) is parted. */
  readonly lines: TextLines;
  /** In order of place. */
  readonly entries: readonly Entry[];
  readonly counts: readonly Count[];
}

const inside: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'preamble',
  'section',
  'article',
  'item',
  'closing',
]);
/** What holds no headings. */
const texts: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'title',
  'dateline',
  'paragraph',
  'sentence',
  'furniture',
]);
/** Their value is none, or the depth of a heading. */
const unnumbered: ReadonlySet<string> = new Set(['blank', 'plain', 'foreword', 'hash', 'dash', 'bullet']);

/** The numbers of one document, annex or other whole, which count for themselves. */
class Numbers {
  readonly lists: Entry[][] = [];
  /** Articles run through a whole treaty, whatever its chapters. */
  #articles: Entry[] | undefined;

  articles(): Entry[] {
    if (!this.#articles) {
      this.#articles = [];
      this.lists.push(this.#articles);
    }
    return this.#articles;
  }
}

const outlines = new WeakMap<StatementNode, Outline>();

/** The headings and items of a text; made once for all the rules that ask. Linear. */
export function outlineOf({ tree, blocks, forms }: Pick<ReadText, 'tree' | 'blocks' | 'forms'>): Outline {
  let outline = outlines.get(tree);
  if (!outline) {
    outline = makeOutline(tree, withPartedLines({ blocks, forms }, classifyBlock));
    outlines.set(tree, outline);
  }
  return outline;
}

function makeOutline(tree: StatementNode, lines: TextLines): Outline {
  const { blocks, forms } = lines;
  const blockAt = new Map<number, number>();
  forms.forEach(({ scheme, start }, at) => {
    if (scheme !== 'blank' && scheme !== 'plain') blockAt.set(blocks[at]!.start + start, at);
  });
  const entries: Entry[] = [];
  const wholes: Numbers[] = [];
  const visit = (parent: StatementNode, around: Numbers) => {
    const lists = new Map<string, Entry[]>();
    for (const node of parent.children) {
      if (texts.has(node.kind)) continue;
      const at = blockAt.get(node.range.clean.start);
      const entry = at === undefined ? undefined : entryOf(node, parent, blocks[at]!, forms[at]!, at);
      if (entry) entries.push(entry);
      if (entry && entry.value > 0) {
        let list = entry.form.scheme === 'article' ? around.articles() : lists.get(entry.key);
        if (!list) {
          list = [];
          lists.set(entry.key, list);
          around.lists.push(list);
        }
        list.push(entry);
      }
      visit(node, inside.has(node.kind) && entry?.form.scheme !== 'annex' ? around : whole());
    }
  };
  const whole = () => {
    const numbers = new Numbers();
    wholes.push(numbers);
    return numbers;
  };
  visit(tree, whole());
  return { lines, entries, counts: wholes.flatMap(({ lists }) => countsOf(lists)) };
}

function entryOf(
  node: StatementNode,
  parent: StatementNode,
  block: CleanBlock,
  form: BlockForm,
  at: number,
): Entry {
  if (!form.scheme.endsWith('decimal')) {
    const value = unnumbered.has(form.scheme) ? 0 : form.value;
    return { node, parent, block, form, at, value, key: form.scheme };
  }
  const numbers = /\d+(?:[.．]\d+)*/.exec(block.text.slice(form.start, form.mark))?.[0].split(/[.．]/) ?? [];
  return {
    node,
    parent,
    block,
    form,
    at,
    value: Number(numbers.at(-1) ?? 0),
    key: `decimal ${numbers.slice(0, -1).join('.')}`,
  };
}

/** How far a list may be from the end of the one that it goes on from, where such lists have been seen to go on. */
const widestStep = 3;
/** Lists of an excerpt may begin with 二 or 三; what begins later hardly begins. */
const latest = 3;

/** The lists of a whole, where one that goes on from the one before of its kind is joined to it. */
function countsOf(lists: readonly Entry[][]): Count[] {
  const counts: Count[] = [];
  const before = new Map<string, Count>();
  for (const list of [...lists].sort((a, b) => a[0]!.at - b[0]!.at)) {
    const { key, value } = list[0]!;
    const running = before.get(key);
    const last = running?.entries.at(-1);
    const step = last && value > 1 ? value - last.value : Number.NaN;
    // 十、 in one article, 十、十二、 in the next: the numbers behind it tell that it goes on.
    // So does a late one that counts on: 十三、十四、 in the article behind the one that ends with 十一、.
    const isLate = step === 2 && value > latest && list[1]?.value === value + 1;
    const isSeen = running?.runsOn === true || list[1]?.value === (last?.value ?? 0) + 2 || isLate;
    const runsOn = step === 1 || (isSeen && step >= 0 && step <= widestStep);
    const count = { entries: runsOn ? [last!, ...list] : list, runsOn };
    counts.push(count);
    before.set(key, count);
  }
  return counts;
}
