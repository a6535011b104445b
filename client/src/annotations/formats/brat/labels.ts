import type { ReadingContext, ReadScheme } from '../format.ts';
import { FormatProblemError } from '../format-problem.ts';
import { decodedText, type InputFile, wholeText } from '../input-file.ts';
import { importBratConfiguration } from './configuration.ts';

/** The labels of a project: `annotation.conf`, with names and colours of the `visual.conf` beside it. */
export async function readBratLabels(
  file: InputFile,
  { beside }: Pick<ReadingContext, 'beside'>,
): Promise<ReadScheme> {
  const visualFile = file.name.replace(/[^/]*$/, 'visual.conf');
  const annotation = await wholeText(file);
  const bytes = await beside(visualFile);
  const visual = bytes ? decodedText(bytes) : '';
  const { scheme, problems, visualProblems } = importBratConfiguration(annotation, visual);
  if (!scheme)
    throw new FormatProblemError({ code: 'not-of-format', values: ['brat', '[entities]'], line: 0 });
  const others = visualProblems.map((problem) => ({ ...problem, file: visualFile }));
  return { scheme, problems: [...problems, ...others] };
}
