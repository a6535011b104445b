import type { BlockForm } from '../../statement/heading.ts';
import type { CleanBlock, StatementNode } from '../../statement/node.ts';
import type { ReadingFound, ReadingRule, ReadText } from '../reading-rule.ts';

/** A shorter line without a stop may be a heading or a signature, in UTF-16 code units. */
const shortestParagraph = 24;

/** The share of the long paragraphs that may lack their stops. */
const mostOpen = 0.1;

/** Whether a paragraph speaks in sentences: then its last one has a stop too. */
function hasSentences(text: string): boolean {
  return /[。！？][^。！？]*$/.test(text.slice(0, -1)) || (text.match(/，/g)?.length ?? 0) >= 2;
}

/** What ends a sentence that was cut off, rather than a table, a name or a bracket. */
const lastCharacter = /\p{Script=Han}$/u;

/** The blocks, by their UTF-16 clean start, that are paragraphs or items of the text proper. */
function paragraphStarts(node: StatementNode, starts: Set<number>, isBody: boolean): Set<number> {
  const body = isBody && node.kind !== 'closing' && node.kind !== 'title' && node.kind !== 'dateline';
  if (!body) return starts;
  if (node.kind === 'paragraph' || node.kind === 'item') starts.add(node.range.clean.start);
  if (node.kind !== 'paragraph') for (const child of node.children) paragraphStarts(child, starts, body);
  return starts;
}

/** Whether a block ends in mid-air: a sentence among its like that all have their stops. */
function endsInMidAir({ text }: CleanBlock, form: BlockForm): boolean {
  const trimmed = text.trimEnd();
  return (
    form.end === 'open' &&
    !form.heading &&
    trimmed.length - form.body >= shortestParagraph &&
    lastCharacter.test(trimmed) &&
    hasSentences(trimmed.slice(form.body))
  );
}

/** Where furniture was left out behind a block, the text goes on elsewhere. */
function goesOnElsewhere({ furniture }: ReadText, { start, text }: CleanBlock): boolean {
  return furniture.some((at) => at > start && at <= start + text.length + 1);
}

/** A paragraph whose full stop the extraction has lost, or whose end it has cut off. */
export const missingStop: ReadingRule = {
  id: 'missing-stop',
  class: 'suspect',
  name: { en: 'missing full stops', zh: '缺失的句号' },
  about: {
    en: 'Paragraphs of whole sentences whose last one has no full stop.',
    zh: '由完整句子组成的段落，末句没有句号。',
  },
  done: { en: { one: '1 full stop added', many: '{0} full stops added' }, zh: '{0} 处句号补上' },
  words: {
    message: {
      en: 'The paragraph ends without a stop: one may be lost, or the end of the paragraph.',
      zh: '段末没有句号，可能遗漏，也可能段落不完整。',
    },
    fix: { en: 'Add the full stop', zh: '补上句号' },
  },
  find(text) {
    const { blocks, forms, tree } = text;
    const starts = paragraphStarts(tree, new Set(), true);
    const paragraphs = blocks
      .map((block, i) => ({ block, form: forms[i]!, last: i === blocks.length - 1 }))
      .filter(
        ({ block, form }) => starts.has(block.start + form.start) || starts.has(block.start + form.body),
      );
    const long = paragraphs.filter(({ block, form }) => block.text.length - form.body >= shortestParagraph);
    const open = long.filter(({ form }) => form.end === 'open').length;
    // A text in which many paragraphs have no stops has another custom.
    if (open > Math.max(1, mostOpen * long.length)) return [];
    const found: ReadingFound[] = [];
    for (const { block, form, last } of paragraphs) {
      if (last || !endsInMidAir(block, form) || goesOnElsewhere(text, block)) continue;
      const end = block.start + block.text.trimEnd().length;
      found.push({ start: end - 1, end, edits: [{ start: end, end, text: '。' }], values: [] });
    }
    return found;
  },
};
