import { blockRange, plainBranch } from './branch.ts';
import { growDocument, titlesOf } from './document.ts';
import { Growth } from './growth.ts';
import { endsWithGenus, type Head, readHead } from './head.ts';
import { type BlockForm, classifyBlock } from './heading.ts';
import { kindOf, kindOfTitle } from './kind.ts';
import type { CleanBlock, StatementKind, StatementNode } from './node.ts';
import { type Part, partsOf } from './part.ts';
import { withoutStrays } from './stray.ts';
import { linesBetween, type TextLines, withPartedLines } from './text-lines.ts';

/** In blocks. */
const NEAR = 8;

export interface Statement {
  readonly kind: StatementKind;
  readonly tree: StatementNode;
}

/**
 * The tree of a document, and what kind of document it is. Never throws; time is linear in the number of blocks.
 * Sentences are parted when asked for. `cleanLength`: UTF-16 length of the clean text, all offsets UTF-16 clean.
 * `classify` may remember the forms of blocks that it has seen.
 */
export function buildStatement(
  blocks: readonly CleanBlock[],
  cleanLength: number,
  classify: (text: string) => BlockForm = classifyBlock,
): Statement {
  const read = { blocks, forms: blocks.map((block) => classify(block.text)) };
  const all = withPartedLines(read, classify);
  const head = readHead(all);
  const titles = titlesOf(all, head);
  const byTitle = kindOfTitle(titles);
  const [main, ...others] = partsOf(all, head, byTitle !== 'unknown') as [Part, ...Part[]];
  const lines = withoutStrays(linesBetween(all, main.from, main.to));
  const root = plainBranch('document', 'root', { start: 0, end: cleanLength }, titles[0] ?? '');
  const growth = new Growth(root);
  const grown = growDocument(growth, lines, head);
  let closed = grown.closed;
  others.forEach((part, i) => {
    const mayClose = part.kind === 'annex' && i === others.length - 1 && !closed;
    closed = addPart(growth, all, part, mayClose) || closed;
  });
  const first = blocks.find((block) => block.text.trim() !== '');
  if (first !== undefined) root.nameAfter(first.text, 0);
  const kind = byTitle === 'unknown' ? kindOf(titleLines(lines, head), grown.opening) : byTitle;
  return { kind, tree: root.node };
}

/** Lines near the head that end as titles do: a page of the web or of a bulletin board has its own lines before them. */
function titleLines({ blocks, forms }: TextLines, { body }: Head): string[] {
  return blocks
    .slice(body, body + NEAR)
    .filter(({ text }, i) => forms[body + i]!.end === 'open' && text.length <= 40 && endsWithGenus(text))
    .map(({ text }) => text);
}

/** Adds an annex, or another document of the same text; whether a closing was found in it. */
function addPart(growth: Growth, all: TextLines, { kind, from, to }: Part, closesMain: boolean): boolean {
  const lines = withoutStrays(linesBetween(all, from, to));
  const { blocks, forms } = lines;
  const marked = kind === 'annex' ? 1 : 0;
  const head = headOf(lines, marked);
  const title = titlesOf(lines, head)[0];
  const block = blocks[0]!;
  const whole = blockRange(block, forms[0]!.start);
  const mark = marked === 1 ? block.text.trim().replace(/\s*[：:]$/, '') : '';
  const label = [mark, title].filter(Boolean).join('　');
  const branch = plainBranch(kind, 'root', whole, label, { ...whole });
  const own = new Growth(branch);
  growth.root.children.push(branch.node);
  const { closed } = growDocument(own, lines, head, closesMain ? growth : own);
  branch.nameAfter(blocks[marked]?.text ?? '', 0);
  branch.range.end = own.closeAll();
  return closed;
}

/** The head of an annex is read behind its mark. */
function headOf(lines: TextLines, marked: number): Head {
  if (marked === 0) return readHead(lines);
  const { lines: found, body } = readHead(linesBetween(lines, 1, lines.blocks.length), true);
  return {
    lines: found.map(({ kind, first, last }) => ({ kind, first: first + 1, last: last + 1 })),
    body: body + 1,
  };
}
