import type { Reading } from './analysis.ts';
import { placeOf } from './artefacts/furniture.ts';
import { type Page, paragraphStart } from './artefacts/page.ts';
import type { CleanBlock } from './statement/node.ts';
import type { TextRange } from './text/range.ts';
import { RunMap } from './text/source-map.ts';

/** The clean text of a page with its map: one paragraph a line, furniture left out. */
export function readingOf(page: Page): Reading {
  const parts: string[] = [];
  const blocks: CleanBlock[] = [];
  const furniture: TextRange[] = page.leadFurniture.map((line) => placeOf(line, 0));
  const runs = new Int32Array(runLength(page));
  let filled = 0;
  let clean = 0;
  for (let i = 0; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i]!;
    const raw = paragraphStart(page, i);
    for (const range of paragraph.furniture)
      furniture.push({ start: raw + range.start, end: raw + range.end });
    if (paragraph.clean === '') continue;
    blocks.push({ text: paragraph.clean, start: clean });
    for (let r = 0; r < paragraph.runs.length; r += 3) {
      runs[filled++] = clean + paragraph.runs[r]!;
      runs[filled++] = raw + paragraph.runs[r + 1]!;
      runs[filled++] = paragraph.runs[r + 2]!;
    }
    parts.push(paragraph.clean);
    clean += paragraph.clean.length;
    if (paragraph.ended) {
      runs[filled++] = clean;
      runs[filled++] = raw + paragraph.lineEnd;
      runs[filled++] = 1;
      parts.push('\n');
      clean++;
    }
  }
  return { clean: parts.join(''), map: new RunMap(runs, page.raw.length), blocks, furniture };
}

/** How many numbers the runs of the whole text are: on a long one, growing a list takes longer than all else. */
function runLength(page: Page): number {
  let length = 0;
  for (const { clean, runs, ended } of page.paragraphs) {
    if (clean !== '') length += runs.length + (ended ? 3 : 0);
  }
  return length;
}
