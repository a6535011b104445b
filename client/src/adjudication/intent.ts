/** What a person does in the page; every message is checked, none is trusted. */
import {
  type FieldReader,
  fieldValue,
  identifier,
  oneOf,
  readFields,
  shortText,
} from '../panel/message-fields.ts';
import type { FieldValue } from '../panel/state.ts';
import { type ListedState, listedStates } from './state.ts';

export type Action =
  | { readonly type: 'ready' | 'undo' | 'open' | 'export' | 'report' }
  /** Looks at a difference, at the next or the one before. */
  | { readonly type: 'choose'; readonly difference: string }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  /** Which differences are listed. */
  | { readonly type: 'list'; readonly shown: ListedState }
  /** Lists differences with one label; absent: with any. */
  | { readonly type: 'label'; readonly label?: string }
  /** The decision on a difference: on the one that the person saw. */
  | { readonly type: 'take'; readonly difference: string; readonly side: number }
  | { readonly type: 'all' | 'neither' | 'edit'; readonly difference: string }
  /** Shows the place in the text, with the keyboard there. */
  | { readonly type: 'show' }
  /** The tag that is being written. */
  | { readonly type: 'editLabel'; readonly label: string }
  | { readonly type: 'editEnd'; readonly end: 'start' | 'end'; readonly by: 1 | -1 }
  | { readonly type: 'editSelection' | 'editSave' | 'editCancel' }
  | { readonly type: 'editNote'; readonly note: string }
  | { readonly type: 'editAttribute'; readonly attribute: string; readonly value?: FieldValue };

/** Page → extension. */
export type Intent = Action & {
  /** Counts up from 1 in each life of the page. */
  readonly intent: number;
};

const side: FieldReader = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const shapes: Readonly<Record<Action['type'], Readonly<Record<string, FieldReader>>>> = {
  ready: {},
  undo: {},
  open: {},
  export: {},
  report: {},
  choose: { difference: identifier },
  step: { by: oneOf(1, -1) },
  list: { shown: oneOf(...listedStates) },
  label: { 'label?': identifier },
  take: { difference: identifier, side },
  all: { difference: identifier },
  neither: { difference: identifier },
  edit: { difference: identifier },
  show: {},
  editLabel: { label: identifier },
  editEnd: { end: oneOf('start', 'end'), by: oneOf(1, -1) },
  editSelection: {},
  editSave: {},
  editCancel: {},
  editNote: { note: shortText },
  editAttribute: { attribute: identifier, 'value?': fieldValue },
};

/** The intent that a message from the page states, or undefined where it states none. */
export function readIntent(message: unknown): Intent | undefined {
  return readFields<Intent>(shapes, message);
}
