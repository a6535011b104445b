/** What is promised of a measurement: that this quantile is no more than so many milliseconds. */
export interface Target {
  readonly quantile: 'median' | 'p99';
  readonly milliseconds: number;
}

/** How long one thing took once, in milliseconds. */
export interface Timing {
  readonly wall: number;
  /** CPU time of the thread that did it, absent where it is not known. Some systems count it in steps of 4 ms. */
  readonly cpu?: number;
}

/** How long one thing took, each time that it was done. */
export interface Measurement {
  /** What stands over the rows that belong together. */
  readonly group: string;
  readonly what: string;
  /** In the order in which they were measured. */
  readonly samples: readonly Timing[];
  readonly target?: Target;
}

export interface Summary {
  readonly group: string;
  readonly what: string;
  readonly n: number;
  readonly median: number;
  readonly p99: number;
  readonly max: number;
  /** Mean CPU time: on a busy machine it says what the wall clock hides. Null where it is not known. */
  readonly meanCpu: number | null;
  readonly target: Target | null;
  /** Null where nothing is promised or nothing was measured. */
  readonly met: boolean | null;
}

export function summaryOf({ group, what, samples, target }: Measurement): Summary {
  const wall = sorted(samples.map((timing) => timing.wall));
  const cpu = samples.flatMap((timing) => timing.cpu ?? []);
  const figures = { median: quantile(wall, 0.5), p99: quantile(wall, 0.99), max: wall.at(-1) ?? 0 };
  return {
    group,
    what,
    n: wall.length,
    ...figures,
    meanCpu: cpu.length === 0 ? null : cpu.reduce((sum, one) => sum + one, 0) / cpu.length,
    target: target ?? null,
    met: target === undefined || wall.length === 0 ? null : figures[target.quantile] <= target.milliseconds,
  };
}

function sorted(numbers: readonly number[]): Float64Array {
  return Float64Array.from(numbers).sort();
}

/** The least sample that so large a share of the samples does not exceed (nearest rank). */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** How long the work takes. */
export function timed(work: () => unknown): Timing {
  const cpu = process.threadCpuUsage();
  const started = performance.now();
  work();
  const wall = performance.now() - started;
  const { user, system } = process.threadCpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}
