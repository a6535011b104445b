import type { StatementNode } from '../statement/node.ts';
import type { Paragraph } from './paragraph.ts';
import { type Whole, wholeOf } from './whole.ts';

/** What stands from here to the next stretch. */
export interface Stretch extends Pick<Paragraph, 'role' | 'section' | 'whole'> {
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

/** The stretches of a tree, in order of place; the first begins with the text. `clean` is the whole clean text. */
export function stretchesOf(tree: StatementNode, clean: string): Stretch[] {
  const stretches: Stretch[] = [];
  let section = 0;
  const visit = (node: StatementNode, whole: Whole) => {
    const { start, end } = node.range.clean;
    if (PARTS.has(node.kind)) section++;
    const role =
      node.kind === 'title' || node.kind === 'dateline'
        ? 'title'
        : node.kind === 'closing'
          ? 'closing'
          : 'body';
    const here = { role, section, whole } as const;
    stretches.push({ ...here, start });
    let last = start;
    for (const child of node.children) {
      const { kind, range } = child;
      if (kind === 'sentence' || kind === 'furniture') continue;
      visit(child, kind === 'document' || kind === 'annex' ? wholeOf(child, clean, whole) : whole);
      last = range.clean.end;
    }
    // What a part says behind its last member is its own again.
    if (last > start && last < end) stretches.push({ ...here, start: last });
  };
  visit(tree, wholeOf(tree, clean));
  return stretches.sort((a, b) => a.start - b.start);
}
