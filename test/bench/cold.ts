/**
 * Reads the statement at the path that it is given once, in a process that has done nothing before, and writes
 * how long each step took (JSON) to standard output. Run as a bundle, as the server is.
 */
import '../../server/src/node/quick-start.ts';
import { readFileSync } from 'node:fs';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createStatementService } from '../../server/src/service.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { type Timing, timed } from './measurement.ts';

/** What it writes. */
export interface ColdTimes {
  /** From the start of the process until our own code ran: Node, then our modules. */
  readonly boot: Timing;
  readonly service: Timing;
  readonly findings: Timing;
  readonly diagnostics: Timing;
  readonly reading: Timing;
  readonly tree: Timing;
  readonly references: Timing;
}

const boot = { wall: performance.now() };
const raw = readFileSync(process.argv[2]!, 'utf8');
let service!: ReturnType<typeof createStatementService>;
const making = timed(() => (service = createStatementService()));
let analysis!: ReturnType<typeof service.analyse>;
let found!: ReturnType<typeof service.findings>;
const finding = timed(() => {
  analysis = service.analyse(raw);
  found = service.findings(analysis, { limit: 1001 });
});
const times: ColdTimes = {
  boot,
  service: making,
  findings: finding,
  diagnostics: timed(() => diagnostics(found, new LineTable(raw))),
  reading: timed(() => analysis.reading),
  tree: timed(() => analysis.tree),
  references: timed(() => analysis.references),
};
process.stdout.write(JSON.stringify(times));
