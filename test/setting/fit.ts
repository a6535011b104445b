/**
 * Fits the costs of the layout on set pages: `node test/setting/fit.ts [--write] [--rounds 12] [--pages 6]`, and
 * prints how surprising the truth is after each round, on the training pages and on texts left out. The seeds are those
 * from 1 on; those of the test begin at 100,000. With `--write` the costs go to `costs.ts`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { termCount } from '../../server/src/artefacts/layout/terms.ts';
import { cleanTexts } from './clean-texts.ts';
import { costsFile } from './costs-file.ts';
import { addSurprise } from './likelihood.ts';
import { setNewspaper } from './newspaper.ts';
import { priorCosts, setByHand } from './prior.ts';
import { seededRandom } from './random.ts';
import { bands, randomSetting } from './scenario.ts';
import { type TrainingPage, trainingPage } from './training-page.ts';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '12' },
    pages: { type: 'string', default: '6' },
  },
});

/** How strongly a cost is held to what it was before, against what one page says. */
const stiffness = 0.5;

function pagesOf(fitted: boolean, first: number, perCell: number): TrainingPage[] {
  const pages: TrainingPage[] = [];
  let seed = first;
  for (const { text } of cleanTexts().filter((one) => one.fitted === fitted)) {
    for (const band of bands) {
      for (const trace of ['trace', 'none', 'printed'] as const) {
        for (let n = 0; n < perCell; n++) {
          const random = seededRandom(seed++);
          pages.push(trainingPage(setNewspaper(text, randomSetting(band, trace, random), random)));
        }
      }
    }
  }
  return pages;
}

/** Nats a row that the truth surprises by. */
function surprise(pages: readonly TrainingPage[], costs: Float64Array): number {
  const nothing = new Float64Array(termCount);
  const rows = pages.reduce((sum, page) => sum + page.rows, 0);
  return pages.reduce((sum, page) => sum + addSurprise(page, costs, nothing), 0) / rows;
}

const training = pagesOf(true, 1, Number(values.pages));
const leftOut = pagesOf(false, 50_000, 1);
const prior = priorCosts();
const costs = prior.slice();
const random = seededRandom(1);
const mean = new Float64Array(termCount);
const square = new Float64Array(termCount);
const batch = 20;
let step = 0;
const tell = (round: number): void =>
  console.log(
    `round ${round}: ${surprise(training, costs).toFixed(5)} nats a line on ${training.length} training pages, ` +
      `${surprise(leftOut, costs).toFixed(5)} on ${leftOut.length} pages of texts left out`,
  );
tell(0);
const rounds = Number(values.rounds);
for (let round = 1; round <= rounds; round++) {
  const order = training.map((page) => ({ page, key: random.next() })).sort((a, b) => a.key - b.key);
  for (let at = 0; at < order.length; at += batch) {
    const gradient = new Float64Array(termCount);
    for (const { page } of order.slice(at, at + batch)) addSurprise(page, costs, gradient);
    // Adam (Kingma and Ba 2015), with a rate that falls to nothing.
    step++;
    const rate = 0.15 * (1 - (round - 1) / rounds) ** 1.5;
    for (let t = 0; t < termCount; t++) {
      if (t in setByHand) continue;
      const slope = gradient[t]! / batch + ((costs[t]! - prior[t]!) * stiffness) / training.length;
      mean[t] = 0.9 * mean[t]! + 0.1 * slope;
      square[t] = 0.999 * square[t]! + 0.001 * slope * slope;
      const m = mean[t]! / (1 - 0.9 ** step);
      const s = square[t]! / (1 - 0.999 ** step);
      costs[t]! -= (rate * m) / (Math.sqrt(s) + 1e-6);
    }
  }
  tell(round);
}
if (values.write) {
  const target = new URL('../../server/src/artefacts/layout/costs.ts', import.meta.url);
  writeFileSync(target, costsFile(costs));
  console.log(`written to ${target.pathname}; format it with biome`);
}
