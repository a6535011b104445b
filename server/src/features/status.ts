import { identitiesOf } from '../instruments/reference.ts';
import type { StatusParams } from '../protocol.ts';
import type { StatementNode } from '../statement/node.ts';
import type { Snapshot } from './snapshot.ts';

/** The articles of a document, in whatever chapter: not those of its annexes, or of another document behind it. */
function articlesIn(nodes: readonly StatementNode[]): number {
  return nodes.reduce((count, { kind, children }) => {
    if (kind === 'section') return count + articlesIn(children);
    return kind === 'article' ? count + 1 : count;
  }, 0);
}

/** Where a document stands: what the status bar shows. */
export function status({ uri, version, analysis }: Snapshot, findings: number): StatusParams {
  const { kind, tree, references, profile } = analysis;
  // A short form that nobody could resolve counts as whatever it calls itself.
  const instruments = new Set(
    references.flatMap((one) => (identitiesOf(one).length === 0 ? one.text : identitiesOf(one))),
  ).size;
  const sections = tree.children.filter((child) => child.kind === 'section').length;
  return {
    uri,
    version,
    kind,
    profile,
    sections,
    articles: articlesIn(tree.children),
    instruments,
    findings,
  };
}
