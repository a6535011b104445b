import { axisX, axisY, barX, gridX, ruleX, text } from '@observablehq/plot';
import type { ShownFigure } from '../../messages.ts';
import { hex } from '../colour.ts';
import { clickable, type Drawing, drawn, type Frame, namesAtLeft, numberIn, rowHeight } from '../drawing.ts';

/** So many are drawn, from the first on. */
const mostBars = 20;

/** A bar for each row, of its last number. */
export function drawRanking({ columns, rows }: ShownFigure, frame: Frame): Drawing {
  const { theme } = frame;
  const last = columns.length - 1;
  const bars = rows.slice(0, mostBars).map((row, at) => ({
    row: at,
    column: 0,
    count: numberIn(row, last),
    linked: row.linked.includes(0),
    title: `${row.short ?? row.cells[0]}\n${columns[last]?.name}: ${numberIn(row, last)}`,
  }));
  const { shown, margin } = namesAtLeft(
    bars.map(({ row }) => rows[row]!.short ?? String(rows[row]!.cells[0])),
    frame,
  );
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const svg = drawn(
    [
      gridX({ stroke: hex(theme.faint), strokeOpacity: 1, ticks: Math.min(6, most) }),
      barX(bars, {
        x: 'count',
        y: 'row',
        fill: hex(theme.accent),
        title: 'title',
        ...clickable(bars, frame),
      }),
      text(bars, {
        x: 'count',
        y: 'row',
        text: ({ count }: { count: number }) => String(count),
        textAnchor: 'start',
        dx: 5,
      }),
      ruleX([0], { stroke: hex(theme.foreground) }),
      axisX({ label: null, ticks: Math.min(6, most), tickFormat: String, tickSize: 0 }),
      axisY({ label: null, tickSize: 0, tickFormat: (row: number) => shown[row] ?? '' }),
    ],
    {
      height: bars.length * rowHeight + 40,
      marginLeft: margin,
      marginRight: 40,
      marginTop: 6,
      marginBottom: 28,
      x: { domain: [0, most] },
      y: { type: 'band', domain: bars.map(({ row }) => row), padding: 0.25 },
    },
    frame,
  );
  return { svg, legend: [], drawn: bars.length };
}
