import { type Branch, markedBranch, textNode } from './branch.ts';
import type { BlockForm, Scheme } from './heading.ts';
import type { CleanBlock, NodeKind } from './node.ts';

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
/** Lists that can be sections of a document. */
export const SECTION_SCHEMES = new Set<Scheme>(['han-point', 'roman-point', 'arabic-point']);

const rankOf = (branch: Branch) => RANKS[branch.scheme] ?? LIST_RANK;
const orderOf = (scheme: Branch['scheme']) => LIST_ORDER[scheme] ?? 9;

/** Grows the tree block by block; the stack holds the branches that are still open. */
export class Growth {
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

  /**
   * Adds a block by its mark; a mark that does not fit the sequence makes it a paragraph. `enumerated`: a list that
   * begins here only enumerates what the paragraph before announced.
   */
  block(block: CleanBlock, form: BlockForm, enumerated: boolean): void {
    const rank = RANKS[form.scheme];
    if (form.scheme === 'article' && !form.sure && form.value !== this.article + 1) {
      this.paragraph('paragraph', block, form);
    } else if (rank !== undefined) {
      if (form.scheme === 'article') this.article = form.value;
      if (form.scheme === 'annex') this.article = 0;
      this.closeWhile((branch) => rankOf(branch) >= rank);
      this.open(markedBranch(form.scheme === 'article' ? 'article' : 'section', block, form));
    } else if (LIST_ORDER[form.scheme] === undefined) this.paragraph('paragraph', block, form);
    else this.listed(block, form, enumerated);
  }

  private listed(block: CleanBlock, form: BlockForm, enumerated: boolean): void {
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
    const kind = sibling?.node.kind ?? (enumerated ? 'item' : this.listKind(parent, form));
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
