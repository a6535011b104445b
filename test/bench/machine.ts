import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were got on. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryInGiB: number;
  /** How many processes wanted a CPU in the last minute: where it comes near `cpus`, the figures are too high. */
  readonly load: number;
}

export function machine(): Machine {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cpus: cpus().length,
    memoryInGiB: Math.round(totalmem() / 2 ** 30),
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}
