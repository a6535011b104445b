import type { Finding } from '../analysis.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { StatusParams } from '../protocol.ts';
import type { StatementNode } from '../statement/node.ts';
import { citedBy } from './cited-instruments.ts';
import type { Snapshot } from './snapshot.ts';

/** The articles of a document, in whatever chapter: not those of its annexes, or of another document behind it. */
function articlesIn(nodes: readonly StatementNode[]): number {
  return nodes.reduce((count, { kind, children }) => {
    if (kind === 'section') return count + articlesIn(children);
    return kind === 'article' ? count + 1 : count;
  }, 0);
}

/** Where a document stands: what the status bar shows. */
export function status(
  { uri, version, analysis }: Snapshot,
  findings: readonly Finding[],
  registry: InstrumentRegistry,
): StatusParams {
  const { kind, tree, profile } = analysis;
  const sections = tree.children.filter((child) => child.kind === 'section').length;
  return {
    uri,
    version,
    kind,
    profile,
    sections,
    articles: articlesIn(tree.children),
    instruments: citedBy(analysis, registry).cited.length,
    findings: findings.length,
    warnings: findings.filter(({ level }) => level === 'warning' || level === 'error').length,
  };
}
