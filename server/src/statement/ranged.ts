import type { TextRange } from '../text/range.ts';
import type { CleanRanged, StatementNode } from './node.ts';

/**
 * The same tree with other ranges: how the service adds the raw ones. Each list of children is made when it is
 * first asked for, so that a tree nobody opens costs nothing.
 */
export function withRanges<R extends CleanRanged>(
  node: StatementNode,
  toRange: (clean: TextRange) => R,
): StatementNode<R> {
  const range = toRange(node.range.clean);
  let children: readonly StatementNode<R>[] | undefined;
  return {
    kind: node.kind,
    get label() {
      return node.label;
    },
    range,
    heading: node.heading === node.range ? range : toRange(node.heading.clean),
    get children() {
      children ??= node.children.map((child) => withRanges(child, toRange));
      return children;
    },
  };
}
