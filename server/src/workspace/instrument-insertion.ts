import type { Instrument } from '../instruments/instrument.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import { isObject, type JsonPath, type JsonValue } from '../text/json.ts';
import { readJson } from '../text/json-source.ts';

/**
 * The edit (UTF-16 offsets of the file's text) that adds an entry at the end of the file's list; all that is there
 * stays as it is written, and the entry is written as the others are. Null where the file has no such list and none
 * can be added: a person must mend it first.
 * @param text of `.jiaozhu/instruments.json`; undefined where there is none
 */
export function instrumentInsertion(text: string | undefined, entry: Instrument): Edit | null {
  if (text === undefined || text.trim() === '') {
    const content = `${JSON.stringify({ instruments: [entry] }, null, 2)}\n`;
    return { start: 0, end: text?.length ?? 0, text: content };
  }
  const edit = insertionInto(text, entry);
  if (edit === null) return null;
  // A member that is there twice counts as the last stands, and is found where the first does.
  const after = readJson(applyEdits(text, [edit]));
  const list = after.ok && isObject(after.value) ? after.value.instruments : undefined;
  const last = Array.isArray(list) ? list.at(-1) : undefined;
  return isObject(last) && last.id === entry.id ? edit : null;
}

function insertionInto(text: string, entry: Instrument): Edit | null {
  const json = readJson(text);
  if (!json.ok || !isObject(json.value)) return null;
  const style = styleOf(text);
  const list = json.value.instruments;
  if (Array.isArray(list)) {
    const last: JsonPath = ['instruments', list.length - 1];
    const whole = json.rangeOf(['instruments']);
    if (list.length === 0) {
      const margin = marginAt(text, whole.start);
      return { ...whole, text: written([entry], margin, style) };
    }
    const { start, end } = json.rangeOf(last);
    if (!/[\r\n]/.test(text.slice(whole.start, start))) {
      return { start: end, end, text: `, ${JSON.stringify(entry)}` };
    }
    const margin = marginAt(text, start);
    return { start: end, end, text: `,${style.eol}${margin}${written(entry, margin, style)}` };
  }
  if (list !== undefined) return null;
  const member = `"instruments": ${written([entry], style.indent, style)}`;
  const whole = json.rangeOf([]);
  if (Object.keys(json.value).length === 0) {
    return { ...whole, text: `{${style.eol}${style.indent}${member}${style.eol}}` };
  }
  const end = whole.start + text.slice(whole.start, whole.end - 1).trimEnd().length;
  return { start: end, end, text: `,${style.eol}${style.indent}${member}` };
}

interface Style {
  readonly eol: string;
  readonly indent: string;
}

function styleOf(text: string): Style {
  return {
    eol: /\r\n/.test(text) ? '\r\n' : '\n',
    indent: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ',
  };
}

/** The white space that the line of this offset begins with. */
function marginAt(text: string, offset: number): string {
  const line = text.slice(
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1,
  );
  return /^[ \t]*/.exec(line)![0];
}

function written(value: object, margin: string, { eol, indent }: Style): string {
  return JSON.stringify(value as JsonValue, null, indent).replaceAll('\n', `${eol}${margin}`);
}
