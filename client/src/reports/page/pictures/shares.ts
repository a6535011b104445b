import { axisX, axisY, dot, gridX, ruleX, ruleY, tickX } from '@observablehq/plot';
import type { ShownFigure } from '../../messages.ts';
import { hex } from '../colour.ts';
import { type Drawing, drawn, type Frame, mostRows, namesAtLeft, rowHeight } from '../drawing.ts';

/**
 * Measures of each row, which are 1 at most and may be less than 0: the first is a dot, the second a ring, the third a
 * mark across. The first number of a row is a count.
 */
export function drawShares({ columns, rows }: ShownFigure, frame: Frame): Drawing {
  const { theme } = frame;
  const chosen = rows.slice(0, mostRows);
  const { shown, margin } = namesAtLeft(
    chosen.map(({ short, cells }) => short ?? String(cells[0])),
    frame,
  );
  const [, filled = 0, hollow = 0, across = 0] = columns.flatMap(({ kind }, at) =>
    kind === 'number' ? [at] : [],
  );
  const valuesIn = (column: number) =>
    chosen.flatMap(({ cells }, row) => {
      const value = cells[column];
      if (typeof value !== 'number') return [];
      return [{ row, value, title: `${cells[0]}\n${columns[column]!.name}: ${value.toFixed(3)}` }];
    });
  const [dots, rings, ticks] = [valuesIn(filled), valuesIn(hollow), valuesIn(across)];
  const least = Math.min(0, ...[...dots, ...rings, ...ticks].map(({ value }) => value));
  const ink = hex(theme.foreground);
  const accent = hex(theme.accent);
  const place = { x: 'value', y: 'row', title: 'title' } as const;
  const svg = drawn(
    [
      gridX({ stroke: hex(theme.faint), strokeOpacity: 1, ticks: 5 }),
      ruleY(chosen, {
        y: (_: unknown, row: number) => row,
        stroke: hex(theme.faint),
        strokeDasharray: '1 3',
      }),
      ruleX([0], { stroke: ink }),
      tickX(ticks, { ...place, stroke: ink, strokeWidth: 3, insetTop: 4, insetBottom: 4 }),
      dot(rings, { ...place, r: 6, stroke: accent, strokeWidth: 1.5, fill: hex(theme.background) }),
      dot(dots, { ...place, r: 4, fill: accent }),
      axisX({ label: null, ticks: 5, tickSize: 0, tickFormat: (value: number) => value.toFixed(1) }),
      axisY({ label: null, tickSize: 0, tickFormat: (row: number) => shown[row] ?? '' }),
    ],
    {
      height: chosen.length * rowHeight + 40,
      marginLeft: margin,
      marginRight: 20,
      marginTop: 6,
      marginBottom: 28,
      x: { domain: [Math.floor(least * 5) / 5, 1] },
      y: { type: 'band', domain: chosen.map((_, row) => row) },
    },
    frame,
  );
  return {
    svg,
    legend: [
      { name: columns[filled]!.name, colour: accent, shape: 'dot' },
      { name: columns[hollow]!.name, colour: accent, shape: 'ring' },
      { name: columns[across]!.name, colour: ink, shape: 'tick' },
    ],
    drawn: chosen.length,
  };
}
