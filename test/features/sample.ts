import type { Surroundings } from '../../server/src/features/elsewhere.ts';
import type { Snapshot } from '../../server/src/features/snapshot.ts';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable, type PositionRange } from '../../server/src/text/lines.ts';
import { summaryOf } from '../../server/src/workspace/summary.ts';
import { StatementIndex } from '../../server/src/workspace/workspace-index.ts';

export const service = createStatementService();

/** A workspace with no other files. */
export const surroundings: Surroundings = { registry: service.registry, index: new StatementIndex() };

/** A text as a feature sees it. */
export function snapshotOf(text: string): Snapshot {
  return {
    uri: 'file:///sample.statement',
    version: 1,
    analysis: service.analyse(text),
    lines: new LineTable(text),
  };
}

/** Text and the offset of the mark `▮` in it, which is taken out. */
export function withCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('▮');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A snapshot of a text with a mark `▮`, and the offset of the mark. */
export function atCursor(marked: string): { readonly snapshot: Snapshot; readonly offset: number } {
  const { text, offset } = withCursor(marked);
  return { snapshot: snapshotOf(text), offset };
}

/** The text with every range in [ ], outer before inner. */
export function withRanges({ analysis: { raw }, lines }: Snapshot, ranges: readonly PositionRange[]): string {
  const marks = ranges.flatMap((range) => {
    const { start, end } = lines.toOffsets(range);
    return [
      { at: start, mark: '[', size: start - end },
      { at: end, mark: ']', size: end - start },
    ];
  });
  marks.sort((a, b) => a.at - b.at || b.mark.charCodeAt(0) - a.mark.charCodeAt(0) || a.size - b.size);
  let shown = '';
  let at = 0;
  for (const mark of marks) {
    shown += raw.slice(at, mark.at) + mark.mark;
    at = mark.at;
  }
  return shown + raw.slice(at);
}

/** A statement of our own, broken as a newspaper breaks one: short lines, a blank line between all of them. */
export const broken = `甲国和乙国关于湿地保护的
联合声明

应乙国总统邀请，甲国主席于 2031 年

5 月 2 日 至 3 日 对 乙 国 进 行 访 问 。

两国元首举行正式会谈，声明如下：

一

双方重申恪守《联合国宪章》宗旨和

原则，愿在《不扩散核武器条

约》框架内继续合作，并采取以下措

施：

—— 共同保护候鸟栖息地；

—— 尽快商签有关协定。

二

双方认为，会谈富有成果。（下转第 7版）
`;

/** A workspace with these texts in it, by URI. */
export function workspaceOf(texts: Readonly<Record<string, string>>): Surroundings {
  const index = new StatementIndex();
  for (const [uri, text] of Object.entries(texts)) {
    index.set(uri, summaryOf(service.analyse(text), new LineTable(text), service.registry));
  }
  return { registry: service.registry, index };
}
