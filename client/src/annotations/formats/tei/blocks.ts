import type { FactsNode } from '../../../../../server/src/protocol.ts';
import type { TextRange } from '../../../../../server/src/text/range.ts';
import { isBlank, onlyBlanks } from '../../bare-text.ts';
import type { TextFacts } from '../tagged-text.ts';

/** An element of the text; one without `children` holds a range of it. UTF-16. */
export type TeiBlock = TeiLeaf | TeiContainer;

export interface TeiLeaf {
  readonly name: 'p' | 'head' | 'ab' | 'dateline' | 'signed' | 'fw';
  readonly type?: string;
  range: TextRange;
}

export interface TeiContainer {
  readonly name: 'div' | 'list' | 'item' | 'quote' | 'closer';
  readonly type?: string;
  readonly children: readonly TeiBlock[];
}

export interface TeiStructure {
  /** The title and what stands with it. */
  readonly front: readonly TeiBlock[];
  readonly body: readonly TeiBlock[];
  /** All that hold text, in order; together they cover it, but for line ends between them. */
  readonly leaves: readonly TeiLeaf[];
}

/** The text as TEI parts it: front, divisions, paragraphs, lists (TEI P5, chapter 4). */
export function teiStructure(text: string, facts: Pick<TextFacts, 'tree' | 'emendations'>): TeiStructure {
  const builder = new StructureBuilder(text, facts);
  const root = { ...facts.tree, start: 0, end: text.length };
  const blocks = builder.inside(root);
  // What a title page would have stands before all else.
  let count = 0;
  while (count < blocks.length && isFront(blocks[count]!)) count += 1;
  const front = blocks.slice(0, count);
  const rest = builder.parted(blocks.slice(count));
  const body =
    rest.length > 0 ? rest : [{ name: 'ab', range: { start: text.length, end: text.length } } as TeiLeaf];
  const leaves = [...front, ...body].flatMap(leavesOf);
  cover(text, leaves);
  return { front, body, leaves };
}

function isFront(block: TeiBlock): boolean {
  return block.name === 'head' || block.name === 'dateline' || block.name === 'fw';
}

function leavesOf(block: TeiBlock): readonly TeiLeaf[] {
  return 'children' in block ? block.children.flatMap(leavesOf) : [block];
}

class StructureBuilder {
  readonly #text: string;
  readonly #left: readonly TextRange[];

  constructor(text: string, { emendations }: Pick<TextFacts, 'emendations'>) {
    this.#text = text;
    this.#left = emendations.filter(({ reading }) => reading === '');
  }

  /** The blocks of a node: of its parts, and of the text between them. */
  inside(node: FactsNode): readonly TeiBlock[] {
    const parts = node.children.filter(({ kind, start, end }) => kind !== 'sentence' && start < end);
    const blocks: TeiBlock[] = [];
    let at = node.start;
    const between = (end: number) => {
      const range = this.#trimmed(at, end);
      if (!range) return;
      const isHead = blocks.length === 0 && parts.length > 0 && hasHead(node);
      blocks.push({ name: isHead ? 'head' : 'p', range });
    };
    for (const part of parts) {
      if (part.start < at) continue;
      between(part.start);
      blocks.push(...this.#blocks(part, blocks.every(isFront)));
      at = part.end;
    }
    between(node.end);
    return grouped(blocks);
  }

  /** @param isFirst whether nothing stands before it that a heading must not follow */
  #blocks(node: FactsNode, isFirst: boolean): readonly TeiBlock[] {
    const { kind, start, end } = node;
    const range = { start, end };
    switch (kind) {
      case 'title':
        return [isFirst ? { name: 'head', range } : { name: 'ab', type: 'title', range }];
      case 'dateline':
        return [isFirst ? { name: 'dateline', range } : { name: 'ab', type: 'dateline', range }];
      case 'furniture':
        return [{ name: 'fw', range }];
      case 'paragraph':
      case 'sentence':
        return [{ name: 'p', range }];
      case 'item':
        return [{ name: 'item', children: this.inside(node) }];
      case 'closing':
        return [{ name: 'closer', children: this.#lines(range) }];
      case 'quotation': {
        const children = this.inside(node);
        const isPlain = !children.some(({ name }) => name === 'div' || name === 'closer' || name === 'head');
        return isPlain
          ? [{ name: 'quote', children }]
          : [{ name: 'div', type: kind, children: this.parted(children) }];
      }
      default:
        return [{ name: 'div', type: kind, children: this.parted(this.inside(node)) }];
    }
  }

  /**
   * Blocks as a division may have them (TEI P5, div): after divisions no paragraphs, and what closes it at its end.
   */
  parted(blocks: readonly TeiBlock[]): readonly TeiBlock[] {
    const parted: TeiBlock[] = [];
    let run: TeiBlock[] = [];
    let hasDivision = false;
    const endRun = () => {
      if (run.length > 0)
        parted.push(...(hasDivision ? [{ name: 'div', type: 'text', children: run } as const] : run));
      run = [];
    };
    blocks.forEach((block, index) => {
      if (block.name === 'closer') {
        endRun();
        if (index === blocks.length - 1 && parted.some(({ name }) => !isTop(name))) parted.push(block);
        else {
          const lines = leavesOf(block).map((line): TeiLeaf => ({ ...line, name: 'ab', type: line.name }));
          parted.push({ name: 'div', type: 'closing', children: lines });
          hasDivision = true;
        }
      } else if (block.name === 'div') {
        endRun();
        parted.push(block);
        hasDivision = true;
      } else if (block.name === 'fw') {
        endRun();
        parted.push(block);
      } else run.push(block);
    });
    endRun();
    return parted;
  }

  /** The lines of a closing as they are read: who signed, and where and when. */
  #lines({ start, end }: TextRange): readonly TeiLeaf[] {
    const lines: TeiLeaf[] = [];
    let from = start;
    for (let at = start; at <= end; at += 1) {
      if (at < end && (this.#text.charAt(at) !== '\n' || this.#isLeftOut(at))) continue;
      const range = this.#trimmed(from, at);
      from = at + 1;
      if (!range) continue;
      const isDate = /年.*月|\d{4}|签订于|签于|订于/s.test(this.#text.slice(range.start, range.end));
      lines.push({ name: isDate ? 'dateline' : 'signed', range });
    }
    return lines;
  }

  #isLeftOut(offset: number): boolean {
    let low = 0;
    let high = this.#left.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#left[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    const found = this.#left[low];
    return found !== undefined && found.start <= offset;
  }

  #trimmed(from: number, to: number): TextRange | undefined {
    let [start, end] = [from, to];
    while (start < end && isBlank(this.#text.charCodeAt(start))) start += 1;
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end -= 1;
    return start < end ? { start, end } : undefined;
  }
}

function isTop(name: string): boolean {
  return name === 'head' || name === 'dateline' || name === 'fw';
}

function hasHead({ kind }: FactsNode): boolean {
  return kind === 'section' || kind === 'article' || kind === 'annex' || kind === 'document';
}

/** Items that follow each other are one list. */
function grouped(blocks: readonly TeiBlock[]): readonly TeiBlock[] {
  const result: TeiBlock[] = [];
  let items: TeiBlock[] = [];
  const endList = () => {
    if (items.length > 0) result.push({ name: 'list', children: items });
    items = [];
  };
  for (const block of blocks) {
    if (block.name === 'item') items.push(block);
    else {
      endList();
      result.push(block);
    }
  }
  endList();
  return result;
}

/**
 * Widens what holds text until only line ends are left between: they may stand between elements, other blanks may not
 * (XML knows no ideographic space as white space). Furniture stays as it is, since nothing in it is read.
 */
function cover(text: string, leaves: readonly TeiLeaf[]): void {
  let last = 0;
  leaves.forEach((leaf, index) => {
    const before = leaves[index - 1];
    const start = Math.max(last, leaf.range.start);
    let gap = last;
    // Blanks right behind the one before belong to its line.
    if (before && before.name !== 'fw') {
      while (gap < start && !isLineEnd(text, gap)) gap += 1;
      if (onlyBlanks(text, last, gap)) before.range = { ...before.range, end: gap };
      else gap = last;
    }
    while (gap < start && isLineEnd(text, gap)) gap += 1;
    const from = leaf.name === 'fw' ? start : gap;
    leaf.range = { start: from, end: Math.max(from, leaf.range.end) };
    last = leaf.range.end;
  });
  const end = leaves.at(-1);
  if (!end || end.name === 'fw') return;
  let to = text.length;
  while (to > end.range.end && isLineEnd(text, to - 1)) to -= 1;
  end.range = { ...end.range, end: to };
}

function isLineEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x0a || unit === 0x0d;
}
