/**
 * Lines that a column has cut, as counts that lines are added to and taken from. Such a line says more of its column
 * than its own width: the column was no narrower than the line with all its marks squeezed, and what begins the next
 * line no longer fitted. Widths are in half-ems, indent and all.
 */
export class CutLines {
  private readonly counts: Int32Array;

  constructor(from?: CutLines) {
    this.counts = from?.counts.slice() ?? new Int32Array((widestLine + 1) * kinds);
  }

  /**
   * Counts a line.
   * @param width with marks at full width
   * @param slack how much narrower it is with all of them squeezed
   * @param headWidth of what did not fit
   */
  count(width: number, slack: number, headWidth: number, by: 1 | -1): void {
    if (width > widestLine) return;
    this.counts[width * kinds + Math.min(slack, most) * steps + Math.min(headWidth, most)]! += by;
  }

  /** All lines, as ranges of the measures that they may have stood in. */
  ranges(): MeasureRange[] {
    const ranges: MeasureRange[] = [];
    for (let kind = 0; kind < this.counts.length; kind++) {
      const count = this.counts[kind]!;
      if (count <= 0) continue;
      const width = Math.trunc(kind / kinds);
      const slack = Math.trunc(kind / steps) % steps;
      ranges.push({ width, from: width - slack, to: width + (kind % steps) - 1, count });
    }
    return ranges;
  }
}

/** The measures in which lines of one kind are full, both ends inclusive. */
export interface MeasureRange {
  readonly from: number;
  readonly to: number;
  /** The measure that they fill with nothing squeezed and nothing left. */
  readonly width: number;
  /** How many such lines there are. */
  readonly count: number;
}

/** A line that is wider stands in no column. */
const widestLine = 104;
const most = 7;
const steps = most + 1;
const kinds = steps * steps;
