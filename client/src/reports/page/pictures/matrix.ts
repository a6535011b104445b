import { axisX, axisY, cell, text } from '@observablehq/plot';
import type { ShownFigure } from '../../messages.ts';
import { type Colour, contrastOfText, hex, legible, mixed } from '../colour.ts';
import { clickable, type Drawing, drawn, type Frame, namesAtLeft } from '../drawing.ts';

const largestCell = 44;

/**
 * Rows and columns crossed, both in the same order. The columns have numbers that stand before the names of the rows:
 * names would have no room over them.
 */
export function drawMatrix({ columns, rows }: ShownFigure, frame: Frame): Drawing {
  const { theme, width } = frame;
  const { shown, margin } = namesAtLeft(
    rows.map(({ short, cells }, at) => `${at + 1}  ${short ?? cells[0]}`),
    frame,
  );
  const numbers = columns.slice(1).map((_, at) => at + 1);
  const counts = rows.flatMap(({ cells }) => cells.filter((each) => typeof each === 'number'));
  const most = Math.max(1, ...counts);
  const cells = rows.flatMap((row, at) =>
    numbers.flatMap((column) => {
      const count = row.cells[column];
      if (typeof count !== 'number') return [];
      const ground = groundOf(count / most, theme);
      return [
        {
          row: at,
          column,
          count,
          fill: hex(ground),
          ink: hex(legible([theme.foreground, theme.background], ground, contrastOfText)),
          linked: count > 0 && row.linked.includes(column),
          title: `${row.cells[0]}\n${columns[column]!.name}\n${count}`,
        },
      ];
    }),
  );
  const size = Math.max(18, Math.min(largestCell, (width - margin - 10) / numbers.length));
  const across = Math.ceil(margin + size * numbers.length + 10);
  const svg = drawn(
    [
      cell(cells, {
        x: 'column',
        y: 'row',
        fill: { value: 'fill', scale: null },
        stroke: hex(theme.highContrast ? theme.foreground : theme.faint),
        title: 'title',
        ...clickable(cells, frame),
      }),
      text(cells, {
        x: 'column',
        y: 'row',
        text: ({ count }: { count: number }) => (count === 0 ? '' : String(count)),
        fill: { value: 'ink', scale: null },
        pointerEvents: 'none',
      }),
      axisX({ anchor: 'top', label: null, tickSize: 0, tickFormat: String }),
      axisY({ label: null, tickSize: 0, tickFormat: (row: number) => shown[row] ?? '' }),
    ],
    {
      width: across,
      height: rows.length * Math.max(size * 0.7, 22) + 34,
      marginLeft: margin,
      marginRight: 10,
      marginTop: 26,
      marginBottom: 8,
      x: { type: 'band', domain: numbers, padding: 0 },
      y: { type: 'band', domain: rows.map((_, at) => at), padding: 0 },
    },
    frame,
  );
  return { svg, legend: [], drawn: rows.length };
}

/** The more, the more of the accent; nothing at all is the ground itself. */
function groundOf(share: number, { accent, background }: Frame['theme']): Colour {
  return share === 0 ? background : mixed(accent, background, 0.12 + 0.83 * Math.sqrt(share));
}
