import type { Summary } from './measurement.ts';

const headings = ['', 'n', 'median', 'p99', 'max', 'mean CPU', 'target', ''] as const;

/** The summaries as a table to read, in milliseconds; groups in the order in which they come. */
export function tableOf(summaries: readonly Summary[]): string {
  const rows = summaries.map((summary) => [
    `  ${summary.what}`,
    String(summary.n),
    figure(summary.median),
    figure(summary.p99),
    figure(summary.max),
    summary.meanCpu === null ? '' : figure(summary.meanCpu),
    summary.target === null ? '' : `${summary.target.quantile} ≤ ${summary.target.milliseconds}`,
    summary.met === null ? '' : summary.met ? 'met' : 'MISSED',
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column > 5 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd();
  const lines = [line(headings)];
  let group = '';
  for (const [i, summary] of summaries.entries()) {
    if (summary.group !== group) lines.push('', summary.group);
    group = summary.group;
    lines.push(line(rows[i]!));
  }
  return `${lines.join('\n')}\n`;
}

function figure(milliseconds: number): string {
  if (milliseconds === 0) return '–';
  return milliseconds < 0.095 ? milliseconds.toFixed(3) : milliseconds.toFixed(milliseconds < 9.95 ? 2 : 1);
}
