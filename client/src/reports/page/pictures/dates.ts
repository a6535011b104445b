import { axisY, dot, ruleY } from '@observablehq/plot';
import { dateSpan } from '../../date-span.ts';
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
import { fewRows, middleOf, timeAxis } from './time-axis.ts';

/** A dot on a time line for each row; a date that is no more than a year or a month is a line as long as that. */
export function drawDates({ columns, rows }: ShownFigure, frame: Frame): Drawing {
  const { theme } = frame;
  const dates = columns.findIndex(({ kind }) => kind === 'date');
  const counts = columns.findIndex(({ kind }) => kind === 'number');
  const chosen = rowsToDraw(rows, (row) => numberIn(row, counts));
  const { shown, margin } = namesAtLeft(
    chosen.map((at) => rows[at]!.short ?? String(rows[at]!.cells[0])),
    frame,
  );
  const names = new Map(chosen.map((row, at) => [row, shown[at]!]));
  const dots = chosen.flatMap((at) => {
    const row = rows[at]!;
    const span = dateSpan(String(row.cells[dates]));
    if (!span) return [];
    const details = columns.flatMap(({ name, unseen }, i) =>
      i === 0 || unseen ? [] : `${name}: ${row.cells[i]}`,
    );
    return [
      {
        row: at,
        column: 0,
        span,
        date: middleOf(span),
        mentions: numberIn(row, counts),
        hollow: row.uncertain === true,
        linked: row.linked.includes(0),
        title: [String(row.cells[0]), ...details].join('\n'),
      },
    ];
  });
  const axis = timeAxis(
    dots.map(({ span }) => span),
    frame,
    margin,
    chosen.length > fewRows,
  );
  const first = axis.x.domain as [Date, Date];
  const svg = drawn(
    [
      ...axis.marks,
      // From the name to its dot, so that the eye finds it.
      ruleY(dots, {
        y: 'row',
        x1: () => first[0],
        x2: 'date',
        stroke: hex(theme.faint),
        strokeDasharray: '1 3',
      }),
      ruleY(dots, {
        y: 'row',
        x1: ({ span }: { span: { from: number } }) => new Date(span.from),
        x2: ({ span }: { span: { to: number } }) => new Date(span.to),
        stroke: hex(theme.accent),
        strokeWidth: 2,
      }),
      dot(dots, {
        x: 'date',
        y: 'row',
        r: 'mentions',
        fill: ({ hollow }: { hollow: boolean }) => hex(hollow ? theme.background : theme.accent),
        stroke: hex(theme.accent),
        strokeWidth: 1.5,
        title: 'title',
        ...clickable(dots, frame),
      }),
      axisY({ label: null, tickSize: 0, tickFormat: (row: number) => names.get(row) ?? '' }),
    ],
    {
      height: chosen.length * rowHeight + (chosen.length > fewRows ? 62 : 40),
      marginLeft: margin,
      marginRight: 20,
      marginTop: chosen.length > fewRows ? 28 : 6,
      marginBottom: 28,
      x: axis.x,
      y: { type: 'point', domain: chosen, padding: 0.5 },
      r: { range: [4, 9] },
    },
    frame,
  );
  return { svg, legend: [], drawn: chosen.length };
}
