import { createStatementService } from '../../server/src/service.ts';
import { typeInServer } from './in-server.ts';
import { structureInService, typeInService } from './in-service.ts';
import type { Measurement, Target, Timing } from './measurement.ts';
import { factScriptFor, scriptFor, type TimedChange } from './script.ts';
import type { BenchText } from './texts.ts';
import type { EditKind, Place } from './typing.ts';

export interface KeystrokeOptions {
  /** How many edits. */
  readonly count: number;
  /** How many edits that change a fact about the whole document. */
  readonly factCount: number;
  /** What is promised of the 99th percentile. */
  readonly milliseconds: number;
  /** Whether the edits are shown by kind and by place as well. */
  readonly details: boolean;
  readonly seed: number;
}

/** From a change to its diagnostics: in the service alone, and through the real server. */
export async function typing({ name, raw }: BenchText, options: KeystrokeOptions): Promise<Measurement[]> {
  const target: Target = { quantile: 'p99', milliseconds: options.milliseconds };
  const service = createStatementService();
  const script = scriptFor(service, raw, options.count, options.seed);
  const facts = factScriptFor(service, raw, options.factCount);
  const group = `From a change to its diagnostics: ${name}`;
  const rows = (where: string, changes: readonly TimedChange[]): Measurement[] => [
    {
      group,
      what: where,
      samples: changes.filter(({ changesFact }) => !changesFact).map(({ timing }) => timing),
      target,
    },
    ...(options.details ? details(group, changes) : []),
    {
      group,
      what: `${where}, where a document-wide fact changes`,
      samples: changes.filter(({ changesFact }) => changesFact).map(({ timing }) => timing),
    },
  ];
  settle();
  const inService = [...typeInService(service, script), ...typeInService(service, facts)];
  const structure = structureInService(service, script);
  const again = [typeInService(service, script), typeInService(service, script)];
  settle();
  const inServer = await typeInServer([script, facts]);
  return [
    ...rows('in the service', inService),
    { group, what: 'in the service, the best of 3 for each edit', samples: bestOf(inService, ...again) },
    ...rows('through the real server', inServer.changes),
    { group, what: 'server: opening to first diagnostics', samples: inServer.openings },
    { group, what: 'server: a change to the outline', samples: inServer.outlines },
    { group, what: 'service: clean text, tree, references', samples: structure },
  ];
}

function details(group: string, changes: readonly TimedChange[]): Measurement[] {
  const kinds: readonly EditKind[] = ['typing', 'deletion', 'joining', 'splitting', 'title'];
  const places: readonly Place[] = ['head', 'middle', 'tail'];
  const row = (what: string, of: (change: TimedChange) => boolean): Measurement => ({
    group,
    what: `  ${what}`,
    samples: changes.filter((change) => !change.changesFact && of(change)).map(({ timing }) => timing),
  });
  return [
    ...kinds.map((wanted) => row(wanted, ({ kind }) => kind === wanted)),
    ...places.map((wanted) => row(`in the ${wanted}`, ({ place }) => place === wanted)),
  ];
}

/** What is left of each edit's time where another process or the collector of garbage came between once or twice. */
function bestOf(first: readonly TimedChange[], ...others: readonly (readonly TimedChange[])[]): Timing[] {
  return first
    .slice(0, others[0]?.length)
    .map(({ timing }, i) => ({ wall: Math.min(timing.wall, ...others.map((run) => run[i]!.timing.wall)) }));
}

/** So that what was done before does not have its garbage taken out at the cost of what comes. */
function settle(): void {
  globalThis.gc?.();
}
