import type { Snapshot } from '../../server/src/features/snapshot.ts';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable } from '../../server/src/text/lines.ts';

export const service = createStatementService();

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
