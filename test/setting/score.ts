import { type Page, readPage } from '../../server/src/artefacts/page.ts';
import type { SetText } from './newspaper.ts';
import { paragraphEnds } from './truth.ts';

/** How a set text was read, break by break. */
export interface Score {
  paragraphs: number;
  breaks: number;
  /** The best reading joins two paragraphs, or cuts one. */
  wrongJoins: number;
  wrongSplits: number;
  /** Line breaks that cleaning takes out unseen, and those of them that end a paragraph. */
  safeJoins: number;
  wrongSafeJoins: number;
  /** Breaks that are shown to a person. */
  doubtful: number;
  /** Wrong joins and splits that nobody is shown. */
  unseenJoins: number;
  unseenSplits: number;
}

export const noScore: Score = {
  paragraphs: 0,
  breaks: 0,
  wrongJoins: 0,
  wrongSplits: 0,
  safeJoins: 0,
  wrongSafeJoins: 0,
  doubtful: 0,
  unseenJoins: 0,
  unseenSplits: 0,
};

export function addScores(a: Score, b: Score): Score {
  const sum = { ...a };
  for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += b[key];
  return sum;
}

/** Reads a set text and compares each of its line breaks with the truth. */
export function scoreReading(set: SetText): Score {
  const page = readPage(set.raw);
  const truth = paragraphEnds(set, page);
  const { safe, doubtful } = breaksFound(page);
  const score = { ...noScore, doubtful: doubtful.size };
  for (let row = 0; row < truth.length; row++) {
    const last = truth[row] === 1;
    if (last) score.paragraphs++;
    if (row === truth.length - 1) break;
    score.breaks++;
    const ends = page.chain.ends[row] === 1;
    if (last && !ends) {
      score.wrongJoins++;
      if (!doubtful.has(row)) score.unseenJoins++;
    }
    if (!last && ends) {
      score.wrongSplits++;
      if (!doubtful.has(row)) score.unseenSplits++;
    }
    if (safe.has(row)) {
      score.safeJoins++;
      if (last) score.wrongSafeJoins++;
    }
  }
  return score;
}

/** The rows that are joined to the next one unseen, and those behind which a person is asked about the break. */
export function breaksFound(page: Page): {
  readonly safe: ReadonlySet<number>;
  readonly doubtful: ReadonlySet<number>;
} {
  const safe = new Set<number>();
  const doubtful = new Set<number>();
  for (const [n, paragraph] of page.paragraphs.entries()) {
    const start = page.rowStarts[page.firstRows[n]!]!;
    for (const { rule, class: sure, edits } of paragraph.artefacts) {
      if (rule !== 'line-break') continue;
      let row = page.firstRows[n]!;
      for (const edit of edits) {
        while (page.rowStarts[row + 1]! <= start + edit.start) row++;
        if (sure !== 'safe') doubtful.add(row);
        // Behind the last row it is blank lines that go, and no join.
        else if (row < page.firstRows[n + 1]! - 1) safe.add(row);
      }
    }
  }
  return { safe, doubtful };
}
