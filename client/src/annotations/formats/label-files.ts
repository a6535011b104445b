import type { ReadingContext, ReadScheme, SchemeReader } from './format.ts';
import type { FormatId } from './format-names.ts';
import { type FormatProblem, FormatProblemError } from './format-problem.ts';
import { availableFormats, loadFormat } from './formats.ts';
import { type InputFile, wholeFile } from './input-file.ts';

/** The names under which tools keep labels, as they are looked for in folders. */
const labelFiles =
  /(?:^|[/\\])(?:annotation\.conf|(?:[^/\\]*[.-])?labels\.json|[^/\\]*\.label-studio\.xml|[^/\\]*\.qdc)$/i;

/** Whether a file of this name holds labels and no documents. */
export function holdsLabelsOnly(name: string): boolean {
  return labelFiles.test(name);
}

/** Whether a file of this name says what labels there are, whatever else it holds. */
export function mayHoldLabels(name: string): boolean {
  return holdsLabelsOnly(name) || /\.qdpx$/i.test(name);
}

/** How the names of files with labels may end: what an editor offers to open. */
export const labelFileEndings = ['conf', 'qdc', 'qdpx', 'xml', 'json'] as const;

/** No file for people that holds labels alone is larger, in bytes. */
const largest = 8 * 2 ** 20;

/**
 * What a file says of labels. Several tools have files of one ending: it is read as the first that it is one of.
 * @param from the format, where it is said
 * @throws FormatProblemError where the file cannot be read, or says nothing of labels
 */
export async function readLabelsOf(
  file: InputFile,
  context: Pick<ReadingContext, 'beside'>,
  from?: FormatId,
): Promise<ReadScheme> {
  const whole = await inMemory(file);
  const readers = await schemeReaders(from);
  const named = from ? readers : readers.filter(({ reads }) => reads(file.name));
  let refusal: FormatProblem | undefined;
  for (const reader of named.length > 0 ? named : readers) {
    try {
      const read = await reader.read(whole, context);
      if (read.scheme.labels.length > 0) return read;
    } catch (error) {
      if (!(error instanceof FormatProblemError)) throw error;
      // What cannot be read at all is no other kind of file by that name.
      if (error.problem.code !== 'not-of-format' && named.length > 0) throw error;
      refusal = error.problem;
    }
  }
  // Of several that it might have been, none is named.
  throw new FormatProblemError(
    named.length === 1 && refusal ? refusal : { code: 'no-labels', values: [], line: 0 },
  );
}

async function schemeReaders(from: FormatId | undefined): Promise<readonly SchemeReader[]> {
  const formats = await Promise.all((from ? [from] : availableFormats).map(loadFormat));
  return formats.flatMap(({ schemeReader }) => schemeReader ?? []);
}

async function inMemory(file: InputFile): Promise<InputFile> {
  const bytes = await wholeFile(file);
  // A project has its texts beside its labels.
  if (bytes.length > largest && !/\.qdpx$/i.test(file.name)) {
    throw new FormatProblemError({ code: 'too-large', values: [largest / 2 ** 20], line: 0 });
  }
  return {
    name: file.name,
    async *chunks() {
      yield bytes;
    },
  };
}
