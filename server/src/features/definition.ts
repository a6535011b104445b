import type { Location, LocationLink } from 'vscode-languageserver';
import { lexiconOf } from '../instruments/lexicon.ts';
import { ownIdentity } from '../instruments/own-identity.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { Ranged } from '../statement/node.ts';
import type { WorkspaceIndex } from '../workspace/workspace-index.ts';
import { type Mention, mentionAt, mentionsOfSame, namingMention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/** What looking beyond the document needs. */
export interface Surroundings {
  readonly registry: InstrumentRegistry;
  readonly index: WorkspaceIndex;
}

/**
 * Where the instrument mentioned at an offset (UTF-16 raw) is to be read: the other files that are the instrument,
 * then the place where this document names it, which is its own title where it is the instrument itself.
 */
export function definition(
  snapshot: Snapshot,
  offset: number,
  { registry, index }: Surroundings,
): LocationLink[] {
  const { uri, lines, analysis } = snapshot;
  const mention = mentionAt(analysis.references, offset);
  if (mention === undefined) return [];
  const { identity, range } = mention;
  const texts = identity === null ? [] : index.textsOf(identity).filter((text) => text.uri !== uri);
  const named = placeOfName(snapshot, mention, registry);
  const places = named === undefined ? texts : [...texts, { uri, range: lines.toPositions(named.raw) }];
  return places.map((place) => ({
    originSelectionRange: lines.toPositions(range.raw),
    targetUri: place.uri,
    targetRange: place.range,
    targetSelectionRange: place.range,
  }));
}

/** The same for clients that know no links. */
export function withoutOrigin(links: readonly LocationLink[]): Location[] {
  return links.map(({ targetUri, targetSelectionRange }) => ({
    uri: targetUri,
    range: targetSelectionRange,
  }));
}

/** Where a document names what a mention is to. It may cite itself by its full name. */
export function placeOfName(
  { analysis: { tree, references } }: Snapshot,
  mention: Mention,
  registry: InstrumentRegistry,
): Ranged | undefined {
  const own = ownIdentity(tree.label, lexiconOf(registry)).identity;
  if (mention.form === 'self' || (own !== null && own === mention.identity)) {
    const title = tree.children.find(({ kind }) => kind === 'title');
    if (title !== undefined) return title.heading;
  }
  return namingMention(mentionsOfSame(mention, references))?.range;
}
