import { axisX, gridX, type ScaleOptions } from '@observablehq/plot';
import type { DateSpan } from '../../date-span.ts';
import { hex } from '../colour.ts';
import type { Frame } from '../drawing.ts';

/** With more rows than these, the axis below is out of sight from the rows above. */
export const fewRows = 12;

const day = 86_400_000;
const year = 365 * day;

/** An axis that holds all of these spans, with their years, or the months where there are few. */
export function timeAxis(
  spans: readonly DateSpan[],
  { theme, width }: Frame,
  left: number,
  /** Whether it stands above as well. */
  above: boolean,
) {
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const margin = Math.max((to - from) * 0.04, 60 * day);
  const years = to - from > 3 * year;
  const ticks = Math.max(2, Math.min(10, Math.floor((width - left) / 70)));
  const x: ScaleOptions = { type: 'utc', domain: [new Date(from - margin), new Date(to + margin)] };
  return {
    x,
    marks: [
      gridX({ stroke: hex(theme.faint), strokeOpacity: 1, ticks }),
      ...(above ? (['top', 'bottom'] as const) : (['bottom'] as const)).map((anchor) =>
        axisX({
          anchor,
          label: null,
          ticks,
          tickSize: 0,
          tickFormat: (date: Date) => date.toISOString().slice(0, years ? 4 : 7),
        }),
      ),
    ],
  };
}

export const middleOf = ({ from, to }: DateSpan): Date => new Date((from + to) / 2);
