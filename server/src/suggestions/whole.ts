import { fold } from '../instruments/script.ts';
import { selfOf } from '../instruments/self.ts';
import type { StatementNode } from '../statement/node.ts';
import { ownDate } from './own-date.ts';
import { partiesNamed, type State } from './states.ts';

/** A document of the text, as far as what it says depends on it. */
export interface Whole {
  /** Of its signature or issue, as ISO: YYYY, YYYY-MM or YYYY-MM-DD; none where it bears none. */
  readonly date?: string;
  /** The states that issue or sign it, in the order in which it names them; empty where that cannot be told. */
  readonly parties: readonly State[];
}

/** Of which nothing is known. */
export const noWhole: Whole = { parties: [] };

/** What a document or annex of the tree is; an annex has from its document what it does not say. */
export function wholeOf(node: StatementNode, clean: string, outer: Whole): Whole {
  const self = selfOf(node, 'unknown', clean);
  // What a collection has put above a title is one as well.
  const titles = [self.title ?? '', ...(self.titles ?? []).map(({ start, end }) => clean.slice(start, end))];
  const named = partiesNamed(titles.map(fold), fold(self.opening ?? ''));
  const parties = named.length === 0 ? outer.parties : named;
  const date = ownDate(node, self, clean) ?? outer.date;
  return { parties, ...(date === undefined ? {} : { date }) };
}
