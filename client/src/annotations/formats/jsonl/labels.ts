import { isObject } from '../../../../../server/src/text/json.ts';
import { diplomaticScheme } from '../../diplomatic-scheme.ts';
import { parseLabels } from '../../label-file.ts';
import type { ReadScheme } from '../format.ts';
import { formatNames } from '../format-names.ts';
import { FormatProblemError } from '../format-problem.ts';
import { type InputFile, wholeText } from '../input-file.ts';
import { jsonValue } from '../json-file.ts';

/** A file of labels as ours are. @throws FormatProblemError where it is none */
export async function readLabelFile(file: InputFile): Promise<ReadScheme> {
  const text = await wholeText(file);
  const value = jsonValue(text, 1);
  if (!isObject(value) || !Array.isArray(value.labels)) {
    throw new FormatProblemError({ code: 'not-of-format', values: [formatNames.jsonl, '"labels"'], line: 0 });
  }
  const { scheme, problems } = parseLabels(text);
  // The built-in labels stand in for those of a file without any.
  if (scheme === diplomaticScheme) throw new FormatProblemError({ code: 'no-labels', values: [], line: 0 });
  return { scheme, problems };
}
