import type { CleanBlock, NodeKind, StatementNode } from '../../server/src/statement/node.ts';
import { buildStatement, type Statement } from '../../server/src/statement/statement.ts';

/** The lines of a clean text as the paragraphs that recognisers get. */
export function blocksOf(text: string): CleanBlock[] {
  const blocks: CleanBlock[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    blocks.push({ text: line, start });
    start += line.length + 1;
  }
  return blocks;
}

export function statementOf(text: string): Statement {
  return buildStatement(blocksOf(text), text.length);
}

/** One line a node, indented, `kind label`; nodes of the kinds in `leaving` and what is in them are left out. */
export function outline(
  text: string,
  leaving: readonly NodeKind[] = ['title', 'paragraph', 'sentence'],
): string[] {
  const lines: string[] = [];
  const visit = (node: StatementNode, depth: number) => {
    if (leaving.includes(node.kind)) return;
    if (depth >= 0) lines.push(`${'  '.repeat(depth)}${node.kind} ${node.label}`);
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(statementOf(text).tree, -1);
  return lines;
}

/** How many nodes of each kind a tree has. */
export function census(tree: StatementNode): Partial<Record<NodeKind, number>> {
  const counts: Partial<Record<NodeKind, number>> = {};
  const visit = (node: StatementNode) => {
    counts[node.kind] = (counts[node.kind] ?? 0) + 1;
    node.children.forEach(visit);
  };
  visit(tree);
  return counts;
}
