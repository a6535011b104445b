/**
 * Measures what DESIGN promises of speed and prints it as a table.
 *
 *   npm run bench -- [--quick] [--details] [--json] [--only first|keystrokes|answers|suggestions|tags|linters|files|index|formats]
 *
 * It never fails for being slow: machines differ, and a busy one is slow in ways that say nothing.
 */
import { parseArgs } from 'node:util';
import { asking } from './asking.ts';
import { compareLinters, comparisonTable, statementsInColumns } from './comparison.ts';
import { exporting, exportsTable } from './exporting.ts';
import { coldAnalysis, warmAnalysis } from './first-analysis.ts';
import { indexing, indexingTable } from './indexing.ts';
import { typing } from './keystrokes.ts';
import { machine } from './machine.ts';
import { filesTable, manyFiles } from './many-files.ts';
import { type Measurement, type Summary, summaryOf } from './measurement.ts';
import { tableOf } from './report.ts';
import { suggesting } from './suggesting.ts';
import { tagKeeping } from './tag-keeping.ts';
import { tagging } from './tagging.ts';
import { longBroken, statement } from './texts.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    details: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const { quick } = options;
const short = statement();
const million = 1_000_000;

async function firstAnalysis(): Promise<Measurement[]> {
  return [
    ...(await coldAnalysis(short, quick ? 5 : 15)),
    ...warmAnalysis(short, quick ? 50 : 300, { quantile: 'median', milliseconds: 5 }),
    ...(quick ? [] : warmAnalysis(longBroken(million), 5)),
  ];
}

async function keystrokes(): Promise<Measurement[]> {
  const shared = { details: options.details, seed: 2024 };
  const long = longBroken(million);
  return [
    ...(await typing(short, { ...shared, count: quick ? 400 : 2000, factCount: 40, milliseconds: 10 })),
    ...(await typing(long, {
      ...shared,
      count: quick ? 100 : 2000,
      factCount: quick ? 4 : 20,
      milliseconds: 16,
    })),
  ];
}

async function answers(): Promise<Measurement[]> {
  return [...asking(short, quick ? 50 : 300), ...asking(longBroken(million), quick ? 3 : 20)];
}

async function suggestions(): Promise<Measurement[]> {
  const lengths = quick ? [200_000] : [200_000, million];
  return [short, ...lengths.map(longBroken)].flatMap((text) => suggesting(text, quick ? 3 : 10));
}

async function tags(): Promise<Measurement[]> {
  const times = quick ? 100 : 1000;
  return [
    ...tagging(short, 5000, times),
    ...tagging(longBroken(million), 5000, Math.ceil(times / 4)),
    ...tagging(longBroken(200_000), 5000, Math.ceil(times / 4)),
    ...(quick ? [] : tagKeeping([short.raw.length, 200_000, million])),
  ];
}

const suites: readonly (readonly [name: string, run: () => Promise<Measurement[]>])[] = [
  ['first', firstAnalysis],
  ['keystrokes', keystrokes],
  ['answers', answers],
  ['suggestions', suggestions],
  ['tags', tags],
];

const wanted = (name: string) => options.only === '' || options.only === name;
if (![...suites.map(([name]) => name), 'linters', 'files', 'index', 'formats'].some(wanted)) {
  process.stderr.write(
    `There is no measurement “${options.only}”: use first, keystrokes, answers, suggestions, tags, linters, files, index or formats.\n`,
  );
  process.exit(2);
}
const before = machine();
const started = Date.now();
const summaries: Summary[] = [];
for (const [name, run] of suites) {
  if (!wanted(name)) continue;
  if (process.stderr.isTTY) process.stderr.write(`Measuring: ${name} …\n`);
  globalThis.gc?.();
  summaries.push(...(await run()).map(summaryOf));
}
const texts = wanted('linters') ? statementsInColumns(quick ? 20 : 100, 10_000) : [];
const comparison = wanted('linters') ? compareLinters(texts) : [];
const files = wanted('files') ? await manyFiles(quick ? 100 : 1000, 12_000) : [];
const index = wanted('index') ? await indexing(quick ? 100 : 1000, 12_000) : [];
const formats = wanted('formats') ? await exporting(quick ? 100 : 1000, 500) : [];
const after = machine();

if (options.json) {
  process.stdout.write(
    `${JSON.stringify({ machine: before, loadAfter: after.load, quick, summaries, comparison, files, index, formats }, null, 2)}\n`,
  );
} else {
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const missed = summaries.filter(({ met }) => met === false).length;
  const promised = summaries.filter(({ met }) => met !== null).length;
  process.stdout.write(
    [
      `Node ${before.node} on ${before.platform}, ${before.cpus} × ${before.cpu}, ${before.memoryInGiB} GiB; load ${before.load} before, ${after.load} after`,
      `Milliseconds by the clock and, where it is known, of CPU time; ${quick ? 'a quick run, ' : ''}${seconds} s`,
      '',
      ...(summaries.length > 0
        ? [tableOf(summaries), `${promised - missed} of ${promised} targets met.`, '']
        : []),
      ...(comparison.length > 0 ? [comparisonTable(comparison, texts)] : []),
      ...(files.length > 0 ? [filesTable(files)] : []),
      ...(index.length > 0 ? [indexingTable(index)] : []),
      ...(formats.length > 0 ? [exportsTable(formats)] : []),
    ].join('\n'),
  );
}
