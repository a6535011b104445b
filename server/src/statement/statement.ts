import type { TextRange } from '../text/range.ts';
import { type Branch, blockRange, plainBranch, textNode } from './branch.ts';
import { closingStart } from './closing.ts';
import { Growth, SECTION_SCHEMES } from './growth.ts';
import { type Head, readHead } from './head.ts';
import { type BlockForm, classifyBlock, type Scheme } from './heading.ts';
import { kindOfOpening, kindOfTitle } from './kind.ts';
import { labelOf } from './label.ts';
import type { CleanBlock, StatementKind, StatementNode } from './node.ts';
import { risingSequence } from './sequence.ts';

export interface Statement {
  readonly kind: StatementKind;
  readonly tree: StatementNode;
}

/** Blocks whose lone numeral numbers nothing are text. */
function withoutStrays(forms: BlockForm[]): void {
  const candidates: { block: number; value: number }[] = [];
  forms.forEach((form, block) => {
    if (form.scheme === 'bare') candidates.push({ block, value: form.value });
  });
  if (candidates.length === 0) return;
  const sections = risingSequence(candidates);
  for (const { block } of candidates) {
    if (!sections.has(block)) forms[block] = { ...forms[block]!, scheme: 'plain', mark: forms[block]!.start };
  }
}

const DIVIDES = new Set<Scheme>([
  'annex',
  'part',
  'chapter',
  'division',
  'article',
  'bare',
  ...SECTION_SCHEMES,
]);
/** “… as follows:” */
const AS_FOLLOWS = /如[下左]\s*[：:]\s*$/;
/** A preamble is not longer than this many blocks where nothing but “as follows” ends it. */
const LONGEST_PREAMBLE = 12;

/**
 * Whether a list that begins at a block only enumerates what the paragraph before it announces (双方商定：), deep in
 * the text. After the preamble's “as follows:” its members are sections.
 */
function enumerates(
  blocks: readonly CleanBlock[],
  forms: readonly BlockForm[],
  head: Head,
  at: number,
): boolean {
  if (!SECTION_SCHEMES.has(forms[at]!.scheme)) return false;
  let before = at - 1;
  while (before >= head.body && forms[before]!.scheme === 'blank') before--;
  if (before < head.body || forms[before]!.end !== 'colon') return false;
  return !(before - head.body < LONGEST_PREAMBLE && AS_FOLLOWS.test(blocks[before]!.text));
}

/** Index of the first block after the preamble: the first division, else what follows “… as follows:”. */
function preambleEnd(blocks: readonly CleanBlock[], forms: readonly BlockForm[], head: Head): number {
  let listed: Scheme | undefined;
  for (let at = head.body; at < blocks.length; at++) {
    const form = forms[at]!;
    if (!DIVIDES.has(form.scheme)) continue;
    if (form.scheme === listed || enumerates(blocks, forms, head, at)) listed = form.scheme;
    else if (form.sure || form.value === 1 || form.scheme === 'bare') return at;
  }
  for (let at = head.body; at < blocks.length && at < head.body + LONGEST_PREAMBLE; at++) {
    if (forms[at]!.end === 'colon' && AS_FOLLOWS.test(blocks[at]!.text)) return at + 1;
  }
  return head.body;
}

function joinedTitle(blocks: readonly CleanBlock[], first: number, last: number): string {
  return blocks
    .slice(first, last + 1)
    .map((block) => block.text.trim())
    .join('');
}

function addHead(
  growth: Growth,
  blocks: readonly CleanBlock[],
  forms: readonly BlockForm[],
  head: Head,
): void {
  const heads = [
    ...head.titles.map((title) => ({ at: title.first, title })),
    ...head.datelines.map((at) => ({ at, title: undefined })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, title } of heads) {
    if (title === undefined) {
      growth.root.children.push(textNode('dateline', blocks[at]!, forms[at]!.start));
      continue;
    }
    const first = blockRange(blocks[title.first]!, forms[title.first]!.start);
    const range = { start: first.start, end: blockRange(blocks[title.last]!, 0).end };
    const label = joinedTitle(blocks, title.first, title.last);
    growth.root.children.push(plainBranch('title', 'root', range, label).node);
  }
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
  const forms = blocks.map((block) => classify(block.text));
  withoutStrays(forms);
  const head = readHead(blocks, forms);
  const titles = head.titles.map((title) => joinedTitle(blocks, title.first, title.last));
  const whole: TextRange = { start: 0, end: cleanLength };
  const root = plainBranch('document', 'root', whole, titles[0] ?? '');
  const growth = new Growth(root);
  addHead(growth, blocks, forms, head);
  const preamble = preambleEnd(blocks, forms, head);
  const closing = closingStart(blocks, forms, Math.max(head.body, preamble));
  let opening = '';
  let inPreamble = false;
  for (let at = head.body; at < blocks.length; at++) {
    const block = blocks[at]!;
    const form = forms[at]!;
    if (form.scheme === 'blank') continue;
    if (at < preamble) {
      if (!inPreamble) growth.open(preambleBranch(block, form));
      if (!inPreamble && form.scheme === 'foreword') {
        inPreamble = true;
        continue;
      }
      inPreamble = true;
      if (opening.length < 2000) opening += block.text;
    } else if (inPreamble) {
      inPreamble = false;
      growth.closeAll();
    }
    if (at === closing) {
      growth.closeAll();
      growth.open(
        plainBranch('closing', 'closing', blockRange(block, form.start), labelOf(block.text, form.start)),
      );
    }
    if (at >= closing) growth.paragraph('paragraph', block, form);
    else growth.block(block, form, enumerates(blocks, forms, head, at));
  }
  growth.closeAll();
  const first = blocks.find((block) => block.text.trim() !== '');
  if (first !== undefined) root.nameAfter(first.text, 0);
  const byTitle = kindOfTitle(titles);
  return {
    kind: byTitle === 'unknown' && titles.length === 0 ? kindOfOpening(opening) : byTitle,
    tree: root.node,
  };
}

function preambleBranch(block: CleanBlock, form: BlockForm): Branch {
  const range = blockRange(block, form.start);
  const foreword = form.scheme === 'foreword';
  return plainBranch(
    'preamble',
    'preamble',
    range,
    foreword ? block.text.trim() : labelOf(block.text, form.start),
  );
}
