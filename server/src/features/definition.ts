import type { Location, LocationLink } from 'vscode-languageserver';
import { lexiconOf } from '../instruments/lexicon.ts';
import { ownIdentity } from '../instruments/own-identity.ts';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { Ranged, StatementNode } from '../statement/node.ts';
import { contains } from '../text/range.ts';
import { type Surroundings, textsElsewhere } from './elsewhere.ts';
import { type Mention, mentionAt, mentionsOfSame, namingMention } from './mentions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Where the instrument mentioned at an offset (UTF-16 raw) is to be read: the other files that are the instrument,
 * then the place where this document names it, which is its own title where it is the instrument itself.
 */
export function definition(snapshot: Snapshot, offset: number, around: Surroundings): LocationLink[] {
  const { uri, lines, analysis } = snapshot;
  const mention = mentionAt(analysis.references, offset);
  if (mention === undefined) return [];
  const texts = textsElsewhere(snapshot, mention, around);
  const named = placesOfNames(snapshot, mention, around.registry).map(({ raw }) => ({
    uri,
    range: lines.toPositions(raw),
  }));
  const places = [...texts, ...named];
  return places.map((place) => ({
    originSelectionRange: lines.toPositions(mention.range.raw),
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

/** Where a document names what a mention is to: several places where it is to several. It may cite itself by its full name. */
export function placesOfNames(
  { analysis: { tree, references } }: Snapshot,
  mention: Mention,
  registry: InstrumentRegistry,
): Ranged[] {
  if (mention.members !== undefined) {
    return mention.members.flatMap(
      (member) => namingMention(references.filter((one) => one.identity === member))?.range ?? [],
    );
  }
  const named =
    titleOfItself(tree, mention, registry) ?? namingMention(mentionsOfSame(mention, references))?.range;
  return named === undefined ? [] : [named];
}

/** The title of the document in this text that a mention is to, where it is to one of them. */
function titleOfItself(
  tree: StatementNode<Ranged>,
  { form, identity, range }: Mention,
  registry: InstrumentRegistry,
): Ranged | undefined {
  const lexicon = lexiconOf(registry);
  const documents = documentsIn(tree);
  const named = documents.find(
    ({ label: title }) => identity !== null && ownIdentity({ title }, lexicon).identity === identity,
  );
  // 本协定 is the innermost document around it, which comes last, where no title tells more.
  const around =
    form === 'self' ? documents.findLast((one) => contains(one.range.raw, range.raw)) : undefined;
  return (named ?? around)?.children.find(({ kind }) => kind === 'title')?.heading;
}

/** A text and the documents that follow its first, or are annexed to it; outer before inner. */
function documentsIn(node: StatementNode<Ranged>): StatementNode<Ranged>[] {
  const inner = node.children.filter(({ kind }) => kind === 'document' || kind === 'annex');
  return [node, ...inner.flatMap(documentsIn)].filter(({ children }) =>
    children.some(({ kind }) => kind === 'title'),
  );
}
