import { readNumeral } from '../../statement/numeral.ts';
import type { TextLines } from '../../statement/text-lines.ts';
import { writtenLike } from '../numeral-style.ts';
import { type Count, type Entry, outlineOf } from '../outline.ts';
import type { ReadingFound, ReadingRule } from '../reading-rule.ts';

/** A larger gap is a selection, not a loss. */
const widestGap = 3;

/** Places of I, V and X: where they stand among letters, they are read as Roman numbers. */
const romanLetters: ReadonlySet<number> = new Set([9, 22, 24]);

/** Where the numeral of an entry stands in its block (UTF-16 in the block's text), as printed; null where it is letter-spaced. */
function numeralOf({
  block: { text },
  form,
  value,
}: Entry): { start: number; end: number; text: string } | null {
  const mark = text.slice(form.start, form.mark);
  const at = form.scheme.endsWith('decimal')
    ? mark.replace(/[.．]$/, '').search(/\d+$/)
    : mark.search(/[^第附件录錄（(〔\s]/);
  const numeral = at < 0 ? null : readNumeral(mark, at);
  if (!numeral || numeral.value !== value) return null;
  return { start: form.start + at, end: form.start + numeral.end, text: mark.slice(at, numeral.end) };
}

/** The number that is due, as the neighbours of an entry are printed. */
function due(value: number, neighbours: readonly (Entry | undefined)[]): string | null {
  const printed = [];
  for (const entry of neighbours) {
    if (!entry) continue;
    const numeral = numeralOf(entry);
    if (!numeral) return null;
    printed.push({ value: entry.value, text: numeral.text });
  }
  return writtenLike(value, printed);
}

function rangeOf({ block, form }: Entry): { start: number; end: number } {
  return { start: block.start + form.start, end: block.start + Math.max(form.mark, form.start + 1) };
}

function told(
  entry: Entry,
  variant: string | undefined,
  values: ReadingFound['values'],
  related?: Entry,
): ReadingFound {
  return {
    ...rangeOf(entry),
    edits: [],
    values: [entry.value, ...values],
    ...(variant === undefined ? {} : { variant }),
    ...(related === undefined ? {} : { related: [rangeOf(related)] }),
  };
}

/** A number that its neighbours show to be another. */
function misread(entry: Entry, value: number, neighbours: readonly (Entry | undefined)[]): ReadingFound {
  const numeral = numeralOf(entry);
  const text = numeral && due(value, neighbours);
  const { start } = entry.block;
  const twice = neighbours[0]?.value === entry.value ? 'twice' : 'misread';
  const variant = value === 1 ? 'first' : twice;
  return {
    ...told(entry, variant, [value - 1, value, text ?? String(value), numeral?.text ?? String(entry.value)]),
    edits: text === null ? [] : [{ start: start + numeral!.start, end: start + numeral!.end, text }],
  };
}

/** Whether it speaks Chinese, by its beginning. */
function isHan({ block, form }: Entry): boolean {
  return (
    form.body >= block.text.length || /\p{Script=Han}/u.test(block.text.slice(form.body, form.body + 100))
  );
}

/** In a text in two languages every number stands twice. */
function withoutTranslations(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry, i) => {
    const before = entries[i - 1];
    return before?.value !== entry.value || isHan(before) === isHan(entry);
  });
}

/** The numbers of a text, with what stands between them. */
class Numbers {
  readonly #lines: TextLines;
  /** Entries between which a number is missing. */
  readonly #gaps: { readonly before: Entry; readonly after: Entry }[] = [];
  /** Entries that begin their list again. */
  readonly #restarts = new Map<ReadingFound, Entry>();

  constructor(lines: TextLines) {
    this.#lines = lines;
  }

  /** All slips; a list that begins again where a heading is missing belongs to that heading, which is told already. */
  of(counts: readonly Count[]): ReadingFound[] {
    const found = counts.flatMap((count) => this.#slips(count));
    if (this.#restarts.size === 0 || this.#gaps.length === 0) return found;
    const edges = new Int32Array(this.#lines.blocks.length + 1);
    for (const { before, after } of this.#gaps) {
      edges[before.at + 1]!++;
      edges[after.at]!--;
    }
    for (let at = 1; at < edges.length; at++) edges[at]! += edges[at - 1]!;
    return found.filter((one) => !((edges[this.#restarts.get(one)?.at ?? 0] ?? 0) > 0));
  }

  /** Where a count goes astray. After that it is taken as it is, so that one slip is told once. */
  #slips({ entries: all, runsOn }: Count): ReadingFound[] {
    const found: ReadingFound[] = [];
    const entries = withoutTranslations(all);
    const first = runsOn ? 0 : this.#firstOf(entries, found);
    // An excerpt from the middle leaves out what it likes: of that, only what is between its neighbours is sure.
    const isExcerpt = first < 0;
    const start = Math.max(first, 0);
    let before = entries[start]!;
    for (let i = start + 1; i < entries.length; i++) {
      const [entry, next] = [entries[i]!, entries[i + 1]];
      const { value } = entry;
      const expected = before.value + 1;
      if (value === expected || skipsRoman(entry, expected)) before = entry;
      else if (next?.value === expected + 1) {
        found.push(misread(entry, expected, [before, next]));
        before = next;
        i++;
      } else if (isExcerpt) before = entry;
      else if (value === 1 && this.#beginsAnew(before, entry)) before = entry;
      else if (value === before.value) {
        found.push(told(entry, 'repeat', [], before));
        before = entry;
      } else if (next?.value === expected) {
        found.push(told(entry, 'order', [before.value, expected], next));
        // Two that have changed places; else one among others that count on without it.
        if (value === expected + 1 && entries[i + 2]?.value !== value) {
          before = entry;
          i++;
        }
      } else if (value < before.value) {
        if (this.#beginsAnew(before, entry)) break;
        const slip = told(entry, value === 1 ? 'restart' : 'order', [before.value, expected], before);
        if (value === 1) this.#restarts.set(slip, entry);
        found.push(slip);
        before = entry;
      } else if (value > before.value + widestGap) break;
      else {
        const variant = value > expected + 1 ? 'gap' : undefined;
        if (!this.#within(before, entry)) {
          found.push(told(entry, variant, [before.value, expected, value - 1], before));
          this.#gaps.push({ before, after: entry });
        }
        before = entry;
      }
    }
    return found;
  }

  /** Index of the first number one of a list that counts for itself, or of what was misread for it; -1 where there is none. */
  #firstOf(entries: readonly Entry[], found: ReadingFound[]): number {
    const [first, second, third] = entries;
    const counts = second?.value === 2 && (third === undefined || third.value === 3);
    const isHeading = first!.node.kind !== 'item' && first!.parent === second?.parent;
    if (first!.value > 1 && counts && (isHeading || !this.#beginsAnew(first!, second))) {
      found.push(misread(first!, 1, [second, third]));
      return 1;
    }
    return entries.findIndex(({ value }) => value === 1);
  }

  /**
   * Whether a list may begin anew at an entry: under another heading, behind a paragraph, or where what stands before
   * it announces something or is no sentence, such as the title of a second document.
   */
  #beginsAnew(before: Entry, entry: Entry): boolean {
    if (entry.parent !== before.parent) return true;
    const { forms } = this.#lines;
    let at = entry.at - 1;
    while (at > before.at && forms[at]!.scheme === 'blank') at--;
    const { end, scheme } = forms[at]!;
    return end === 'colon' || end === 'open' || (scheme === 'plain' && entry.form.scheme !== 'article');
  }

  /** Whether the number that is missing before an entry stands within a line: （一）…；（二）… in one paragraph. */
  #within(before: Entry, entry: Entry): boolean {
    const numeral = numeralOf(entry);
    const missing = due(before.value + 1, [before, entry]);
    if (!numeral || missing === null) return false;
    const { text } = entry.block;
    const [head, tail] = [
      text.slice(entry.form.start, numeral.start),
      text.slice(numeral.end, entry.form.mark),
    ];
    const mark = `${head}${missing}${tail}`.trim();
    // A numeral alone on its line is a word like any other within one (“三股势力”).
    if (mark === missing) return false;
    const { blocks } = this.#lines;
    for (let at = before.at; at < entry.at; at++) {
      const { text } = blocks[at]!;
      let found = text.indexOf(mark, at === before.at ? before.form.mark : 0);
      while (found >= 0) {
        if (opens(entry, text.slice(Math.max(0, found - lookBack), found))) return true;
        found = text.indexOf(mark, found + mark.length);
      }
    }
    return false;
  }
}

/** How far before a number within a line it is asked what stands there. UTF-16. */
const lookBack = 40;

/** Whether a number opens an item behind these words: （二） does anywhere, 第二条 at the head of a line, 二、 at that of a sentence. */
function opens({ form: { scheme } }: Entry, before: string): boolean {
  if (scheme === 'article') return before.trim() === '';
  return (
    scheme.endsWith('-bracket') ||
    scheme === 'circled' ||
    /(?:^|[。；：！？;:!?，,”’」』）)\s])$/.test(before)
  );
}

/** Whether the number before a letter was read as a Roman one. */
function skipsRoman({ form, value }: Entry, expected: number): boolean {
  return form.scheme.startsWith('latin') && romanLetters.has(expected) && value === expected + 1;
}

/** Numbers of sections, articles and items that do not count on: a heading was lost, or a numeral misread. */
export const numbering: ReadingRule = {
  id: 'numbering',
  class: 'suspect',
  name: { en: 'slips of numbering', zh: '编号错误' },
  about: {
    en: 'Numbers of sections, articles and items that skip, repeat, change places or begin again, as in 三 after 一.',
    zh: '章节、条款和列举项的编号有跳号、重号、错位或重新起编，如“一”之后为“三”。',
  },
  done: { en: { one: '1 number mended', many: '{0} numbers mended' }, zh: '{0} 处编号改正' },
  words: {
    message: {
      en: 'Number {0} follows number {1}: number {2} is missing.',
      zh: '第 {1} 之后为第 {0}，缺第 {2}。',
    },
    related: { en: 'Number {1} stands here.', zh: '此处为第 {1}。' },
  },
  variants: {
    gap: {
      message: {
        en: 'Number {0} follows number {1}: numbers {2} to {3} are missing.',
        zh: '第 {1} 之后为第 {0}，缺第 {2} 至第 {3}。',
      },
      related: { en: 'Number {1} stands here.', zh: '此处为第 {1}。' },
    },
    repeat: {
      message: { en: 'Number {0} stands here a second time.', zh: '编号 {0} 重复。' },
      related: { en: 'Number {0} stands here already.', zh: '编号 {0} 已见于此。' },
    },
    order: {
      message: {
        en: 'Number {0} is out of order: number {2} is due behind number {1}.',
        zh: '编号 {0} 次序有误：{1} 之后应为 {2}。',
      },
      related: { en: 'The number beside it in the count stands here.', zh: '相邻编号见于此。' },
    },
    restart: {
      message: {
        en: 'The numbers begin again at {0} in the middle of a list: number {2} is due behind number {1}.',
        zh: '编号在列举中途重新从 {0} 起：{1} 之后应为 {2}。',
      },
      related: { en: 'Number {1} stands here.', zh: '此处为第 {1}。' },
    },
    misread: {
      message: {
        en: '{3} is due here: {4} may be misread.',
        zh: '此处应为“{3}”，编号“{4}”可能有误。',
      },
      fix: { en: 'Change the number to {3}', zh: '编号改为“{3}”' },
    },
    twice: {
      message: {
        en: '{4} stands twice; {3} is due here.',
        zh: '编号“{4}”重复，此处应为“{3}”。',
      },
      fix: { en: 'Change the number to {3}', zh: '编号改为“{3}”' },
    },
    first: {
      message: {
        en: 'A list begins with {2}: number {0} may be misread.',
        zh: '编号从 {2} 起，此处编号 {0} 可能有误。',
      },
      fix: { en: 'Change the number to {3}', zh: '编号改为“{3}”' },
    },
  },
  find(text) {
    const { lines, counts } = outlineOf(text);
    return new Numbers(lines).of(counts);
  },
};
