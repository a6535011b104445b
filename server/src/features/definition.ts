import type { Location, LocationLink } from 'vscode-languageserver';
import { lexiconOf } from '../instruments/lexicon.ts';
import { ownIdentity } from '../instruments/own-identity.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { Ranged, StatementNode } from '../statement/node.ts';
import { type Mention, mentionAt, mentionsOfSame, namingMention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Where the instrument mentioned at an offset (UTF-16 raw) is named: the title of this document where that is the
 * instrument itself, else its first full mention.
 */
export function definition(
  snapshot: Snapshot,
  offset: number,
  registry: InstrumentRegistry,
): readonly LocationLink[] {
  const { uri, lines, analysis } = snapshot;
  const mention = mentionAt(analysis.references, offset);
  if (mention === undefined) return [];
  const named = placeOfName(snapshot, mention, registry);
  if (named === undefined) return [];
  const range = lines.toPositions(named.raw);
  return [
    {
      originSelectionRange: lines.toPositions(mention.range.raw),
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}

/** The same for clients that know no links. */
export function withoutOrigin(links: readonly LocationLink[]): Location[] {
  return links.map(({ targetUri, targetSelectionRange }) => ({
    uri: targetUri,
    range: targetSelectionRange,
  }));
}

/** Where a document names what a mention is to. */
export function placeOfName(
  { analysis }: Snapshot,
  mention: Mention,
  registry: InstrumentRegistry,
): Ranged | undefined {
  const { tree, references } = analysis;
  if (mention.form === 'self' || isOfItself(tree, mention, registry)) {
    const title = tree.children.find(({ kind }) => kind === 'title');
    if (title !== undefined) return title.heading;
  }
  return namingMention(mentionsOfSame(mention, references))?.range;
}

/** A document may cite itself by its full name. */
function isOfItself(
  tree: StatementNode<Ranged>,
  { identity }: Mention,
  registry: InstrumentRegistry,
): boolean {
  return identity !== null && identity === ownIdentity(tree.label, lexiconOf(registry)).identity;
}
