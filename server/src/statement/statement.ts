import type { TextRange } from '../text/range.ts';
import { type Branch, blockRange, markedBranch, plainBranch, textNode } from './branch.ts';
import { closingStart } from './closing.ts';
import { type Head, readHead } from './head.ts';
import { type BlockForm, classifyBlock, type Scheme } from './heading.ts';
import { kindOfOpening, kindOfTitle } from './kind.ts';
import { labelOf } from './label.ts';
import type { CleanBlock, NodeKind, StatementKind, StatementNode } from './node.ts';
import { risingSequence } from './sequence.ts';

export interface Statement {
  readonly kind: StatementKind;
  readonly tree: StatementNode;
}

/** Divisions with a fixed place in the order of things, outermost first. */
const RANKS: Partial<Record<Branch['scheme'], number>> = {
  root: -2,
  preamble: -1,
  closing: -1,
  annex: 0,
  part: 1,
  chapter: 2,
  division: 3,
  article: 4,
  bare: 5,
};
const LIST_RANK = 6;

/** Lists have no fixed place; where a list begins in the middle of others, this order tells which it ends. */
const LIST_ORDER: Partial<Record<Branch['scheme'], number>> = {
  'han-point': 1,
  'roman-point': 1,
  'stem-point': 2,
  'han-bracket': 3,
  'arabic-point': 4,
  decimal: 5,
  'arabic-bracket': 6,
  'stem-bracket': 6,
  'branch-point': 6,
  'branch-bracket': 6,
  'roman-bracket': 6,
  circled: 7,
  'circled-bracket': 7,
  'latin-bracket': 7,
  bullet: 8,
  dash: 9,
};
const SECTION_SCHEMES = new Set<Scheme>(['han-point', 'roman-point', 'arabic-point']);

const rankOf = (branch: Branch) => RANKS[branch.scheme] ?? LIST_RANK;
const orderOf = (scheme: Branch['scheme']) => LIST_ORDER[scheme] ?? 9;

/** Grows the tree block by block; the stack holds the branches that are still open. */
class Growth {
  readonly root: Branch;
  private readonly stack: Branch[];
  private article = 0;
  private end = 0;

  constructor(root: Branch) {
    this.root = root;
    this.stack = [root];
  }

  private get top(): Branch {
    return this.stack[this.stack.length - 1]!;
  }

  private closeWhile(test: (branch: Branch) => boolean): void {
    while (this.stack.length > 1 && test(this.top)) this.stack.pop()!.range.end = this.end;
  }

  /** Closes every branch below the root. */
  closeAll(): void {
    this.closeWhile(() => true);
  }

  /** Opens a branch under the one that is open now. */
  open(branch: Branch): void {
    this.top.children.push(branch.node);
    this.stack.push(branch);
    this.end = branch.range.end;
  }

  /** Adds a block of text that opens nothing. */
  paragraph(kind: NodeKind, block: CleanBlock, form: BlockForm): void {
    this.closeWhile((branch) => !branch.holdsParagraphs);
    this.top.nameAfter(block.text, form.start);
    const node = textNode(kind, block, form.start);
    this.top.children.push(node);
    this.end = node.range.clean.end;
  }

  /** Adds a block by its mark; a mark that does not fit the sequence makes it a paragraph. */
  block(block: CleanBlock, form: BlockForm): void {
    const rank = RANKS[form.scheme];
    if (form.scheme === 'article' && !form.sure && form.value !== this.article + 1) {
      this.paragraph('paragraph', block, form);
    } else if (rank !== undefined) {
      if (form.scheme === 'article') this.article = form.value;
      if (form.scheme === 'annex') this.article = 0;
      this.closeWhile((branch) => rankOf(branch) >= rank);
      this.open(markedBranch(form.scheme === 'article' ? 'article' : 'section', block, form));
    } else if (LIST_ORDER[form.scheme] === undefined) this.paragraph('paragraph', block, form);
    else this.listed(block, form);
  }

  private listed(block: CleanBlock, form: BlockForm): void {
    let same = this.stack.length - 1;
    while (same > 0 && rankOf(this.stack[same]!) === LIST_RANK && this.stack[same]!.scheme !== form.scheme)
      same--;
    const sibling = this.stack[same]!.scheme === form.scheme ? this.stack[same]! : undefined;
    if (!form.sure && form.value !== (sibling?.value ?? Number.NaN) + 1) {
      this.paragraph('paragraph', block, form);
      return;
    }
    if (sibling !== undefined) {
      this.closeWhile((branch) => branch !== sibling);
      this.closeWhile((branch) => branch === sibling);
    } else {
      const begins = form.value <= 1;
      this.closeWhile(
        (branch) =>
          rankOf(branch) === LIST_RANK &&
          (begins ? orderOf(branch.scheme) >= 8 : orderOf(branch.scheme) >= orderOf(form.scheme)),
      );
    }
    const parent = this.top;
    const kind = this.listKind(parent, form);
    const branch = markedBranch(kind, block, form);
    parent.nameAfter(block.text, form.body);
    this.open(branch);
  }

  private listKind(parent: Branch, form: BlockForm): NodeKind {
    if (!SECTION_SCHEMES.has(form.scheme)) return 'item';
    if (parent.scheme === 'root' || (rankOf(parent) >= 0 && rankOf(parent) <= 3)) return 'section';
    const inSection = parent.scheme === 'bare' || parent.node.kind === 'section';
    return inSection && form.heading && form.scheme !== 'arabic-point' ? 'section' : 'item';
  }
}

/** Blocks whose lone numeral numbers nothing are text. */
function withoutStrays(forms: BlockForm[]): void {
  const candidates: { block: number; value: number }[] = [];
  forms.forEach((form, block) => {
    if (form.scheme === 'bare') candidates.push({ block, value: form.value });
  });
  if (candidates.length === 0) return;
  const sections = risingSequence(candidates);
  for (const { block } of candidates) {
    if (!sections.has(block)) forms[block] = { ...forms[block]!, scheme: 'plain', mark: forms[block]!.start };
  }
}

const DIVIDES = new Set<Scheme>([
  'annex',
  'part',
  'chapter',
  'division',
  'article',
  'bare',
  ...SECTION_SCHEMES,
]);

/** Index of the first block after the preamble: the first division, else what follows “… as follows:”. */
function preambleEnd(blocks: readonly CleanBlock[], forms: readonly BlockForm[], head: Head): number {
  for (let at = head.body; at < blocks.length; at++) {
    const form = forms[at]!;
    if (DIVIDES.has(form.scheme) && (form.sure || form.value === 1 || form.scheme === 'bare')) return at;
  }
  for (let at = head.body; at < blocks.length && at < head.body + 12; at++) {
    if (forms[at]!.end === 'colon' && /如[下左]\s*[：:]\s*$/.test(blocks[at]!.text)) return at + 1;
  }
  return head.body;
}

function joinedTitle(blocks: readonly CleanBlock[], first: number, last: number): string {
  return blocks
    .slice(first, last + 1)
    .map((block) => block.text.trim())
    .join('');
}

function addHead(
  growth: Growth,
  blocks: readonly CleanBlock[],
  forms: readonly BlockForm[],
  head: Head,
): void {
  const heads = [
    ...head.titles.map((title) => ({ at: title.first, title })),
    ...head.datelines.map((at) => ({ at, title: undefined })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, title } of heads) {
    if (title === undefined) {
      growth.root.children.push(textNode('dateline', blocks[at]!, forms[at]!.start));
      continue;
    }
    const first = blockRange(blocks[title.first]!, forms[title.first]!.start);
    const range = { start: first.start, end: blockRange(blocks[title.last]!, 0).end };
    const label = joinedTitle(blocks, title.first, title.last);
    growth.root.children.push(plainBranch('title', 'root', range, label).node);
  }
}

/**
 * The tree of a document, and what kind of document it is. Never throws; time is linear in the number of blocks.
 * Sentences are parted when asked for. `cleanLength`: UTF-16 length of the clean text, all offsets UTF-16 clean.
 * `classify` may remember the forms of blocks that it has seen.
 */
export function buildStatement(
  blocks: readonly CleanBlock[],
  cleanLength: number,
  classify: (text: string) => BlockForm = classifyBlock,
): Statement {
  const forms = blocks.map((block) => classify(block.text));
  withoutStrays(forms);
  const head = readHead(blocks, forms);
  const titles = head.titles.map((title) => joinedTitle(blocks, title.first, title.last));
  const whole: TextRange = { start: 0, end: cleanLength };
  const root = plainBranch('document', 'root', whole, titles[0] ?? '');
  const growth = new Growth(root);
  addHead(growth, blocks, forms, head);
  const preamble = preambleEnd(blocks, forms, head);
  const closing = closingStart(blocks, forms, Math.max(head.body, preamble));
  let opening = '';
  let inPreamble = false;
  for (let at = head.body; at < blocks.length; at++) {
    const block = blocks[at]!;
    const form = forms[at]!;
    if (form.scheme === 'blank') continue;
    if (at < preamble) {
      if (!inPreamble) growth.open(preambleBranch(block, form));
      if (!inPreamble && form.scheme === 'foreword') {
        inPreamble = true;
        continue;
      }
      inPreamble = true;
      if (opening.length < 2000) opening += block.text;
    } else if (inPreamble) {
      inPreamble = false;
      growth.closeAll();
    }
    if (at === closing) {
      growth.closeAll();
      growth.open(
        plainBranch('closing', 'closing', blockRange(block, form.start), labelOf(block.text, form.start)),
      );
    }
    if (at >= closing) growth.paragraph('paragraph', block, form);
    else growth.block(block, form);
  }
  growth.closeAll();
  const first = blocks.find((block) => block.text.trim() !== '');
  if (first !== undefined) root.nameAfter(first.text, 0);
  const byTitle = kindOfTitle(titles);
  return {
    kind: byTitle === 'unknown' && titles.length === 0 ? kindOfOpening(opening) : byTitle,
    tree: root.node,
  };
}

function preambleBranch(block: CleanBlock, form: BlockForm): Branch {
  const range = blockRange(block, form.start);
  const foreword = form.scheme === 'foreword';
  return plainBranch(
    'preamble',
    'preamble',
    range,
    foreword ? block.text.trim() : labelOf(block.text, form.start),
  );
}
