/**
 * Prints how the margin of a reading goes with its being right: `node test/setting/curve.ts [FIRST SEED]`, on training
 * seeds. The thresholds in `line-break.ts` are chosen from it. A row of the table is one sort of decision, a column the
 * margins from that number (tenths of a nat) to the next; a cell says how many were wrong of how many. The last lines
 * say, for each threshold, what share of the joins above it is wrong, and what share of all right joins is kept.
 */
import { mayBeMeant, showsCuts } from '../../server/src/artefacts/layout/evidence.ts';
import { type Page, readPage } from '../../server/src/artefacts/page.ts';
import { cleanTexts } from './clean-texts.ts';
import { setNewspaper } from './newspaper.ts';
import { seededRandom } from './random.ts';
import { bands, randomSetting, type Trace } from './scenario.ts';
import { paragraphEnds } from './truth.ts';

const steps = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150];

interface Cell {
  all: number;
  wrong: number;
}

/** What sort of decision a line break is: the end of a paragraph, or one of three sorts of joins. */
function sortOf(page: Page, paragraph: number, row: number): string {
  const first = page.firstRows[paragraph]!;
  const end = page.firstRows[paragraph + 1]!;
  if (row === end - 1) return 'end';
  if (mayBeMeant(page.rows[row]!, page.rows[row + 1]!)) return 'join before an item';
  return showsCuts(page.rows.slice(first, end)) ? 'join' : 'join with no mark at the end';
}

const cells = new Map<string, Cell[]>();
let seed = Number(process.argv[2] ?? 30_000);
for (const trace of ['trace', 'none', 'printed'] satisfies Trace[]) {
  for (const { text } of cleanTexts()) {
    for (const band of bands) {
      const random = seededRandom(seed++);
      const set = setNewspaper(text, randomSetting(band, trace, random), random);
      const page = readPage(set.raw);
      const ends = paragraphEnds(set, page);
      for (let paragraph = 0; paragraph < page.paragraphs.length; paragraph++) {
        for (let row = page.firstRows[paragraph]!; row < page.firstRows[paragraph + 1]!; row++) {
          if (row === page.rows.length - 1) break;
          const name = `${trace}: ${sortOf(page, paragraph, row)}`;
          const counts = cells.get(name) ?? steps.map(() => ({ all: 0, wrong: 0 }));
          cells.set(name, counts);
          const cell = counts[steps.findLastIndex((step) => page.chain.margins[row]! >= step)]!;
          cell.all++;
          if (ends[row] !== page.chain.ends[row]) cell.wrong++;
        }
      }
    }
  }
}

const row = (name: string, columns: readonly string[]): string =>
  name.padEnd(38) + columns.map((column) => column.padStart(11)).join('');
console.log(row('margin at least', steps.map(String)));
for (const [name, counts] of cells) {
  console.log(
    row(
      name,
      counts.map(({ all, wrong }) => `${wrong}/${all}`),
    ),
  );
}
for (const trace of ['trace', 'none', 'printed']) {
  const joins = [...cells].filter(([name]) => name === `${trace}: join`).map(([, counts]) => counts)[0]!;
  const right = joins.reduce((sum, { all, wrong }) => sum + all - wrong, 0);
  const above = steps.map((_, i) => joins.slice(i).reduce((sum, { wrong }) => sum + wrong, 0));
  const kept = steps.map((_, i) => joins.slice(i).reduce((sum, { all, wrong }) => sum + all - wrong, 0));
  console.log(
    row(
      `${trace}: wrong joins in 100,000`,
      above.map((wrong, i) => ((100_000 * wrong) / (kept[i]! + wrong)).toFixed(0)),
    ),
  );
  console.log(
    row(
      `${trace}: right joins kept`,
      kept.map((count) => `${((100 * count) / right).toFixed(2)} %`),
    ),
  );
}
