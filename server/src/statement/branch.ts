import type { TextRange } from '../text/range.ts';
import type { BlockForm } from './heading.ts';
import { labelOf } from './label.ts';
import type { Scheme } from './mark.ts';
import type { CleanBlock, CleanRanged, NodeKind, StatementNode } from './node.ts';
import { splitSentences } from './sentence.ts';

/** A node that is still growing: its end and its label may change until the tree is done. */
export interface Branch {
  readonly node: StatementNode;
  readonly range: { start: number; end: number };
  /** Where deeper nodes go. */
  readonly children: StatementNode[];
  readonly scheme: Scheme | 'root' | 'preamble' | 'closing';
  readonly value: number;
  /** Whether it is an item that ends in a colon. */
  readonly announces: boolean;
  /** Whether a list that begins behind it belongs to it, whatever its numbers: it is a heading, or announces. */
  readonly leads: boolean;
  /** Whether plain paragraphs that follow belong to it. */
  holdsParagraphs: boolean;
  /** Adds the first words of what follows to a heading that is a bare number. */
  nameAfter(text: string, from: number): void;
}

/** UTF-16 clean range of a block from an offset in it to its last character that is not white space. */
export function blockRange(block: CleanBlock, from: number): TextRange {
  const end = Math.max(from, block.text.trimEnd().length);
  return { start: block.start + from, end: block.start + end };
}

function sentenceNode(block: CleanBlock, sentence: TextRange): StatementNode {
  const range = {
    clean: { start: block.start + sentence.start, end: block.start + sentence.end },
  };
  const label = labelOf(block.text.slice(sentence.start, sentence.end));
  return { kind: 'sentence', label, range, heading: range, children: [] };
}

/**
 * A node that is one block of text, or the text of a block after its mark. Label and sentences are made when they are
 * first asked for: a long document is outlined without them.
 */
class TextNode implements StatementNode {
  readonly kind: NodeKind;
  readonly range: CleanRanged;
  readonly heading: CleanRanged;
  readonly #block: CleanBlock;
  readonly #from: number;
  /** Deeper nodes that belong to it: the items of an item. */
  readonly #nested: readonly StatementNode[];
  readonly #name: () => string;
  #label: string | undefined;
  #children: readonly StatementNode[] | undefined;

  constructor(
    kind: NodeKind,
    block: CleanBlock,
    from: number,
    range: CleanRanged,
    heading = range,
    nested: readonly StatementNode[] = [],
    name = () => labelOf(block.text, from),
  ) {
    this.kind = kind;
    this.range = range;
    this.heading = heading;
    this.#block = block;
    this.#from = from;
    this.#nested = nested;
    this.#name = name;
  }

  get label(): string {
    this.#label ??= this.#name();
    return this.#label;
  }

  get children(): readonly StatementNode[] {
    this.#children ??= [
      ...splitSentences(this.#block.text, this.#from).map((sentence) => sentenceNode(this.#block, sentence)),
      ...this.#nested,
    ];
    return this.#children;
  }

  toJSON(): StatementNode {
    const { kind, label, range, heading, children } = this;
    return { kind, label, range, heading, children };
  }
}

/** A paragraph, or another node that is one block of text, from a UTF-16 offset in it. */
export function textNode(kind: NodeKind, block: CleanBlock, from: number): StatementNode {
  return new TextNode(kind, block, from, { clean: blockRange(block, from) });
}

/** A node that holds others and has no heading of its own, or the one given. */
export function plainBranch(
  kind: NodeKind,
  scheme: Branch['scheme'],
  range: TextRange,
  label: string,
  heading: TextRange = range,
): Branch {
  const growing = { ...range };
  const children: StatementNode[] = [];
  const clean: CleanRanged = { clean: growing };
  const node = {
    kind,
    label,
    range: clean,
    heading: heading === range ? clean : { clean: heading },
    children,
  };
  return {
    node,
    range: growing,
    children,
    scheme,
    value: 0,
    announces: false,
    leads: true,
    holdsParagraphs: true,
    nameAfter(text, from) {
      if (node.label === '') node.label = labelOf(text, from);
    },
  };
}

/** 第 一 条 · 总 则: headings are letter-spaced for show, which an outline does without. */
function withoutLetterSpacing(text: string): string {
  return /^\S(?:\s+\S)+$/.test(text) ? text.replace(/\s/g, '') : text;
}

/** The mark with the heading or the first clause behind it; of an item with a dash, and of a heading in Markdown, without. */
function labelOfMarked(text: string, form: BlockForm): string {
  if (form.scheme === 'dash' || form.scheme === 'bullet') return labelOf(text, form.body);
  if (form.scheme === 'hash') return text.slice(form.body).trim();
  const mark = withoutLetterSpacing(text.slice(form.start, form.body).trimEnd());
  if (form.body >= text.length) return mark;
  const spaced = form.body > form.mark || form.scheme === 'article' ? '　' : '';
  const words = form.heading
    ? withoutLetterSpacing(text.slice(form.body).trimEnd())
    : labelOf(text, form.body);
  return `${mark}${spaced}${words}`;
}

/** A section, article or item that opens with the mark of a block. */
export function markedBranch(kind: NodeKind, block: CleanBlock, form: BlockForm): Branch {
  const { text } = block;
  const whole = blockRange(block, form.start);
  const range = { ...whole };
  const bare = form.body >= text.length;
  const heading = bare || form.heading ? whole : { start: whole.start, end: block.start + form.mark };
  const children: StatementNode[] = [];
  const clean: CleanRanged = { clean: range };
  const jump: CleanRanged = { clean: heading };
  const texts = kind === 'item' && !bare;
  if (!texts && !bare && !form.heading) children.push(textNode('paragraph', block, form.body));
  const node = texts
    ? new TextNode(kind, block, form.body, clean, jump, children, () => labelOfMarked(text, form))
    : { kind, label: labelOfMarked(text, form), range: clean, heading: jump, children };
  let unnamed = bare && !texts;
  const nameAfter = (next: string, from: number) => {
    if (unnamed && !(node instanceof TextNode))
      node.label = `${node.label}${/[、.．，）)]$/.test(node.label) ? '' : '　'}${labelOf(next, from)}`;
    unnamed = false;
  };
  return {
    node,
    range,
    children,
    scheme: form.scheme,
    value: form.value,
    announces: texts && form.end === 'colon',
    leads: form.heading || bare || form.end === 'colon',
    holdsParagraphs: kind !== 'item' || form.heading || bare || form.end === 'colon',
    nameAfter,
  };
}
