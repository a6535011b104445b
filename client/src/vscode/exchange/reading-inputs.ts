import type * as vscode from 'vscode';
import type { IncomingText } from '../../annotations/exchange/placed-import.ts';
import type { Renaming } from '../../annotations/exchange/written-labels.ts';
import type { Format } from '../../annotations/formats/format.ts';
import {
  describeFormatProblem,
  type FormatProblem,
  FormatProblemError,
} from '../../annotations/formats/format-problem.ts';
import type { TaggedText } from '../../annotations/formats/tagged-text.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Input } from './inputs.ts';
import { knownLabels, mayNameLabels } from './labels-read.ts';
import { Slices } from './slices.ts';
import { language, reasonOf } from './words.ts';

/** What was read of the files. */
export interface ReadInputs {
  readonly documents: readonly (TaggedText & IncomingText)[];
  /** What could not be taken as it is, with its place. */
  readonly problems: readonly string[];
  /** The labels that the files say they have. */
  readonly scheme?: LabelScheme;
  /** The labels that were known by their names. */
  readonly renamings: readonly Renaming[];
}

/**
 * Reads files of another tool, in slices that leave the editor its turn. Undefined where it was cancelled.
 * @param tell how many files are done, of all that are to be looked at: of most formats each twice
 */
export async function readInputs(
  format: Format,
  inputs: readonly Input[],
  scheme: LabelScheme,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
  tell: (done: number, all: number) => void,
): Promise<ReadInputs | undefined> {
  const before = mayNameLabels(format) ? inputs.length : 0;
  const all = before + inputs.length;
  const known = await knownLabels(format, inputs, scheme, token, (done) => tell(done, all));
  if (!known) return undefined;
  const slices = new Slices();
  const documents: (TaggedText & IncomingText)[] = [];
  const problems: string[] = [];
  let own: LabelScheme | undefined;
  for (const [at, input] of inputs.entries()) {
    try {
      const context = { scheme: known.scheme, beside: input.beside };
      for await (const read of format.reader!.read(input.file, context)) {
        documents.push({ ...read.document, ...(read.former && { former: read.former }) });
        own ??= read.scheme;
        for (const problem of read.problems) problems.push(problemTold(problem, input.name));
        await slices.pause();
        if (token.isCancellationRequested) return undefined;
      }
    } catch (error) {
      problems.push(
        error instanceof FormatProblemError
          ? problemTold(error.problem, input.name)
          : `${input.name}: ${reasonOf(error)}`,
      );
    }
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
    tell(before + at + 1, all);
  }
  return { documents, problems, renamings: known.renamings, ...(own && { scheme: own }) };
}

function problemTold(problem: FormatProblem, file: string): string {
  const place = `${problem.file ?? file}${problem.line > 0 ? `:${problem.line}` : ''}`;
  return `${place}: ${describeFormatProblem(problem, language())}`;
}
