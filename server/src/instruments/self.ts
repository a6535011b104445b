import type { StatementKind, StatementNode } from '../statement/node.ts';
import type { TextRange } from '../text/range.ts';
import { datesIn } from './written-date.ts';

/** What a document says of itself: needed to know what 本条约 is. */
export interface Self {
  readonly title?: string;
  /** Of its signature or issue, as ISO: YYYY, YYYY-MM or YYYY-MM-DD. It tells apart what bears one title. */
  readonly date?: string;
  readonly kind?: StatementKind;
  /** Where its titles stand; UTF-16 clean, in order. */
  readonly titles?: readonly TextRange[];
  /** What follows its titles and date lines. */
  readonly opening?: string;
}

/** How much of the text after the head is looked at for a date, where nothing else tells one. UTF-16. */
const OPENING = 600;
/** How much of it is looked at for the names of the parties. UTF-16. */
const PARTIES = 2000;

/** What the document of a tree is; `clean` is its whole clean text. */
export function selfOf(tree: StatementNode, kind: StatementKind, clean: string): Self {
  const text = ({ clean: { start, end } }: { clean: TextRange }) => clean.slice(start, end);
  const head = tree.children.filter(({ kind }) => kind === 'title' || kind === 'dateline');
  const headEnd = Math.max(0, ...head.map(({ range }) => range.clean.end));
  const closing = tree.children.findLast((node) => node.kind === 'closing');
  const date =
    datesIn(tree.label)[0] ??
    head.flatMap(({ range }) => datesIn(text(range)))[0] ??
    (closing === undefined ? undefined : datesIn(text(closing.range)).at(-1)) ??
    datesIn(clean.slice(headEnd, headEnd + OPENING))
      .sort()
      .at(-1);
  const opening = clean.slice(headEnd, headEnd + PARTIES);
  const titles = head.filter(({ kind }) => kind === 'title').map(({ range }) => range.clean);
  return { title: tree.label, kind, titles, opening, ...(date === undefined ? {} : { date }) };
}
