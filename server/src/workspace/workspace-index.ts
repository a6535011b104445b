import type { PositionRange } from '../text/lines.ts';
import { canonicalUri } from './file-uri.ts';
import { type MentionSummary, rangeOf, type StatementSummary } from './summary.ts';

/** Places in one file. */
export interface FilePlaces {
  readonly uri: string;
  /** Raw, in order of place, one at least. */
  readonly ranges: readonly PositionRange[];
}

/** One place in one file. */
export interface FilePlace {
  readonly uri: string;
  readonly range: PositionRange;
}

/**
 * What is known of all statements of the workspace: those of its folders and those that are open. Identities are
 * those of references: `Reference.identity`. While the folders are still being read it knows what was read so far.
 */
export interface WorkspaceIndex {
  /** Every mention of an instrument in whatever form, by file, in the order of the files' URIs. */
  mentionsOf(identity: string): readonly FilePlaces[];
  /** The titles of the statements that are an instrument themselves, in the order of the files' URIs. */
  textsOf(identity: string): readonly FilePlace[];
  /**
   * Where an instrument is to be read: the titles of the statements that are it; where there is none, its first full
   * mention, in the first file that has one. Empty where nothing names it in full.
   */
  definitionsOf(identity: string): readonly FilePlace[];
}

/** A statement of the index. */
export interface IndexedStatement {
  /** As its client writes it where it is open there, else canonical. */
  readonly uri: string;
  readonly summary: StatementSummary;
}

/** The index, as those who keep it up to date see it. A file is the same however its URI is written. */
export class StatementIndex implements WorkspaceIndex {
  /** By canonical URI. */
  readonly #statements = new Map<string, IndexedStatement>();
  /** The statements that cite an instrument, by identity. */
  readonly #citing = new Map<string, Set<string>>();
  /** The statements that are an instrument, by identity. */
  readonly #being = new Map<string, Set<string>>();

  /** How many statements it knows. */
  get size(): number {
    return this.#statements.size;
  }

  /** The canonical URIs of all statements. */
  get uris(): readonly string[] {
    return [...this.#statements.keys()];
  }

  /** All statements, in the order of their canonical URIs. */
  get all(): readonly IndexedStatement[] {
    return this.#in(this.#statements.keys());
  }

  has(uri: string): boolean {
    return this.#statements.has(canonicalUri(uri));
  }

  set(uri: string, summary: StatementSummary): void {
    this.delete(uri);
    const key = canonicalUri(uri);
    this.#statements.set(key, { uri, summary });
    for (const { identity } of summary.cited) add(this.#citing, identity, key);
    if (summary.identity !== null) add(this.#being, summary.identity, key);
  }

  delete(uri: string): void {
    const key = canonicalUri(uri);
    const summary = this.#statements.get(key)?.summary;
    if (summary === undefined) return;
    this.#statements.delete(key);
    for (const { identity } of summary.cited) remove(this.#citing, identity, key);
    if (summary.identity !== null) remove(this.#being, summary.identity, key);
  }

  /** The identities of all instruments that some statement cites or is. */
  identities(): ReadonlySet<string> {
    return new Set([...this.#citing.keys(), ...this.#being.keys()]);
  }

  mentionsOf(identity: string): readonly FilePlaces[] {
    return this.#in(this.#citing.get(identity)).map(({ uri, summary }) => ({
      uri,
      ranges: mentionsIn(summary, identity).map(rangeOfMention),
    }));
  }

  textsOf(identity: string): readonly FilePlace[] {
    return this.#in(this.#being.get(identity)).map(({ uri, summary }) => ({
      uri,
      range: rangeOf(summary.place),
    }));
  }

  definitionsOf(identity: string): readonly FilePlace[] {
    const texts = this.textsOf(identity);
    if (texts.length > 0) return texts;
    for (const { uri, summary } of this.#in(this.#citing.get(identity))) {
      const full = mentionsIn(summary, identity).find(([form]) => form === 'full' || form === 'unbracketed');
      if (full !== undefined) return [{ uri, range: rangeOfMention(full) }];
    }
    return [];
  }

  #in(keys: Iterable<string> = []): IndexedStatement[] {
    return [...keys].sort(byCodeUnits).map((key) => this.#statements.get(key)!);
  }
}

function mentionsIn(summary: StatementSummary, identity: string): readonly MentionSummary[] {
  return summary.cited.find((cited) => cited.identity === identity)?.mentions ?? [];
}

function rangeOfMention([, ...place]: MentionSummary): PositionRange {
  return rangeOf(place);
}

/** The same everywhere, whatever the language of the machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function add(map: Map<string, Set<string>>, key: string, uri: string): void {
  const uris = map.get(key);
  if (uris === undefined) map.set(key, new Set([uri]));
  else uris.add(uri);
}

function remove(map: Map<string, Set<string>>, key: string, uri: string): void {
  const uris = map.get(key);
  uris?.delete(uri);
  if (uris?.size === 0) map.delete(key);
}
