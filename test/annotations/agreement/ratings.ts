import type { PairCell } from '../../../client/src/annotations/agreement/cohen-kappa.ts';
import type { Measure } from '../../../client/src/annotations/agreement/measure.ts';
import type { RatedUnits } from '../../../client/src/annotations/agreement/rated-unit.ts';

/** Units from a table with a line for each annotator and a sign for each unit; `.` where one gave no rating. */
export function unitsOf(...annotators: readonly string[]): RatedUnits[] {
  const rows = annotators.map((row) => row.trim().split(/\s+/));
  return rows[0]!.map((_, unit) => {
    const counts = new Map<number, number>();
    for (const row of rows) {
      const sign = row[unit]!;
      if (sign === '.') continue;
      const category = sign.codePointAt(0)!;
      counts.set(category, (counts.get(category) ?? 0) + 1);
    }
    return { ratings: [...counts], weight: 1 };
  });
}

/** Units from a table that says of each how many annotators gave each category. */
export function unitsOfCounts(...rows: readonly (readonly number[])[]): RatedUnits[] {
  return rows.map((row) => ({
    ratings: row.flatMap((n, category) => (n === 0 ? [] : [[category, n] as const])),
    weight: 1,
  }));
}

/** A table of the first annotator's categories (rows) by the second's. */
export function cellsOf(...rows: readonly (readonly number[])[]): PairCell[] {
  return rows.flatMap((row, first) => row.map((weight, second) => [first, second, weight] as const));
}

/** The same of two annotators' table as units. */
export function unitsOfCells(cells: readonly PairCell[]): RatedUnits[] {
  return cells.map(([first, second, weight]) => ({
    ratings: first === second ? [[first, 2] as const] : [[first, 1] as const, [second, 1] as const],
    weight,
  }));
}

/** Rounded as the source prints it. */
export function rounded(measure: Measure, digits = 3): number | string {
  return measure.value === null ? measure.why : Number(measure.value.toFixed(digits));
}
