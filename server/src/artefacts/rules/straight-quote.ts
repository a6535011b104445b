import { isCjkMark, isDigit, isHan, isLetter } from '../../text/characters.ts';
import { mending, pointing, type Reading } from '../mending.ts';
import type { CharacterRule, Found, ParagraphText } from '../rule.ts';
import { Sign } from '../signs.ts';

interface Kind {
  readonly straight: string;
  readonly open: string;
  readonly close: string;
}

const double: Kind = { straight: '"＂', open: '“', close: '”' };
const single: Kind = { straight: "'", open: '‘', close: '’' };

/** As many quotations of one paragraph are one finding: somebody typed them so. */
const many = 3;

interface Quotation {
  readonly open: number;
  readonly close: number;
}

function isChinese(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return isHan(unit) || isCjkMark(unit);
}

/** Whether the sign at `at` is an apostrophe, minutes, seconds or inches. */
function isOther(text: string, at: number, { straight }: Kind, opened: boolean): boolean {
  const before = at === 0 ? 0 : text.charCodeAt(at - 1);
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  if (!opened && (isDigit(before) || before === 0xb0)) return true;
  return straight === "'" && (isLetter(before) || isDigit(before)) && (isLetter(after) || !opened);
}

/** The quotations that hold a straight mark, paired from left to right; `odd`: the first mark, where they do not come out even. */
function quotationsIn(
  text: string,
  places: readonly number[],
  kind: Kind,
): { quotations: Quotation[]; odd: number | null } {
  const quotations: Quotation[] = [];
  let open: number | null = null;
  let first: number | null = null;
  for (const at of places) {
    const sign = text[at]!;
    const straight = kind.straight.includes(sign);
    if (!straight && sign !== kind.open && sign !== kind.close) continue;
    if (straight && isOther(text, at, kind, open !== null)) continue;
    if (straight) first ??= at;
    // Curly marks without a partner are another rule's; only where straight ones stand between them nothing is sure.
    if (sign === kind.open) {
      if (open !== null && kind.straight.includes(text[open]!)) return { quotations, odd: first };
      open = at;
    } else if (open === null) {
      if (straight) open = at;
    } else {
      if (at === open + 1) return { quotations, odd: first };
      if (straight || kind.straight.includes(text[open]!)) quotations.push({ open, close: at });
      open = null;
    }
  }
  return { quotations, odd: open !== null && kind.straight.includes(text[open]!) ? first : null };
}

/** In a passage of an alphabet straight quotes are right. */
function isInChinese(text: string, { open, close }: Quotation): boolean {
  return (
    isChinese(text, open + 1) ||
    isChinese(text, close - 1) ||
    (isChinese(text, open - 1) && isChinese(text, close + 1))
  );
}

/** A stop behind the opening mark, or an opening bracket before the closing one: they were not paired as meant. */
function isTurned(text: string, { open, close }: Quotation): boolean {
  return /[，。、；：！？”》）]/.test(text[open + 1]!) || /[“《（]/.test(text[close - 1]!);
}

function findingsOf(paragraph: ParagraphText, kind: Kind): Found[] {
  const { text, signs } = paragraph.solid;
  const { quotations: all, odd } = quotationsIn(text, signs.places, kind);
  const quotations = all.filter((quotation) => isInChinese(text, quotation));
  const turned = quotations.find((quotation) => isTurned(text, quotation));
  const doubtful = odd ?? turned?.open ?? null;
  if (doubtful !== null) {
    if (quotations.length === 0 && !isChinese(text, doubtful - 1) && !isChinese(text, doubtful + 1))
      return [];
    const found = pointing(
      paragraph,
      { start: doubtful, end: doubtful + 1 },
      { class: 'suspect', variant: 'odd' },
    );
    return found ? [found] : [];
  }
  const readings = quotations.map(({ open, close }): Reading[] => [
    { start: open, end: open + 1, text: kind.open },
    { start: close, end: close + 1, text: kind.close },
  ]);
  const groups = readings.length < many ? readings : [readings.flat()];
  return groups.flatMap((group) => {
    const found = mending(paragraph, group, { values: [group.length / 2, kind.open + kind.close] });
    return found ? [found] : [];
  });
}

/** Straight quotation marks about Chinese words: `"一带一路"` for `“一带一路”`. */
export const straightQuote: CharacterRule = {
  id: 'straight-quote',
  class: 'likely',
  name: { en: 'straight quotation marks', zh: '直引号' },
  about: {
    en: 'Straight quotation marks for “ ” and ‘ ’ in Chinese text.',
    zh: '中文里的直引号，应为弯引号“”和‘’。',
  },
  done: {
    en: {
      one: '1 place with straight quotation marks mended',
      many: '{0} places with straight quotation marks mended',
    },
    zh: '{0} 处直引号改正',
  },
  words: {
    message: {
      en: {
        one: 'A quotation in straight marks, for {1}',
        many: '{0} quotations in straight marks, for {1}',
      },
      zh: '{0} 处引文用了直引号，应为 {1}。',
    },
    fix: { en: 'Put {1}', zh: '改为 {1}' },
  },
  variants: {
    odd: {
      message: {
        en: 'Straight quotation marks that do not pair in this paragraph.',
        zh: '本段的直引号不能两两配对。',
      },
    },
  },
  needs: Sign.straightQuote,
  find(paragraph) {
    return [...findingsOf(paragraph, double), ...findingsOf(paragraph, single)];
  },
};
