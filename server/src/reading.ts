import type { Reading } from './analysis.ts';
import { type Page, paragraphStart } from './artefacts/page.ts';
import type { CleanBlock } from './statement/node.ts';
import type { TextRange } from './text/range.ts';
import { RunMap } from './text/source-map.ts';

/** The clean text of a page with its map: one paragraph a line, furniture left out. */
export function readingOf(page: Page): Reading {
  const parts: string[] = [];
  const blocks: CleanBlock[] = [];
  const furniture: TextRange[] = [];
  const runs: number[] = [];
  let clean = 0;
  for (let i = 0; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i]!;
    const raw = paragraphStart(page, i);
    for (const range of paragraph.furniture)
      furniture.push({ start: raw + range.start, end: raw + range.end });
    if (paragraph.clean === '') continue;
    blocks.push({ text: paragraph.clean, start: clean });
    for (let r = 0; r < paragraph.runs.length; r += 3) {
      runs.push(clean + paragraph.runs[r]!, raw + paragraph.runs[r + 1]!, paragraph.runs[r + 2]!);
    }
    parts.push(paragraph.clean);
    clean += paragraph.clean.length;
    if (paragraph.ended) {
      runs.push(clean, raw + paragraph.lineEnd, 1);
      parts.push('\n');
      clean++;
    }
  }
  return { clean: parts.join(''), map: new RunMap(runs, page.raw.length), blocks, furniture };
}
