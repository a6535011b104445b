import type { Analysis } from '../analysis.ts';
import type { FactsNode, FactsReference, StatementFacts } from '../protocol.ts';
import type { Ranged, StatementNode } from '../statement/node.ts';

/** All that exports and reports need to know of a text. */
export function statementFacts(analysis: Analysis): StatementFacts {
  const { clean, map } = analysis.reading;
  return {
    clean,
    runs: Array.from(map.runs),
    kind: analysis.kind,
    identity: analysis.identity,
    tree: node(analysis.tree),
    references: analysis.references.map(
      ({ range, text, form, instrument, identity, members, date, verb }): FactsReference => ({
        ...range.raw,
        text,
        form,
        instrument,
        identity,
        ...(members && { members }),
        ...(date !== undefined && { date }),
        ...(verb !== undefined && { verb }),
      }),
    ),
  };
}

function node({ kind, label, range, heading, children }: StatementNode<Ranged>): FactsNode {
  return { kind, label, ...range.raw, heading: heading.raw, children: children.map(node) };
}
