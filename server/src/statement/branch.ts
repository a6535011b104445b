import type { TextRange } from '../text/range.ts';
import type { BlockForm, Scheme } from './heading.ts';
import { labelOf } from './label.ts';
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
  /** Whether plain paragraphs that follow belong to it. */
  readonly holdsParagraphs: boolean;
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
 * A paragraph, or another node that is one block of text, from an offset in it. Its sentences are parted when they
 * are first asked for: a long document is outlined without them.
 */
export function textNode(kind: NodeKind, block: CleanBlock, from: number): StatementNode {
  const range: CleanRanged = { clean: blockRange(block, from) };
  let label: string | undefined;
  let children: readonly StatementNode[] | undefined;
  return {
    kind,
    get label() {
      label ??= labelOf(block.text, from);
      return label;
    },
    range,
    heading: range,
    get children() {
      children ??= splitSentences(block.text, from).map((sentence) => sentenceNode(block, sentence));
      return children;
    },
  };
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
    holdsParagraphs: true,
    nameAfter(text, from) {
      if (node.label === '') node.label = labelOf(text, from);
    },
  };
}

/** A section, article or item that opens with the mark of a block. */
export function markedBranch(kind: NodeKind, block: CleanBlock, form: BlockForm): Branch {
  const { text } = block;
  const whole = blockRange(block, form.start);
  const range = { ...whole };
  const bare = form.body >= text.length;
  const heading = bare || form.heading ? whole : { start: whole.start, end: block.start + form.mark };
  const mark = text.slice(form.start, form.body).trimEnd();
  const spaced = form.body > form.mark || form.scheme === 'article' ? '　' : '';
  let label: string;
  if (bare) label = mark;
  else if (form.scheme === 'dash' || form.scheme === 'bullet') label = labelOf(text, form.body);
  else label = `${mark}${spaced}${form.heading ? text.slice(form.body).trimEnd() : labelOf(text, form.body)}`;
  const nested: StatementNode[] = [];
  const own = { kind, label, range: { clean: range }, heading: { clean: heading } };
  let unnamed = bare;
  const nameAfter = (next: string, from: number) => {
    if (!unnamed) return;
    unnamed = false;
    node.label = `${mark}　${labelOf(next, from)}`;
  };
  let node: {
    kind: NodeKind;
    label: string;
    range: CleanRanged;
    heading: CleanRanged;
    readonly children: StatementNode[];
  };
  if (kind === 'item' && !bare) {
    let children: StatementNode[] | undefined;
    node = {
      ...own,
      get children() {
        children ??= [...splitSentences(text, form.body).map((s) => sentenceNode(block, s)), ...nested];
        return children;
      },
    };
  } else {
    if (!bare && !form.heading) nested.push(textNode('paragraph', block, form.body));
    node = { ...own, children: nested };
  }
  return {
    node,
    range,
    children: nested,
    scheme: form.scheme,
    value: form.value,
    holdsParagraphs: kind !== 'item' || form.heading || bare,
    nameAfter,
  };
}
