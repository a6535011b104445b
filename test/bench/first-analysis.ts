import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStatementService } from '../../server/src/service.ts';
import { withBundle } from './bundle.ts';
import type { ColdTimes } from './cold.ts';
import { type Measurement, type Target, type Timing, timed } from './measurement.ts';
import type { BenchText } from './texts.ts';

/** The first analysis of a text in processes that have just started, one after the other. */
export async function coldAnalysis({ name, raw }: BenchText, processes: number): Promise<Measurement[]> {
  const runs = await withBundle('test/bench/cold.ts', async (bundle) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-bench-'));
    try {
      const path = join(folder, 'statement.txt');
      writeFileSync(path, raw);
      return Array.from({ length: processes }, () => {
        const told = execFileSync(process.execPath, [bundle, path], { encoding: 'utf8' });
        return JSON.parse(told) as ColdTimes;
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  const group = `First analysis in a cold process: ${name}`;
  const row = (what: string, of: (times: ColdTimes) => Timing): Measurement => ({
    group,
    what,
    samples: runs.map(of),
  });
  return [
    {
      ...row('page and findings', ({ findings }) => findings),
      target: { quantile: 'median', milliseconds: 15 },
    },
    row('their diagnostics', ({ diagnostics }) => diagnostics),
    row('clean text and map', ({ reading }) => reading),
    row('tree', ({ tree }) => tree),
    row('references', ({ references }) => references),
    row('all of these', ({ findings, diagnostics, reading, tree, references }) =>
      [findings, diagnostics, reading, tree, references].reduce(plus),
    ),
    row('before: start of Node, our modules', ({ boot }) => boot),
    row('before: the service with its registry', ({ service }) => service),
  ];
}

/** The first analysis of a text in a process that has read others; nothing is promised of long ones. */
export function warmAnalysis({ name, raw }: BenchText, times: number, target?: Target): Measurement[] {
  const service = createStatementService();
  const page: Timing[] = [];
  const all: Timing[] = [];
  const warmingUp = Math.min(50, times);
  for (let i = 0; i < times + warmingUp; i++) {
    let analysis!: ReturnType<typeof service.analyse>;
    const found = timed(() => {
      analysis = service.analyse(raw);
      return service.findings(analysis, { limit: 1001 });
    });
    const rest = timed(() => [analysis.reading, analysis.tree, analysis.references]);
    if (i < warmingUp) continue;
    page.push(found);
    all.push(plus(found, rest));
  }
  const group = `First analysis in a warm process: ${name}`;
  return [
    { group, what: 'page and findings', samples: page, ...(target && { target }) },
    { group, what: 'with clean text, tree and references', samples: all },
  ];
}

function plus(a: Timing, b: Timing): Timing {
  return { wall: a.wall + b.wall, cpu: (a.cpu ?? 0) + (b.cpu ?? 0) };
}
