/** A newspaper column: its measure in em, and how many lines it has room for (the last column takes the rest). */
export interface Column {
  readonly measure: number;
  readonly lines: number;
}

/** The measure of the n-th body line, counted over all columns. */
export function measureFinder(columns: readonly Column[]): (line: number) => number {
  return (line) => {
    let left = line;
    for (const column of columns) {
      if (left < column.lines) return column.measure;
      left -= column.lines;
    }
    return columns.at(-1)?.measure ?? 16;
  };
}
