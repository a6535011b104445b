import { cleanTexts } from './clean-texts.ts';
import { setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';
import { type Band, bands, randomSetting, type Trace } from './scenario.ts';
import { addScores, noScore, type Score, scoreReading } from './score.ts';

/** The scores of all texts that were set within one band of measures and with one sort of indent. */
export interface Reading {
  readonly band: Band;
  readonly trace: Trace;
  readonly fitted: boolean;
  readonly score: Score;
}

/** Sets every clean text `pages` times for each band and sort of indent, from the seed `first` on, and reads it. */
export function measureReadings(first: number, pages: number): Reading[] {
  const texts = cleanTexts();
  const readings: Reading[] = [];
  let seed = first;
  for (const trace of ['trace', 'none', 'printed'] as const) {
    for (const band of bands) {
      for (const fitted of [true, false]) {
        let score = noScore;
        for (const { text } of texts.filter((one) => one.fitted === fitted)) {
          for (let page = 0; page < pages; page++) {
            const random = seededRandom(seed++);
            const set = setNewspaper(text, randomSetting(band, trace, random), random);
            score = addScores(score, scoreReading(set));
          }
        }
        readings.push({ band, trace, fitted, score });
      }
    }
  }
  return readings;
}

/** The sum of the scores that are chosen. */
export function total(readings: readonly Reading[], chosen: (reading: Reading) => boolean): Score {
  return readings.filter(chosen).reduce((sum, { score }) => addScores(sum, score), noScore);
}

/** Wrong breaks in 1,000 paragraphs. */
export function wrongPerThousand({ wrongJoins, wrongSplits, paragraphs }: Score): number {
  return (1000 * (wrongJoins + wrongSplits)) / Math.max(1, paragraphs);
}

/** The readings as a table to print. */
export function table(readings: readonly Reading[]): string {
  const rows = [
    'indent   measure   paragraphs   wrong joins  wrong splits   (texts never fitted on)   safe joins  of them wrong   doubtful',
    '                                    in 1,000 paragraphs',
  ];
  for (const trace of ['trace', 'none', 'printed'] as const) {
    for (const band of bands) {
      const here = (one: Reading): boolean => one.trace === trace && one.band === band;
      const all = total(readings, here);
      const unseen = total(readings, (one) => here(one) && !one.fitted);
      const perThousand = (count: number): string => ((1000 * count) / all.paragraphs).toFixed(2);
      rows.push(
        [
          trace.padEnd(8),
          `${band.from}–${band.to}`.padEnd(8),
          String(all.paragraphs).padStart(10),
          perThousand(all.wrongJoins).padStart(14),
          perThousand(all.wrongSplits).padStart(12),
          wrongPerThousand(unseen).toFixed(2).padStart(20),
          `${((100 * all.safeJoins) / (all.breaks - all.paragraphs)).toFixed(1)} %`.padStart(18),
          String(all.wrongSafeJoins).padStart(12),
          perThousand(all.doubtful).padStart(14),
        ].join(' '),
      );
    }
  }
  return rows.join('\n');
}
