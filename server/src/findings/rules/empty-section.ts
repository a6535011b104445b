import type { StatementNode } from '../../statement/node.ts';
import { brokenOff } from '../broken-off.ts';
import { type Entry, outlineOf } from '../outline.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** A table of contents is made of headings with nothing in them: most of their like must have something. */
const fullForEachEmpty = 4;
const fewestFull = 2;

/** （删除） · [已废止] */
const struckOut = /^\s*[（([［〔].{0,12}[）)\]］〕]/;

/** Whether nothing stands under a heading. The words behind the number of an article are its text. */
function isEmpty({ node, form, block }: Entry): boolean {
  if (node.kind !== 'section' && node.kind !== 'article') return false;
  if (form.scheme === 'annex' || node.children.length > 0) return false;
  const words = block.text.slice(form.body);
  return words.trim() === '' || (node.kind === 'section' && form.heading && !struckOut.test(words));
}

/** The headings by what they are compared with: articles with all others, the rest with their siblings. */
function groupsOf(entries: readonly Entry[]): Iterable<readonly Entry[]> {
  const groups = new Map<StatementNode | 'articles', Map<string, Entry[]>>();
  for (const entry of entries) {
    if (entry.node.kind !== 'section' && entry.node.kind !== 'article') continue;
    const whole = entry.node.kind === 'article' ? 'articles' : entry.parent;
    const byKey = groups.get(whole) ?? new Map<string, Entry[]>();
    groups.set(whole, byKey);
    const group = byKey.get(entry.key);
    if (group) group.push(entry);
    else byKey.set(entry.key, [entry]);
  }
  return [...groups.values()].flatMap((byKey) => [...byKey.values()]);
}

/** A heading of a section or article with nothing in it, among others that have their text. */
export const emptySection: ReadingRule = {
  id: 'empty-section',
  class: 'suspect',
  name: { en: 'headings with nothing under them', zh: '无内容的标题' },
  about: {
    en: 'Headings of chapters, sections and articles with nothing under them, where the others have their text.',
    zh: '章、节、条的标题之下没有内容，而同级的其他标题都有。',
  },
  done: { en: { one: '1 heading mended', many: '{0} headings mended' }, zh: '{0} 处标题改正' },
  words: {
    message: {
      en: 'Nothing stands under {0}: its text may be lost, or it is no heading.',
      zh: '“{0}”之下没有内容，正文可能遗漏，也可能并非标题。',
    },
  },
  find(text) {
    const elsewhere = brokenOff(text);
    const found: ReadingFound[] = [];
    for (const group of groupsOf(outlineOf(text).entries)) {
      const empty = group.filter(isEmpty);
      const full = group.length - empty.length;
      if (full < fewestFull || (empty.length > 1 && full < fullForEachEmpty * empty.length)) continue;
      for (const { block, form, node } of empty) {
        if (elsewhere.has(block.start)) continue;
        const start = block.start + form.start;
        found.push({
          start,
          end: block.start + block.text.trimEnd().length,
          edits: [],
          values: [node.label],
        });
      }
    }
    return found;
  },
};
