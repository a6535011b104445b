import { blockRange, plainBranch } from './branch.ts';
import { closingStart } from './closing.ts';
import type { Growth } from './growth.ts';
import { endsWithGenus, type Head } from './head.ts';
import { labelOf } from './label.ts';
import type { CleanBlock } from './node.ts';
import { enumerates, type Preamble, preambleOf } from './preamble.ts';
import { grownQuotation, Quotations } from './quotation.ts';
import type { TextLines } from './text-lines.ts';

/** What was grown of one document. */
export interface Grown {
  /** The text of its preamble, or of the first blocks of its body. */
  readonly opening: string;
  readonly closed: boolean;
}

/** The words of a title that may run over several blocks. */
export function titleText(
  { blocks, forms }: TextLines,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  return blocks
    .slice(first, last + 1)
    .map((block, i) =>
      block.text.slice(forms[first + i]!.scheme === 'hash' ? forms[first + i]!.body : 0).trim(),
    )
    .join('');
}

/** The titles of a document, in order, but those first that end as titles of instruments do. */
export function titlesOf(lines: TextLines, head: Head): string[] {
  const titles = head.lines.filter(({ kind }) => kind === 'title').map((line) => titleText(lines, line));
  const named = titles.filter(endsWithGenus);
  return named.length === 0 ? titles : [...named, ...titles.filter((title) => !named.includes(title))];
}

function addHead(growth: Growth, lines: TextLines, head: Head): void {
  const { blocks, forms } = lines;
  for (const line of head.lines) {
    const block = blocks[line.first]!;
    const form = forms[line.first]!;
    if (line.kind !== 'title') {
      growth.paragraph(line.kind === 'dateline' ? 'dateline' : 'paragraph', block, form);
      continue;
    }
    const start = block.start + (form.scheme === 'hash' ? form.body : form.start);
    const range = { start, end: blockRange(blocks[line.last]!, 0).end };
    growth.open(plainBranch('title', 'root', range, titleText(lines, line)));
    growth.closeAll();
  }
}

function openPreamble(growth: Growth, block: CleanBlock, heading: boolean, start: number): void {
  const label = heading ? block.text.trim() : labelOf(block.text, start);
  growth.open(plainBranch('preamble', 'preamble', blockRange(block, start), label));
}

/**
 * Grows one document: head, preamble, body, closing. `closingOf`: what the closing belongs to where it is not this
 * document, for the signatures of an agreement may stand behind its annexes.
 */
export function growDocument(growth: Growth, lines: TextLines, head: Head, closingOf = growth): Grown {
  const { blocks, forms } = lines;
  addHead(growth, lines, head);
  const preamble: Preamble = preambleOf(lines, head);
  const closing = closingStart(lines, Math.max(head.body, preamble.to));
  const quotations = new Quotations(lines);
  let opening = '';
  for (let at = head.body; at < closing; at++) {
    const block = blocks[at]!;
    const form = forms[at]!;
    if (form.scheme === 'blank') continue;
    if (opening.length < 2000 && at < Math.max(preamble.to, head.body + 3)) opening += block.text;
    if (at === preamble.to) growth.closeAll();
    if (at >= preamble.from && at < preamble.to) {
      const first = at === preamble.from;
      if (first) openPreamble(growth, block, form.scheme === 'foreword', form.start);
      if (first && form.scheme === 'foreword') continue;
    }
    const quoted = quotations.at(at, growth);
    if (quoted !== null) {
      growth.add(grownQuotation(lines, quoted));
      at = quoted.to - 1;
      continue;
    }
    growth.block(block, form, enumerates(lines, head, at));
  }
  growth.closeAll();
  if (closing < blocks.length) addClosing(closingOf, lines, closing);
  return { opening, closed: closing < blocks.length };
}

function addClosing(growth: Growth, { blocks, forms }: TextLines, from: number): void {
  const block = blocks[from]!;
  const { start } = forms[from]!;
  growth.open(plainBranch('closing', 'closing', blockRange(block, start), labelOf(block.text, start)));
  for (let at = from; at < blocks.length; at++) {
    if (forms[at]!.scheme !== 'blank') growth.paragraph('paragraph', blocks[at]!, forms[at]!);
  }
  growth.closeAll();
}
