import { identitiesOf } from '../instruments/reference.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import { canonicalUri } from '../workspace/file-uri.ts';
import type { FilePlace, WorkspaceIndex } from '../workspace/workspace-index.ts';
import type { Mention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** What looking beyond the document needs. */
export interface Surroundings {
  readonly registry: InstrumentRegistry;
  readonly index: WorkspaceIndex;
}

type Cited = Pick<Mention, 'identity' | 'members'>;

/** The titles of the other files that are themselves what a mention is to. */
export function textsElsewhere(
  { uri }: Snapshot,
  mention: Cited,
  { index }: Surroundings,
): readonly FilePlace[] {
  const here = canonicalUri(uri);
  return identitiesOf(mention)
    .flatMap((identity) => index.textsOf(identity))
    .filter((text) => text.uri !== here);
}

/** The mentions in the other files of what a mention is to; one of several of them stands there once. */
export function mentionsElsewhere(
  { uri }: Snapshot,
  mention: Cited,
  { index }: Surroundings,
): readonly FilePlace[] {
  const here = canonicalUri(uri);
  const places = new Map<string, FilePlace>();
  for (const identity of identitiesOf(mention)) {
    for (const file of index.mentionsOf(identity)) {
      if (file.uri === here) continue;
      for (const range of file.ranges) {
        places.set(
          `${range.start.line}:${range.start.character} ${range.end.line}:${range.end.character} ${file.uri}`,
          { uri: file.uri, range },
        );
      }
    }
  }
  return [...places.values()];
}
