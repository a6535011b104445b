import { isObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import type { Annotation } from '../../annotation.ts';
import { outlineOf } from '../../json-outline.ts';
import { parseLabels } from '../../label-file.ts';
import type { LabelScheme } from '../../labels.ts';
import { derivedId } from '../derived-id.ts';
import type { FormatReader, ReadDocument, ReadingContext } from '../format.ts';
import { formatNames } from '../format-names.ts';
import { type FormatProblem, FormatProblemError } from '../format-problem.ts';
import { decodedText, linesOf } from '../input-file.ts';
import { createUnitMap } from '../offset-unit.ts';
import { jsonlVersion, readJsonlTag } from './tag.ts';

/** Far more than a line needs, and far less than what a writer can follow. */
const deepest = 200;

export const jsonlReader: FormatReader = {
  reads: (name) => name.endsWith('.jsonl'),
  async *read(file, context) {
    const scheme = await schemeBeside(file.name, context);
    for await (const { text, line } of linesOf(file)) {
      if (text.trim() !== '') yield { ...readLine(text, line), ...(scheme && { scheme }) };
    }
  },
};

async function schemeBeside(name: string, { beside }: ReadingContext): Promise<LabelScheme | undefined> {
  const bytes = await beside(name.replace(/\.jsonl$/, '.labels.json'));
  return bytes && parseLabels(decodedText(bytes)).scheme;
}

/** @throws FormatProblemError where the line is no document: then it is another kind of file */
function readLine(source: string, line: number): ReadDocument {
  const refuse = (code: 'not-json' | 'not-of-format', ...values: string[]): never => {
    throw new FormatProblemError({ code, values, line });
  };
  let value: JsonValue;
  try {
    value = JSON.parse(source) as JsonValue;
  } catch (error) {
    return refuse('not-json', error instanceof Error ? error.message : String(error));
  }
  const isOurs =
    isObject(value) &&
    typeof value.text === 'string' &&
    typeof value.name === 'string' &&
    Array.isArray(value.tags) &&
    typeof value.jiaozhu === 'number';
  if (!isOurs || !isObject(value)) return refuse('not-of-format', formatNames.jsonl, source.slice(0, 40));
  if (Number(value.jiaozhu) > jsonlVersion) {
    return refuse('not-of-format', formatNames.jsonl, `jiaozhu ${String(value.jiaozhu)}`);
  }
  if (outlineOf(source).depth > deepest) return refuse('not-of-format', formatNames.jsonl, `{ × ${deepest}`);
  const text = value.text as string;
  const map = createUnitMap(text, 'code-points');
  const problems: FormatProblem[] = [];
  const tags: Annotation[] = [];
  const ids = new Set<string>();
  for (const [index, item] of (value.tags as readonly JsonValue[]).entries()) {
    const given = isObject(item) && typeof item.id === 'string' ? item.id : '';
    if (ids.has(given)) problems.push({ code: 'id-twice', values: [given], line });
    const id =
      given !== '' && !ids.has(given)
        ? given
        : derivedId([value.name as string, index, JSON.stringify(item)]);
    const read = readJsonlTag(item, id, text, map, line);
    if (!read) {
      problems.push({ code: 'no-label', values: [], line });
      continue;
    }
    ids.add(id);
    tags.push(read.tag);
    problems.push(...read.problems);
  }
  return {
    document: {
      name: value.name as string,
      ...(typeof value.path === 'string' && value.path !== '' && { path: value.path }),
      text,
      tags,
      annotator: typeof value.annotator === 'string' ? value.annotator : '',
      ...((value.form === 'raw' || value.form === 'clean') && { form: value.form }),
      ...(isObject(value.foreign) && { foreign: value.foreign }),
    },
    problems,
  };
}
