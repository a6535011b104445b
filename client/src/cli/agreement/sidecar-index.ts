import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSettled } from '../../annotations/adjudication/settled-sidecar.ts';
import { ownerOf } from '../../annotations/sidecar-name.ts';
import { readSidecar } from '../sidecars.ts';

/** A file of tags. */
export interface SidecarBeside {
  /** Its path. */
  readonly sidecar: string;
  /** As its name has it; empty where it has none. */
  readonly annotator: string;
}

/** The files of tags beside documents, each folder listed once. */
export class SidecarIndex {
  readonly #folders = new Map<string, ReadonlyMap<string, readonly SidecarBeside[]>>();

  /** In order of name; none where the folder cannot be listed, of which reading the document tells. */
  of(path: string): readonly SidecarBeside[] {
    const folder = dirname(path);
    const known = this.#folders.get(folder) ?? sidecarsIn(folder);
    this.#folders.set(folder, known);
    return known.get(basename(path)) ?? [];
  }

  /** Who has tags of their own of some of the documents, by name: settled tags are nobody's. */
  annotators(paths: readonly string[]): string[] {
    const own = new Set<string>();
    for (const path of paths) {
      for (const { sidecar, annotator } of this.of(path)) {
        if (!own.has(annotator) && !holdsSettledTags(sidecar)) own.add(annotator);
      }
    }
    return [...own].sort();
  }
}

function sidecarsIn(folder: string): ReadonlyMap<string, readonly SidecarBeside[]> {
  const byDocument = new Map<string, SidecarBeside[]>();
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return byDocument;
  }
  const there = new Set(names);
  for (const name of names) {
    const owner = ownerOf(name, (document) => there.has(document));
    if (!owner) continue;
    const beside = byDocument.get(owner.document) ?? [];
    beside.push({ sidecar: join(folder, name), annotator: owner.annotator });
    byDocument.set(owner.document, beside);
  }
  return byDocument;
}

/** One that cannot be read is an annotator's, as far as its name goes. */
function holdsSettledTags(path: string): boolean {
  const read = readSidecar(path, () => {});
  return read !== null && isSettled(read.sidecar);
}
