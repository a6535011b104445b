import type { CleanBlock, StatementNode } from '../statement/node.ts';
import { type ToldDate, toldDates } from './calendar.ts';
import type { ReadText } from './reading-rule.ts';

/** A date at its place in the clean text: `start` and `end` are UTF-16 clean. */
export interface PlacedDate extends ToldDate {
  /** The block that it stands in. */
  readonly block: CleanBlock;
}

/** The dates that a document bears. */
export interface DocumentDates {
  /** In its date lines, in order of place. */
  readonly datelines: readonly PlacedDate[];
  /** In its closing. */
  readonly closing: readonly PlacedDate[];
  /** What stands between them. */
  readonly body: readonly CleanBlock[];
}

/** What bears dates of its own. */
const wholes: ReadonlySet<string> = new Set(['document', 'annex']);

type Role = 'body' | 'dateline' | 'closing' | 'none';

interface Stretch {
  readonly end: number;
  readonly role: Role;
  readonly whole: Record<Exclude<Role, 'none'>, CleanBlock[]>;
}

/** The stretches of a tree in order of place, each with the document or annex that it belongs to. */
function stretchesOf(tree: StatementNode): Stretch[] {
  const stretches: Stretch[] = [];
  const visit = (node: StatementNode) => {
    const whole = { body: [], dateline: [], closing: [] };
    for (const child of node.children) {
      const { kind } = child;
      if (wholes.has(kind)) visit(child);
      else {
        const role: Role =
          kind === 'title' ? 'none' : kind === 'dateline' || kind === 'closing' ? kind : 'body';
        stretches.push({ end: child.range.clean.end, role, whole });
      }
    }
  };
  visit(tree);
  return stretches;
}

function placed(blocks: readonly CleanBlock[]): PlacedDate[] {
  return blocks.flatMap((block) =>
    toldDates(block.text).map((date) => ({
      ...date,
      start: block.start + date.start,
      end: block.start + date.end,
      block,
    })),
  );
}

/** The dates of each document of a text that bears one. Linear. */
export function documentDates({ tree, blocks }: Pick<ReadText, 'tree' | 'blocks'>): DocumentDates[] {
  const stretches = stretchesOf(tree);
  let at = 0;
  for (const block of blocks) {
    while (at < stretches.length && stretches[at]!.end <= block.start) at++;
    const stretch = stretches[at];
    if (stretch && stretch.role !== 'none') stretch.whole[stretch.role].push(block);
  }
  return [...new Set(stretches.map(({ whole }) => whole))].flatMap((whole) => {
    const datelines = placed(whole.dateline);
    const closing = placed(whole.closing);
    return datelines.length + closing.length === 0 ? [] : [{ datelines, closing, body: whole.body }];
  });
}
