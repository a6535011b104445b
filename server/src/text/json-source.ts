import type { JsonPath, JsonValue } from './json.ts';
import type { TextRange } from './range.ts';

/** A place in a file: 1-based line and column, the column in UTF-16 code units. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

export type JsonReading =
  | {
      readonly ok: true;
      readonly value: JsonValue;
      placeOf(path: JsonPath): FilePlace;
      /** Where the value at a path stands, UTF-16 in the text; of a path that leads nowhere, its last step that is there. */
      rangeOf(path: JsonPath): TextRange;
    }
  /** `reason` is the engine's own English sentence; `offset` of the first character that cannot be, UTF-16. */
  | ({ readonly ok: false; readonly reason: string; readonly offset: number } & FilePlace);

/** Parses JSON, with or without a BOM. Never throws: a fault comes with its place. */
export function readJson(text: string): JsonReading {
  const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  try {
    const value = JSON.parse(source) as JsonValue;
    return {
      ok: true,
      value,
      placeOf: (path) => placeAt(source, new JsonScan(source, path).run().at),
      rangeOf(path) {
        const scan = new JsonScan(source, path).run();
        const start = scan.at;
        return { start, end: scan.skipValue().at };
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = new JsonScan(source, null).run().at;
    return { ok: false, reason, offset, ...placeAt(source, offset) };
  }
}

function placeAt(text: string, offset: number): FilePlace {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * Walks a JSON text without building it: to the value at a path, or to the first character that cannot be
 * (engines disagree on whether their message says where that is). Without recursion: nesting is no limit.
 */
class JsonScan {
  at = 0;
  private readonly text: string;
  private readonly wanted: JsonPath | null;

  constructor(text: string, wanted: JsonPath | null) {
    this.text = text;
    this.wanted = wanted;
  }

  /** Stops at the fault, at the value wanted, or at the end. A path that leads nowhere ends at its last step that is there. */
  run(): this {
    const open: { readonly array: boolean; step: string | number }[] = [];
    let best = 0;
    let matched = -1;
    for (;;) {
      this.skipBlanks();
      if (this.wanted && open.length > matched && this.agrees(open)) {
        best = this.at;
        matched = open.length;
        if (matched === this.wanted.length) return this;
      }
      const character = this.text[this.at];
      if (character === '{' || character === '[') {
        this.at += 1;
        this.skipBlanks();
        const array = character === '[';
        if (this.text[this.at] === (array ? ']' : '}')) this.at += 1;
        else {
          open.push({ array, step: 0 });
          if (!array && !this.readName(open)) break;
          continue;
        }
      } else if (!this.skipScalar()) break;
      if (!this.leave(open)) break;
    }
    if (this.wanted) this.at = best;
    return this;
  }

  /** From the beginning of a value of a valid text to its end. */
  skipValue(): this {
    let depth = 0;
    do {
      this.skipBlanks();
      const character = this.text[this.at];
      if (character === '{' || character === '[') depth += 1;
      else if (character === '}' || character === ']') depth -= 1;
      const isMark = character !== undefined && '{}[]:,'.includes(character);
      if (isMark) this.at += 1;
      else if (!this.skipScalar()) break;
    } while (depth > 0);
    return this;
  }

  /** After a value: goes on to the next one. False at the end or at a fault. */
  private leave(open: { readonly array: boolean; step: string | number }[]): boolean {
    for (;;) {
      this.skipBlanks();
      const top = open.at(-1);
      if (!top) return false;
      const character = this.text[this.at];
      if (character === ',') {
        this.at += 1;
        if (!top.array) return this.readName(open);
        top.step = Number(top.step) + 1;
        return true;
      }
      if (character !== (top.array ? ']' : '}')) return false;
      this.at += 1;
      open.pop();
    }
  }

  private agrees(open: readonly { readonly step: string | number }[]): boolean {
    return open.length <= this.wanted!.length && open.every((each, i) => each.step === this.wanted![i]);
  }

  private readName(open: { readonly array: boolean; step: string | number }[]): boolean {
    this.skipBlanks();
    const start = this.at;
    if (!this.skipString()) return false;
    open.at(-1)!.step = JSON.parse(this.text.slice(start, this.at)) as string;
    this.skipBlanks();
    if (this.text[this.at] !== ':') return false;
    this.at += 1;
    return true;
  }

  private skipBlanks(): void {
    this.skip(/[ \t\r\n]*/y);
  }

  private skipString(): boolean {
    const start = this.at;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings.
    if (this.skip(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y)) return true;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
    this.skip(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y);
    if (this.at === this.text.length) this.at = start;
    return false;
  }

  private skipScalar(): boolean {
    if (this.text[this.at] === '"') return this.skipString();
    return this.skip(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match !== null;
  }
}
