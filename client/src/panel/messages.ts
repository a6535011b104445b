/**
 * What the tagging panel's page and the extension say to each other. Free of vscode and Node: both sides
 * import it. The page keeps no truth: it sends intents, each with a number of its own, and shows the newest
 * snapshot.
 */

/** A label as the palette shows it. */
export interface LabelView {
  readonly id: string;
  readonly name: string;
  /** For light and for dark themes, each `#rrggbb`. */
  readonly colour: { readonly light: string; readonly dark: string };
  /** The digit that tags with it. */
  readonly key?: string;
  readonly description?: string;
  /** How many tags of the document carry it. */
  readonly count: number;
}

/** A tag at the cursor. */
export interface TagView {
  readonly id: string;
  /** The id of a label; one that the palette does not hold has its name and colours in `unknown`. */
  readonly label: string;
  readonly unknown?: LabelView;
  /** The tagged words as clean text. */
  readonly words: string;
  readonly note: string;
}

/** Something that keeps tags from being kept, in words for a person. */
export interface ProblemView {
  readonly message: string;
  /** What the button beside the message says; pressing it sends `open` of the annotations file. */
  readonly action?: string;
}

/** Where the panel stands when no statement is open, or one is. */
export type PanelState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'statement';
      readonly labels: readonly LabelView[];
      /** Clean words of the selection; empty where nothing is selected. */
      readonly selection: string;
      /** Tags at the cursor, the innermost first. */
      readonly tags: readonly TagView[];
      readonly canUndo: boolean;
      readonly canRedo: boolean;
      readonly orphans: number;
      readonly problem?: ProblemView;
    };

/** Extension → page. */
export type PanelMessage =
  | { readonly type: 'strings'; readonly strings: PanelStrings }
  | {
      readonly type: 'snapshot';
      /** Grows with each snapshot of the extension's life; the page drops an older one. */
      readonly version: number;
      /** The number of the last intent that this snapshot has taken into account. */
      readonly done: number;
      readonly state: PanelState;
    }
  /** Words for the live region. */
  | { readonly type: 'say'; readonly text: string }
  /** Moves the keyboard to the palette, or to the note of a tag as soon as the page shows it. */
  | { readonly type: 'focus'; readonly what: 'palette' }
  | { readonly type: 'focus'; readonly what: 'note'; readonly tag: string };

/** What a person does in the page. */
export type Action =
  | { readonly type: 'ready' }
  | {
      readonly type: 'tag';
      readonly label: string;
      /** Whether the keyboard goes back to the text afterwards: after a click it does, after a key it stays. */
      readonly back: boolean;
    }
  | { readonly type: 'relabel'; readonly tag: string; readonly label: string }
  | { readonly type: 'note'; readonly tag: string; readonly note: string }
  | { readonly type: 'remove'; readonly tag: string }
  | { readonly type: 'reveal'; readonly tag: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** The keyboard goes back to the text. */
  | { readonly type: 'back' }
  | { readonly type: 'open'; readonly what: 'file' | 'annotations' | 'labels' | 'tags' };

/** Page → extension. */
export type Intent = Action & {
  /** Counts up from 1 in each life of the page. */
  readonly intent: number;
};

/** Every word that the page shows; the extension fills them in the reader's language. */
export interface PanelStrings {
  readonly noStatement: string;
  readonly openFile: string;
  readonly palette: string;
  readonly nothingSelected: string;
  /** {0}: the words. */
  readonly selected: string;
  /** {0}: how many tags. */
  readonly count: string;
  /** {0}: the digit. */
  readonly key: string;
  readonly tagHere: string;
  /** {0}: how many. */
  readonly tagsHere: string;
  readonly noTagAtCursor: string;
  /** {0}: the label. */
  readonly tagAtCursor: string;
  readonly label: string;
  readonly note: string;
  readonly notePlaceholder: string;
  readonly reveal: string;
  readonly remove: string;
  readonly undo: string;
  readonly redo: string;
  /** {0}: how many. */
  readonly orphans: string;
}

/** The longest note that a page may send, in UTF-16 code units. */
export const longestNote = 20_000;
const longestId = 200;

/**
 * The intent that a message from the page states, or undefined where it states none. The page shows text of
 * unknown origin, so nothing that it sends is taken on trust: unknown types, missing or oversized fields
 * and fields of the wrong type are refused, and unknown fields are dropped.
 */
export function readIntent(message: unknown): Intent | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const given = message as Record<string, unknown>;
  const { intent } = given;
  if (typeof intent !== 'number' || !Number.isSafeInteger(intent) || intent < 1) return undefined;
  const action = readAction(given);
  return action && { ...action, intent };
}

function readAction(given: Record<string, unknown>): Action | undefined {
  const { type, tag, label, note, back, what } = given;
  switch (type) {
    case 'ready':
    case 'undo':
    case 'redo':
    case 'back':
      return { type };
    case 'tag':
      return isId(label) ? { type, label, back: back === true } : undefined;
    case 'relabel':
      return isId(tag) && isId(label) ? { type, tag, label } : undefined;
    case 'note':
      return isId(tag) && typeof note === 'string' && note.length <= longestNote
        ? { type, tag, note }
        : undefined;
    case 'remove':
    case 'reveal':
      return isId(tag) ? { type, tag } : undefined;
    case 'open':
      return what === 'file' || what === 'annotations' || what === 'labels' || what === 'tags'
        ? { type, what }
        : undefined;
    default:
      return undefined;
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestId;
}

/** Puts values into a text's {0}, {1} …. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}

/** A colour that is safe to hand to a style sheet: `#rrggbb`, or undefined. */
export function readColour(colour: string): string | undefined {
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined;
}
