import type { TextRange } from '../../../../server/src/text/range.ts';
import { type Disagreement, unitizingDisagreement } from './alpha-u.ts';
import type { AlignedUnit } from './best-alignment.ts';
import { type CountedSpan, firstEndingAfter, rangesByLabel, unionOf } from './counted-document.ts';

/**
 * What two annotators have both finished, of one document or of several one after the other, as one stretch; with the
 * units of each label. Tags of one annotator with one label that overlap are one unit, those that touch are two; a tag
 * that goes beyond what both have finished is cut there.
 */
export class Continuum {
  #length = 0;
  readonly #units = new Map<string, [TextRange[], TextRange[]]>();

  add(
    finished: readonly TextRange[],
    spans: readonly [readonly CountedSpan[], readonly CountedSpan[]],
  ): void {
    const offsets: number[] = [];
    let length = this.#length;
    for (const { start, end } of finished) {
      offsets.push(length - start);
      length += end - start;
    }
    spans.forEach((each, side) => {
      for (const [label, ranges] of rangesByLabel(each)) {
        const units = this.#units.get(label) ?? [[], []];
        this.#units.set(label, units);
        for (const { start, end } of unionOf(ranges, false)) {
          for (let i = firstEndingAfter(finished, start); i < finished.length; i += 1) {
            const range = finished[i]!;
            if (range.start >= end) break;
            units[side]!.push({
              start: Math.max(start, range.start) + offsets[i]!,
              end: Math.min(end, range.end) + offsets[i]!,
            });
          }
        }
      }
    });
    this.#length = length;
  }

  /** Adds another behind this one. */
  append(other: Continuum): void {
    const shift = this.#length;
    for (const [label, sides] of other.#units) {
      const units = this.#units.get(label) ?? [[], []];
      this.#units.set(label, units);
      sides.forEach((ranges, side) => {
        for (const { start, end } of ranges) units[side]!.push({ start: start + shift, end: end + shift });
      });
    }
    this.#length += other.#length;
  }

  get length(): number {
    return this.#length;
  }

  /** The units of each of the two, with their labels as categories; by their starts. */
  units(): readonly [AlignedUnit[], AlignedUnit[]] {
    const of = (side: 0 | 1) =>
      [...this.#units]
        .flatMap(([category, units]) => units[side].map((unit) => ({ ...unit, category })))
        .sort((a, b) => a.start - b.start);
    return [of(0), of(1)];
  }

  /** By label. */
  disagreements(): ReadonlyMap<string, Disagreement> {
    const length = this.#length;
    return new Map([...this.#units].map(([label, units]) => [label, unitizingDisagreement(units, length)]));
  }
}
