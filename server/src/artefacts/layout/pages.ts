import { LineKind } from './furniture-line.ts';
import { isPlainMark } from './note-mark.ts';
import type { Row } from './row.ts';
import { RowFlag } from './row-flag.ts';
import { Tally } from './tally.ts';

/** A page of print is about so wide at least, its lines put together, in half-ems: what comes oftener stands on no edge of a page. */
const smallestPage = 256;
/** How far the numbers of neighbouring pages may be apart, since some are not read at all. */
const reach = 4;
/** So many numbers that rise make a sequence. */
const sequence = 3;

/**
 * What the whole document says about its pages, as counts that lines are added to and taken from: the same after
 * an edit as from scratch. Running heads repeat; the numbers of pages are neighbours.
 */
export class Pages {
  private readonly heads: Tally;
  /** Those heads that stand on the edges of pages. */
  private readonly edges: Tally;
  /** Those of these that stand below a line of text that breaks off. */
  private readonly cuts: Tally;
  private readonly numbers: Tally;
  /** Marks of footnotes in sentences and before the words of notes. */
  private readonly marks: Tally;
  private readonly notes: Tally;
  private width: number;

  constructor(from?: Pages) {
    this.heads = new Tally(from?.heads);
    this.edges = new Tally(from?.edges);
    this.cuts = new Tally(from?.cuts);
    this.numbers = new Tally(from?.numbers);
    this.marks = new Tally(from?.marks);
    this.notes = new Tally(from?.notes);
    this.width = from?.width ?? 0;
  }

  /** Counts a row and the furniture behind it; `by` is 1 or −1. */
  add(row: Row, by: 1 | -1): void {
    this.width += by * row.minWidth;
    if (row.key !== 0) this.heads.add(row.key, by);
    if (row.key !== 0 && row.flags & RowFlag.pageEdge) {
      this.edges.add(row.key, by);
      if (row.flags & RowFlag.interrupts) this.cuts.add(row.key, by);
    }
    if (row.kind === LineKind.number && row.flags & (RowFlag.interrupts | RowFlag.pageBreak))
      this.numbers.add(row.number, by);
    for (const { id } of row.marks) this.marks.add(id, by);
    if (row.note !== 0) this.notes.add(row.note, by);
    for (const line of row.furniture) this.add(line.row, by);
  }

  /** Whether a line of these words comes again, no oftener than pages turn. */
  repeats({ key }: Row): boolean {
    const count = key === 0 ? 0 : this.heads.count(key);
    return count >= 2 && count * smallestPage <= this.size;
  }

  /**
   * Whether lines of these words stand on the edges of pages again and again, and once at least within a sentence:
   * pages turn there mostly. Else they are headings, or paragraphs that begin alike, whose first lines cleaning has
   * joined up to the end of a page.
   */
  mayBeHead({ key }: Row): boolean {
    return key !== 0 && this.edges.count(key) >= 2 && this.cuts.count(key) > 0;
  }

  /** Whether nearly all lines of these words stand on the edges of pages, and the pages are long enough. */
  isHead(row: Row): boolean {
    return (
      this.mayBeHead(row) &&
      this.repeats(row) &&
      4 * this.edges.count(row.key) >= 3 * this.heads.count(row.key)
    );
  }

  /** Whether the number on a line is one of a sequence of numbers that stand on the edges of pages. */
  isInSequence(value: number): boolean {
    let near = 0;
    for (let other = Math.max(0, value - reach); other <= value + reach; other++) {
      if (this.numbers.count(other) > 0) near++;
    }
    return near >= sequence && near * smallestPage <= this.size;
  }

  /** Whether the number is that of the page behind one whose number is known. */
  follows(value: number): boolean {
    return value > 0 && this.numbers.count(value - 1) > 0 && 2 * smallestPage <= this.size;
  }

  /** Whether a mark of a footnote has its note, so that it is one beyond doubt, or is one of a row of plain marks. */
  isNoted(id: number): boolean {
    if (this.marks.count(id) === 0) return false;
    if (this.notes.count(id) > 0) return true;
    return isPlainMark(id) && (this.marks.count(id - 1) > 0 || this.marks.count(id + 1) > 0);
  }

  /** Whether every one of these rows is looked at as it was by `old`, and all others are. */
  agreesWith(old: Pages, rows: readonly Row[]): boolean {
    if (this.size !== old.size) return false;
    return rows.every((row) => this.agreesOn(row, old));
  }

  private agreesOn(row: Row, old: Pages): boolean {
    if (this.repeats(row) !== old.repeats(row)) return false;
    if (this.mayBeHead(row) !== old.mayBeHead(row) || this.isHead(row) !== old.isHead(row)) return false;
    if (row.kind === LineKind.number) {
      for (let value = Math.max(0, row.number - reach); value <= row.number + reach; value++) {
        if (this.isInSequence(value) !== old.isInSequence(value)) return false;
        if (this.follows(value) !== old.follows(value)) return false;
      }
    }
    for (const { id } of row.marks) if (!this.agreesOnNote(id, old)) return false;
    if (row.note !== 0 && !this.agreesOnNote(row.note, old)) return false;
    return row.furniture.every((line) => this.agreesOn(line.row, old));
  }

  private agreesOnNote(id: number, old: Pages): boolean {
    for (let near = id - 1; near <= id + 1; near++)
      if (this.isNoted(near) !== old.isNoted(near)) return false;
    return true;
  }

  /**
   * The least width of all print, rounded to a power of two so that it seldom changes. Spaces have none, and nothing is
   * rounded line by line, so that cleaning leaves it.
   */
  private get size(): number {
    return 2 ** (31 - Math.clz32(this.width | 1));
  }
}
