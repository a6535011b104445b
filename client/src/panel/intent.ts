/** What a person does in the page, as it is told to the extension; every message is checked, none is trusted. */
import type { FieldValue } from './state.ts';

export type Action =
  | { readonly type: 'ready' | 'undo' | 'redo' }
  /** The page has missed a patch, and asks for all of the state. */
  | { readonly type: 'refresh' }
  /** The keyboard goes back to the text. */
  | { readonly type: 'back' }
  | {
      readonly type: 'tag';
      readonly label: string;
      /** Whether the keyboard goes back to the text afterwards: after a click it does, after a key it stays. */
      readonly back: boolean;
    }
  | { readonly type: 'relabel'; readonly tag: string; readonly label: string }
  | { readonly type: 'note'; readonly tag: string; readonly note: string }
  | { readonly type: 'remove' | 'reveal' | 'link' | 'leaveChain'; readonly tag: string }
  | {
      readonly type: 'attribute';
      readonly tag: string;
      readonly attribute: string;
      /** Absent: it is set no more. */
      readonly value?: FieldValue;
    }
  | { readonly type: 'review'; readonly tag: string; readonly review: 'accepted' | 'rejected' }
  | { readonly type: 'unlink'; readonly tag: string; readonly relation: string; readonly target: string }
  /** `show` selects it and leaves the keyboard where it is; `visit` takes it along; `speaker`: where that stands. */
  | {
      readonly type: 'accept' | 'reject' | 'show' | 'visit' | 'speaker';
      readonly suggestion: string;
    }
  | {
      readonly type: 'acceptAll';
      /** One of them: its label, and its section. */
      readonly suggestion: string;
      readonly within: 'section' | 'document';
    }
  /** Beyond the end of what is listed. */
  | { readonly type: 'step'; readonly suggestion: string; readonly by: 1 | -1 }
  /** Lists suggestions of one label; absent: of all. */
  | { readonly type: 'filter'; readonly label?: string }
  | { readonly type: 'reviewed' | 'visitPart'; readonly part: string }
  /** Opens a label's guideline; absent: closes it. */
  | { readonly type: 'guideline'; readonly label?: string }
  | { readonly type: 'browse'; readonly href: string }
  | { readonly type: 'open'; readonly what: 'file' | 'annotations' | 'labels' | 'mapping' | 'tags' };

/** Page → extension. */
export type Intent = Action & {
  /** Counts up from 1 in each life of the page. */
  readonly intent: number;
};

/** The longest note or text that a page may send, in UTF-16 code units. */
export const longestNote = 20_000;
const longestId = 5000;
const longestAddress = 2000;

/**
 * The intent that a message from the page states, or undefined where it states none. The page shows text of
 * unknown origin, so nothing that it sends is taken on trust: unknown types, missing or oversized fields
 * and fields of the wrong type are refused, and unknown fields are dropped.
 */
export function readIntent(message: unknown): Intent | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const given = message as Record<string, unknown>;
  const { intent, type } = given;
  if (typeof intent !== 'number' || !Number.isSafeInteger(intent) || intent < 1) return undefined;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const fields = readFields(shapes[type as Action['type']], given);
  return fields && ({ type, ...fields, intent } as Intent);
}

/** Reads a field: undefined where it is refused. A shape's name that ends in `?` may be missing. */
type Reader = (value: unknown) => FieldValue | undefined;

const id: Reader = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= longestId ? value : undefined;
const text: Reader = (value) =>
  typeof value === 'string' && value.length <= longestNote ? value : undefined;
const oneOf =
  (...allowed: readonly FieldValue[]): Reader =>
  (value) =>
    allowed.find((each) => each === value);
const fieldValue: Reader = (value) =>
  typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : text(value);
const address: Reader = (value) =>
  typeof value === 'string' && value.length <= longestAddress ? safeAddress(value) : undefined;

const shapes: Readonly<Record<Action['type'], Readonly<Record<string, Reader>>>> = {
  ready: {},
  refresh: {},
  undo: {},
  redo: {},
  back: {},
  tag: { label: id, back: (value) => value === true },
  relabel: { tag: id, label: id },
  note: { tag: id, note: text },
  remove: { tag: id },
  reveal: { tag: id },
  link: { tag: id },
  leaveChain: { tag: id },
  attribute: { tag: id, attribute: id, 'value?': fieldValue },
  review: { tag: id, review: oneOf('accepted', 'rejected') },
  unlink: { tag: id, relation: id, target: id },
  accept: { suggestion: id },
  reject: { suggestion: id },
  show: { suggestion: id },
  visit: { suggestion: id },
  speaker: { suggestion: id },
  acceptAll: { suggestion: id, within: oneOf('section', 'document') },
  step: { suggestion: id, by: oneOf(1, -1) },
  filter: { 'label?': id },
  reviewed: { part: id },
  visitPart: { part: id },
  guideline: { 'label?': id },
  browse: { href: address },
  open: { what: oneOf('file', 'annotations', 'labels', 'mapping', 'tags') },
};

function readFields(
  shape: Readonly<Record<string, Reader>>,
  given: Record<string, unknown>,
): Record<string, FieldValue> | undefined {
  const fields: Record<string, FieldValue> = {};
  for (const [key, read] of Object.entries(shape)) {
    const name = key.replace('?', '');
    if (key !== name && given[name] === undefined) continue;
    const value = read(given[name]);
    if (value === undefined) return undefined;
    fields[name] = value;
  }
  return fields;
}

/** A web address as a link in a guideline may have it: `https:` alone, without user and password; or undefined. */
export function safeAddress(href: string): string | undefined {
  if (!/^https:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.protocol === 'https:' && !url.username && !url.password ? url.href : undefined;
}
