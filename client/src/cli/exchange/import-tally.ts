import type { ImportedDocument } from '../../annotations/exchange/imported-document.ts';
import type { ReadDocument } from '../../annotations/formats/format.ts';
import { isIncomplete, losesWords, skips } from '../../annotations/formats/problem-kinds.ts';
import type { ImportCounts } from './exchange-messages.ts';

/** Where tags went: a document, and whose they are. */
export interface ImportPlace {
  /** The document's path. */
  readonly path: string;
  readonly annotator: string;
}

/** What came of all that was imported into one document for one annotator, of however many files. */
export interface ImportRecord extends ImportPlace {
  readonly isNew: boolean;
  readonly counts: ImportCounts;
  /** Ids of tags that none of the files has, though each could. */
  readonly missing: ReadonlySet<string>;
  /** What the files say of links. */
  readonly links: ReadonlySet<string>;
  /** Whether there is anything to say of it. */
  readonly isTold: boolean;
}

/** Adds up an import, document by document: what one file lacks, another may have. */
export class ImportTally {
  readonly #records = new Map<string, ImportRecord>();

  add(
    place: ImportPlace,
    isNew: boolean,
    { document, problems }: ReadDocument,
    imported: ImportedDocument,
  ): void {
    const key = JSON.stringify([place.path, place.annotator]);
    const before = this.#records.get(key);
    const lost = new Set(imported.lost);
    const added = new Set(imported.added);
    const misquotes = problems.some(losesWords);
    for (const { id, state } of document.tags)
      if (state === 'orphan' && (misquotes || added.has(id))) lost.add(id);
    // Where a file was not wholly read, nobody knows what it has.
    const missing = isIncomplete(problems) ? [] : imported.missing;
    const both = before ? missing.filter((id) => before.missing.has(id)) : missing;
    const { counts } = before ?? { counts: none };
    this.#records.set(key, {
      ...place,
      isNew: isNew || before?.isNew === true,
      counts: {
        added: counts.added + imported.added.length,
        changed: counts.changed + imported.changed.length,
        conflicts: counts.conflicts + imported.conflicts.length,
        untaken: counts.untaken + imported.conflicts.filter(({ kept }) => kept === 'ours').length,
        lost: counts.lost + lost.size,
        skipped: counts.skipped + problems.filter(skips).length,
        missing: both.length,
      },
      missing: new Set(both),
      links: both.length === 0 ? new Set() : new Set([...(before?.links ?? []), ...imported.links]),
      isTold: imported.isChanged || before?.isTold === true,
    });
  }

  get records(): readonly ImportRecord[] {
    return [...this.#records.values()];
  }
}

const none: ImportCounts = {
  added: 0,
  changed: 0,
  conflicts: 0,
  untaken: 0,
  lost: 0,
  skipped: 0,
  missing: 0,
};

/** The counts of documents together. */
export function sumOf(records: readonly Pick<ImportRecord, 'counts'>[]): ImportCounts {
  const sum = { ...none } as { -readonly [name in keyof ImportCounts]: number };
  for (const { counts } of records) {
    for (const name of Object.keys(sum) as (keyof ImportCounts)[]) sum[name] += counts[name];
  }
  return sum;
}
