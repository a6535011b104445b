import type { Reference } from '../instruments/reference.ts';
import { fold } from '../instruments/script.ts';
import type { CleanBlock, StatementNode } from '../statement/node.ts';
import { overlaps, type TextRange } from '../text/range.ts';
import { insideOf } from './inside.ts';
import type { NameFound } from './name-index.ts';
import { type Named, namesIn } from './names.ts';
import { type Stretch, stretchesOf } from './stretch.ts';
import type { Whole } from './whole.ts';

/** A paragraph of the clean text with its place in the document. */
export interface Paragraph {
  /** In simplified characters, and as long as it is printed. */
  readonly text: string;
  /** UTF-16 clean offset of its first character. */
  readonly start: number;
  readonly role: 'title' | 'body' | 'closing';
  /** The same for all paragraphs of a section or an article, and for no others. */
  readonly section: number;
  /** It belongs to an article: 第一条. */
  readonly inArticle: boolean;
  /** The document or annex that it belongs to. */
  readonly whole: Whole;
  /** What refers to an instrument here, in order of place. */
  readonly references: readonly Reference[];
  /** The titles of instruments in it, UTF-16 clean and apart: what they name is not said by the text around them. */
  readonly titles: readonly TextRange[];
  /** The known names in it, outside of titles; UTF-16 in `text`. */
  readonly names: readonly NameFound<Named>[];
}

/** Everything in 《》, whether or not it is known for an instrument. */
const MARKED = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/g;
/** Forms that call an instrument by a name of its own, with or without marks. */
const NAMING: ReadonlySet<string> = new Set([
  'full',
  'parallel',
  'unbracketed',
  'undefined-short',
  'defined-short',
]);

function titlesIn(text: string, start: number, references: readonly Reference[]): TextRange[] {
  const ranges: TextRange[] = references
    .filter(({ form }) => NAMING.has(form))
    .map(({ range }) => range.clean);
  if (text.includes('《')) {
    for (const {
      index,
      0: { length },
    } of text.matchAll(MARKED)) {
      ranges.push({ start: start + index, end: start + index + length });
    }
  }
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const last = apart.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else apart.push({ ...range });
  }
  return apart;
}

/** The paragraphs of a text that are not blank, in order. Linear. */
export function* paragraphsOf(
  blocks: readonly CleanBlock[],
  tree: StatementNode,
  references: readonly Reference[],
  clean: string,
): Generator<Paragraph> {
  const stretches = stretchesOf(tree, clean);
  let stretch = stretches.next().value as Stretch;
  let next = stretches.next();
  let reference = 0;
  for (const { text, start } of blocks) {
    if (text.trim() === '') continue;
    const end = start + text.length;
    for (; !next.done && next.value.start < end; next = stretches.next()) stretch = next.value;
    const here: Reference[] = [];
    for (; reference < references.length; reference++) {
      const { clean: range } = references[reference]!.range;
      if (range.start >= end) break;
      if (overlaps(range, { start, end })) here.push(references[reference]!);
    }
    const { role, section, inArticle, whole } = stretch;
    const folded = fold(text);
    const titles = titlesIn(folded, start, here);
    const inTitle = insideOf(titles);
    const names = namesIn(folded).filter(
      ({ start: from, end: to }) =>
        !inTitle({ start: start + from, end: start + to }) || folded.slice(from, to).includes('《'),
    );
    yield { text: folded, start, role, section, inArticle, whole, references: here, titles, names };
  }
}
