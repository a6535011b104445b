import { breaksOff } from '../layout/furniture.ts';
import type { Row } from '../layout/row.ts';
import { RowFlag as flag } from '../layout/row-flag.ts';
import { rowsAhead } from '../paragraph-layout.ts';
import type { CharacterRule, ParagraphText } from '../rule.ts';

/** How much the widths of the two columns differ at least, and those of the lines of one at most (half-ems). */
const apart = 4;
const alike = 2;
/** So many of the lines looked at hold a mark, as text does and lists do not. */
const fewestMarked = 3;

/** Words that a column cuts often; at the end of one line and the head of another they tell which line goes on. */
const words = new Set(
  (
    '双方 两国 国家 人民 政府 主席 总统 合作 关系 发展 和平 安全 国际 世界 经济 政治 社会 文化 教育 科技 贸易 投资 能源 ' +
    '支持 加强 促进 推动 深化 扩大 维护 尊重 反对 坚持 落实 实施 举行 签署 愿意 同意 认为 强调 重申 指出 欢迎 ' +
    '领域 问题 地区 机制 组织 会议 联合 共同 主权 领土 完整 独立 利益 原则 宪章 条约 协定 声明 公报 战略 伙伴 ' +
    '交流 对话 磋商 协调 沟通 稳定 繁荣 进步 解决 冲突 争端 谈判 军事 武器 中国 美国 俄国 欧洲 亚洲 非洲 全球 ' +
    '继续 进行 提供 建立 建设 开展 参与 努力 重要 积极 平等 互利 友好 之间 以及 其他 任何 各国 所有 目前 今后 ' +
    '聯合 國際 國家 關係 發展 經濟 條約 協定 聲明 問題 組織 會議 雙方 兩國 維護 領域 開展 進行'
  ).split(' '),
);

interface Line {
  readonly row: Row;
  readonly print: string;
}

/** Two columns that were read line by line across both. */
export const interleavedColumns: CharacterRule = {
  id: 'interleaved-columns',
  class: 'suspect',
  name: { en: 'interleaved columns', zh: '两栏交错' },
  about: {
    en: 'Lines of two columns in turn, so that words go on in the line after the next.',
    zh: '两栏的行交替出现，词语隔行相接。',
  },
  done: {
    en: { one: '1 place of interleaved columns', many: '{0} places of interleaved columns' },
    zh: '{0} 处两栏交错',
  },
  words: {
    message: {
      en: 'From here on the lines of two columns seem to stand in turn: each goes on in the line after the next.',
      zh: '自此行起，两栏的行似交替出现，每行隔一行才接续。',
    },
  },
  find(paragraph) {
    const { joined, layout } = paragraph;
    const { rows } = layout;
    let above = layout.before()?.row;
    for (let i = 0; i < rows.length; i++) {
      // Only where the alternation begins; it needs to be told once.
      if (
        alternate(i, paragraph) &&
        !(above && isAlike(above, rowAt(paragraph, i + 1)!)) &&
        isTorn(paragraph, i)
      ) {
        const { start, end } = joined.lines[i]!;
        return [{ start, end, edits: [] }];
      }
      above = rows[i];
    }
    return [];
  },
};

function rowAt({ layout: { rows, after } }: ParagraphText, index: number): Row | undefined {
  return rows[index] ?? after(index - rows.length)?.row;
}

function edgeOf(row: Row): number {
  return row.indentWidth + row.maxWidth;
}

function isAlike(a: Row, b: Row): boolean {
  return Math.abs(edgeOf(a) - edgeOf(b)) <= alike;
}

const ownLine = flag.gapped | flag.spaced | flag.startsItem | flag.startsDash | flag.numeral;

/** Whether the rows from one on are of two widths in turn, and each breaks off. */
function alternate(index: number, paragraph: ParagraphText): boolean {
  const first = rowAt(paragraph, index);
  const second = rowAt(paragraph, index + 1);
  if (!first || !second || Math.abs(edgeOf(first) - edgeOf(second)) < apart) return false;
  let marked = 0;
  for (let k = 0; k < rowsAhead; k++) {
    const row = rowAt(paragraph, index + k);
    if (!row || !breaksOff(row) || row.flags & ownLine || !isAlike(row, k % 2 === 0 ? first : second))
      return false;
    if (row.minWidth !== row.maxWidth) marked++;
  }
  return marked >= fewestMarked;
}

/** Whether words and titles go on in the line after the next, and none in the next. */
function isTorn(paragraph: ParagraphText, index: number): boolean {
  const lines = Array.from({ length: rowsAhead }, (_, k) => lineAt(paragraph, index + k));
  let torn = 0;
  for (let k = 0; k + 1 < lines.length; k++) {
    const line = lines[k]!;
    if (goesOnIn(line, lines[k + 1]!)) return false;
    if (k + 2 < lines.length && goesOnIn(line, lines[k + 2]!)) torn++;
  }
  return torn > 0;
}

function lineAt({ joined, layout: { rows, after } }: ParagraphText, index: number): Line {
  const row = rows[index];
  if (!row) return after(index - rows.length)!;
  const { start, end } = joined.lines[index]!;
  return { row, print: joined.text.slice(start, end) };
}

function goesOnIn({ row, print }: Line, next: Line): boolean {
  if (words.has(print.charAt(print.length - 1) + next.print.charAt(0))) return true;
  // A title that is open here is closed there before another one opens.
  return (row.flags & flag.leavesOpen) !== 0 && /^[^《》]*》/.test(next.print);
}
