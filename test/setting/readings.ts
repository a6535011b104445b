import { cleanTexts } from './clean-texts.ts';
import { setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';
import { type Band, bands, randomSetting, type Trace } from './scenario.ts';
import { addScores, noScore, type Score, scoreReading } from './score.ts';

/** The score of a page that was set within a band of measures and with one sort of indent. */
export interface Reading {
  readonly band: Band;
  readonly trace: Trace;
  readonly fitted: boolean;
  /** Whether all columns of the page have one measure. */
  readonly oneMeasure: boolean;
  readonly score: Score;
}

/** Sets every clean text `pages` times for each band and sort of indent, from the seed `first` on, and reads it. */
export function measureReadings(first: number, pages: number): Reading[] {
  const texts = cleanTexts().sort((a, b) => Number(b.fitted) - Number(a.fitted));
  const readings: Reading[] = [];
  let seed = first;
  for (const trace of ['trace', 'none', 'printed'] as const) {
    for (const band of bands) {
      for (const { text, fitted } of texts) {
        for (let page = 0; page < pages; page++) {
          const random = seededRandom(seed++);
          const setting = randomSetting(band, trace, random);
          const score = scoreReading(setNewspaper(text, setting, random));
          const oneMeasure = new Set(setting.columns.map(({ measure }) => measure)).size === 1;
          readings.push({ band, trace, fitted, oneMeasure, score });
        }
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

/** The same, but those alone that nobody is shown: joined unseen, or left as they were without a word. */
export function unseenPerThousand({ unseenJoins, unseenSplits, paragraphs }: Score): number {
  return (1000 * (unseenJoins + unseenSplits)) / Math.max(1, paragraphs);
}

/** The heads of the table's columns, the widths of which are those of the heads. */
const heads = [
  'indent  ',
  'measure ',
  'paragraphs',
  'wrong joins',
  'wrong splits',
  'in texts never fitted on',
  'on pages of one measure',
  'of two',
  'doubtful',
  'wrong and not shown',
  'safe joins',
  'of them wrong',
];

/** The readings as a table to print; in 1,000 paragraphs, but for the safe joins. */
export function table(readings: readonly Reading[]): string {
  const rows = [heads.join('  ')];
  for (const trace of ['trace', 'none', 'printed'] as const) {
    for (const band of bands) {
      const here = readings.filter((one) => one.trace === trace && one.band === band);
      const all = total(here, () => true);
      const wrong = (chosen: (reading: Reading) => boolean): string =>
        wrongPerThousand(total(here, chosen)).toFixed(2);
      const perThousand = (count: number): string => ((1000 * count) / all.paragraphs).toFixed(2);
      const cells = [
        trace,
        `${band.from}–${band.to}`,
        String(all.paragraphs),
        perThousand(all.wrongJoins),
        perThousand(all.wrongSplits),
        wrong(({ fitted }) => !fitted),
        wrong(({ oneMeasure }) => oneMeasure),
        wrong(({ oneMeasure }) => !oneMeasure),
        perThousand(all.doubtful),
        unseenPerThousand(all).toFixed(2),
        `${((100 * all.safeJoins) / (all.breaks - all.paragraphs)).toFixed(1)} %`,
        String(all.wrongSafeJoins),
      ];
      rows.push(
        cells
          .map((cell, i) => (i < 2 ? cell.padEnd(heads[i]!.length) : cell.padStart(heads[i]!.length)))
          .join('  '),
      );
    }
  }
  return rows.join('\n');
}
