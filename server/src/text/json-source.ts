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
    const places = new JsonPlaces(source);
    return {
      ok: true,
      value,
      placeOf: (path) => places.lineAndColumn(places.offsetOf(path)),
      rangeOf(path) {
        const start = places.offsetOf(path);
        return { start, end: new JsonScan(source, start).skipValue().at };
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = new JsonScan(source).run().at;
    return { ok: false, reason, offset, ...new JsonPlaces(source).lineAndColumn(offset) };
  }
}

/** A value of a JSON text by where it begins, UTF-16. */
interface PlacedValue {
  readonly at: number;
  /** By index or name; of two members of one name the first. */
  parts?: Map<string | number, PlacedValue>;
}

/** Where the values of a valid JSON text are: known from one walk through it, however many are asked for. */
class JsonPlaces {
  private readonly text: string;
  private root: PlacedValue | undefined;
  private lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Of a path that leads nowhere, the place of its last step that is there. */
  offsetOf(path: JsonPath): number {
    this.root ??= this.walk();
    let value = this.root;
    for (const step of path) {
      const part = value.parts?.get(step);
      if (!part) break;
      value = part;
    }
    return value.at;
  }

  lineAndColumn(offset: number): FilePlace {
    this.lineStarts ??= [
      0,
      ...Array.from(this.text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length),
    ];
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.lineStarts[low]! + 1 };
  }

  private walk(): PlacedValue {
    const above: PlacedValue[] = [];
    new JsonScan(this.text).run((depth, step, at) => {
      const value: PlacedValue = { at };
      const parent = above[depth - 1];
      if (parent) {
        parent.parts ??= new Map();
        if (!parent.parts.has(step)) parent.parts.set(step, value);
      }
      above[depth] = value;
    });
    return above[0] ?? { at: 0 };
  }
}

/** Hears of a value: how deep it is nested, its index or name in what holds it, and where it begins, UTF-16. */
type OnValue = (depth: number, step: string | number, at: number) => void;

/**
 * Walks a JSON text without building it: to its end, or to the first character that cannot be
 * (engines disagree on whether their message says where that is). Without recursion: nesting is no limit.
 */
class JsonScan {
  at: number;
  private readonly text: string;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Stops at the fault, or at the end. */
  run(onValue?: OnValue): this {
    const open: { readonly array: boolean; step: string | number }[] = [];
    for (;;) {
      this.skipBlanks();
      onValue?.(open.length, open.at(-1)?.step ?? '', this.at);
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
