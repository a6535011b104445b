import { formatPath, type JsonObject, type JsonPath, type JsonValue } from '../../../server/src/text/json.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** A file of faults alone is told of by its first ones: nobody reads more at a time. */
const mostProblems = 50;

/** What is wrong in a file of labels, as it is found. */
export class LabelFileProblems {
  readonly #found: { readonly code: ProblemCode; readonly path: JsonPath; readonly values: string[] }[] = [];
  readonly #lineOf: (path: JsonPath) => number;

  /** @param lineOf the line (1-based) on which a part of the file begins */
  constructor(lineOf: (path: JsonPath) => number) {
    this.#lineOf = lineOf;
  }

  report(code: ProblemCode, path: JsonPath, ...values: string[]): void {
    this.#found.push({ code, path, values });
  }

  /** Names the members that nobody reads: mostly others with a slip of the pen. */
  fields(object: JsonObject, known: readonly string[], path: JsonPath): void {
    for (const name of Object.keys(object)) {
      if (!known.includes(name)) this.report('unknown-field', [...path, name], shown(name), known.join(', '));
    }
  }

  /** In the order of the file. */
  list(): readonly Problem[] {
    const problems = this.#found.slice(0, mostProblems).map(({ code, path, values }) => ({
      code,
      values,
      path: formatPath(path),
      line: this.#lineOf(path),
    }));
    const more = this.#found[mostProblems];
    if (more) {
      const values = [this.#found.length - mostProblems];
      problems.push({
        code: 'more-problems',
        values: values.map(String),
        path: '',
        line: this.#lineOf(more.path),
      });
    }
    return problems;
  }
}

/** A value as a message can show it. */
export function shown(value: JsonValue | undefined): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = JSON.stringify(value) ?? '—';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
