import { blockRange, plainBranch } from './branch.ts';
import { Growth } from './growth.ts';
import { type BlockForm, classifyBlock } from './heading.ts';
import { labelOf } from './label.ts';
import type { CleanBlock } from './node.ts';
import type { TextLines } from './text-lines.ts';

/** Paragraphs of a text that another quotes. Indexes of blocks, half-open. */
export interface Quotation {
  readonly from: number;
  readonly to: number;
}

const OPENERS = '“「『';
const CLOSERS = '”」』';
/** In blocks: a quotation that does not end so soon has lost its closing mark. */
const LONGEST = 60;

/** Whether a text holds an opening mark behind its last closing one (`opens`), or the other way round. */
function leaves(text: string, opens: boolean): boolean {
  const last = (marks: string) => Math.max(...[...marks].map((mark) => text.lastIndexOf(mark)));
  const [opened, closed] = [last(OPENERS), last(CLOSERS)];
  return opens ? opened > closed : closed > opened;
}

/** Finds the quotations of a document, block after block. */
export class Quotations {
  readonly #lines: TextLines;
  /** Index before which no block ends a quotation: so that no block is looked at for each of many that open one. */
  #none = 0;

  constructor(lines: TextLines) {
    this.#lines = lines;
  }

  /** Index after the block that ends the quotation which is open at `from`, or -1. */
  #endOf(from: number): number {
    const { blocks } = this.#lines;
    const limit = Math.min(blocks.length, from + LONGEST);
    for (let at = Math.max(from, this.#none); at < limit; at++) {
      if (leaves(blocks[at]!.text, false)) return at + 1;
      this.#none = at + 1;
    }
    return -1;
  }

  /**
   * The quotation of several paragraphs that begins at a block, if its numbers are not those of the text around it:
   * “一、…, or 二、… where the paragraph before has opened it and not closed it.
   */
  at(at: number, growth: Growth): Quotation | null {
    const { blocks, forms } = this.#lines;
    const form = forms[at]!;
    const { text } = blocks[at]!;
    if (form.scheme === 'plain') {
      if (!OPENERS.includes(text.charAt(form.start)) || !leaves(text, true)) return null;
      if (classifyBlock(text.slice(form.start + 1)).value !== 1) return null;
    } else {
      if (form.value === 0 || at === 0) return null;
      const before = blocks[at - 1]!.text;
      const opened = OPENERS.includes(before.charAt(before.length - 1) || ' ');
      if (!opened && (form.value === 1 || growth.goesOn(form) || !leaves(before, true))) return null;
    }
    const to = this.#endOf(form.scheme === 'plain' ? at + 1 : at);
    return to < 0 ? null : { from: at, to };
  }
}

/** The quotation with its own numbers, as a part by itself. */
export function grownQuotation({ blocks, forms }: TextLines, { from, to }: Quotation): Growth {
  const first = blocks[from]!;
  const { start } = forms[from]!;
  const range = { start: first.start + start, end: blockRange(blocks[to - 1]!, 0).end };
  const growth = new Growth(plainBranch('quotation', 'closing', range, labelOf(first.text, start)));
  for (let at = from; at < to; at++) {
    const [block, form] = at === from ? withoutOpener(first, forms[from]!) : [blocks[at]!, forms[at]!];
    if (form.scheme !== 'blank') growth.block(block, form, false);
  }
  growth.closeAll();
  return growth;
}

function withoutOpener(block: CleanBlock, form: BlockForm): [CleanBlock, BlockForm] {
  if (form.scheme !== 'plain') return [block, form];
  const inner = { text: block.text.slice(form.start + 1), start: block.start + form.start + 1 };
  return [inner, classifyBlock(inner.text)];
}
