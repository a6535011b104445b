import type { PositionRange } from '../text/lines.ts';
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

/** The index, as those who keep it up to date see it. */
export class StatementIndex implements WorkspaceIndex {
  readonly #summaries = new Map<string, StatementSummary>();
  /** The files that cite an instrument, by identity. */
  readonly #citing = new Map<string, Set<string>>();
  /** The files that are an instrument, by identity. */
  readonly #being = new Map<string, Set<string>>();

  /** How many files it knows. */
  get size(): number {
    return this.#summaries.size;
  }

  get(uri: string): StatementSummary | undefined {
    return this.#summaries.get(uri);
  }

  has(uri: string): boolean {
    return this.#summaries.has(uri);
  }

  /** All statements, in the order of their URIs. */
  entries(): readonly (readonly [uri: string, summary: StatementSummary])[] {
    return [...this.#summaries].sort(([a], [b]) => byUri(a, b));
  }

  set(uri: string, summary: StatementSummary): void {
    this.delete(uri);
    this.#summaries.set(uri, summary);
    for (const { identity } of summary.cited) add(this.#citing, identity, uri);
    if (summary.identity !== null) add(this.#being, summary.identity, uri);
  }

  delete(uri: string): void {
    const summary = this.#summaries.get(uri);
    if (summary === undefined) return;
    this.#summaries.delete(uri);
    for (const { identity } of summary.cited) remove(this.#citing, identity, uri);
    if (summary.identity !== null) remove(this.#being, summary.identity, uri);
  }

  /** The identities of all instruments that some statement cites or is. */
  identities(): ReadonlySet<string> {
    return new Set([...this.#citing.keys(), ...this.#being.keys()]);
  }

  mentionsOf(identity: string): readonly FilePlaces[] {
    return inOrder(this.#citing.get(identity)).map((uri) => ({
      uri,
      ranges: this.#mentions(uri, identity).map(rangeOfMention),
    }));
  }

  textsOf(identity: string): readonly FilePlace[] {
    return inOrder(this.#being.get(identity)).map((uri) => ({
      uri,
      range: rangeOf(this.#summaries.get(uri)!.place),
    }));
  }

  definitionsOf(identity: string): readonly FilePlace[] {
    const texts = this.textsOf(identity);
    if (texts.length > 0) return texts;
    for (const uri of inOrder(this.#citing.get(identity))) {
      const full = this.#mentions(uri, identity).find(([form]) => form === 'full' || form === 'unbracketed');
      if (full !== undefined) return [{ uri, range: rangeOfMention(full) }];
    }
    return [];
  }

  #mentions(uri: string, identity: string): readonly MentionSummary[] {
    return this.#summaries.get(uri)?.cited.find((cited) => cited.identity === identity)?.mentions ?? [];
  }
}

function rangeOfMention([, ...place]: MentionSummary): PositionRange {
  return rangeOf(place);
}

function inOrder(uris: ReadonlySet<string> | undefined): string[] {
  return [...(uris ?? [])].sort(byUri);
}

/** By code units: the same everywhere, whatever the language of the machine. */
function byUri(a: string, b: string): number {
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
