import { axisY, dot, ruleY, tickX } from '@observablehq/plot';
import { dateSpan } from '../../date-span.ts';
import type { ShownFigure } from '../../messages.ts';
import { hex } from '../colour.ts';
import {
  clickable,
  type Drawing,
  drawn,
  type Frame,
  mostRows,
  namesAtLeft,
  numberIn,
  rowHeight,
} from '../drawing.ts';
import { fewRows, middleOf, timeAxis } from './time-axis.ts';

/** A line for each statement: a dot for each instrument that it cites, and a mark at its own date. */
export function drawLinks({ columns, rows }: ShownFigure, frame: Frame): Drawing {
  const { theme } = frame;
  const [owns, dates] = columns.flatMap(({ kind }, at) => (kind === 'date' ? [at] : [])) as [number, number];
  const counts = columns.findIndex(({ kind }) => kind === 'number');
  const names = [...new Set(rows.map(({ cells }) => String(cells[0])))].slice(0, mostRows);
  const places = new Map(names.map((name, at) => [name, at]));
  const { shown, margin } = namesAtLeft(names, frame);
  const cited = rows.flatMap((row, at) => {
    const line = places.get(String(row.cells[0]));
    const span = dateSpan(String(row.cells[dates]));
    if (line === undefined || !span) return [];
    return [
      {
        line,
        row: at,
        column: 0,
        span,
        date: middleOf(span),
        mentions: numberIn(row, counts),
        linked: row.linked.includes(0),
        title: `${row.cells[0]}\n${row.short ?? ''}: ${row.cells[dates]}`,
      },
    ];
  });
  const own = names.flatMap((name, line) => {
    const date = rows.find(({ cells }) => cells[0] === name)?.cells[owns];
    const span = typeof date === 'string' ? dateSpan(date) : undefined;
    return span ? [{ line, span, date: middleOf(span), title: `${name}\n${date}` }] : [];
  });
  const axis = timeAxis(
    [...cited, ...own].map(({ span }) => span),
    frame,
    margin,
    names.length > fewRows,
  );
  const svg = drawn(
    [
      ...axis.marks,
      ruleY(names, {
        y: (_: string, line: number) => line,
        stroke: hex(theme.faint),
        strokeDasharray: '1 3',
      }),
      tickX(own, {
        x: 'date',
        y: 'line',
        stroke: hex(theme.foreground),
        strokeWidth: 3,
        title: 'title',
        insetTop: 4,
        insetBottom: 4,
      }),
      dot(cited, {
        x: 'date',
        y: 'line',
        r: 'mentions',
        fill: hex(theme.accent),
        stroke: hex(theme.background),
        title: 'title',
        ...clickable(cited, frame),
      }),
      axisY({ label: null, tickSize: 0, tickFormat: (line: number) => shown[line] ?? '' }),
    ],
    {
      height: names.length * rowHeight + (names.length > fewRows ? 62 : 40),
      marginLeft: margin,
      marginRight: 20,
      marginTop: names.length > fewRows ? 28 : 6,
      marginBottom: 28,
      x: axis.x,
      y: { type: 'band', domain: names.map((_, line) => line) },
      r: { range: [4, 8] },
    },
    frame,
  );
  return {
    svg,
    legend: [
      { name: columns[dates]!.name, colour: hex(theme.accent), shape: 'dot' },
      { name: columns[owns]!.name, colour: hex(theme.foreground), shape: 'tick' },
    ],
    drawn: cited.length,
  };
}
