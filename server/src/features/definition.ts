import type { Location, LocationLink } from 'vscode-languageserver';
import type { InstrumentRegistry } from '../instruments/registry.ts';
import type { Ranged } from '../statement/node.ts';
import type { FilePlace } from '../workspace/workspace-index.ts';
import { type Surroundings, textsElsewhere } from './elsewhere.ts';
import { type Mention, mentionsOfSame, namingMention } from './mentions.ts';
import { mentionUnder, ownTitleOf } from './own-title.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Where the instrument mentioned at an offset (UTF-16 raw) is to be read: the title of this text where it is the
 * instrument itself, else the other files that are, and only where there is none the place where this text names it.
 */
export function definition(snapshot: Snapshot, offset: number, around: Surroundings): LocationLink[] {
  const mention = mentionUnder(snapshot, offset, around.registry);
  if (mention === undefined) return [];
  const originSelectionRange = snapshot.lines.toPositions(mention.range.raw);
  return placesToRead(snapshot, mention, around).map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function placesToRead(snapshot: Snapshot, mention: Mention, around: Surroundings): readonly FilePlace[] {
  const { uri, lines, analysis } = snapshot;
  const here = (ranges: readonly Ranged[]) =>
    ranges.map(({ raw }) => ({ uri, range: lines.toPositions(raw) }));
  if (mention.members !== undefined) {
    return mention.members.flatMap((identity) => {
      const texts = textsElsewhere(snapshot, { identity }, around);
      return texts.length > 0 ? texts : here(namesOfMember(analysis.references, identity));
    });
  }
  const itself = ownTitleOf(analysis, mention, around.registry);
  const texts = itself === undefined ? textsElsewhere(snapshot, mention, around) : [];
  return texts.length > 0 ? texts : here(placesOfNames(snapshot, mention, around.registry));
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
  { analysis }: Snapshot,
  mention: Mention,
  registry: InstrumentRegistry,
): readonly Ranged[] {
  const { references } = analysis;
  if (mention.members !== undefined) {
    return mention.members.flatMap((member) => namesOfMember(references, member));
  }
  const named =
    ownTitleOf(analysis, mention, registry)?.range ??
    namingMention(mentionsOfSame(mention, references))?.range;
  return named === undefined ? [] : [named];
}

function namesOfMember(references: readonly Mention[], member: string): readonly Ranged[] {
  const naming = namingMention(references.filter(({ identity }) => identity === member));
  return naming === undefined ? [] : [naming.range];
}
