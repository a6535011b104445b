/** What a person does in the page, as it is told to the extension; every message is checked, none is trusted. */
import { type FieldReader, fieldValue, identifier, oneOf, readFields, shortText } from './message-fields.ts';
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

const longestAddress = 2000;

/** The intent that a message from the page states, or undefined where it states none. */
export function readIntent(message: unknown): Intent | undefined {
  return readFields<Intent>(shapes, message);
}

const address: FieldReader = (value) =>
  typeof value === 'string' && value.length <= longestAddress ? safeAddress(value) : undefined;

const shapes: Readonly<Record<Action['type'], Readonly<Record<string, FieldReader>>>> = {
  ready: {},
  refresh: {},
  undo: {},
  redo: {},
  back: {},
  tag: { label: identifier, back: (value) => value === true },
  relabel: { tag: identifier, label: identifier },
  note: { tag: identifier, note: shortText },
  remove: { tag: identifier },
  reveal: { tag: identifier },
  link: { tag: identifier },
  leaveChain: { tag: identifier },
  attribute: { tag: identifier, attribute: identifier, 'value?': fieldValue },
  review: { tag: identifier, review: oneOf('accepted', 'rejected') },
  unlink: { tag: identifier, relation: identifier, target: identifier },
  accept: { suggestion: identifier },
  reject: { suggestion: identifier },
  show: { suggestion: identifier },
  visit: { suggestion: identifier },
  speaker: { suggestion: identifier },
  acceptAll: { suggestion: identifier, within: oneOf('section', 'document') },
  step: { suggestion: identifier, by: oneOf(1, -1) },
  filter: { 'label?': identifier },
  reviewed: { part: identifier },
  visitPart: { part: identifier },
  guideline: { 'label?': identifier },
  browse: { href: address },
  open: { what: oneOf('file', 'annotations', 'labels', 'mapping', 'tags') },
};

/** A web address as a link in a guideline may have it: `https:` alone, without user and password; or undefined. */
export function safeAddress(href: string): string | undefined {
  if (!/^https:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.protocol === 'https:' && !url.username && !url.password ? url.href : undefined;
}
