import type { StatementNode } from '../statement/node.ts';
import type { Paragraph } from './paragraph.ts';
import { noWhole, wholeOf } from './whole.ts';

/** What stands from here to the next stretch. */
export interface Stretch extends Pick<Paragraph, 'role' | 'section' | 'inArticle' | 'whole'> {
  /** UTF-16 clean. */
  readonly start: number;
}

/** What a new subject begins with. */
const PARTS: ReadonlySet<string> = new Set([
  'document',
  'annex',
  'preamble',
  'section',
  'article',
  'closing',
  'quotation',
]);

/** In these all is of one stretch, and what they hold is made when it is asked for. */
const LEAVES: ReadonlySet<string> = new Set([
  'paragraph',
  'item',
  'sentence',
  'furniture',
  'title',
  'dateline',
]);

/** What the parts of these are as well: the paragraphs of a closing. */
const ROLES: Readonly<Record<string, Paragraph['role']>> = {
  title: 'title',
  dateline: 'title',
  closing: 'closing',
  document: 'body',
  annex: 'body',
};

/**
 * The stretches of a tree, in order of place, one after the other as they are asked for; the first begins with the text.
 * `clean` is the whole clean text.
 */
export function* stretchesOf(tree: StatementNode, clean: string): Generator<Stretch> {
  let section = 0;
  function* visit(
    node: StatementNode,
    outer: Pick<Stretch, 'role' | 'inArticle' | 'whole'>,
  ): Generator<Stretch> {
    const { kind, range } = node;
    const { start, end } = range.clean;
    if (PARTS.has(kind)) section++;
    const whole = kind === 'annex' || kind === 'document' ? wholeOf(node, clean, outer.whole) : outer.whole;
    const role = ROLES[kind] ?? outer.role;
    const inner = { role, inArticle: outer.inArticle || kind === 'article', whole };
    const own = { ...inner, section };
    yield { ...own, start };
    if (LEAVES.has(kind)) return;
    let last = start;
    for (const child of node.children) {
      yield* visit(child, inner);
      last = child.range.clean.end;
    }
    // What a part says behind its last member is its own again.
    if (last > start && last < end) yield { ...own, start: last };
  }
  yield* visit(tree, { role: 'body', inArticle: false, whole: noWhole });
}
