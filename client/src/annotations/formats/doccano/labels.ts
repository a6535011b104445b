import { isObject, type JsonValue } from '../../../../../server/src/text/json.ts';
import { guessedSuggestion } from '../../guessed-suggestion.ts';
import { spareColours } from '../../label-file-parts.ts';
import type { Label } from '../../labels.ts';
import { labelColour } from '../brat/colour.ts';
import type { ReadScheme } from '../format.ts';
import { FormatProblemError } from '../format-problem.ts';
import { type InputFile, wholeText } from '../input-file.ts';
import { jsonValue, textMember } from '../json-file.ts';

/**
 * The labels of a project, as its page of labels exports them and takes them in: a list of objects with `text`,
 * `suffix_key` and `background_color` (backend/label_types/serializers.py). A label is stored by its text.
 */
export async function readDoccanoLabels(file: InputFile): Promise<ReadScheme> {
  const value = jsonValue(await wholeText(file), 1);
  const items = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
  const labels = new Map<string, Label>();
  const keys = new Set<string>();
  for (const item of items) {
    const text = textMember(item, 'text') ?? '';
    if (!isLabelType(item) || text === '' || labels.has(text)) continue;
    const key = (textMember(item, 'suffix_key') ?? '').toUpperCase();
    const isFree = /^[0-9A-Z]$/.test(key) && !keys.has(key);
    if (isFree) keys.add(key);
    const suggestion = guessedSuggestion([text]);
    labels.set(text, {
      id: text,
      name: { zh: text, en: text },
      colour: labelColour(textMember(item, 'background_color') ?? '') ?? spare(labels.size),
      description: { zh: '', en: '' },
      ...(isFree && { key }),
      ...(suggestion !== undefined && { suggestion }),
    });
  }
  if (labels.size === 0) {
    const values = ['doccano', '"text", "background_color"'];
    throw new FormatProblemError({ code: 'not-of-format', values, line: 0 });
  }
  return {
    scheme: { labels: [...labels.values()], groups: [], attributes: [], relations: [] },
    problems: [],
  };
}

/** A task of another tool has a text as well. */
function isLabelType(item: JsonValue): boolean {
  return isObject(item) && (Object.hasOwn(item, 'background_color') || Object.hasOwn(item, 'suffix_key'));
}

function spare(index: number): Label['colour'] {
  return spareColours[index % spareColours.length]!;
}
