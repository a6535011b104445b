import { axisX, axisY, barX, gridX, ruleX, text } from '@observablehq/plot';
import type { ShownFigure } from '../../messages.ts';
import { hex } from '../colour.ts';
import {
  clickable,
  type Drawing,
  drawn,
  type Frame,
  namesAtLeft,
  numberIn,
  rowHeight,
  rowsToDraw,
} from '../drawing.ts';
import { labelColour } from '../theme.ts';

/** A bar for each row, with a stretch for each label; the last column is their sum. */
export function drawBars({ columns, rows }: ShownFigure, frame: Frame): Drawing {
  const { theme } = frame;
  const sum = columns.length - 1;
  const chosen = rowsToDraw(rows, (row) => numberIn(row, sum));
  const { shown, margin } = namesAtLeft(
    chosen.map((at) => String(rows[at]!.cells[0])),
    frame,
  );
  const labels = columns.flatMap((column, at) =>
    column.colour ? [{ at, name: column.name, colour: labelColour(column.colour, theme) }] : [],
  );
  const stretches = chosen.flatMap((row) =>
    labels
      .map(({ at, name, colour }) => ({
        row,
        column: at,
        count: numberIn(rows[row]!, at),
        colour,
        linked: rows[row]!.linked.includes(at),
        title: `${String(rows[row]!.cells[0])}\n${name}: ${numberIn(rows[row]!, at)}`,
      }))
      .filter(({ count }) => count > 0),
  );
  const sums = chosen.map((row) => ({ row, count: numberIn(rows[row]!, sum) }));
  const ends = new Map(chosen.map((row, at) => [row, shown[at]!]));
  const most = Math.max(1, ...sums.map(({ count }) => count));
  const svg = drawn(
    [
      gridX({ stroke: hex(theme.faint), strokeOpacity: 1, ticks: Math.min(6, most) }),
      barX(stretches, {
        x: 'count',
        y: 'row',
        fill: { value: 'colour', scale: null },
        // A gap between stretches, whose colours may be near each other.
        stroke: hex(theme.background),
        strokeWidth: theme.highContrast ? 2 : 1,
        title: 'title',
        ...clickable(stretches, frame),
      }),
      text(sums, {
        x: 'count',
        y: 'row',
        text: ({ count }: { count: number }) => String(count),
        textAnchor: 'start',
        dx: 5,
      }),
      ruleX([0], { stroke: hex(theme.foreground) }),
      axisX({ label: null, ticks: Math.min(6, most), tickFormat: String, tickSize: 0 }),
      axisY({ label: null, tickSize: 0, tickFormat: (row: number) => ends.get(row) ?? '' }),
    ],
    {
      height: chosen.length * rowHeight + 40,
      marginLeft: margin,
      marginRight: 40,
      marginTop: 6,
      marginBottom: 28,
      x: { domain: [0, most] },
      y: { type: 'band', domain: chosen, padding: 0.25 },
    },
    frame,
  );
  const legend = labels.map(({ name, colour }) => ({ name, colour, shape: 'square' as const }));
  return { svg, legend, drawn: chosen.length };
}
