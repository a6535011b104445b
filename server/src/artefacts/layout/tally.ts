const bucketCount = 256;
type Bucket = Map<number, number>;

/**
 * How often each number was counted: a multiset that is copied in no time, so that every version of a document
 * keeps its own.
 */
export class Tally {
  private readonly buckets: (Bucket | undefined)[];
  /** The buckets that no other tally has. */
  private readonly own = new Uint8Array(bucketCount);

  constructor(from?: Tally) {
    this.buckets = from ? from.buckets.slice() : new Array<Bucket | undefined>(bucketCount).fill(undefined);
    // What is shared from now on may be changed by neither.
    from?.own.fill(0);
  }

  count(key: number): number {
    return this.buckets[key % bucketCount]?.get(key) ?? 0;
  }

  add(key: number, by: number): void {
    const place = key % bucketCount;
    let bucket = this.buckets[place];
    if (!bucket || !this.own[place]) {
      bucket = new Map(bucket);
      this.buckets[place] = bucket;
      this.own[place] = 1;
    }
    const count = (bucket.get(key) ?? 0) + by;
    if (count === 0) bucket.delete(key);
    else bucket.set(key, count);
  }
}
