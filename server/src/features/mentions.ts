import { identitiesOf, type Reference } from '../instruments/reference.ts';
import type { Ranged } from '../statement/node.ts';

/** A mention of an instrument in a document. */
export type Mention = Reference<Ranged>;

/**
 * The innermost mention around an offset (UTF-16 raw); right behind one counts where nothing else begins there.
 * @param mentions all of a document, in order of place, outer before inner
 */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  const around = mentions.filter(({ range: { raw } }) => raw.start <= offset && offset <= raw.end);
  const inside = around.filter(({ range: { raw } }) => offset < raw.end);
  const size = ({ range: { raw } }: Mention) => raw.end - raw.start;
  return (inside.length > 0 ? inside : around).sort((a, b) => size(a) - size(b))[0];
}

/**
 * All mentions in a document of what one of them is to, in whatever form; that one among them. Where it is to
 * several, the mentions of each count.
 */
export function mentionsOfSame(mention: Mention, all: readonly Mention[]): readonly Mention[] {
  const identities = identitiesOf(mention);
  if (identities.length > 0) {
    return all.filter((other) => identitiesOf(other).some((identity) => identities.includes(identity)));
  }
  const title = titleOf(mention, all);
  return all.filter((other) => identitiesOf(other).length === 0 && titleOf(other, all) === title);
}

/** Where the text names the instrument in full for the first time; its first mention where it never does. */
export function namingMention(same: readonly Mention[]): Mention | undefined {
  return same.find(({ form }) => form === 'full' || form === 'unbracketed') ?? same[0];
}

/** The title that a short form stands for in the text; a title stands for itself. */
export function titleOf(mention: Mention, all: readonly Mention[]): string {
  let title = mention;
  while (title.antecedent !== undefined) {
    const before = all[title.antecedent];
    // It always comes before; were it not so, this would never end.
    if (before === undefined || before.range.raw.start >= title.range.raw.start) break;
    title = before;
  }
  return title.text;
}
