import { identitiesOf } from '../instruments/reference.ts';
import type { StatusParams } from '../protocol.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a document stands: what the status bar shows. */
export function status({ uri, version, analysis }: Snapshot, findings: number): StatusParams {
  const { kind, tree, references, profile } = analysis;
  // A short form that nobody could resolve counts as whatever it calls itself.
  const instruments = new Set(
    references.flatMap((one) => (identitiesOf(one).length === 0 ? one.text : identitiesOf(one))),
  ).size;
  const sections = tree.children.filter((child) => child.kind === 'section').length;
  return { uri, version, kind, profile, sections, instruments, findings };
}
