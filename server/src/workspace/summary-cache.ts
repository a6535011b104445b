import { isObject, type JsonObject, type JsonValue } from '../text/json.ts';
import type { StatementSummary } from './summary.ts';

/**
 * Summaries by the content of their files, as text: a line that says of which version it is, and a line for each
 * summary, its key first. A line is looked into only when it is asked for, and what cannot be read counts as absent.
 */
export class SummaryCache {
  readonly #version: string;
  /** Keys and JSON. */
  readonly #lines = new Map<string, string>();
  /** What was asked for or added since the beginning: the rest belongs to files that are gone. */
  readonly #used = new Set<string>();
  #changed = false;

  /** @param version of all that decides what is made of a file: summaries of another version are forgotten */
  constructor(version: string, text = '') {
    this.#version = version;
    const lines = text.split('\n');
    if (lines[0] !== headOf(version)) return;
    for (const line of lines.slice(1)) {
      const tab = line.indexOf('\t');
      if (tab > 0) this.#lines.set(line.slice(0, tab), line.slice(tab + 1));
    }
  }

  get(key: string): StatementSummary | undefined {
    const line = this.#lines.get(key);
    const summary = line === undefined ? undefined : parsed(line);
    if (summary !== undefined) this.#used.add(key);
    return summary;
  }

  set(key: string, summary: StatementSummary): void {
    this.#lines.set(key, JSON.stringify(summary));
    this.#used.add(key);
    this.#changed = true;
  }

  /** What to write down; null where that would be what was read. */
  toText(): string | null {
    if (!this.#changed) return null;
    this.#changed = false;
    const lines = [...this.#used].map((key) => `${key}\t${this.#lines.get(key)}`);
    return `${[headOf(this.#version), ...lines].join('\n')}\n`;
  }
}

function headOf(version: string): string {
  return `jiaozhu statements ${version}`;
}

function parsed(line: string): StatementSummary | undefined {
  try {
    const value = JSON.parse(line) as JsonValue;
    return isSummary(value) ? (value as unknown as StatementSummary) : undefined;
  } catch {
    return undefined;
  }
}

function isSummary(value: JsonValue): boolean {
  return (
    isObject(value) &&
    typeof value.title === 'string' &&
    isPlace(value.place) &&
    (value.identity === null || typeof value.identity === 'string') &&
    isListOf(value.parts, (part) => isText(part.label) && isText(part.kind) && isPlace(part.place)) &&
    isListOf(
      value.cited,
      (cited) =>
        isText(cited.identity) &&
        isText(cited.title) &&
        Array.isArray(cited.mentions) &&
        cited.mentions.every((one) => Array.isArray(one) && isText(one[0]) && isPlace(one.slice(1))),
    )
  );
}

function isListOf(value: JsonValue | undefined, fits: (item: JsonObject) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isObject(item) && fits(item));
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string';
}

function isPlace(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isSafeInteger);
}
