import {
  describeFormatProblem,
  type FormatProblem,
  FormatProblemError,
} from '../../annotations/formats/format-problem.ts';
import { Failure } from '../failure.ts';
import type { Messages } from '../messages.ts';
import { visible } from '../terminal.ts';

/** What is wrong in a file, with its place. @param whole whether the file cannot be read for it */
export function tellProblem(problem: FormatProblem, path: string, whole: boolean, say: Messages): string {
  const told = visible(describeFormatProblem(problem, say.language));
  const place = `${visible(problem.file ?? path)}${problem.line > 0 ? `:${problem.line}` : ''}`;
  return say.formatProblem(place, told, whole);
}

/** Why a file, or the rest of it, was not read. @throws the error where it is none of those that files cause */
export function tellUnread(error: unknown, path: string, say: Messages): string {
  if (error instanceof FormatProblemError)
    return [error.problem, ...error.more].map((each) => tellProblem(each, path, true, say)).join('\n');
  if (error instanceof Failure) return `jiaozhu: ${visible(error.tell(say))}`;
  throw error;
}
