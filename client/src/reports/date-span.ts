/** From when to when, in milliseconds of UTC; half-open. */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
}

const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The year, month or day that a date names (YYYY, YYYY-MM or YYYY-MM-DD); undefined where it is none of these. */
export function dateSpan(date: string): DateSpan | undefined {
  const [, y, m, d] = iso.exec(date) ?? [];
  if (y === undefined) return undefined;
  const [year, month, day] = [Number(y), Number(m ?? 1) - 1, Number(d ?? 1)];
  const from = utc(year, month, day);
  const to =
    d !== undefined
      ? utc(year, month, day + 1)
      : m !== undefined
        ? utc(year, month + 1, 1)
        : utc(year + 1, 0, 1);
  return { from, to };
}

/** Date.UTC takes the years before 100 for those of the twentieth century. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
