import type { StatementNode } from '../../statement/node.ts';
import type { TextLines } from '../../statement/text-lines.ts';
import type { TextRange } from '../../text/range.ts';
import { dateDigit, dateNumber } from '../calendar.ts';
import { missingAnnexes } from '../missing-annex.ts';
import { type Entry, type Outline, outlineOf } from '../outline.ts';
import type { ReadingRule, ReadText } from '../reading-rule.ts';

/** With fewer, it is not known how far a document goes. */
const fewest = { article: 3, chapter: 2 };
/** The share of the numbers that must be there. */
const complete = 0.9;

const cited = new RegExp(`第\\s?([百两兩]|${dateDigit}){1,6}\\s?([条條章])`, 'g');

const genus =
  '(?:[条條]约|[条條]約|公[约約]|[协協]定|[协協][议議]|[议議]定[书書]|[宪憲]章|[规規][约約]|章程|[规規][则則]|[规規]程|[条條]例|[法约約]|[声聲]明|宣言|公[报報]|[备備]忘[录錄]|[决決][议議])';
/** 本公约第三十条: what is cited of the document itself. */
const ofSelf = new RegExp(`本${genus}(?:的|之)?\\s?$`);
/** 联合国宪章第五十一条, 《…》第三条, 附件第二条 */
const ofOther = new RegExp(
  `(?:》|[”」』]|${genus}|附[件录錄][^，。；]{0,3})(?:[（(][^（()）]{0,16}[）)])?(?:的|之)?\\s?$`,
);
/** 《…》附件三, 该公约附件一: an annex of another. */
const annexOfOther = new RegExp(`(?:》|[”」』]|${genus})(?:[（(][^（()）]{0,16}[）)])?(?:的|之)?\\s?$`);
/** An instrument that is named without 本: what is cited without a name may be of it. */
const other = new RegExp(`《|(?<!本)${genus.replace('[法约約]', '法律')}|[该該][约約法]|原[约約]`);
/** What may stand between two provisions that are cited together: 第三条、第四条第一款和第五条. */
const together = /^(?:第[^。；，]{1,5}[款项項目])?(?:[、，和及与與或至到—–-]|以及|或者){1,3}$/;
/** What the last articles of a document speak of. */
const final = /生效|施行|有效|作[准準]|[签簽][字署]|[订訂][于於]|存放|交存|[废廢]止/;
const lookBack = 40;

type Unit = keyof typeof fewest;

/** The last article or chapter of a document that is there to its end; undefined where parts of it may be missing. */
function lastOf(unit: Unit, { entries }: Outline): Entry | undefined {
  const ofUnit = entries.filter(({ form }) => form.scheme === unit);
  const values = new Set(ofUnit.map(({ value }) => value));
  const [first] = ofUnit;
  if (first?.value !== 1 || values.size < fewest[unit]) return undefined;
  const last = ofUnit.reduce((a, b) => (b.value > a.value ? b : a));
  return values.size >= last.value * complete ? last : undefined;
}

/** Whether a document goes to its end: it is signed, or its last article is of those that end one. */
function isWhole(tree: StatementNode, { blocks }: TextLines, last: Entry | undefined): boolean {
  if (tree.children.some(({ kind }) => kind === 'closing')) return true;
  if (!last) return false;
  const { end } = last.node.range.clean;
  for (let at = last.at; at < blocks.length && blocks[at]!.start < end; at++) {
    if (final.test(blocks[at]!.text)) return true;
  }
  return false;
}

function markOf({ block, form }: Entry): string {
  return block.text.slice(form.start, form.mark).replace(/[\s：:、．.]/g, '');
}

/** What the references of a text are to: whether a block names an instrument other than the document itself. */
function blocksWithOthers({ blocks }: TextLines, { references }: ReadText): ReadonlySet<number> {
  const named = new Set<number>();
  let next = 0;
  const others = references.filter(({ form }) => form !== 'self');
  blocks.forEach(({ text, start }, at) => {
    while (next < others.length && others[next]!.range.clean.start < start) next++;
    const reference = others[next];
    if ((reference && reference.range.clean.start < start + text.length) || other.test(text)) named.add(at);
  });
  return named;
}

interface Citation extends TextRange {
  readonly unit: Unit;
  readonly value: number;
  /** As printed. */
  readonly text: string;
}

/** The provisions of the document itself that a block cites; UTF-16 clean. */
function citationsIn(lines: TextLines, at: number, others: () => boolean): Citation[] {
  const { text: words, start } = lines.blocks[at]!;
  const form = lines.forms[at]!;
  const citations: Citation[] = [];
  let before: { readonly end: number; readonly own: boolean } | undefined;
  for (const match of words.matchAll(cited)) {
    const [whole] = match;
    const end = match.index + whole.length;
    if (match.index < form.mark) continue;
    const lead = words.slice(Math.max(0, match.index - lookBack), match.index);
    const isJoined =
      before && match.index - before.end <= 12 && together.test(words.slice(before.end, match.index));
    const own: boolean = isJoined ? before!.own : ofSelf.test(lead) || (!ofOther.test(lead) && !others());
    before = { end, own };
    const value = dateNumber(whole.replace(/[第\s条條章]/g, ''));
    if (!own || value === null) continue;
    const unit = whole.endsWith('章') ? 'chapter' : 'article';
    citations.push({ unit, value, text: whole, start: start + match.index, end: start + end });
  }
  return citations;
}

/** An article, chapter or annex of the document itself that it cites and does not have. */
export const missingProvision: ReadingRule = {
  id: 'missing-provision',
  class: 'suspect',
  name: { en: 'cited articles that there are not', zh: '所引条款不存在' },
  about: {
    en: 'An article, chapter or annex that a document cites of itself and does not have, such as 第三十条 in one of 25 articles.',
    zh: '文件引用自身的条、章或附件，而文件中并无此条、此章、此附件，如二十五条的条约引用“第三十条”。',
  },
  done: { en: { one: '1 citation mended', many: '{0} citations mended' }, zh: '{0} 处引用改正' },
  words: {
    message: {
      en: '{0} is cited, but the document ends with {1}: one of the two may be misread, or articles are lost.',
      zh: '此处引用“{0}”，而文件止于“{1}”：其中之一可能有误，也可能条文遗失。',
    },
    related: { en: 'The last one: {1}.', zh: '最后一条（章）：{1}。' },
  },
  variants: {
    annex: {
      message: {
        en: '{0} is cited, but is not among the annexes of the document.',
        zh: '此处引用“{0}”，而文件所附各件中并无此件。',
      },
      related: { en: 'The last annex of the document.', zh: '文件的最后一个附件。' },
      defaultLevel: 'hint',
    },
    annexes: {
      message: {
        en: '{0} is cited, but no annex stands behind the document: it may lie elsewhere, or is lost.',
        zh: '此处引用“{0}”，而文件之后并无附件：可能另存他处，也可能遗失。',
      },
      defaultLevel: 'hint',
    },
  },
  find(text) {
    const outline = outlineOf(text);
    const { lines } = outline;
    const lasts = { article: lastOf('article', outline), chapter: lastOf('chapter', outline) };
    const whole = isWhole(text.tree, lines, lasts.article);
    let named: ReadonlySet<number> | undefined;
    const others = (at: number) => {
      named ??= blocksWithOthers(lines, text);
      return named.has(at);
    };
    const found = missingAnnexes(
      text,
      lines,
      whole,
      (at, lead) => !ofSelf.test(lead) && (annexOfOther.test(lead) || others(at)),
    );
    if (!lasts.article || !whole) return found;
    lines.blocks.forEach(({ text: words }, at) => {
      if (!words.includes('第')) return;
      for (const { unit, value, text: as, start, end } of citationsIn(lines, at, () => others(at))) {
        const last = lasts[unit];
        if (!last || value <= last.value) continue;
        const place = last.block.start + last.form.start;
        const related = [{ start: place, end: last.block.start + last.form.mark }];
        found.push({ start, end, edits: [], values: [as, markOf(last)], related });
      }
    });
    return found;
  },
};
