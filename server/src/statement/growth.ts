import { type Branch, markedBranch, textNode } from './branch.ts';
import type { BlockForm } from './heading.ts';
import type { Scheme } from './mark.ts';
import type { CleanBlock, NodeKind } from './node.ts';

/** Divisions with a fixed place in the order of things, outermost first. */
const RANKS: Partial<Record<Branch['scheme'], number>> = {
  root: -2,
  preamble: -1,
  closing: -1,
  hash: 0,
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
  'latin-point': 2,
  'han-bracket': 3,
  'arabic-point': 4,
  decimal: 5,
  subdecimal: 6,
  'arabic-bracket': 6,
  'stem-bracket': 6,
  'branch-point': 6,
  'branch-bracket': 6,
  'roman-bracket': 6,
  circled: 7,
  'circled-bracket': 7,
  'latin-bracket': 7,
  'han-closing': 7,
  'arabic-closing': 7,
  'latin-closing': 7,
  'stem-closing': 7,
  'roman-closing': 7,
  'branch-closing': 7,
  bullet: 8,
  dash: 9,
};
/** Lists that can be sections of a document. */
export const SECTION_SCHEMES = new Set<Scheme>([
  'han-point',
  'roman-point',
  'arabic-point',
  'stem-point',
  'latin-point',
  'decimal',
]);

const rankOf = (branch: Branch) => RANKS[branch.scheme] ?? LIST_RANK;
const isList = (branch: Branch) => rankOf(branch) === LIST_RANK;
const orderOf = (scheme: Branch['scheme']) => LIST_ORDER[scheme] ?? 9;

/** Grows the tree of one document block by block; the stack holds the branches that are still open. */
export class Growth {
  readonly root: Branch;
  private readonly stack: Branch[];
  /** The last number of each list, which may run on through the divisions of a document. */
  private readonly counts = new Map<Scheme, number>();
  private end: number;

  constructor(root: Branch) {
    this.root = root;
    this.stack = [root];
    this.end = root.range.end;
  }

  private get top(): Branch {
    return this.stack[this.stack.length - 1]!;
  }

  private closeWhile(test: (branch: Branch) => boolean): void {
    while (this.stack.length > 1 && test(this.top)) this.stack.pop()!.range.end = this.end;
  }

  /** Closes every branch below the root; UTF-16 clean offset of the end of what has grown. */
  closeAll(): number {
    this.closeWhile(() => true);
    return this.end;
  }

  /** Opens a branch under the one that is open now. */
  open(branch: Branch): void {
    const parent = this.top;
    // What follows a list is no longer what its parent announced.
    if (parent.announces && isList(branch)) parent.holdsParagraphs = false;
    parent.children.push(branch.node);
    this.stack.push(branch);
    this.end = branch.range.end;
  }

  /** Whether a number goes on with a list that is open, or with its count in this document. */
  goesOn(form: BlockForm): boolean {
    const same = this.openList(form.scheme);
    return this.runsOn(form) || (same > 0 && this.stack[same]!.value < form.value);
  }

  /** Adds a part that has grown by itself, as a paragraph is added. */
  add(grown: Growth): void {
    this.closeWhile((branch) => !branch.holdsParagraphs);
    this.top.nameAfter(grown.root.node.label, 0);
    this.top.children.push(grown.root.node);
    this.end = grown.root.range.end;
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
    if (form.scheme === 'article' && !form.sure && !this.runsOn(form)) {
      this.paragraph('paragraph', block, form);
    } else if (rank !== undefined) {
      this.counts.set(form.scheme, form.value);
      const inside = form.scheme === 'hash' ? (branch: Branch) => branch.value < form.value : () => false;
      this.closeWhile((branch) => rankOf(branch) >= rank && !(branch.scheme === 'hash' && inside(branch)));
      this.open(markedBranch(form.scheme === 'article' ? 'article' : 'section', block, form));
    } else if (LIST_ORDER[form.scheme] === undefined) this.paragraph('paragraph', block, form);
    else this.listed(block, form, enumerated);
  }

  /** Whether a number is the next one of its kind in the document, wherever the last stood. */
  private runsOn({ scheme, value }: BlockForm): boolean {
    return value === (this.counts.get(scheme) ?? 0) + 1;
  }

  /** Index in the stack of the open branch whose list a mark may go on with; 0 where there is none. */
  private openList(scheme: Scheme): number {
    let at = this.stack.length - 1;
    while (at > 0 && isList(this.stack[at]!)) {
      if (this.stack[at]!.scheme === scheme) return at;
      at--;
    }
    return 0;
  }

  private listed(block: CleanBlock, form: BlockForm, enumerated: boolean): void {
    const { scheme, value } = form;
    const same = this.openList(scheme);
    const sibling = same > 0 ? this.stack[same]! : undefined;
    if (!form.sure && value !== (sibling?.value ?? Number.NaN) + 1) {
      this.paragraph('paragraph', block, form);
      return;
    }
    if (sibling !== undefined) {
      this.closeWhile((branch) => branch !== sibling);
      this.closeWhile((branch) => branch === sibling);
    } else if (value > 1 && this.runsOn(form)) this.closeWhile((branch) => isList(branch) && !branch.leads);
    else {
      const order = orderOf(scheme);
      this.closeWhile(
        (branch) =>
          isList(branch) &&
          (value > 1 ? orderOf(branch.scheme) >= order : !branch.leads && orderOf(branch.scheme) > order),
      );
    }
    this.counts.set(scheme, value);
    const parent = this.top;
    const kind = sibling?.node.kind ?? (enumerated ? 'item' : this.listKind(parent, form));
    const branch = markedBranch(kind, block, form);
    parent.nameAfter(block.text, form.body);
    this.open(branch);
  }

  private listKind(parent: Branch, form: BlockForm): NodeKind {
    if (!SECTION_SCHEMES.has(form.scheme)) return 'item';
    const rank = rankOf(parent);
    if (parent.scheme === 'root' || (rank >= 0 && rank <= 3)) return 'section';
    if (!form.heading || form.scheme === 'arabic-point' || form.scheme === 'decimal') return 'item';
    // 甲、通则 in an article that divides so.
    if (rank === 4) return form.scheme === 'stem-point' ? 'section' : 'item';
    return parent.scheme === 'bare' || parent.node.kind === 'section' ? 'section' : 'item';
  }
}
