import type * as vscode from 'vscode';
import type { IncomingText } from '../../annotations/exchange/placed-import.ts';
import type { Format } from '../../annotations/formats/format.ts';
import {
  describeFormatProblem,
  type FormatProblem,
  FormatProblemError,
} from '../../annotations/formats/format-problem.ts';
import type { TaggedText } from '../../annotations/formats/tagged-text.ts';
import type { LabelScheme } from '../../annotations/labels.ts';
import type { Input } from './inputs.ts';
import { Slices } from './slices.ts';
import { language, reasonOf } from './words.ts';

/** What was read of the files. */
export interface ReadInputs {
  readonly documents: readonly (TaggedText & IncomingText)[];
  /** What could not be taken as it is, with its place. */
  readonly problems: readonly string[];
  /** The labels that the files say they have. */
  readonly scheme?: LabelScheme;
}

/** Reads files of another tool, in slices that leave the editor its turn. Undefined where it was cancelled. */
export async function readInputs(
  format: Format,
  inputs: readonly Input[],
  scheme: LabelScheme,
  token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
  tell: (done: number) => void,
): Promise<ReadInputs | undefined> {
  const slices = new Slices();
  const documents: (TaggedText & IncomingText)[] = [];
  const problems: string[] = [];
  let own: LabelScheme | undefined;
  for (const [at, input] of inputs.entries()) {
    try {
      const context = { scheme, beside: input.beside };
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
    tell(at + 1);
  }
  return { documents, problems, ...(own && { scheme: own }) };
}

function problemTold(problem: FormatProblem, file: string): string {
  const place = `${problem.file ?? file}${problem.line > 0 ? `:${problem.line}` : ''}`;
  return `${place}: ${describeFormatProblem(problem, language())}`;
}
