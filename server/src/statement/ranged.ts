import type { TextRange } from '../text/range.ts';
import type { CleanRanged, NodeKind, StatementNode } from './node.ts';

class RangedNode<R extends CleanRanged> implements StatementNode<R> {
  readonly kind: NodeKind;
  readonly range: R;
  readonly heading: R;
  readonly #node: StatementNode;
  readonly #toRange: (clean: TextRange) => R;
  #children: readonly StatementNode<R>[] | undefined;

  constructor(node: StatementNode, toRange: (clean: TextRange) => R) {
    this.kind = node.kind;
    this.range = toRange(node.range.clean);
    this.heading = node.heading === node.range ? this.range : toRange(node.heading.clean);
    this.#node = node;
    this.#toRange = toRange;
  }

  get label(): string {
    return this.#node.label;
  }

  get children(): readonly StatementNode<R>[] {
    this.#children ??= this.#node.children.map((child) => new RangedNode(child, this.#toRange));
    return this.#children;
  }

  toJSON(): StatementNode<R> {
    const { kind, label, range, heading, children } = this;
    return { kind, label, range, heading, children };
  }
}

/**
 * The same tree with other ranges: how the service adds the raw ones. Each list of children is made when it is first
 * asked for, so that a tree nobody opens costs nothing.
 */
export function withRanges<R extends CleanRanged>(
  node: StatementNode,
  toRange: (clean: TextRange) => R,
): StatementNode<R> {
  return new RangedNode(node, toRange);
}
